"""The rules over many invented people, beside one plain pass of numpy: `python -m benchmarks.rules [PEOPLE] [DAYS]`."""

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial

import numpy as np

from benchmarks.measuring import Line, ratio, seconds, spread, tell
from symtrack.diary.record import Diary, Series
from symtrack.rules import evaluate

ITEMS = ("pain", "nausea", "appetite", "fatigue")
FIRST = date(2026, 1, 1).toordinal()
PEOPLE, DAYS = 200, 180


def person(number: int, days: int) -> Diary:
    """One invented person: scores that wander around their own usual, 15 % of days without an answer."""
    chance = np.random.default_rng(number)
    series = {}
    for item in ITEMS:
        wander = np.convolve(chance.normal(0.0, 1.2, days + 2), [0.6, 0.3, 0.1], mode="valid")
        scores = np.clip(np.rint(chance.uniform(1.0, 5.0) + wander), 0.0, 10.0)
        scores[chance.random(days) < 0.15] = np.nan  # noqa: PLR2004
        nothing = np.zeros(days, np.int64)
        series["patient", item] = Series(item, "patient", FIRST, scores, nothing.astype(np.bool_), nothing)
    return Diary(FIRST, FIRST + days - 1, series, ())


def plain_pass(diary: Diary) -> int:
    """The least that any rule must do: add up each series over a window and compare."""
    found = 0
    for series in diary.series.values():
        total = np.cumsum(np.nan_to_num(series.scores))
        found += int((total[7:] - total[:-7] > 28.0).sum())  # noqa: PLR2004
    return found


def lines(people: int = PEOPLE, days: int = DAYS) -> Iterator[Line]:
    """All rules over one person's diary."""
    took = np.zeros((people, 2))
    evaluate(person(0, days))
    for number in range(people):
        diary = person(number, days)
        took[number] = seconds(partial(evaluate, diary)), seconds(partial(plain_pass, diary))
    ours, theirs = took.T * 1000
    yield Line(
        what=f"All rules over a person’s {days} days, {people} people",
        ours=spread(ours, "ms", 2),
        beside=f"one plain pass of numpy: {spread(theirs, 'ms', 2)}",
        ratio=f"{ratio(ours, theirs):.0f}",
    )


if __name__ == "__main__":
    tell(lines(*map(int, sys.argv[1:])))
