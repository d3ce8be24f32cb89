"""Writes docs/schema.md from the tables of a new diary: `python tools/schema_page.py [--check]`."""

import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite as sqlite3
from symtrack.store.header import APPLICATION, SCHEMA

PAGE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"

HEAD = f"""# What is in a diary file

A diary is one SQLite database (application id `0x{APPLICATION:X}`, `user_version` {SCHEMA}), readable with any SQLite
tool. This page is written from the tables themselves by `tools/schema_page.py`.

Rows are only ever added. Triggers in the file refuse to change, delete or overwrite one; the only exception is the
content of a row that a `redaction` names, which may become NULL. What counts can be read from three views:

- `current_rating`: no row that another one replaces, none withdrawn or erased; of what is left for one day, time, item
  and voice, the latest.
- `current_event`: the same for each event and the chain of its corrections.
- `current_setting`: the same for each key.

What an event of each kind holds is in `resources/events/*.json`, a JSON Schema each. Unknown keys are kept.
The value of a `measurement` is in kg, °C or ml whatever its `unit` says, which is the one that was typed; `symtrack
add` takes the value in that unit and converts it. An `episode` begins at the event's time and ends at its `ended`; its
`places` are keys such as `lower_back`, or the person's own words. The measurement `woken` belongs to the day on which
the night began; pain at night is a rating with a time between 22:00 and 06:00.
"""


def page() -> str:
    """The page's text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.symtrack"
        with DiaryStore.open(path, create=True) as store:
            store.add(Event(kind="note", day=date(2026, 5, 14), text="made, so that there is a file"))
        connection = sqlite3.connect(path)
        tables = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT' ORDER BY rootpage"
        ).fetchall()
        triggers = connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        connection.close()
    parts = [HEAD, *(_table(name, sql) for name, sql in tables), "## What the file refuses\n"]
    parts.append(
        "\n".join(f"- `{table}`: {name.removeprefix(table + '_').replace('_', ' ')}" for name, table in triggers)
    )
    return "\n".join(parts).rstrip() + "\n"


def _table(name: str, sql: str) -> str:
    first, *lines = sql.splitlines()
    rows = []
    for line in lines:
        column = re.match(r"\s*(\w+) (TEXT|INTEGER)( NOT NULL)?.* -- (.*)", line)
        if column:
            empty = "" if column[3] else "may be NULL"
            rows.append(f"| `{column[1]}` | {column[2].lower()} | {empty} | {column[4].replace('|', '/')} |")
    said = first.split(" -- ")[1]
    return (
        f"## `{name}`\n\n{said[0].upper()}{said[1:]}.\n\n| column | type | | what |\n|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


def main() -> int:
    """Writes the page, or with `--check` says whether it is up to date."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        print("docs/schema.md is not what the tables say: run python tools/schema_page.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
