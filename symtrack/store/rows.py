"""Rows as the file has them, and as Python has them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.store import file
from symtrack.store.engine import sqlite

COMMON = ("id", "action", "recorded_at", "voice", "entered_by", "replaces", "withdrawn", "private")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "rating": (*COMMON, "day", "time", "item", "score", "reason"),
    "event": (*COMMON, "kind", "day", "until", "time", "text", "body"),
    "setting": (*COMMON, "key", "value"),
    "redaction": ("id", "recorded_at", "target"),
}
CONTENT: Mapping[str, tuple[str, ...]] = {
    "rating": ("score", "reason"),
    "event": ("text", "body"),
    "setting": ("value",),
    "redaction": (),
}
ROWS = ("rating", "event", "setting")
"""The tables whose rows a person's action adds."""

PAPERED = ("rating", "event")
"""The tables whose rows can be on a paper, or be private."""

Values = dict[str, object]
"""One row as the file has it: a value for each column."""

_VERSIONS = """WITH RECURSIVE version (id) AS (
        SELECT ? UNION
        SELECT r.replaces FROM {table} AS r JOIN version USING (id) WHERE r.replaces IS NOT NULL UNION
        SELECT r.id FROM {table} AS r JOIN version ON r.replaces = version.id)
    SELECT id FROM {table} WHERE id IN version ORDER BY id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Every row of a diary, by table, each table in order of id; JSON columns as their text."""

    diary: str
    tables: Mapping[str, tuple[Values, ...]] = field(default_factory=dict)


def every(connection: sqlite.Connection) -> Rows:
    """Every row of an open diary, replaced and withdrawn ones too."""
    return Rows(diary=file.diary(connection), tables={table: read(connection, table) for table in COLUMNS})


def read(connection: sqlite.Connection, table: str, ids: Collection[str] | None = None) -> tuple[Values, ...]:
    """The table's rows, or those of them that have these ids, in order of id."""
    columns = COLUMNS[table]
    query = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - our names
    if ids is None:
        found = connection.execute(f"{query} ORDER BY id")
    else:
        found = connection.execute(
            f"{query} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",  # noqa: S608 - our names
            (json.dumps(sorted(ids)),),
        )
    return tuple(dict(zip(columns, row, strict=True)) for row in found)


def versions_of(connection: sqlite.Connection, table: str, id_: str) -> list[str]:
    """The ids of the row, of all that it corrects and of all that correct it, in the order of writing."""
    return [str(row[0]) for row in connection.execute(_VERSIONS.format(table=table), (id_,))]


def table_of(row: Row) -> str:
    """The table that holds rows of this type."""
    return type(row).__name__.lower()


def values_of(row: Row) -> Values:
    """The row's columns as the file has them."""
    common: Values = {name: getattr(row, name) for name in COMMON}
    common["withdrawn"], common["private"] = int(row.withdrawn), int(row.private)
    if isinstance(row, Rating):
        return common | {
            "day": row.day.isoformat(),
            "time": row.time,
            "item": row.item,
            "score": row.score,
            "reason": row.reason,
        }
    if isinstance(row, Event):
        return common | {
            "kind": row.kind,
            "day": row.day.isoformat(),
            "until": row.until.isoformat() if row.until else None,
            "time": row.time,
            "text": row.text,
            "body": to_json(dict(row.body)),
        }
    if isinstance(row, Setting):
        return common | {"key": row.key, "value": to_json(row.value)}
    raise TypeError(type(row).__name__)


def row_of(table: str, values: Mapping[str, Any]) -> Row:
    """The row of these columns; ValueError or KeyError when they can't be one."""
    if table == "rating":
        return rating(values)
    if table == "event":
        return event(values)
    return Setting(**_common(values), key=values["key"], value=json.loads(values["value"] or "null"))


def rating(row: sqlite.Row | Mapping[str, Any]) -> Rating:
    return Rating(
        **_common(row),
        day=date.fromisoformat(row["day"]),
        time=row["time"],
        item=row["item"],
        score=row["score"],
        reason=row["reason"],
    )


def event(row: sqlite.Row | Mapping[str, Any]) -> Event:
    return Event(
        **_common(row),
        kind=row["kind"],
        day=date.fromisoformat(row["day"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        time=row["time"],
        text=row["text"],
        body=json.loads(row["body"] or "{}"),
        origin=row["root"] if "root" in row.keys() else "",  # noqa: SIM118 - a sqlite.Row iterates over its values
    )


def to_json(value: object) -> str:
    """The one spelling that a value has in the file, so that the same diary always exports the same bytes."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _common(row: sqlite.Row | Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in COMMON} | {
        "withdrawn": bool(row["withdrawn"]),
        "private": bool(row["private"]),
    }
