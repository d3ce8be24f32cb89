"""Doses: what was taken and when, and the ones after which the diary asks how it is now.

A dose with a score `before` and no `after` waits: `after_minutes` are those after which it is to be asked. Once it is
answered they are the minutes that had passed. A dose without `after_minutes` is never asked about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from symtrack.diary.medicines import NEEDED, REGULAR, Medicine
from symtrack.diary.rows import Event

YES, SKIPPED, UNKNOWN = "yes", "skipped", "unknown"
TAKEN = (YES, SKIPPED, UNKNOWN)
MINUTES = (15, 30, 45, 60)
"""After how many it can be asked."""
USUAL = 45
DAY = timedelta(hours=24)
OPEN = timedelta(hours=4)
"""As long as it is asked: an answer that comes later says nothing about the dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What a medicine was taken for when it was last noted, and when it was asked again; None: it was not."""

    item: str = ""
    minutes: int | None = USUAL


def dose(medicine: Medicine, day: date, at: str | None, *, taken: str = YES, part: str = "") -> Event:
    """A dose of the medicine, of the strength that it has now; a regular one of a `part` of the day."""
    body: dict[str, object] = {"medicine": medicine.name, "when": medicine.when, "taken": taken}
    if part:
        body["part"] = part
    return Event(kind="dose", day=day, time=at, text=medicine.strength or None, body=body)


def changed(event: Event, body: Mapping[str, object]) -> Event:
    """The row that corrects the dose: these keys of its body are so from now on, those that are None are gone."""
    kept = {key: value for key, value in {**event.body, **body}.items() if value is not None}
    return replace(event, id="", action="", recorded_at="", replaces=event.id, body=kept)


def answered(event: Event, score: int, now: datetime, day_start: time) -> Event:
    """The row that adds how it was at `now`, and how many minutes later that was."""
    begun = moment(event, day_start)
    passed = (now - begun) // timedelta(minutes=1) if begun else None
    return changed(event, {"after": score, "after_minutes": passed})


def waiting(events: Iterable[Event], voice: str, now: datetime, day_start: time) -> tuple[Event, ...]:
    """The doses after which it is to be asked now, the first taken first; all of them are for one item.

    Only of this voice: another one's answer would not be about the same number.
    """
    due = [event for event in events if event.voice == voice and _is_due(event, now, day_start)]
    due.sort(key=lambda event: moment(event, day_start) or now)
    return tuple(event for event in due if event.body.get("for") == due[0].body.get("for"))


def moment(event: Event, day_start: time) -> datetime | None:
    """When the dose was taken, by the clock on the wall where it was written down; None without a time of day."""
    if event.time is None or not event.recorded_at:
        return None
    at = time.fromisoformat(event.time)
    day = event.day + timedelta(days=1) if at < day_start else event.day
    return datetime.combine(day, at, datetime.fromisoformat(event.recorded_at).tzinfo)


def when_needed(event: Event) -> bool:
    """Whether it is a dose when needed, and was taken."""
    body = event.body
    return event.kind == "dose" and body.get("when", NEEDED) == NEEDED and body.get("taken", YES) == YES


def routine(event: Event) -> bool:
    """Whether it is the regular dose of a part of the day."""
    return event.kind == "dose" and "part" in event.body


def of_day(events: Iterable[Event], day: date) -> list[Event]:
    """The doses noted for the day, by anybody: a dose is taken once, whoever notes it."""
    return [event for event in events if (event.kind, event.day) == ("dose", day)]


def regular(known: Iterable[Medicine], part: str) -> tuple[Medicine, ...]:
    """The regular medicines of that part of the day."""
    return tuple(medicine for medicine in known if medicine.when == REGULAR and part in medicine.parts)


def of_part(given: Iterable[Event], medicine: Medicine, part: str) -> Event | None:
    """The medicine's dose for that part of the day; None says nothing about whether it was taken."""
    mine = (event for event in given if event.body.get("medicine") == medicine.name)
    return next((event for event in mine if event.body.get("part") == part), None)


def in_a_day(events: Iterable[Event], dose: Event, now: datetime, day_start: time) -> int:
    """How many of that medicine are noted as taken in the last 24 hours, or on that day without a time."""
    counted = 0
    for event in events:
        same = event.kind == "dose" and event.body.get("medicine") == dose.body.get("medicine")
        if same and event.body.get("taken", YES) == YES:
            at = moment(event, day_start)
            counted += now - DAY < at <= now if at else event.day == dose.day
    return counted


def habit(events: Sequence[Event], medicine: str, voice: str) -> Habit:
    """What was wanted when a dose of the medicine with a score was last noted."""
    mine = (event for event in reversed(events) if event.kind == "dose" and event.voice == voice)
    last = next((event for event in mine if event.body.get("medicine") == medicine and "before" in event.body), None)
    if last is None:
        return Habit()
    passed = last.body.get("after_minutes")
    minutes = max((each for each in MINUTES if each <= passed), default=MINUTES[0]) if isinstance(passed, int) else None
    return Habit(item=str(last.body.get("for") or ""), minutes=minutes)


def _is_due(event: Event, now: datetime, day_start: time) -> bool:
    body = event.body
    minutes, begun = body.get("after_minutes"), None
    if event.kind == "dose" and "before" in body and "after" not in body and isinstance(minutes, int):
        begun = moment(event, day_start)
    if begun is None or not isinstance(minutes, int):
        return False
    due = begun + timedelta(minutes=minutes)
    return due <= now < due + OPEN
