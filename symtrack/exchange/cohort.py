"""The people of a CSV file, one after the other, each as a diary of its own."""

import json
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import BinaryIO

from symtrack.diary.record import Diary
from symtrack.diary.rows import Event, RatingColumns
from symtrack.exchange.day_lines import Columns, DayLine, day_lines
from symtrack.exchange.table import Table, table

Numbered = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's name, empty in a file about one person, and what the file says of each of their days."""

    name: str
    lines: tuple[DayLine, ...]

    @property
    def first(self) -> date:
        """The day of the earliest row."""
        return min(line.day for line in self.lines)

    def diary(self, until: date | None = None) -> Diary:
        """The diary as it stands on the person's last row, or as if it had ended on `until`."""
        last = until or max(line.day for line in self.lines)
        return Diary.of(_columns(self.lines), _events(self.lines, last), until=last)


def people(file: BinaryIO) -> Generator[Person, None, None]:
    """Everybody in the file, in order of name. InputError names the line, or both lines, that are wrong.

    A file in order of person is read one person at a time; of any other all rows are held, packed, until its end.
    """
    with table(file) as read:
        place = Columns(read.header).person
    if place is None:
        with table(file) as read:
            yield from _people(Columns(read.header), [("", read.rows)])
        return
    with table(file) as read:
        in_order = all(before <= after for before, after in pairwise(_names(read, place)))
    with table(file) as read:
        yield from _people(Columns(read.header), (_in_order if in_order else _gathered)(read, place))


def _people(columns: Columns, groups: Iterable[tuple[str, Iterator[Numbered]]]) -> Iterator[Person]:
    for name, rows in groups:
        lines = tuple(day_lines(columns, rows))
        if lines:
            yield Person(name, lines)


def _name(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _names(read: Table, place: int) -> Iterator[str]:
    return (_name(row, place) for _line, row in read.rows)


def _in_order(read: Table, place: int) -> Iterator[tuple[str, Iterator[Numbered]]]:
    return groupby(read.rows, key=lambda numbered: _name(numbered[1], place))


def _gathered(read: Table, place: int) -> Iterator[tuple[str, Iterator[Numbered]]]:
    """The rows by person, each packed as one line of JSON: a tenth of what the lists would take."""
    packed: dict[str, bytearray] = {}
    for line, row in read.rows:
        packed.setdefault(_name(row, place), bytearray()).extend(json.dumps([line, row]).encode() + b"\n")
    for name in sorted(packed):
        yield name, (tuple(json.loads(each)) for each in packed.pop(name).splitlines())


def _columns(lines: Iterable[DayLine]) -> RatingColumns:
    """No row of a file is late: the file does not say when it was entered."""
    found = [
        (line.day.toordinal(), line.time, item, score, reason, line.voice, 0)
        for line in lines
        for item, (score, reason) in line.answers
    ]
    return RatingColumns(*zip(*found, strict=True)) if found else RatingColumns()


def _events(lines: Iterable[DayLine], last: date) -> list[Event]:
    return [event for line in lines for event in line.events if event.day <= last]
