"""`python -m benchmarks.flags.speed [PEOPLE]`: the whole command over a cohort, beside scipy’s slope of each window.

The two take turns, a part of the people at a time; what is told is their ratio. The whole command reads the file, runs
every rule and writes the flags. Beside it scipy.stats.theilslopes is called on each trailing window of 28 days of the
same numbers, and nothing else is done.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.flags.simulate import DAYS, FIRST, ITEMS, Rows, courses
from benchmarks.measuring import Line, seconds, tell

PEOPLE, WINDOW, TURNS = 1000, 28, 5
AIM = 10.0
SAMPLE = 2
"""People of each turn for whom scipy is called; its time is a multiple of theirs."""


def lines(people: int = PEOPLE) -> Iterator[Line]:
    """The flags of a cohort."""
    each = people // TURNS
    slow, quick = np.zeros(TURNS), np.zeros(TURNS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cohort.csv"
        for turn in range(TURNS):
            scores = courses(each, turn).scores()
            write(path, scores)
            slow[turn] = slopes(scores[: SAMPLE * len(ITEMS)]) / SAMPLE * each
            command = [*COMMAND, str(path), "--all", "--json"]
            quick[turn] = seconds(partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL))
    times = float(np.median(slow / quick))
    yield Line(
        what=f"`symtrack flags` over {each * TURNS} people, {DAYS} days of {len(ITEMS)} items",
        ours=f"{quick.sum():.0f} s",
        beside=f"scipy.stats.theilslopes over each 28 days: {slow.sum():.0f} s, from {SAMPLE * TURNS} people",
        ratio=f"{times:.1f} times as quick",
        judged=times,
        aim=AIM,
        least=True,
    )


COMMAND = (sys.executable, "-m", "symtrack", "flags")


def write(path: Path, scores: Rows) -> None:
    """The people as the file that `symtrack flags` takes."""
    days = [(date.fromordinal(FIRST) + timedelta(days=k)).isoformat() for k in range(DAYS)]
    with path.open("w", encoding="utf-8") as file:
        file.write(f"person,day,{','.join(ITEMS)}\n")
        for person in range(len(scores) // len(ITEMS)):
            rows = scores[person * len(ITEMS) : (person + 1) * len(ITEMS)].T
            for day, row in zip(days, rows, strict=True):
                cells = ",".join("" if np.isnan(score) else str(int(score)) for score in row)
                file.write(f"p{person:05d},{day},{cells}\n")


def slopes(scores: Rows) -> float:
    """Seconds that scipy takes for the slope of each trailing window of these symptoms."""
    from scipy.stats import theilslopes

    def all_windows() -> None:
        for row in scores:
            for day in range(WINDOW - 1, DAYS):
                part = row[day - WINDOW + 1 : day + 1]
                there = ~np.isnan(part)
                theilslopes(part[there], np.flatnonzero(there))

    return seconds(all_windows)


if __name__ == "__main__":
    tell(lines(*map(int, sys.argv[1:])))
