"""The first day of a cycle; it belongs to a treatment, and counts on."""

from collections.abc import Sequence
from datetime import date

from symtrack.diary.event_words import STATUS_NAMES, treatment
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.diary.forms.form import Form

MOST = 60


def _build(fields: Fields) -> None:
    body, events, today = fields.shown.body, fields.known.events, fields.known.today
    treatments = {event.origin: treatment(event) for event in events if event.kind == "treatment"}
    newest = list(treatments)[-1] if treatments else ""
    if treatments:
        of = fields.choice("treatment", _("Treatment"), treatments, body.get("treatment", newest))
    stated = body.get("number")
    most = max(MOST, stated) if isinstance(stated, int) else MOST
    numbers = {str(n): str(n) for n in range(1, most + 1)}
    number = fields.choice("number", _("Cycle number"), numbers, stated or _next(events, newest), number=True)
    words = {key: _(word) for key, word in STATUS_NAMES.items()}
    status = fields.choice("status", _("How it went"), words, body.get("status", _usual(fields.shown.day, today)))
    day = fields.day(_("First day"))
    if fields.shown.id:
        return
    if treatments:
        of.currentIndexChanged.connect(
            lambda: number.setCurrentIndex(number.findData(str(_next(events, of.currentData()))))
        )

    def follow() -> None:
        """A day to come is planned, a day that was is not; what else was chosen stays."""
        if status.currentData() in {"given", "planned"}:
            status.setCurrentIndex(status.findData(_usual(day.day(), today)))

    day.dateChanged.connect(follow)


def _usual(day: date, today: date) -> str:
    return "planned" if day > today else "given"


def _next(events: Sequence[Event], origin: str) -> int:
    """The number after the last cycle of this treatment, or after the last of all where none has a treatment."""
    numbers = [
        event.body.get("number")
        for event in events
        if event.kind == "cycle" and (not origin or event.body.get("treatment") in {origin, None})
    ]
    return min(MOST, max((number for number in numbers if isinstance(number, int)), default=0) + 1)


FORM = Form("cycle", N_("A cycle’s first day"), _build)
