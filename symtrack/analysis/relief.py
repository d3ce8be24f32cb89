"""How often a medicine was taken when needed, and how far the number fell after it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from symtrack.analysis.profile import middle
from symtrack.analysis.tally import needed
from symtrack.diary.event_words import one_line
from symtrack.diary.period import Period
from symtrack.diary.rows import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """One dose with the numbers before and after it."""

    day: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """One medicine in a period of `length` days: `doses` on `days` of them, and those with both numbers.

    The rest are middles of these doses, None without any: how far the number fell, from what to what, and after how
    many minutes.
    """

    medicine: str
    doses: int
    days: int
    length: int
    falls: tuple[Fall, ...]
    fall: float | None = None
    before: float | None = None
    after: float | None = None
    minutes: float | None = None


def relief(events: Iterable[Event], period: Period) -> tuple[Relief, ...]:
    """Each medicine that was taken when needed in the period, the one taken most often first."""
    taken: dict[str, list[Event]] = {}
    for event in needed(events):
        if event.day in period:
            taken.setdefault(one_line(event.body.get("medicine")) or one_line(event.text), []).append(event)
    found = [_of(medicine, doses, len(period)) for medicine, doses in taken.items()]
    return tuple(sorted(found, key=lambda each: (-each.doses, each.medicine)))


def _of(medicine: str, doses: list[Event], length: int) -> Relief:
    numbers = [(event, _number(event, "before"), _number(event, "after")) for event in doses]
    both = [(event, before, after) for event, before, after in numbers if before is not None and after is not None]
    falls = tuple(Fall(day=event.day.toordinal(), before=before, after=after) for event, before, after in both)
    waited = [minutes for event, _before, _after in both if (minutes := _number(event, "after_minutes")) is not None]
    return Relief(
        medicine=medicine,
        doses=len(doses),
        days=len({event.day for event in doses}),
        length=length,
        falls=falls,
        fall=_middle([each.before - each.after for each in falls]),
        before=_middle([each.before for each in falls]),
        after=_middle([each.after for each in falls]),
        minutes=_middle(waited),
    )


def _number(event: Event, key: str) -> int | None:
    value = event.body.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _middle(numbers: list[int]) -> float | None:
    return middle(np.array(numbers, dtype=np.float64)) if numbers else None
