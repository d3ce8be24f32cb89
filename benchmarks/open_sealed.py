"""Opening a sealed diary and reading it once, beside SQLCipher's own way of opening the same file with the passphrase.

`python -m benchmarks.open_sealed [TIMES] [FOLDER]`: the two take turns within one loop. Both derive the key anew each
time: that is meant to take a tenth of a second.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from benchmarks.measuring import Line, compared, in_turns, seconds, tell
from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore
from symtrack.store.vault import Passphrase

FIRST = date(2020, 1, 1)
WORDS = "correct horse battery staple"
ITEMS = ("pain", "nausea", "appetite", "fatigue")
TIMES = 20
AIM = 1.2
QUERY = "SELECT * FROM current_rating ORDER BY day, time, id"


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
        return len(connection.execute(QUERY).fetchall())


def ours(path: Path) -> int:
    """The diary does, and reads the same."""
    with DiaryStore.open(path, secret=Passphrase(WORDS)) as store:
        return len(store._read(QUERY))  # noqa: SLF001 - the very same read, without making objects of it


def lines(times: int = TIMES, place: str = ".") -> Iterator[Line]:
    """A sealed diary, opened and read."""
    with tempfile.TemporaryDirectory(dir=place) as folder:
        path = Path(folder) / "diary.symtrack"
        diary(path)
        found = in_turns(
            {
                "symtrack": lambda: 1000 * seconds(lambda: ours(path)),
                "SQLCipher alone": lambda: 1000 * seconds(lambda: bare(path)),
            },
            times,
        )
    yield compared("A sealed diary of one year, opened by its passphrase and read", found, "ms", aim=AIM)


if __name__ == "__main__":
    tell(lines(*(int(part) if part.isdigit() else part for part in sys.argv[1:])))  # type: ignore[arg-type]
