"""Appending rows inside one transaction: who replaces whom, and which ids."""

import json
from collections.abc import Iterable
from datetime import datetime

from symtrack.diary.rows import Row
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store.engine import sqlite
from symtrack.store.rows import COLUMNS, PAPERED, ROWS, Values, table_of, values_of, versions_of
from symtrack.store.uuid7 import Keys

_PLACES = {
    "rating": "day = :day AND time IS :time AND item = :item AND voice = :voice",
    "setting": "key = :key",
}
_VERSION = "id IN (SELECT value FROM json_each(:versions))"
_FILLED = {
    "rating": "score IS NOT NULL OR reason IS NOT NULL",
    "event": "body IS NOT NULL",
    "setting": "value IS NOT NULL",
}


class Writing:
    """What may be done to a diary within one transaction. Rows are appended, and nothing else."""

    def __init__(self, connection: sqlite.Connection, now: datetime, keys: Keys) -> None:
        self.connection = connection
        self.now = now.isoformat(timespec="milliseconds")
        self.keys = keys

    def action(self, given: Iterable[Row]) -> tuple[str, tuple[str, ...]]:
        """Appends the rows as one action: its id, and theirs."""
        action, ids = "", []
        for row in given:
            table, values = table_of(row), values_of(row)
            key = self.keys.next()
            action = action or key
            replaced = self._replaced(table, values, row)
            if replaced and not row.replaces and table == "rating":  # What is private stays so with another answer.
                values["private"] = max(int(row.private), int(str(self.row(table, replaced[0])["private"])))
            values |= {"id": key, "action": action, "recorded_at": self.now, "replaces": next(iter(replaced), None)}
            self.insert(table, values)
            ids.append(key)
            # After a merge more than one row may still stand in this place. A later clock must not bring one back.
            for other in replaced[1:]:
                self.withdraw(table, self.row(table, other), action)
        return action, tuple(ids)

    def withdrawal(self, ids: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        """Takes the rows away as one action: its id, and those of the rows that say so."""
        action, written = "", []
        for id_ in ids:
            table = next((table for table in ROWS if self._counts(table, id_)), None)
            if table is None:
                raise InputError(_("There is nothing in the diary with the id {id}.").format(id=id_))
            for standing in [id_, *self._others(table, id_)]:
                written.append(self.withdraw(table, self.row(table, standing), action))
                action = action or written[0]
        return action, tuple(written)

    def privacy(self, ids: Iterable[str], *, private: bool) -> tuple[str, tuple[str, ...]]:
        """Marks the rows as private or not, as one action: its id, and those of the rows that say so.

        They say what was said, and keep the moment at which it was given: nothing becomes late by it.
        """
        action, written = "", []
        for id_ in ids:
            table = next((table for table in PAPERED if self._counts(table, id_)), None)
            if table is None:
                raise InputError(_("There is nothing in the diary with the id {id}.").format(id=id_))
            row = self.row(table, id_)
            if bool(row["private"]) == private:
                continue
            key = self.keys.next()
            action = action or key
            others = self._others(table, id_)
            self.insert(table, row | {"id": key, "action": action, "replaces": id_, "private": int(private)})
            written.append(key)
            for other in others:
                self.withdraw(table, self.row(table, other), action)
        return action, tuple(written)

    def withdraw(self, table: str, row: Values, action: str) -> str:
        """Appends the row that takes `row` away; with no `action` it begins one."""
        key = self.keys.next()
        content = {"score": None, "reason": None} if table == "rating" else {"text": None, "body": None, "value": None}
        values = {name: value for name, value in (row | content).items() if name in COLUMNS[table]}
        values |= {"id": key, "action": action or key, "recorded_at": self.now, "replaces": row["id"], "withdrawn": 1}
        self.insert(table, values)
        return key

    def insert(self, table: str, values: Values) -> None:
        columns = COLUMNS[table]
        self.connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(':' + name for name in columns)})",  # noqa: S608 - our names
            values,
        )

    def row(self, table: str, id_: object) -> Values:
        """The row's columns; LookupError when there is none."""
        found = self.connection.execute(f"SELECT * FROM {table} WHERE id = ?", (id_,)).fetchone()  # noqa: S608 - our names
        if found is None:
            raise LookupError(id_)
        return dict(found)

    def _replaced(self, table: str, values: Values, row: Row) -> list[str]:
        """The ids that the new row takes the place of: the one that counts first, then others that still stand."""
        if row.replaces:
            if not self._counts(table, row.replaces):
                raise InputError(
                    _("There is nothing in the diary with the id {id} that could be corrected.").format(id=row.replaces)
                )
            return [row.replaces, *self._others(table, row.replaces)]
        return self._standing(table, values) if table in _PLACES else []

    def _others(self, table: str, id_: str) -> list[str]:
        """What else still stands in the place of the row that counts, after a merge: it must not come up again."""
        if table in _PLACES:
            standing = self._standing(table, self.row(table, id_))
        else:
            versions = json.dumps(versions_of(self.connection, table, id_))
            standing = self._standing(table, {"versions": versions})
        return [other for other in standing if other != id_]

    def _standing(self, table: str, values: Values) -> list[str]:
        """The rows of a place that nothing replaces: the one that counts first."""
        found = self.connection.execute(
            f"""SELECT id FROM {table} AS r WHERE {_PLACES.get(table, _VERSION)} AND withdrawn = 0
                AND ({_FILLED[table]}) AND NOT EXISTS (SELECT 1 FROM {table} WHERE replaces = r.id)
                ORDER BY julianday(recorded_at) DESC, id DESC""",  # noqa: S608 - our names
            values,
        )
        return [str(found_row["id"]) for found_row in found]

    def _counts(self, table: str, id_: str) -> bool:
        query = f"SELECT 1 FROM current_{table} WHERE id = ?"  # noqa: S608 - our names
        return self.connection.execute(query, (id_,)).fetchone() is not None
