"""One entry as it is typed: the ratings of a day, or an event, and a note beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from symtrack.diary import measures
from symtrack.diary.day import parse_day, parse_time
from symtrack.diary.event_kinds import parse_field, schema
from symtrack.diary.instrument import load, parse_score
from symtrack.diary.rows import PATIENT, Answer, Event, Rating, Row, parse_voice
from symtrack.errors import InputError
from symtrack.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be one action. Without a `day` it is for today; with a `kind` it is an event, otherwise `answers`."""

    day: date | None = None
    until: date | None = None
    time: str | None = None
    voice: str | None = None
    typed_by: str | None = None
    note: str | None = None
    private: bool = False
    kind: str | None = None
    text: str | None = None
    body: Mapping[str, object] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def rows(self, day: date) -> list[Row]:
        """The rows in the order given, the note last; InputError for what does not go together."""
        if self.kind is None and self.until is not None:
            raise InputError(_("Only an event has a last day; a score is for one day."))
        voice = parse_voice(PATIENT if self.voice is None else self.voice)
        time = parse_time(self.time) if self.time is not None else None
        typed_by = self.typed_by or None
        if voice != PATIENT and typed_by:
            raise InputError(_("Somebody types for the patient; a caregiver’s own view is the caregiver’s alone."))
        rows: list[Row] = [
            Rating(day=day, time=time, item=item, score=score, reason=reason)
            for item, (score, reason) in self.answers.items()
        ]
        if self.kind is not None:
            rows.append(Event(day=day, until=self.until, time=time, kind=self.kind, text=self.text, body=self.body))
        if self.note is not None:
            rows.append(Event(kind="note", day=day, time=time, text=self.note))
        return [replace(row, voice=voice, entered_by=typed_by, private=self.private) for row in rows]


def converted(entry: Entry) -> str:
    """“101.3 °F is kept as 38.5 °C.” where a measurement is kept in another unit than it was typed in."""
    body = entry.body
    kind = measures.KINDS.get(str(body.get("what"))) if entry.kind == "measurement" else None
    value = body.get("value")
    if kind is None or not isinstance(value, int | float) or kind.unit(body.get("unit")) == kind.unit(""):
        return ""
    typed, kept = measures.amount(kind, value, body.get("unit")), measures.amount(kind, value)
    return _("{typed} is kept as {kept}.").format(typed=typed, kept=kept)


def of_pairs(entry: Entry, pairs: Mapping[str, str]) -> Entry:
    """The entry with what its KEY=VALUE pairs say."""
    if entry.kind is None:
        return replace(entry, answers={load().item(key).key: parse_score(text) for key, text in pairs.items()})
    schema(entry.kind)
    body = {key: parse_field(entry.kind, key, text) for key, text in pairs.items() if key != "text"}
    return replace(entry, text=pairs.get("text"), body=_as_kept(entry.kind, body))


def of_object(given: Mapping[str, object]) -> Entry:
    """The entry that one JSON object is; InputError for a value of the wrong type."""
    left = dict(given)

    def text(key: str) -> str | None:
        value = left.pop(key, None)
        if value is not None and not isinstance(value, str):
            raise InputError(_("“{key}” is text, in quotation marks, and not {value}.").format(key=key, value=value))
        return value

    day, until, kind = text("day"), text("until"), text("event")
    private = left.pop("private", False)
    if not isinstance(private, bool):
        raise InputError(_("“private” is true or false, without quotation marks."))
    entry = Entry(
        day=parse_day(day) if day is not None else None,
        until=parse_day(until) if until is not None else None,
        time=text("time"),
        voice=text("by"),
        typed_by=text("typed_by"),
        note=text("note"),
        private=private,
        kind=kind,
    )
    if kind is not None:
        schema(kind)
        return replace(entry, text=text("text"), body=_as_kept(kind, left))
    if not left and entry.note is None:
        raise InputError(_("There is nothing to record in it."))
    return replace(entry, answers={load().item(key).key: _answer(key, value) for key, value in left.items()})


def _as_kept(kind: str, body: Mapping[str, object]) -> Mapping[str, object]:
    """What a typed measurement is kept as: 101.3 with the unit F is 38.5 °C, and the unit stays beside it."""
    what = measures.KINDS.get(str(body.get("what"))) if kind == "measurement" else None
    value, unit = body.get("value"), body.get("unit", "")
    if what is None or not isinstance(value, int | float | str) or isinstance(value, bool) or not isinstance(unit, str):
        return body
    typed = measures.parse(what, value, unit) if isinstance(value, str) else measures.checked(what, value, unit)
    kept, key = typed
    named = {"unit": key} if key and (unit or isinstance(value, str)) else {}
    return {**body, "value": value if kept == value and what.units else kept, **named}


def _answer(key: str, value: object) -> Answer:
    if type(value) is int or (isinstance(value, str) and not value.isdigit()):
        return parse_score(str(value))
    raise InputError(
        _("“{key}” is a whole number from 0 to 10 without quotation marks, or a word such as “declined”.").format(
            key=key
        )
    )
