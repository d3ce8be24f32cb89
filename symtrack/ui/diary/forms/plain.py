"""What needs no more than words and a day; a note, and whatever has no form of its own."""

from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.diary.forms.lasting import lasting


def _note(fields: Fields) -> None:
    fields.line("text", _("In your own words"))
    fields.day(_("Day"))
    fields.need("text")


def _other(fields: Fields) -> None:
    fields.line("text", _("In your own words"), hint=_("such as an infection"))
    fields.day(_("Day"))
    lasting(fields, _("How long?"), going=_("One day"), over=_("Longer"))
    fields.need("text")


NOTE = Form("note", N_("A note"), _note)
OTHER = Form("other", N_("Something else"), _other)
