"""A change of a medicine: begun, stopped, or another strength."""

from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form


def _build(fields: Fields) -> None:
    fields.line("medicine", _("Which medicine?"))
    fields.line("from", _("What was taken before"), hint=_("such as: 10 mg"))
    fields.line("to", _("What is taken now"), hint=_("such as: 20 mg"))
    fields.day(_("Day"))
    fields.need("medicine")


FORM = Form("change", N_("A change of a medicine"), _build)
