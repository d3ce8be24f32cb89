"""Writes docs/symtrack.schema.json, which says what our own JSON holds: `python -m tools.json_schema`."""

import json
from collections.abc import Mapping
from pathlib import Path

from symtrack.diary.event_kinds import KINDS
from symtrack.diary.instrument import LEAST, MOST, REASONS
from symtrack.exchange.formats.symtrack_json import LISTS, NAME, VERSION
from symtrack.store.rows import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "symtrack.schema.json"
EVENTS = ROOT / "resources" / "events"
OR_NULL = frozenset({"entered_by", "replaces", "time", "score", "reason", "until", "text", "body", "value"})

_ID = {"$ref": "#/$defs/id"}
_DAY = {"type": "string", "format": "date", "description": "a calendar date, in no time zone"}
_FLAG = {"enum": [0, 1]}
WHAT: Mapping[str, Mapping[str, object]] = {
    "id": _ID,
    "action": {**_ID, "description": "the id of the first row of the same action: what one undo takes back"},
    "replaces": {**_ID, "description": "the row that this one corrects"},
    "target": {**_ID, "description": "the row that was erased for good"},
    "recorded_at": {
        "type": "string",
        "format": "date-time",
        "description": "when it was written, with the offset of the clock on the wall",
    },
    "voice": {"type": "string", "pattern": "^(patient|caregiver:.+)$", "description": "whose view it is"},
    "entered_by": {"type": "string", "description": "who typed what the patient said"},
    "withdrawn": {**_FLAG, "description": "1: this row takes the replaced one away"},
    "private": {**_FLAG, "description": "1: on no paper unless that is ticked"},
    "day": _DAY,
    "until": _DAY,
    "time": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "description": "on the wall"},
    "item": {"type": "string", "minLength": 1, "description": "the question, such as pain; higher is always worse"},
    "score": {"type": "integer", "minimum": LEAST, "maximum": MOST},
    "reason": {"enum": [*sorted(REASONS)], "description": "why there is no score"},
    "kind": {
        "type": "string",
        "minLength": 1,
        "description": "what happened; of a kind not named here anything may be",
    },
    "text": {"type": "string"},
    "body": {"type": "object"},
    "key": {"type": "string", "minLength": 1},
    "value": {"description": "any JSON"},
}


def page() -> str:
    """The schema's text."""
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A symtrack diary as JSON",
        "description": "Every row of a diary, those that were corrected too. Rows are only ever added; each list is in "
        "order of id. Brought into an empty diary it gives one whose own export has the same bytes.",
        "type": "object",
        "properties": {
            "format": {"const": NAME},
            "version": {"const": VERSION},
            "diary": {**_ID, "description": "which diary this is; two of them are never put together"},
            **{name: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}} for name, table in LISTS.items()},
        },
        "required": ["format", "version", "diary", *LISTS],
        "additionalProperties": False,
        "$defs": {
            "id": {
                "type": "string",
                "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
                "description": "a UUIDv7",
            },
            **{table: _row(table) for table in COLUMNS},
            **{f"event-{kind}": _body(kind) for kind in KINDS},
        },
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _row(table: str) -> dict[str, object]:
    columns = COLUMNS[table]
    row: dict[str, object] = {
        "type": "object",
        "properties": {name: _column(name) for name in columns},
        "required": list(columns),
        "additionalProperties": False,
    }
    if table == "event":
        row["allOf"] = [
            {
                "if": {"properties": {"kind": {"const": kind}, "body": {"type": "object"}}},
                "then": {"properties": {"body": {"$ref": f"#/$defs/event-{kind}"}}},
            }
            for kind in KINDS
        ]
    return row


def _column(name: str) -> Mapping[str, object]:
    if name == "value" or name not in OR_NULL:
        return WHAT[name]
    return {"anyOf": [WHAT[name], {"type": "null"}]}


def _body(kind: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((EVENTS / f"{kind}.json").read_text(encoding="utf-8"))
    return {key: value for key, value in found.items() if key != "$schema"}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
