"""One change file: some of a diary's rows, sealed, in a small SQLite file that is written once and never changed.

Its name is a UUIDv7 and the first half of the SHA-256 of its bytes, so that anybody can see whether all of it is there,
whatever a sync program added to the name.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.store import file, looking
from symtrack.store.beside import beside
from symtrack.store.rows import COLUMNS, CONTENT, Rows, Values
from symtrack.store.vault import Key, Secret

SUFFIX = ".symtrack-changes"
VERSION = 1
_NAME = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{32})")
_TABLES = (
    # Written and read as JSON, so that a row may have one column more in a later version.
    """CREATE TABLE part (version INTEGER NOT NULL, diary TEXT NOT NULL, writer TEXT NOT NULL) STRICT""",
    """CREATE TABLE line (id TEXT NOT NULL PRIMARY KEY, "table" TEXT NOT NULL, "values" TEXT NOT NULL) STRICT""",
)


class Stamp(NamedTuple):
    """What a change file's name says: the id of the file, and the hash of its bytes."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a change file holds. `writer` is the copy of the app that wrote it, and `saying` the rows with content."""

    writer: str
    rows: Rows
    ids: frozenset[str] = field(default_factory=frozenset)
    saying: frozenset[str] = field(default_factory=frozenset)

    def without_rows(self) -> "Part":
        """The same without what the rows say, to be remembered."""
        return replace(self, rows=Rows(diary=self.rows.diary))


def stamp(path: Path) -> Stamp | None:
    """What the name says, also in a copy that a sync program renamed; None for any other file."""
    found = _NAME.search(path.name)
    mine = path.name.endswith(SUFFIX) and not path.name.startswith(".")  # Where a program is still writing it.
    return Stamp(*found.groups()) if found and mine else None


def is_whole(path: Path, expected: Stamp) -> bool:
    """Whether all of its bytes have come, and no others."""
    try:
        return _digest(path.read_bytes()) == expected.digest
    except OSError:
        return False


def read(path: Path, secret: Secret) -> Part:
    """What a whole change file holds; nothing is written beside it. SealedError when it has another key."""
    with file.spoken(path), closing(file.bare(path, "ro&immutable=1", secret.key(looking.salt(path)))) as part:
        try:
            version, diary, writer = part.execute("SELECT version, diary, writer FROM part").fetchone()
            if int(version) > VERSION:
                raise DiaryFileError(
                    _("{path} was written by a newer symtrack. Please install the newest version to open it.").format(
                        path=path
                    )
                )
            lines = part.execute('SELECT "table", "values" FROM line ORDER BY id')
            return of(writer, diary, ((table, json.loads(values)) for table, values in lines))
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise DiaryFileError(_("{path} holds something that is no row of a diary.").format(path=path)) from error


def of(writer: str, diary: str, lines: Iterable[tuple[str, Values]]) -> Part:
    """The part that holds these rows, each with the name of its table."""
    tables: dict[str, list[Values]] = {table: [] for table in COLUMNS}
    for table, values in lines:
        tables[table].append(values)
    every = [(table, row) for table, rows in tables.items() for row in rows]
    return Part(
        writer=writer,
        rows=Rows(diary=diary, tables={table: tuple(rows) for table, rows in tables.items()}),
        ids=frozenset(str(row["id"]) for _table, row in every),
        saying=frozenset(
            str(row["id"]) for table, row in every if any(row[column] is not None for column in CONTENT[table])
        ),
    )


def write(part: Part, folder: Path, id_: str, key: Key, *, draft: Path) -> tuple[Stamp, Path]:
    """Puts the part into the folder, whole or not at all; its stamp and path. It is drafted beside `draft`."""
    with file.spoken(folder):
        with beside(draft) as new:
            with closing(file.bare(new, "rwc", key)) as made:
                made.execute("PRAGMA journal_mode = OFF")  # What is not finished is thrown away.
                for table in _TABLES:
                    made.execute(table)
                made.execute("BEGIN")
                made.execute("INSERT INTO part VALUES (?, ?, ?)", (VERSION, part.rows.diary, part.writer))
                made.executemany(
                    "INSERT INTO line VALUES (?, ?, ?)",
                    (
                        (row["id"], table, json.dumps(row, ensure_ascii=False))
                        for table, rows in part.rows.tables.items()
                        for row in rows
                    ),
                )
                made.execute("COMMIT")
            content = new.read_bytes()
        stamp = Stamp(id_, _digest(content))
        path = folder / f"{stamp.id}-{stamp.digest}{SUFFIX}"
        with beside(folder / part.writer) as arriving:  # What a killed one leaves goes when this writer writes next.
            with arriving.open("xb") as raw:
                raw.write(content)
                raw.flush()
                os.fsync(raw.fileno())
            arriving.replace(path)
        file.make_durable(folder)
    return stamp, path


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
