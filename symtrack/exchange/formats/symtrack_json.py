"""Our own JSON: every row of a diary with all its columns, so that a copy made from it is the same diary."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from symtrack.diary import strict_json
from symtrack.errors import InputError
from symtrack.exchange import everything
from symtrack.exchange.format import Own, Writer
from symtrack.exchange.row_check import check_id, check_row
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _
from symtrack.store import DiaryStore, Rows
from symtrack.store.rows import COLUMNS, to_json

NAME, VERSION = "symtrack", 1
LARGEST = 1 << 29
LISTS: Mapping[str, str] = {f"{table}s": table for table in COLUMNS}
_JSON_COLUMNS = {"event": "body", "setting": "value"}


def _text(source: Source) -> Source:
    """The JSON: the file itself, or the one in a zip of everything."""
    packed = source.member(everything.DIARY) and source.member(everything.JSON)
    return packed or source


def recognises(source: Source) -> bool:
    """Whether it is JSON at all."""
    return _text(source).head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read(source: Source, _today: date) -> Rows:
    """The rows of a diary; InputError names the row, and what of it is not as a diary holds it."""
    found = strict_json.parse(_text(source).whole(LARGEST))
    if not isinstance(found, dict) or found.get("format") != NAME:
        raise InputError(_("This JSON was not written by symtrack."))
    if type(found.get("version")) is not int or found["version"] != VERSION:
        raise InputError(_("This file was written by a newer symtrack. Please install the newest version to read it."))
    unknown = set(found) - {"format", "version", "diary", *LISTS}
    if unknown:
        raise InputError(_("The file has a part “{name}” that symtrack does not know.").format(name=min(unknown)))
    check_id(found.get("diary"))
    tables = {table: _list(found, name) for name, table in LISTS.items()}
    erased = {target for row in tables["redaction"] if isinstance(target := row.get("target"), str)}
    seen: set[object] = set()
    for table, rows in tables.items():
        for row in rows:
            check_row(table, row)
            if row["id"] in seen:
                raise InputError(_("The row {id} is in the file twice.").format(id=row["id"]))
            seen.add(row["id"])
    return Rows(
        diary=found["diary"],
        tables={table: tuple(_stored(table, row, erased) for row in rows) for table, rows in tables.items()},
    )


def write(store: DiaryStore, _first: date | None, _last: date | None) -> Iterator[str]:
    """The same text for the same rows, whoever writes it and whenever: one row a line, each list in order of id."""
    rows = store.rows()
    head = {"format": NAME, "version": VERSION, "diary": rows.diary}
    yield json.dumps(head, ensure_ascii=False).removesuffix("}")
    for name, table in LISTS.items():
        yield f', "{name}": ['
        for place, row in enumerate(sorted(rows.tables[table], key=lambda row: str(row["id"]))):
            yield ("," if place else "") + "\n" + json.dumps(_shown(table, row), ensure_ascii=False)
        yield "]"
    yield "}\n"


def _shown(table: str, row: Mapping[str, object]) -> dict[str, object]:
    """The row with what is JSON in the file as JSON."""
    column = _JSON_COLUMNS.get(table, "")
    text = row.get(column)
    return dict(row) | ({column: json.loads(text)} if isinstance(text, str) else {})


def _stored(table: str, row: Mapping[str, object], erased: Collection[str]) -> dict[str, object]:
    """The row as a diary's file has it. A setting may hold JSON's own null; a body, or what was erased, may not."""
    column = _JSON_COLUMNS.get(table)
    if column is None:
        return dict(row)
    gone = row[column] is None and (table == "event" or row["withdrawn"] == 1 or row["id"] in erased)
    return dict(row) | {column: None if gone else to_json(row[column])}


def _list(found: Mapping[str, Any], name: str) -> list[dict[str, object]]:
    rows = found.get(name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(_("The file has no list “{name}” of rows.").format(name=name))
    return rows


def _nothing_left_out(_store: DiaryStore, _first: date | None, _last: date | None) -> int:
    return 0


FORMAT = Own(
    key="json",
    name=N_("symtrack’s own JSON"),
    general=True,  # Other apps write JSON too; what none of them knows is told that it is not ours.
    recognises=recognises,
    read=read,
    writer=Writer(whole=True, write=write, left_out=_nothing_left_out),
)
