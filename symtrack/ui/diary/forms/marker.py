"""A tumour marker: its name, the number, and the unit as the letter has it."""

from collections.abc import Sequence

from symtrack.diary.event_words import one_line
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form

WHAT = "marker"


def _build(fields: Fields) -> None:
    before = {**_last(fields.known.events), **fields.shown.body}
    fields.line("name", _("Its name"), text=one_line(before.get("name")), hint=_("such as CEA"))
    fields.figures("value", _("The number"))
    fields.line("unit", _("Unit"), text=one_line(before.get("unit")), hint=_("such as ng/ml"))
    fields.day(_("Day"))
    fields.need("name", "value")


def _last(events: Sequence[Event]) -> dict[str, str]:
    """Name and unit of the newest marker: most have one that is measured again and again."""
    found = [event.body for event in events if event.kind == "measurement" and event.body.get("what") == WHAT]
    return {key: one_line(found[-1].get(key)) for key in ("name", "unit")} if found else {}


FORM = Form("measurement", N_("A tumour marker"), _build, WHAT)
