"""A medicine that was changed, begun or stopped, in the words of the person."""

from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form


def _build(fields: Fields) -> None:
    fields.line("medicine", _("Medicine"), hint=_("as on the pack"))
    fields.line("from", _("Before"), hint=_("such as 10 mg twice a day"))
    fields.line("to", _("From now on"), hint=_("such as 15 mg twice a day"))
    fields.day(_("Day"))
    fields.need("medicine")


FORM = Form("change", N_("A medicine changed"), _build)
