"""The rules over many invented people, beside one plain pass of numpy: `python -m benchmarks.rules [PEOPLE] [DAYS]`."""

import resource
import sys
from datetime import date
from time import perf_counter

import numpy as np

from symtrack.diary.record import Diary, Series
from symtrack.rules import evaluate

ITEMS = ("pain", "nausea", "appetite", "fatigue")
FIRST = date(2026, 1, 1).toordinal()


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


def main(people: int = 10_000, days: int = 180) -> None:
    flags, seconds = 0, np.zeros((people, 2))
    evaluate(person(0, days))
    for number in range(people):
        diary = person(number, days)
        start = perf_counter()
        plain_pass(diary)
        middle = perf_counter()
        flags += len(evaluate(diary))
        seconds[number] = middle - start, perf_counter() - middle
    print(f"{people} people, {days} days, {flags} flags; a person, in ms:")
    for name, column in zip(("plain pass", "rules"), seconds.T * 1000, strict=True):
        low, median, high = np.percentile(column, [5, 50, 95])
        print(f"{name:10}  median {median:.3f}  (5 to 95 %: {low:.3f} to {high:.3f})  all {column.sum() / 1000:.1f} s")
    print(f"rules to plain pass: {np.median(seconds[:, 1] / seconds[:, 0]):.1f}")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
