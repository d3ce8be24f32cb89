"""Whether a row from elsewhere is as a diary holds it: its columns, and what stands in each."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from symtrack.diary.day import parse_day, parse_time
from symtrack.diary.instrument import LEAST, MOST, REASONS
from symtrack.diary.rows import clean, parse_voice
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store.rows import COLUMNS

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([+-]\d{2}:\d{2}|Z)", re.ASCII)
_MAY_LACK = frozenset({"entered_by", "replaces", "time", "score", "reason", "until", "text", "body", "value"})


def check_id(value: object) -> None:
    """InputError unless the value is a UUIDv7, as every row and diary has one."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise InputError(_("“{id}” is no id of a diary or of one of its rows.").format(id=value))


def check_row(table: str, row: Mapping[str, object]) -> None:
    """InputError with one sentence, that names the row, when it is not one of this table."""
    check_id(row.get("id"))
    columns = COLUMNS[table]
    odd = set(columns) ^ set(row)
    if odd:
        name = min(odd)
        raise InputError(
            (
                _("The row {id} has no “{name}”.") if name in columns else _("The row {id} has a “{name}” too many.")
            ).format(id=row["id"], name=name)
        )
    for name in columns:
        if not (row[name] is None and name in _MAY_LACK) and not _is_right(name, row[name]):
            raise InputError(
                _("The row {id} can’t have “{value}” as its “{name}”.").format(id=row["id"], value=row[name], name=name)
            )
    _check_together(row)


def _check_together(row: Mapping[str, object]) -> None:
    if row.get("score") is not None and row.get("reason") is not None:
        raise InputError(_("The row {id} has a score, and a reason why there is none.").format(id=row["id"]))
    if row.get("replaces") == row["id"]:
        raise InputError(_("The row {id} says that it corrects itself.").format(id=row["id"]))
    until, day = row.get("until"), row.get("day")
    if isinstance(until, str) and isinstance(day, str) and until < day:
        raise InputError(_("The row {id} ends before it begins.").format(id=row["id"]))


def _is_right(name: str, value: object) -> bool:
    try:
        return _CHECKS[name](value)
    except (InputError, ValueError):
        return False


def _text(value: object) -> bool:
    return isinstance(value, str) and clean(value) == value


def _named(value: object) -> bool:
    return _text(value) and value != ""


def _id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _flag(value: object) -> bool:
    return type(value) is int and value in {0, 1}


def _json(value: object) -> bool:
    """Whether all of its text can be kept."""
    if isinstance(value, Mapping):
        return all(_json(part) for pair in value.items() for part in pair)
    return all(map(_json, value)) if isinstance(value, list) else not isinstance(value, str) or _text(value)


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "id": _id,
    "action": _id,
    "replaces": _id,
    "target": _id,
    "recorded_at": lambda value: (
        isinstance(value, str)
        and _MOMENT.fullmatch(value) is not None
        and datetime.fromisoformat(value).tzinfo is not None
    ),
    "voice": lambda value: isinstance(value, str) and parse_voice(value) == value,
    "entered_by": _text,
    "withdrawn": _flag,
    "private": _flag,
    "day": lambda value: isinstance(value, str) and bool(parse_day(value)),
    "until": lambda value: isinstance(value, str) and bool(parse_day(value)),
    "time": lambda value: isinstance(value, str) and parse_time(value) == value,
    "item": _named,
    "score": lambda value: type(value) is int and LEAST <= value <= MOST,
    "reason": lambda value: value in REASONS,
    "kind": _named,
    "text": _text,
    "body": lambda value: isinstance(value, Mapping) and _json(value),
    "key": _named,
    "value": _json,
}
