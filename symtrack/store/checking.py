"""Whether a diary file is whole: the pages, the tables, and every row as this program would have written it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from symtrack.diary import check
from symtrack.errors import DiaryFileError, InputError
from symtrack.i18n import _
from symtrack.store import rows
from symtrack.store.engine import sqlite
from symtrack.store.rows import COLUMNS, CONTENT, ROWS
from symtrack.store.uuid7 import is_key

MOST = 20
"""Findings of one kind that are named one by one."""
_UNREADABLE = (sqlite.DatabaseError, UnicodeDecodeError)
"""What Python’s sqlite3 says of a damaged page, and of bytes that are no text."""


def findings(connection: sqlite.Connection) -> list[str]:
    """A sentence for each thing that is wrong; none when the diary is whole."""
    try:
        return damage(connection) or _rows(connection)
    except _UNREADABLE as error:
        return [_damaged(str(error))]


def damage(connection: sqlite.Connection) -> list[str]:
    """What is wrong with the pages and the tables: what SQLite can tell, and quickly."""
    try:
        return _pages(connection) or _schema(connection)
    except _UNREADABLE as error:
        return [_damaged(str(error))]


def see_that_it_is_whole(connection: sqlite.Connection, path: Path) -> None:
    """DiaryFileError when the pages are not: a quick look, 20 ms for ten years of days."""
    if [str(row[0]) for row in connection.execute("PRAGMA quick_check(1)")] != ["ok"]:
        raise DiaryFileError(_("The diary {path} is damaged and can’t be read whole.").format(path=path))


def wrong(table: str, values: rows.Values) -> str:
    """Why this can't be a row of ours, looked at by itself; empty when it can. It may say nothing: it may be erased."""
    try:
        _see_that_it_is_placed(values)
        if table in ROWS:
            row = rows.row_of(table, values)
            empty = all(values[column] is None for column in CONTENT[table])
            check.check_kept(replace(row, withdrawn=True) if empty else row)
            if row.withdrawn and not empty:
                return _("it takes another one away, but says something itself.")
    except (InputError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return str(error)
    return ""


def _see_that_it_is_placed(values: rows.Values) -> None:
    """InputError unless it has an id that others can follow, and a moment."""
    for name in ("id", "action", "replaces", "target"):
        value = values.get(name)
        if (value is None and name == "id") or (value is not None and not is_key(value)):
            raise InputError(_("“{id}” is no id of a diary or of one of its rows.").format(id=value))
    moment = datetime.fromisoformat(str(values["recorded_at"]))
    if moment.tzinfo is None:
        raise InputError(_("“{text}” is no moment.").format(text=values["recorded_at"]))


def _pages(connection: sqlite.Connection) -> list[str]:
    rows = connection.execute(f"PRAGMA integrity_check({MOST})").fetchall()
    said = [line for row in rows for line in str(row[0]).splitlines() if not line.startswith("***")]
    return [] if said == ["ok"] else [_damaged(each) for each in said]


def _damaged(what: str) -> str:
    return _("The file is damaged: {what}.").format(what=what)


def _schema(connection: sqlite.Connection) -> list[str]:
    """What differs from the tables, guards and views that a new diary of this version has."""
    from symtrack.store.schema import migrate

    fresh = sqlite.connect(":memory:", isolation_level=None)
    try:
        migrate(fresh)
        wanted, there = _parts(fresh), _parts(connection)
    finally:
        fresh.close()
    missing = [
        _("The diary lacks its part “{name}”.").format(name=name) for name in sorted(wanted.keys() - there.keys())
    ]
    changed = [
        _("The part “{name}” of the diary was changed by hand.").format(name=name)
        for name in sorted(wanted.keys() & there.keys())
        if wanted[name] != there[name]
    ]
    foreign = [
        _("The diary has a part “{name}” that is not its own.").format(name=name)
        for name in sorted(there.keys() - wanted.keys())
    ]
    return missing + changed + foreign


def _parts(connection: sqlite.Connection) -> dict[str, str]:
    return {
        str(name): str(sql)
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
        )
    }


def _rows(connection: sqlite.Connection) -> list[str]:
    """Rows that no action of this program could have written: edited by hand, or by a faulty program."""
    erased = {str(row[0]) for row in connection.execute("SELECT target FROM redaction")}
    found = []
    for table in COLUMNS:
        query = f"SELECT {', '.join(COLUMNS[table])} FROM {table} ORDER BY id"  # noqa: S608 - our names
        for row in connection.execute(query):
            values = dict(zip(COLUMNS[table], row, strict=True))
            why = _wrong(table, values, erased=values["id"] in erased)
            if why:
                found.append(_("The {table} {id} can't be right: {why}").format(table=table, id=values["id"], why=why))
    return found[:MOST]


def _wrong(table: str, values: rows.Values, *, erased: bool) -> str:
    empty = all(values[column] is None for column in CONTENT[table])
    if erased and not empty:
        return _("it was erased for good, but what it said is still there.")
    if empty and not erased and table in ROWS and not values["withdrawn"]:
        return _("it says nothing, though it was never erased.")
    return wrong(table, values)
