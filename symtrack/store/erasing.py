"""Erasing for good: what a row said is gone from every page of the file; that there was a row stays."""

from collections.abc import Iterable

from symtrack.errors import DiaryFileError, InputError
from symtrack.i18n import _
from symtrack.store.engine import sqlite
from symtrack.store.rows import CONTENT, ROWS, Values
from symtrack.store.writing import Writing

# Whoever erases a note means its earlier wordings too: all that correct it or that it corrects.
_VERSIONS = """WITH RECURSIVE version (id) AS (
        SELECT ? UNION
        SELECT r.replaces FROM {table} AS r JOIN version USING (id) WHERE r.replaces IS NOT NULL UNION
        SELECT r.id FROM {table} AS r JOIN version ON r.replaces = version.id)
    SELECT id FROM {table} WHERE id IN version ORDER BY id"""


def erase(writing: Writing, ids: Iterable[str]) -> list[Values]:
    """Adds a redaction for each row and each of its versions, and empties them; the new redactions.

    InputError for an id that no row has.
    """
    new: list[Values] = []
    for id_ in ids:
        versions = [version for table in ROWS for version in versions_of(writing.connection, table, id_)]
        if not versions:
            raise InputError(_("There is nothing in the diary with the id {id}.").format(id=id_))
        new += [_redaction(writing, version) for version in versions if not _erased(writing.connection, version)]
    empty(writing.connection)
    return new


def versions_of(connection: sqlite.Connection, table: str, id_: str) -> list[str]:
    """The ids of the row, of all that it corrects and of all that correct it, in the order of writing."""
    return [str(row[0]) for row in connection.execute(_VERSIONS.format(table=table), (id_,))]


def empty(connection: sqlite.Connection) -> None:
    """Empties every row that a redaction names."""
    for table, content in CONTENT.items():
        if content:
            erased = ", ".join(f"{column} = NULL" for column in content)
            still = " OR ".join(f"{column} IS NOT NULL" for column in content)
            connection.execute(
                f"UPDATE {table} SET {erased} WHERE id IN (SELECT target FROM redaction) AND ({still})"  # noqa: S608 - our names
            )


def sweep(connection: sqlite.Connection) -> None:
    """Writes the file anew, so that nothing that was emptied is left in a free page or in the log."""
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise DiaryFileError(_("Another program is reading the diary, and its log can’t be emptied."))


def _erased(connection: sqlite.Connection, id_: str) -> bool:
    return connection.execute("SELECT 1 FROM redaction WHERE target = ?", (id_,)).fetchone() is not None


def _redaction(writing: Writing, target: str) -> Values:
    values: Values = {"id": writing.keys.next(), "recorded_at": writing.now, "target": target}
    writing.insert("redaction", values)
    return values
