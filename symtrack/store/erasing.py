"""Erasing for good: what a row said is gone from every page of the file; that there was a row stays."""

from collections.abc import Iterable

from symtrack.diary.setting_keys import SHARE_KEY
from symtrack.errors import DiaryFileError, InputError
from symtrack.i18n import _
from symtrack.store.engine import sqlite
from symtrack.store.rows import CONTENT, ROWS, Values, versions_of
from symtrack.store.writing import Writing


def erase(writing: Writing, ids: Iterable[str]) -> list[Values]:
    """Adds a redaction for each row and each of its versions, and empties them; the new redactions.

    Whoever erases a note means its earlier wordings too: all that correct it or that it corrects.
    InputError for an id that no row has.
    """
    new: list[Values] = []
    for id_ in ids:
        versions = [version for table in ROWS for version in versions_of(writing.connection, table, id_)]
        if not versions or _is_the_share_key(writing.connection, id_):
            raise InputError(_("There is nothing in the diary with the id {id}.").format(id=id_))
        new += [_redaction(writing, version) for version in versions if not _erased(writing.connection, version)]
    empty(writing.connection)
    return new


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


def _is_the_share_key(connection: sqlite.Connection, id_: str) -> bool:
    """Nobody gave it, and without it the copies of the diary could not read each other's change files any more."""
    query = "SELECT 1 FROM setting WHERE id = ? AND key = ?"
    return connection.execute(query, (id_, SHARE_KEY)).fetchone() is not None


def _erased(connection: sqlite.Connection, id_: str) -> bool:
    return connection.execute("SELECT 1 FROM redaction WHERE target = ?", (id_,)).fetchone() is not None


def _redaction(writing: Writing, target: str) -> Values:
    values: Values = {"id": writing.keys.next(), "recorded_at": writing.now, "target": target}
    writing.insert("redaction", values)
    return values
