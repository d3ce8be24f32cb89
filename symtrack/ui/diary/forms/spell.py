"""Sudden bad pain: when, how bad, where, what helped; all but the day may be left open."""

from symtrack.diary.instrument import LEAST, MOST
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form
from symtrack.ui.place_picker import PlacePicker


def _build(fields: Fields) -> None:
    body = fields.shown.body
    fields.day(_("Day"))
    fields.time("time", _("It began at"))
    fields.time("ended", _("It was over at"))
    scores = {"": _("not said"), **{str(score): str(score) for score in range(LEAST, MOST + 1)}}
    fields.choice("worst", _("At its worst"), scores, body.get("worst", ""), number=True)
    where = body.get("places")
    picker = PlacePicker(map(str, where) if isinstance(where, list | tuple) else ())
    fields.put("places", _("Where?"), picker, lambda: picker.chosen() or None)
    fields.line("helped", _("What helped?"))
    fields.give("item", "pain")


FORM = Form("episode", N_("Sudden bad pain"), _build)
