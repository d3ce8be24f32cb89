"""What happened: settings, treatments, scans, visits, questions and notes, from `resources/sample/story.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from symtrack import paths
from symtrack.diary.period import Period
from symtrack.diary.rows import PATIENT, Event, Row, Setting
from symtrack.i18n import _
from symtrack.sample.entry import Entry

_BEGUN = time(9)
"""When a new diary gets its settings, and what already counted before it."""
_EVENING = time(21, 40)
"""When an event was written down, unless the story says otherwise: after the answers of the evening."""
_APART = timedelta(seconds=25)
_DATED = "day:"
_WORDS = re.compile(r"(^| )[a-z]{3,}\b.* |[ ,][a-z]{3,}")
_SPELT_OTHERWISE = frozenset(("Metoclopramide", "Omeprazole"))
"""Names that are one word, and not the same in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The part of the story that a diary tells: its days, and the day on which the whole story ends."""

    period: Period
    end: date

    def day(self, ago: int) -> date:
        return self.end - timedelta(days=ago)

    def ago(self, day: date) -> int:
        return (self.end - day).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An entry of `story.toml`; every field is explained there."""

    ago: int
    kind: str
    until: int | None = None
    told: int | None = None
    at: str = ""
    time: str | None = None
    text: str | None = None
    body: dict[str, Any] = field(default_factory=dict)
    voice: str = PATIENT
    by: str | None = None
    name: str = ""
    replaces: str | None = None
    stands: bool = False
    lasts: int | None = None
    joined: bool = False


def told(there: Told) -> Iterator[Entry]:
    """The entries that are not answers, in no particular order; what was written at one sitting is a little apart."""
    at: Counter[datetime] = Counter()
    for written, rows in _sittings(there):
        yield Entry(moment=written + at[written] * _APART, rows=rows)
        at[written] += 1


def cycles() -> tuple[int, ...]:
    """How many days ago each cycle that was given began, the earliest first."""
    given = [Happening(**entry) for entry in _story()["entry"] if entry["kind"] == "cycle"]
    return tuple(each.ago for each in given if each.body["status"] != "planned")


def _sittings(there: Told) -> Iterator[tuple[datetime, tuple[Row, ...]]]:
    """The rows of each action, and about when they were written."""
    table = _spoken(_story())
    for key, value in table["settings"].items():
        yield _moment(there.period.first, _BEGUN), (Setting(key=key, value=value),)
    happenings = [Happening(**entry) for entry in table["entry"]]
    for first, *joined in _actions([*happenings, *_repeated(there, table["repeated"])]):
        if _belongs(first, there):
            yield _written(first, there), tuple(_event(each, there) for each in (first, *joined))


def _actions(happenings: list[Happening]) -> list[list[Happening]]:
    """The happenings in groups: a joined one goes with the one before it."""
    actions: list[list[Happening]] = []
    for each in happenings:
        if each.joined:
            actions[-1].append(each)
        else:
            actions.append([each])
    return actions


def _repeated(there: Told, table: list[dict[str, Any]]) -> Iterator[Happening]:
    """What came again and again in the years before, each time with the next of its texts."""
    oldest = there.ago(there.period.first)
    for entry in table:
        rest = {key: value for key, value in entry.items() if key not in {"every", "texts", "ago", "told"}}
        texts = entry.get("texts", [None])
        delay = entry["ago"] - entry.get("told", entry["ago"])
        for k, ago in enumerate(range(entry["ago"], oldest + 1, entry["every"])):
            yield Happening(ago=ago, told=ago - delay, text=texts[k % len(texts)], **rest)


def _belongs(each: Happening, there: Told) -> bool:
    """Whether the diary tells it: it is of these days, or it still stood when they began."""
    ends = each.until if each.until is not None else each.lasts
    stood = each.stands and (ends is None or there.day(ends) >= there.period.first)
    return stood or there.day(each.ago) in there.period


def _written(each: Happening, there: Told) -> datetime:
    recorded = there.day(each.ago if each.told is None else each.told)
    if recorded < there.period.first:
        return _moment(there.period.first, _BEGUN)
    return _moment(recorded, time.fromisoformat(each.at) if each.at else _EVENING)


def _event(each: Happening, there: Told) -> Event:
    return Event(
        id=each.name,
        voice=each.voice,
        entered_by=each.by,
        replaces=each.replaces,
        kind=each.kind,
        day=max(there.day(each.ago), there.period.first),
        until=None if each.until is None else there.day(each.until),
        time=each.time,
        text=each.text,
        body=_dated(each.body, there),
    )


def _dated(value: Any, there: Told) -> Any:
    """The value with a date in the place of each "day:39"."""
    if isinstance(value, dict):
        return {key: _dated(inner, there) for key, inner in value.items()}
    if isinstance(value, str) and value.startswith(_DATED):
        return there.day(int(value.removeprefix(_DATED))).isoformat()
    return value


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, UTC)


def texts(value: object) -> Iterator[str]:
    """What somebody wrote, within a value of the story: several words, and not a key or a name."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
    elif isinstance(value, str) and (value in _SPELT_OTHERWISE or _WORDS.search(value)):
        yield value


def _spoken(value: Any) -> Any:
    """The value with what somebody wrote in the current language."""
    if isinstance(value, dict):
        return {key: _spoken(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_spoken(inner) for inner in value]
    return _(value) if any(texts(value)) else value


@cache
def _story() -> dict[str, Any]:
    return tomllib.loads(paths.resource("sample/story.toml").read_text(encoding="utf-8"))
