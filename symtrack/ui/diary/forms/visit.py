"""A visit, past or planned."""

from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form


def _build(fields: Fields) -> None:
    fields.line("with", _("With whom"))
    fields.day(_("Day"))
    fields.line("text", _("What was said"))


FORM = Form("visit", N_("A visit"), _build)
