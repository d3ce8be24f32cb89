"""The next cycles, worked out from what was entered. They are shown and never kept, and no rule counts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.analysis.summary import open_ended
from symtrack.diary.rows import Event

AHEAD = 366
"""Days that are looked ahead: a schedule of years is none that anybody counts on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Day 1 of a cycle that is not in the diary: its number, and the treatment that it would belong to."""

    day: date
    number: int
    treatment: Event


def expected(events: Iterable[Event], today: date) -> tuple[Expected, ...]:
    """The cycles to come from `today` on, in order of day.

    Each treatment that is still going and has a cycle length goes on from its last cycle: given, delayed, reduced or
    skipped, or planned by the person for a day to come. Up to the planned number of cycles; where none is known, the
    next one alone. When the next one's day has passed and nothing was entered, nothing is known, and none is expected.
    """
    known = sorted(events, key=lambda event: event.day)
    treatments = [event for event in known if event.kind == "treatment"]
    horizon = today + timedelta(days=AHEAD)
    found = [
        each
        for treatment, ended in zip(treatments, open_ended(treatments, horizon), strict=True)
        for each in _of(treatment, _cycles(treatment, treatments, known), min(ended.until or horizon, horizon), today)
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def _of(treatment: Event, cycles: Sequence[Event], until: date, today: date) -> Iterator[Expected]:
    length, planned = treatment.body.get("cycle_days"), treatment.body.get("cycles")
    if not isinstance(length, int) or length > AHEAD:
        return
    known = [cycle for cycle in cycles if cycle.body.get("status") != "planned" or cycle.day >= today]
    number = _last_number(known)
    last = planned if isinstance(planned, int) else number + 1
    if known and known[-1].day > until:
        return
    day = known[-1].day + timedelta(days=length) if known else treatment.day
    if day < today:
        return
    while number < last and day <= until:
        number += 1
        yield Expected(day=day, number=number, treatment=treatment)
        day += timedelta(days=length)


def _cycles(treatment: Event, treatments: Sequence[Event], known: Sequence[Event]) -> list[Event]:
    """Its cycles. One that names no treatment belongs to the last that had begun and has a cycle length."""
    mine = []
    for event in known:
        if event.kind != "cycle":
            continue
        begun = [each for each in treatments if each.body.get("cycle_days") and each.day <= event.day]
        named = event.body.get("treatment") or (begun[-1].origin if begun else None)
        if named is not None and named == treatment.origin:
            mine.append(event)
    return mine


def _last_number(cycles: Sequence[Event]) -> int:
    """The number of the last one; where none was stated they are counted on, and a skipped one is none."""
    number = 0
    for cycle in cycles:
        stated = cycle.body.get("number")
        if isinstance(stated, int):
            number = stated
        elif cycle.body.get("status") != "skipped":
            number += 1
    return number
