"""Taking an action back, whole: by rows that are appended like any others.

A row that brings a former value back joins the action that gave it, and keeps the moment at which it was given; a row
that takes one away joins the action that it undoes. So an action that was taken back has nothing left that stands, and
the next undo goes one further back.
"""

from symtrack.diary.setting_keys import SHARE_KEY
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store.engine import sqlite
from symtrack.store.rows import CONTENT, ROWS, Values
from symtrack.store.writing import Writing

# A row stands when nothing replaces it, and when it does not just say that its own action was taken back.
_STANDING = """SELECT {columns} FROM {table} AS r WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE replaces = r.id)
    AND NOT (withdrawn = 1 AND EXISTS (SELECT 1 FROM {table} WHERE id = r.replaces AND action = r.action)){spared}"""
# What the program made itself is nobody's action.
_SPARED = {"rating": "", "event": "", "setting": f" AND key <> '{SHARE_KEY}'"}


def last_action(connection: sqlite.Connection) -> str | None:
    """The id of the last action of which something stands."""
    # The latest of each table by its index: to look at all rows took longer than all else after an entry.
    latest = (f"SELECT * FROM ({_standing('action', table)} ORDER BY action DESC LIMIT 1)" for table in ROWS)  # noqa: S608
    union = " UNION ALL ".join(latest)
    found = connection.execute(f"SELECT max(action) FROM ({union})").fetchone()  # noqa: S608 - our names
    return str(found[0]) if found[0] else None


def undo(writing: Writing, action: str | None) -> str:
    """Takes back `action`, or the last one; returns its id. InputError when nothing of it stands."""
    named = action or last_action(writing.connection)
    if named is None:
        raise InputError(_("There is nothing to take back."))
    standing = [
        (table, dict(row))
        for table in ROWS
        for row in writing.connection.execute(
            f"{_standing('*', table)} AND action = ? ORDER BY id", (named,)
        ).fetchall()
    ]
    if not standing:
        raise InputError(
            _("There is no action {action} to take back, or all of it was changed since.").format(action=named)
        )
    for table, row in standing:
        _take_back(writing, table, row)
    return named


def _standing(columns: str, table: str) -> str:
    return _STANDING.format(columns=columns, table=table, spared=_SPARED[table])


def _take_back(writing: Writing, table: str, row: Values) -> None:
    before = _before(writing, table, row)
    if before is None or before["withdrawn"] or all(before[column] is None for column in CONTENT[table]):
        if not row["withdrawn"]:
            writing.withdraw(table, row, str(row["action"]))
        return
    writing.insert(table, before | {"id": writing.keys.next(), "replaces": row["id"]})


def _before(writing: Writing, table: str, row: Values) -> Values | None:
    """What stood in the row's place before its action: below the deepest row of the chain that belongs to it."""
    before: Values | None = None
    below, seen = row, {row["id"]}
    while below["replaces"] is not None and below["replaces"] not in seen:
        try:
            below = writing.row(table, below["replaces"])
        except LookupError:  # The copy that holds it has not come yet.
            break
        seen.add(below["id"])
        if below["action"] == row["action"]:
            before = None
        elif before is None:
            before = below
    return before
