"""What an open diary says: the rows that count, all rows, settings, counts. Nothing here writes."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar, cast

from symtrack.diary import setting_keys
from symtrack.diary.day import Clock, day_of
from symtrack.diary.rows import Event, Rating, RatingColumns, Row
from symtrack.store import facts, file, rows
from symtrack.store.engine import Connection, sqlite
from symtrack.store.facts import Facts
from symtrack.store.rows import Rows
from symtrack.store.vault import Key

T = TypeVar("T")
LATELY = timedelta(days=31)
# An imported day was not entered late: the other program knew it in time.
_LATE = """CASE WHEN recorded_at IN (SELECT recorded_at FROM event WHERE kind = 'import') THEN 0 ELSE max(0, CAST(
    julianday(substr(recorded_at, 1, 10)) - (substr(recorded_at, 12, 5) < ?) - julianday(day) AS INTEGER)) END"""
_ORDINAL = "CAST(julianday(day) - 1721424.5 AS INTEGER)"
# Each column comes in one piece: to make an object of each row takes Python longer than all of this takes SQLite.
_WHOLE = ", ".join(
    f"json_group_array({column})" for column in (_ORDINAL, "time", "item", "score", "reason", "voice", _LATE)
)
_COUNTING = "current_rating WHERE true"
_UNREPLACED = """rating AS r WHERE withdrawn = 0 AND (score IS NOT NULL OR reason IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM rating WHERE replaces = r.id)"""


class Reading:
    """A diary that can be read; with no connection, one of which no file was made yet."""

    path: Path
    clock: Clock
    _connection: Connection | None
    _kept: dict[str, tuple[object, object]]

    @property
    def today(self) -> date:
        """The person's day now, which begins at their `day-start`."""
        return day_of(self.clock(), setting_keys.day_start(self._settings().get("day-start")))

    def columns(self, *, private: bool = True) -> RatingColumns:
        """The ratings that count, column by column; unless `private`, as though what is private had not been given."""
        given = (setting_keys.day_start(self._settings().get("day-start")).isoformat("minutes"), int(private))
        # Which of several answers in one place counts takes SQLite longer to say than all else together, and there are
        # several only where two computers answered: mostly it need not be asked.
        columns = self._columns(_UNREPLACED, *given) if private else RatingColumns()
        return columns if private and _places(columns) == len(columns.day) else self._columns(_COUNTING, *given)

    def _columns(self, table: str, day_start: str, private: int) -> RatingColumns:
        found = self._read(f"SELECT {_WHOLE} FROM {table} AND private <= ?", day_start, private)  # noqa: S608 - ours
        return RatingColumns(*(tuple(json.loads(column)) for row in found for column in row))

    def ratings(self, first: date, last: date) -> list[Rating]:
        """The ratings that count from `first` to `last`, in order of day, time, writing."""
        found = self._read(
            "SELECT * FROM current_rating WHERE day BETWEEN ? AND ? ORDER BY day, time, id",
            first.isoformat(),
            last.isoformat(),
        )
        return [rows.rating(row) for row in found]

    def events(self) -> list[Event]:
        """The events that count, planned ones too, in order of day, time, writing."""
        query = "SELECT * FROM current_event ORDER BY day, time, id"
        return list(self._unchanged("events", lambda: tuple(rows.event(row) for row in self._read(query))))

    def corrected(self, first: date, last: date, *, private: bool = True) -> tuple[date, ...]:
        """The days on which an answer that counts took the place of a different one; unless `private`, of the others.

        Marking an answer as private says nothing else than was said before.
        """
        found = self._read(
            """WITH RECURSIVE said (id, day, score, reason, before) AS (
                   SELECT id, day, score, reason, replaces FROM current_rating
                   WHERE day BETWEEN ? AND ? AND private <= ? AND replaces IS NOT NULL
                   UNION SELECT said.id, said.day, said.score, said.reason, earlier.replaces
                   FROM said JOIN rating AS earlier ON earlier.id = said.before WHERE earlier.replaces IS NOT NULL)
               SELECT DISTINCT said.day FROM said JOIN rating AS earlier ON earlier.id = said.before
               WHERE earlier.score IS NOT said.score OR earlier.reason IS NOT said.reason ORDER BY said.day""",
            first.isoformat(),
            last.isoformat(),
            int(private),
        )
        return tuple(date.fromisoformat(row["day"]) for row in found)

    def abouts(self, *, private: bool = True) -> dict[str, str]:
        """The item of each answer that a note is about, by the id that the note names; unless `private`, of the others.

        A note that is not private itself would tell that there was an answer.
        """
        found = self._read(
            """SELECT id, item FROM rating AS r WHERE id IN (
                   SELECT json_extract(body, '$.about') FROM current_event WHERE kind = 'note')
               AND (? OR NOT EXISTS (SELECT 1 FROM current_rating AS c WHERE c.private
                   AND c.day = r.day AND c.time IS r.time AND c.item = r.item AND c.voice = r.voice))""",
            int(private),
        )
        return {str(row["id"]): str(row["item"]) for row in found}

    def private_ratings(self) -> int:
        """How many of the ratings that count are private."""
        found = self._read(
            """SELECT count(*) FROM rating AS r WHERE private AND NOT withdrawn
               AND (score IS NOT NULL OR reason IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM rating WHERE replaces = r.id)"""
        )
        return int(found[0][0]) if found else 0

    def answers_taken_back(self) -> list[tuple[date, str | None, str, str]]:
        """Day, time, item and voice of each place where something was answered and nothing counts; no private ones."""
        found = self._read(
            """SELECT day, time, item, voice FROM rating GROUP BY day, time, item, voice HAVING max(private) = 0
               EXCEPT SELECT day, time, item, voice FROM current_rating ORDER BY day, time, item, voice"""
        )
        return [(date.fromisoformat(row["day"]), row["time"], row["item"], row["voice"]) for row in found]

    def events_taken_back(self) -> list[tuple[str, str, date, str]]:
        """Origin, kind, day and voice of each event of which nothing counts any more; no private ones."""
        found = self._read(
            """WITH RECURSIVE chain (id, root) AS (
                   SELECT id, id FROM event AS e
                   WHERE replaces IS NULL OR NOT EXISTS (SELECT 1 FROM event WHERE id = e.replaces)
                   UNION ALL SELECT event.id, chain.root FROM chain JOIN event ON event.replaces = chain.id)
               SELECT id, kind, day, voice FROM event WHERE id IN (
                   SELECT root FROM chain JOIN event USING (id) GROUP BY root HAVING max(private) = 0
                   EXCEPT SELECT root FROM current_event) ORDER BY day, id"""
        )
        return [(row["id"], row["kind"], date.fromisoformat(row["day"]), row["voice"]) for row in found]

    def versions(self, id_: str) -> list[Row]:
        """All that was said in a row's place, from the first to the last; rows that take it away come as withdrawn."""
        return [
            rows.row_of(table, dict(row))
            for table in rows.ROWS
            for version in (rows.versions_of(self._connection, table, id_) if self._connection is not None else ())
            for row in self._read(f"SELECT * FROM {table} WHERE id = ?", version)  # noqa: S608 - our names
        ]

    def settings(self) -> dict[str, object]:
        """The settings that the person gave."""
        return dict(self._settings())

    def _settings(self) -> Mapping[str, object]:
        query = "SELECT key, value FROM current_setting WHERE key <> ?"
        return self._unchanged(
            "settings",
            lambda: {row["key"]: json.loads(row["value"]) for row in self._read(query, setting_keys.SHARE_KEY)},
        )

    def rows(self) -> Rows:
        """Every row that there is, replaced and withdrawn ones too."""
        if self._connection is None:
            return Rows(diary="", tables=dict.fromkeys(rows.COLUMNS, ()))
        with file.spoken(self.path, reading=True):
            return rows.every(self._connection)

    def rows_of(self, ids: Collection[str]) -> Rows:
        """Of all rows, those with these ids."""
        if self._connection is None:
            return Rows(diary="", tables=dict.fromkeys(rows.COLUMNS, ()))
        with file.spoken(self.path, reading=True):
            tables = {table: rows.read(self._connection, table, ids) for table in rows.COLUMNS}
        return Rows(diary=self.id, tables=tables)

    def size(self) -> int:
        """How many rows there are, of every kind: they only become more."""
        counts = " + ".join(f"(SELECT count(*) FROM {table})" for table in rows.COLUMNS)  # noqa: S608 - our names
        found = self._read(f"SELECT {counts}")
        return int(found[0][0]) if found else 0

    def ids(self) -> frozenset[str]:
        """The id of every row that there is."""
        union = " UNION ALL ".join(f"SELECT id FROM {table}" for table in rows.COLUMNS)  # noqa: S608 - our names
        return frozenset(str(row["id"]) for row in self._read(union))

    def redactions(self) -> dict[str, str]:
        """The rows that were erased for good, each with the id of the redaction that says so."""
        return {str(row["target"]): str(row["id"]) for row in self._read("SELECT id, target FROM redaction")}

    def share_keys(self) -> list[Key]:
        """What this diary’s change files are sealed with: the key to seal with first, then others to open with."""
        found = self._read(
            "SELECT value FROM setting WHERE key = ? AND value IS NOT NULL ORDER BY id", setting_keys.SHARE_KEY
        )
        return [Key(bytes.fromhex(json.loads(row["value"])), b"") for row in found]

    @property
    def id(self) -> str:
        """The diary's own id, the same in each of its copies; empty while no file is made."""
        found = self._read("SELECT id FROM diary")
        return str(found[0]["id"]) if found else ""

    def facts(self) -> Facts:
        """What is in the file, counted."""
        with file.spoken(self.path, reading=True):
            return facts.of(self._connection)

    def last_entry(self) -> date | None:
        """The last day with an answer or a note, in anybody's voice; what was given in passing, a dose, is none."""
        today = self.today
        for first in (today - LATELY, date.min):  # Mostly it was lately, and ten years of days take a while.
            found = self._read(
                """SELECT max(day) AS day FROM (SELECT day FROM current_rating WHERE day >= ?
                   UNION ALL SELECT day FROM current_event WHERE kind = 'note' AND day BETWEEN ? AND ?)""",
                *(each.isoformat() for each in (first, first, today)),
            )
            if found and found[0]["day"]:
                return date.fromisoformat(found[0]["day"])
        return None

    def version(self) -> int:
        """A number that changes when another program has written."""
        found = self._read("PRAGMA data_version")
        return int(found[0][0]) if found else 0

    def _unchanged(self, name: str, read: Callable[[], T]) -> T:
        """What `read` gives; not read a second time while nobody has written, neither here nor in another program.

        A page asks for the settings hundreds of times before it is drawn.
        """
        connection = self._connection
        if connection is None or connection.in_transaction:  # What is written may yet be taken back.
            return read()
        now = (connection, self.version(), connection.total_changes)
        before, found = self._kept.get(name, (None, None))
        if before != now:
            found = read()
            self._kept[name] = (now, found)
        return cast("T", found)

    def _read(self, query: str, *values: object) -> list[sqlite.Row]:
        if self._connection is None:
            return []
        with file.spoken(self.path, reading=True):
            return self._connection.execute(query, values).fetchall()


def _places(columns: RatingColumns) -> int:
    """How many different places the answers have: a day, a time or none, an item, a voice."""
    days: defaultdict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    series = zip(columns.time, columns.item, columns.voice, strict=True)
    for key, day in zip(series, columns.day, strict=True):
        days[key].append(day)
    return sum(len(set(each)) for each in days.values())
