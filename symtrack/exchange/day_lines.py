"""What a row of a CSV file says: the answers, events and note of one day, or of one moment, in one voice."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from symtrack.diary.day import check_year, parse_day, parse_time
from symtrack.diary.instrument import LETTERS, load, unknown
from symtrack.diary.rows import PATIENT, Answer, Event, check_seen, clean, parse_voice, voice_name
from symtrack.errors import InputError
from symtrack.exchange.formulas import unguarded
from symtrack.exchange.table import DAY, Table, at
from symtrack.exchange.table_words import BETWEEN, parse
from symtrack.i18n import _

PERSON = "person"
NAMED = (DAY, "time", PERSON, "by", "event", "note")
"""The columns that are no items."""

_CELLS: Mapping[str, Answer | None] = {
    "": None,
    **{str(score): (score, None) for score in range(11)},
    **{letter: (None, reason) for letter, reason in LETTERS.items()},
}


class DayLine(NamedTuple):
    """One row: `line` is where it begins in the file, `answers` are by item, `events` hold the note too."""

    line: int
    day: date
    time: str | None
    voice: str
    answers: list[tuple[str, Answer]]
    events: list[Event]


class Columns:
    """Where in a row each thing stands. InputError for a column that there is not, or that is there twice."""

    def __init__(self, header: tuple[str, ...]) -> None:
        for name in header:
            _check_column(name, header)
        place = {name: at for at, name in enumerate(header)}
        self._day = place[DAY]
        self._time, self.person, self._by, self._event, self._note = (place.get(name) for name in NAMED[1:])
        self._items = tuple((at, name) for name, at in place.items() if name not in NAMED)
        self._days: dict[str, date] = {}
        self._voices: dict[str, str] = {"": PATIENT}
        self._width = len(header)

    def line(self, number: int, row: list[str]) -> DayLine:
        """What the row says; InputError names the line."""
        row += [""] * (self._width - len(row))
        try:
            day = self._parsed_day(row[self._day])
            time = parse_time(row[self._time].strip()) if self._time is not None and row[self._time].strip() else None
            voice = self._parsed_voice(row[self._by]) if self._by is not None else PATIENT
            answers = self._answers(row)
            events = self._events(row, day, time, voice) if self._event is not None or self._note is not None else []
        except InputError as error:
            raise at(number, error) from error
        return DayLine(number, day, time, voice, answers, events)

    def _answers(self, row: list[str]) -> list[tuple[str, Answer]]:
        found = []
        for place, item in self._items:
            cell = row[place]
            if cell:
                answer = _CELLS[cell] if cell in _CELLS else _answer(cell, item)
                if answer is not None:
                    found.append((item, answer))
        return found

    def _events(self, row: list[str], day: date, time: str | None, voice: str) -> list[Event]:
        words = unguarded(row[self._event]).split(BETWEEN) if self._event is not None else []
        found = [parse(word, day, time=time, voice=voice) for word in words if word.strip()]
        note = unguarded(clean(row[self._note])) if self._note is not None else ""
        if note.strip():
            found.append(Event(kind="note", day=day, time=time, voice=voice, text=note))
        return found

    def _parsed_day(self, cell: str) -> date:
        """Most of a file's days stand in it more than once, and reading one is slow."""
        day = self._days.get(cell)
        if day is None:
            day = parse_day(cell.strip())
            check_year(day)
            self._days[cell] = day
        return day

    def _parsed_voice(self, cell: str) -> str:
        voice = self._voices.get(cell)
        if voice is None:
            voice = parse_voice(cell.strip()) if cell.strip() else PATIENT
            check_seen(voice_name(voice))
            self._voices[cell] = voice
        return voice


def day_lines(columns: Columns, rows: Iterator[tuple[int, list[str]]]) -> Iterator[DayLine]:
    """The rows of one person; InputError names both lines when two are for the same day, time and voice."""
    seen: dict[tuple[date, str | None, str], int] = {}
    for number, row in rows:
        line = columns.line(number, row)
        place = (line.day, line.time, line.voice)
        if place in seen:
            raise InputError(
                _("Lines {first} and {second} are both for {day}, in the same voice and at the same time.").format(
                    first=min(seen[place], number), second=max(seen[place], number), day=line.day
                )
            )
        seen[place] = number
        yield line


def of_one(table: Table) -> Iterator[DayLine]:
    """The rows of a table about one person; InputError for a table that is about several."""
    columns = Columns(table.header)
    if columns.person is not None:
        raise InputError(
            _("The file has a column “person”, and a diary is about one person alone. Please take that column out.")
        )
    return day_lines(columns, table.rows)


def _check_column(name: str, header: tuple[str, ...]) -> None:
    if not name:
        raise InputError(_("Column {n} has no name.").format(n=header.index(name) + 1))
    if header.count(name) > 1:
        raise InputError(_("There are two columns “{name}”.").format(name=name))
    if name in NAMED:
        return
    try:
        load().item(name)
    except InputError:
        known = [*NAMED, *(item.key for item in load().items)]
        raise InputError(unknown(name, known, _("a column"))) from None


def _answer(cell: str, item: str) -> Answer | None:
    stripped = cell.strip()
    if stripped in _CELLS:
        return _CELLS[stripped]
    raise InputError(
        _("“{text}” is no score for “{item}”. It is a whole number from 0 to 10, x, u, a, h, or empty.").format(
            text=stripped, item=item
        )
    )
