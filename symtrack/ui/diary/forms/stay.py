"""A stay in hospital or elsewhere, from the first day until the person was home again."""

from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.diary.forms.lasting import lasting

PLACES = {"hospital": N_("Hospital"), "hospice": N_("Hospice"), "other": N_("Somewhere else")}


def _build(fields: Fields) -> None:
    places = {key: _(word) for key, word in PLACES.items()}
    fields.choice("where", _("Where"), places, fields.shown.body.get("where", "hospital"))
    fields.day(_("First day"))
    lasting(fields, _("Is it over?"), going=_("Still there"), over=_("It is over"))
    fields.line("text", _("What it was for"))


FORM = Form("stay", N_("A stay in hospital"), _build)
