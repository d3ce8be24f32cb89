"""Whether a row from elsewhere is as a diary holds it: its columns, and what stands in each."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from symtrack.diary.day import parse_day, parse_time
from symtrack.diary.event_kinds import KINDS, check_body
from symtrack.diary.instrument import LEAST, MOST, REASONS
from symtrack.diary.rows import check_json, clean, parse_voice
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.store.rows import COLUMNS
from symtrack.store.uuid7 import is_key

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([+-]\d{2}:\d{2}|Z)", re.ASCII)
_FARTHEST = timedelta(hours=14)
"""No place on earth is farther from UTC, and SQLite reads no offset beyond it."""
_MAY_LACK = frozenset({"entered_by", "replaces", "time", "score", "reason", "until", "text", "body", "value"})


def check_id(value: object) -> None:
    """InputError unless the value is a UUIDv7, as every row and diary has one."""
    if not is_key(value):
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
    _check_event(row)


def _check_together(row: Mapping[str, object]) -> None:
    if row.get("score") is not None and row.get("reason") is not None:
        raise InputError(_("The row {id} has a score, and a reason why there is none.").format(id=row["id"]))
    if row.get("replaces") == row["id"]:
        raise InputError(_("The row {id} says that it corrects itself.").format(id=row["id"]))
    until, day = row.get("until"), row.get("day")
    if isinstance(until, str) and isinstance(day, str) and until < day:
        raise InputError(_("The row {id} ends before it begins.").format(id=row["id"]))


def _check_event(row: Mapping[str, object]) -> None:
    """A kind that a newer symtrack may have is kept as it is; a known one holds what it has to."""
    kind, body = row.get("kind"), row.get("body")
    if isinstance(kind, str) and kind in KINDS and isinstance(body, Mapping):
        try:
            check_body(kind, body)
        except InputError as error:
            raise InputError(_("The row {id}: {sentence}").format(id=row["id"], sentence=error)) from error


def _is_right(name: str, value: object) -> bool:
    try:
        return _CHECKS[name](value)
    except (InputError, ValueError, OverflowError):
        return False


def _text(value: object) -> bool:
    return isinstance(value, str) and clean(value) == value


def _named(value: object) -> bool:
    return _text(value) and value != ""


def _flag(value: object) -> bool:
    return type(value) is int and value in {0, 1}


def _json(value: object) -> bool:
    check_json(value)
    return True


def _moment(value: object) -> bool:
    """Whether it is an instant that SQLite can compare: with an offset, and in UTC within the years 1 to 9999."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    moment = datetime.fromisoformat(value)
    offset = moment.replace(tzinfo=None) - moment.astimezone(UTC).replace(tzinfo=None)
    return abs(offset) <= _FARTHEST


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "id": is_key,
    "action": is_key,
    "replaces": is_key,
    "target": is_key,
    "recorded_at": _moment,
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
