"""One durable answer, beside a bare SQLite transaction with the same pragmas and the same checkpoint.

`python -m benchmarks.durable_save [TIMES] [FOLDER]`: the two take turns within one loop, on one real disk.
"""

import sqlite3
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np

from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore

FIRST = date(2000, 1, 1)


def bare(path: Path) -> sqlite3.Connection:
    """A file with one table of the same shape, and the same promises about the disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        """CREATE TABLE rating (id TEXT PRIMARY KEY, action TEXT, recorded_at TEXT, voice TEXT, entered_by TEXT,
           replaces TEXT, withdrawn INTEGER, private INTEGER, day TEXT, time TEXT, item TEXT, score INTEGER,
           reason TEXT) STRICT"""
    )
    return connection


def insert(connection: sqlite3.Connection, number: int, day: date) -> None:
    """One row, one transaction, one checkpoint."""
    id_ = f"{number:036d}"
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO rating VALUES (?, ?, ?, 'patient', NULL, NULL, 0, 0, ?, NULL, 'pain', ?, NULL)",
        (id_, id_, "2026-05-14T19:00:00.000+00:00", day.isoformat(), number % 11),
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def main(times: int = 500, place: str = ".") -> None:
    seconds = np.zeros((times, 2))
    with tempfile.TemporaryDirectory(dir=place) as folder:
        other = bare(Path(folder) / "bare.sqlite")
        with DiaryStore.open(Path(folder) / "diary.symtrack", create=True) as store:
            store.add(Rating(day=FIRST, item="pain", score=1))
            for number in range(times):
                day = FIRST + timedelta(days=1 + number)
                start = perf_counter()
                insert(other, number, day)
                middle = perf_counter()
                store.add(Rating(day=day, item="pain", score=number % 11))
                seconds[number] = middle - start, perf_counter() - middle
        other.close()
    for name, column in zip(("bare SQLite", "the diary"), seconds.T * 1000, strict=True):
        low, median, high = np.percentile(column, [5, 50, 95])
        print(f"{name:12} median {median:.2f} ms  (5 to 95 %: {low:.2f} to {high:.2f})")
    print(f"ratio: {np.median(seconds[:, 1]) / np.median(seconds[:, 0]):.2f}")


if __name__ == "__main__":
    main(*(int(part) if part.isdigit() else part for part in sys.argv[1:]))  # type: ignore[arg-type]
