"""Taking in another copy's rows: the union by id, in any order, any number of times."""

from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store import erasing, file
from symtrack.store.engine import sqlite
from symtrack.store.rows import COLUMNS, Rows
from symtrack.store.uuid7 import is_key
from symtrack.store.writing import Writing

_NO_ROW = (
    sqlite.IntegrityError,
    sqlite.InterfaceError,
    sqlite.ProgrammingError,
    sqlite.DataError,
    OverflowError,
    UnicodeError,
)


def take(writing: Writing, other: Rows) -> dict[str, int]:
    """Inserts every row whose id is not there, and erases what a redaction names; the number of new rows by table."""
    _adopt(writing, other.diary)
    new = {}
    for table in ("redaction", "rating", "event", "setting"):
        before = writing.connection.total_changes
        for row in other.tables.get(table, ()):
            if not is_key(row.get("id")):
                raise InputError(_("“{id}” is no id of a diary or of one of its rows.").format(id=row.get("id")))
            known = writing.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row["id"],))  # noqa: S608 - our names
            if known.fetchone() is None:
                try:
                    writing.insert(table, row)
                except _NO_ROW as error:
                    raise InputError(
                        _("The row {id} can’t be taken into a diary: {why}.").format(id=row["id"], why=error)
                    ) from error
        new[table] = writing.connection.total_changes - before
    erasing.empty(writing.connection)
    return new


def _adopt(writing: Writing, diary: str) -> None:
    """An empty diary becomes a copy of the other; two people's diaries are kept apart."""
    mine = file.diary(writing.connection)
    if mine == diary:
        return
    if any(writing.connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in COLUMNS):  # noqa: S608 - our names
        raise InputError(_("That is another person’s diary. Two people’s diaries are never put together."))
    try:
        writing.connection.execute("UPDATE diary SET id = ?", (diary,))
    except sqlite.IntegrityError as error:
        raise InputError(_("“{id}” can’t be the id of a diary.").format(id=diary)) from error
