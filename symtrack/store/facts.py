"""What is in a diary file, counted."""

from dataclasses import dataclass, field
from datetime import date

from symtrack.store.engine import sqlite
from symtrack.store.header import SCHEMA
from symtrack.store.rows import COLUMNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Counts of a diary.

    `rows` counts all rows by table; days and voices are those of what counts; `assisted` counts the days on which
    somebody typed for the patient, by name.
    """

    diary: str = ""
    schema: int = SCHEMA
    created_at: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    days: int = 0
    voices: tuple[str, ...] = ()
    assisted: dict[str, int] = field(default_factory=dict)


def of(connection: sqlite.Connection | None) -> Facts:
    """The facts of an open diary; all empty while no file is made."""
    if connection is None:
        return Facts(rows=dict.fromkeys(COLUMNS, 0))
    diary = connection.execute("SELECT id, schema, created_at FROM diary").fetchone()
    first, last, days = connection.execute(
        """SELECT min(day), max(day), count(DISTINCT day)
           FROM (SELECT day FROM current_rating
                 UNION ALL SELECT day FROM current_event WHERE kind NOT IN ('import', 'flagmark'))"""
    ).fetchone()
    voices = connection.execute("SELECT DISTINCT voice FROM current_rating ORDER BY voice <> 'patient', voice")
    assisted = connection.execute(
        """SELECT entered_by, count(DISTINCT day) FROM current_rating
           WHERE entered_by IS NOT NULL GROUP BY entered_by ORDER BY entered_by"""
    )
    return Facts(
        diary=diary["id"],
        schema=diary["schema"],
        created_at=diary["created_at"],
        rows={table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COLUMNS},  # noqa: S608 - our names
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        days=days,
        voices=tuple(row[0] for row in voices),
        assisted={row[0]: row[1] for row in assisted},
    )
