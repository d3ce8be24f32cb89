"""A diary without any database: rows by id, and what counts among them, worked out as plainly as can be."""

from collections.abc import Mapping
from datetime import datetime

from symtrack.store import Rows

Row = Mapping[str, object]
CONTENT = {"rating": ("score", "reason"), "event": ("text", "body"), "setting": ("value",), "redaction": ()}


class PlainDiary:
    """Every row by its id, with the name of its table; a row that was erased says nothing."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[str, Row]] = {}
        self.erased: set[str] = set()

    def merge(self, others: Mapping[str, tuple[str, Row]]) -> None:
        """The union by id."""
        self.rows = {**others, **self.rows}
        self.erased |= {str(row["target"]) for table, row in self.rows.values() if table == "redaction"}
        for id_ in self.erased & self.rows.keys():
            table, row = self.rows[id_]
            self.rows[id_] = table, {**row, **dict.fromkeys(CONTENT[table])}

    def learn(self, found: Rows) -> list[str]:
        """Takes in what was written by hand in one place; the ids of rows that were changed or lost there."""
        written = by_id(found)
        self.merge(written)
        return [id_ for id_ in self.rows if written.get(id_) != self.rows[id_]]

    def ratings(self) -> dict[object, str]:
        """The id of the row that counts for each day, time, item and voice."""
        return self._latest("rating", lambda row: tuple(row[name] for name in ("day", "time", "item", "voice")))

    def settings(self) -> dict[object, str]:
        """The id of the row that counts for each key."""
        return self._latest("setting", lambda row: row["key"])

    def events(self) -> dict[object, str]:
        """The id of the row that counts for each event, named by its first row."""
        return self._latest("event", self._first)

    def _latest(self, table: str, place: object) -> dict[object, str]:
        mine = [row for each, row in self.rows.values() if each == table]
        replaced = {row["replaces"] for row in mine}
        counts: dict[object, Row] = {}
        for row in mine:
            says = (
                row["body"] if table == "event" else next((row[n] for n in CONTENT[table] if row[n] is not None), None)
            )
            if row["id"] in replaced or row["withdrawn"] or says is None:
                continue
            where = place(row)  # type: ignore[operator]
            if where not in counts or _age(counts[where]) < _age(row):
                counts[where] = row
        return {where: str(row["id"]) for where, row in counts.items()}

    def _first(self, row: Row) -> str:
        while row["replaces"] in self.rows:
            row = self.rows[str(row["replaces"])][1]
        return str(row["id"])


def by_id(found: Rows) -> dict[str, tuple[str, Row]]:
    """Every row by its id, with the name of its table."""
    return {str(row["id"]): (table, row) for table, rows in found.tables.items() for row in rows}


def _age(row: Row) -> tuple[datetime, str]:
    return datetime.fromisoformat(str(row["recorded_at"])), str(row["id"])
