"""`python -m benchmarks.flags.speed [PEOPLE]`: the whole command over a cohort, beside scipy’s slope of each window.

The two take turns, a part of the people at a time; what is told is their ratio. The whole command reads the file, runs
every rule and writes the flags. Beside it scipy.stats.theilslopes is called on each trailing window of 28 days of the
same numbers, and nothing else is done.
"""

import resource
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks.flags.simulate import DAYS, FIRST, ITEMS, Rows, courses

WINDOW, TURNS = 28, 5
SAMPLE = 4
"""People of each turn for whom scipy is called; its time is a multiple of theirs."""


def main(people: int = 10_000) -> None:
    each = people // TURNS
    ratios, ours, theirs = [], 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cohort.csv"
        for turn in range(TURNS):
            scores = courses(each, turn).scores()
            write(path, scores)
            slow = slopes(scores[: SAMPLE * len(ITEMS)]) / SAMPLE * each
            start = perf_counter()
            subprocess.run([*COMMAND, str(path), "--all", "--json"], check=True, stdout=subprocess.DEVNULL)
            quick = perf_counter() - start
            ratios.append(slow / quick)
            ours, theirs = ours + quick, theirs + slow
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{each * TURNS} people, {DAYS} days: {ours:.0f} s; scipy {theirs:.0f} s (from {SAMPLE * TURNS} people)")
    print(
        f"times as quick: median {np.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f}); "
        f"most memory {most:.0f} MB"
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

    start = perf_counter()
    for row in scores:
        for day in range(WINDOW - 1, DAYS):
            part = row[day - WINDOW + 1 : day + 1]
            there = ~np.isnan(part)
            theilslopes(part[there], np.flatnonzero(there))
    return perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
