"""After an entry in a diary of ten years: when it is shown, and when the points are there.

`python -m benchmarks.entry [YEARS]`: a digit and Enter on each card of Today in a real window. Shown is when the page
was painted after the key; the points are there when the rules have run and what they changed was painted.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from benchmarks.diaries import write
from benchmarks.measuring import Line, spread, tell

YEARS, ROUNDS, CARDS = 10, 3, 10
SHOWN, FLAGS = 50, 300


def entries(path: Path, rounds: int = ROUNDS, most: int = CARDS) -> np.ndarray:
    """Milliseconds until each is shown, then until the points are there; by the clock, then of the processor."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtTest import QTest

    from benchmarks.window import opened, rest, settle

    times = []
    with opened(path) as (window, journal):
        page = window.page()
        rest(journal)
        for _turn in range(rounds):
            for card in page.cards[:most]:  # type: ignore[attr-defined]
                card.setFocus()
                settle()
                # Another number than the one that stands: the same is not written twice.
                stands = journal.answers(page.day)[card.item.key].score or 0  # type: ignore[attr-defined]
                QTest.keyClick(card, Qt.Key(Qt.Key.Key_0 + (stands + 1) % 10))
                settle()
                start, worked = perf_counter(), process_time()
                QTest.keyClick(card, Qt.Key.Key_Return)
                # What was posted is done here, painting too, but no timer yet: the rules wait for one.
                QCoreApplication.sendPostedEvents()
                QCoreApplication.sendPostedEvents()
                shown, shown_worked = perf_counter(), process_time()
                rest(journal)
                there = perf_counter() - start, process_time() - worked
                times.append((shown - start, shown_worked - worked, *there))
    return np.array(times[1:]) * 1000  # The first imports the rules.


def lines(years: float = YEARS) -> Iterator[Line]:
    """Shown, and the points there."""
    with tempfile.TemporaryDirectory() as folder:
        times = entries(write(Path(folder) / "diary.symtrack", years)).T
    for k, what, must in ((0, "until it is shown", SHOWN), (2, "until the points are there", FLAGS)):
        yield Line(
            what=f"An entry in a diary of {years:g} years, {what}",
            ours=f"{spread(times[k], 'ms')}; of the processor {spread(times[k + 1], 'ms')}",
            judged=float(np.median(times[k + 1])),
            must=must,
            unit=" ms",
        )


if __name__ == "__main__":
    tell(lines(*map(float, sys.argv[1:])))
