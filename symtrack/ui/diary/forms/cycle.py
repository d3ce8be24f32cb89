"""The first day of a cycle; it belongs to a treatment, and counts on."""

from collections.abc import Sequence

from symtrack.diary.event_words import STATUS_NAMES, treatment
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form

MOST = 60


def _build(fields: Fields) -> None:
    body, events = fields.shown.body, fields.known.events
    treatments = {event.origin: treatment(event) for event in events if event.kind == "treatment"}
    if treatments:
        newest = list(treatments)[-1]
        fields.choice("treatment", _("Treatment"), treatments, body.get("treatment", newest))
    numbers = {str(n): str(n) for n in range(1, MOST + 1)}
    fields.choice("number", _("Cycle number"), numbers, body.get("number", _next(events)), number=True)
    status = {key: _(word) for key, word in STATUS_NAMES.items()}
    fields.choice("status", _("How it went"), status, body.get("status", "given"))
    fields.day(_("First day"))


def _next(events: Sequence[Event]) -> int:
    """The number after the last cycle of the newest treatment, or after the last of all where none has a treatment."""
    newest = next((event.origin for event in reversed(events) if event.kind == "treatment"), None)
    numbers = [
        event.body.get("number")
        for event in events
        if event.kind == "cycle" and (newest is None or event.body.get("treatment") in {newest, None})
    ]
    return max((number for number in numbers if isinstance(number, int)), default=0) + 1


FORM = Form("cycle", N_("A cycle’s first day"), _build)
