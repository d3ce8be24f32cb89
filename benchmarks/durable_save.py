"""One durable answer, beside a bare SQLite transaction with the same pragmas and the same checkpoint.

`python -m benchmarks.durable_save [TIMES] [FOLDER]`: the two take turns within one loop, on one real disk.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from benchmarks.measuring import Line, compared, in_turns, seconds, tell
from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore

FIRST = date(2000, 1, 1)
TIMES = 300
MUST = 1.5


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


def insert(connection: sqlite3.Connection, number: int) -> None:
    """One row, one transaction, one checkpoint."""
    id_, day = f"{number:036d}", FIRST + timedelta(days=number)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO rating VALUES (?, ?, ?, 'patient', NULL, NULL, 0, 0, ?, NULL, 'pain', ?, NULL)",
        (id_, id_, "2026-05-14T19:00:00.000+00:00", day.isoformat(), number % 11),
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def lines(times: int = TIMES, place: str = ".") -> Iterator[Line]:
    """An entry until it is durable."""
    ours, theirs = count(1), count(1)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        other = bare(Path(folder) / "bare.sqlite")
        with DiaryStore.open(Path(folder) / "diary.symtrack", create=True) as store:

            def add() -> None:
                number = next(ours)
                store.add(Rating(day=FIRST + timedelta(days=number), item="pain", score=number % 11))

            found = in_turns(
                {
                    "symtrack": lambda: 1000 * seconds(add),
                    "raw sqlite3": lambda: 1000 * seconds(lambda: insert(other, next(theirs))),
                },
                times,
            )
        other.close()
    yield compared("An answer, until it is on the disk for good", found, "ms", decimals=2, must=MUST)


if __name__ == "__main__":
    tell(lines(*(int(part) if part.isdigit() else part for part in sys.argv[1:])))  # type: ignore[arg-type]
