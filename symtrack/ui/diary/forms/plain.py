"""What needs no more than words and a day."""

from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form


def _build(fields: Fields) -> None:
    fields.line("text", _("In your own words"))
    fields.day(_("Day"))
    fields.need("text")


NOTE = Form("note", N_("A note"), _build)
OTHER = Form("other", N_("Something else"), _build)
