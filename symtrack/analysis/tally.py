"""How often something happened on each day, and what was measured."""

from collections.abc import Iterable

import numpy as np

from symtrack.diary.record import Diary, Floats
from symtrack.diary.rows import Event


def tally(events: Iterable[Event], diary: Diary) -> Floats:
    """How many of the events lie on each day of the diary; shape (days,)."""
    counts = np.zeros(diary.until - diary.first + 1)
    for event in events:
        place = event.day.toordinal() - diary.first
        if 0 <= place < len(counts):
            counts[place] += 1
    return counts


def needed(events: Iterable[Event]) -> tuple[Event, ...]:
    """The doses that were taken when needed."""
    return tuple(
        event
        for event in events
        if event.kind == "dose"
        and event.body.get("when", "needed") == "needed"
        and event.body.get("taken") not in {"skipped", "unknown"}
    )


def measured(diary: Diary, what: str, voice: str) -> Floats:
    """What this voice measured on each day, the day's last value; NaN where there is none. Shape (days,)."""
    values = np.full(diary.until - diary.first + 1, np.nan)
    for event in diary.of_kind("measurement"):
        value, place = event.body.get("value"), event.day.toordinal() - diary.first
        if event.voice == voice and event.body.get("what") == what and 0 <= place < len(values):
            values[place] = value if isinstance(value, int | float) else np.nan
    return values


def voices_of(events: Iterable[Event]) -> tuple[str, ...]:
    """Whose events these are, in order of name."""
    return tuple(sorted({event.voice for event in events}))
