"""Opening a sealed diary and reading it once, beside SQLCipher's own way of opening the same file with the passphrase.

`python -m benchmarks.open_sealed [TIMES] [FOLDER]`: the two take turns within one loop. Both derive the key anew each
time: that is meant to take a tenth of a second.
"""

import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np
from sqlcipher3 import dbapi2 as sqlcipher

from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore
from symtrack.store.vault import Passphrase

FIRST = date(2020, 1, 1)
WORDS = "correct horse battery staple"
ITEMS = ("pain", "nausea", "appetite", "fatigue")


def diary(path: Path, days: int = 365) -> None:
    """A sealed diary of one year."""
    with DiaryStore.open(path, create=True, secret=Passphrase(WORDS)) as store, store.stream():
        for number in range(days):
            day = FIRST + timedelta(days=number)
            store.add(*(Rating(day=day, item=item, score=number % 11) for item in ITEMS))


def bare(path: Path) -> int:
    """SQLCipher derives the key and reads what counts."""
    with closing(sqlcipher.connect(path)) as connection:
        connection.execute(f"PRAGMA key = '{WORDS}'")
        return len(connection.execute("SELECT * FROM current_rating ORDER BY day, time, id").fetchall())


def ours(path: Path) -> int:
    """The diary does, and reads the same."""
    with DiaryStore.open(path, secret=Passphrase(WORDS)) as store:
        query = "SELECT * FROM current_rating ORDER BY day, time, id"
        return len(store._read(query))  # noqa: SLF001 - the very same read, without making objects of it


def main(times: int = 40, place: str = ".") -> None:
    seconds = np.zeros((times, 2))
    with tempfile.TemporaryDirectory(dir=place) as folder:
        path = Path(folder) / "diary.symtrack"
        diary(path)
        rows = {bare(path), ours(path)}
        for number in range(times):
            start = perf_counter()
            rows.add(bare(path))
            middle = perf_counter()
            rows.add(ours(path))
            seconds[number] = middle - start, perf_counter() - middle
    for name, column in zip(("SQLCipher", "the diary"), seconds.T * 1000, strict=True):
        low, median, high = np.percentile(column, [5, 50, 95])
        print(f"{name:12} median {median:.1f} ms  (5 to 95 %: {low:.1f} to {high:.1f})")
    print(f"ratio: {np.median(seconds[:, 1]) / np.median(seconds[:, 0]):.2f}  rows read: {rows}")


if __name__ == "__main__":
    main(*(int(part) if part.isdigit() else part for part in sys.argv[1:]))  # type: ignore[arg-type]
