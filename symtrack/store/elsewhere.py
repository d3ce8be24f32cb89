"""Keeping what can't be saved: everything that can still be read, and what was entered since, in another file."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.diary.rows import Row
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store import file
from symtrack.store.beside import beside
from symtrack.store.engine import sqlite
from symtrack.store.rows import COLUMNS, Rows, Values

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore


def keep(opened: "DiaryStore", connection: sqlite.Connection | None, unsaved: Sequence[Row], path: Path) -> None:
    """Makes a diary at `path` of what can be read of the open one and of the rows that it could not take.

    InputError when something is there already, DiaryFileError when the diary can't be made there either.
    """
    if path.exists() or path.is_symlink():
        raise InputError(_("There is something at {path} already. Please choose another name.").format(path=path))
    with file.spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as new:
            with type(opened).open(new, create=True, secret=opened.key, clock=opened.clock) as made:
                if connection is not None:
                    _take(made, readable(connection))
                for row in unsaved:
                    _add(made, row)
            new.rename(path)
        file.make_durable(path.parent)


def readable(connection: sqlite.Connection) -> Rows:
    """Every row that can be read: past a damaged page the table is read from its other end."""
    diary = ""
    with suppress(sqlite.DatabaseError):
        diary = file.diary(connection)
    return Rows(diary=diary, tables={table: _rows(connection, table) for table in COLUMNS})


def _rows(connection: sqlite.Connection, table: str) -> tuple[Values, ...]:
    columns = COLUMNS[table]
    found: dict[str, Values] = {}
    for order in ("ASC", "DESC"):
        with suppress(sqlite.DatabaseError):
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid {order}"):  # noqa: S608 - our names
                found[row[0]] = dict(zip(columns, row, strict=True))
            break
    return tuple(found[key] for key in sorted(found))


def _take(made: "DiaryStore", found: Rows) -> None:
    if not found.diary:
        return
    try:
        made.take(found)
    except InputError:  # A row that no diary can hold: the others are taken one by one.
        for table, rows in found.tables.items():
            for row in rows:
                with suppress(InputError):
                    made.take(Rows(diary=found.diary, tables={table: (row,)}))


def _add(made: "DiaryStore", row: Row) -> None:
    try:
        made.add(row)
    except InputError:  # What it corrects could not be read.
        made.add(replace(row, replaces=None))
