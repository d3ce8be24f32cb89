"""Loop Habit Tracker: a folder or zip with a table for each habit, one table of them all, or one of the tables alone.

The tables are those of the app's own export and its test files (iSoron/uhabits, HabitsCSVExporter): a column for each
habit and an empty one at the end, or `Date,Value,Notes`. A habit with a number has it times 1000. Yes and no are words
in newer versions; older ones write 0 no, 1 filled in by the app, 2 yes, 3 skipped, and −1 for a day without an answer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import PurePosixPath

from symtrack.exchange.foreign import csv_text, written
from symtrack.exchange.foreign.entry import Entry, Read, Remark, Unread, line
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

HABITS, ALL, ONE = "Habits.csv", "Checkmarks.csv", ("Date", "Value", "Notes")
THOUSAND, LOOKED_AT = 1000, 50
UNKNOWN, NO, BY_ITSELF, YES, SKIPPED = -1, 0, 1, 2, 3
_WORDS = {"UNKNOWN": UNKNOWN, "NO": NO, "YES_AUTO": BY_ITSELF, "YES_MANUAL": YES, "SKIP": SKIPPED}
_UNREAD = {
    UNKNOWN: N_("There was no answer on that day."),
    BY_ITSELF: N_("The app filled it in by itself; nobody answered on that day."),
    SKIPPED: N_("The day was skipped."),
}
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
_NUMBERED = re.compile(r"\d+ (.+)", re.DOTALL)


def recognises(source: Source) -> bool:
    """Whether it is the export, or one table of it with a value that only this app writes."""
    if source.members:
        habits = source.member(HABITS)
        return habits is not None and {"Name", "Question"} <= set(csv_text.header(habits) or ())
    header = csv_text.header(source) or ()
    if header != ONE and (header[:1], header[-1:]) != (("Date",), ("",)):
        return False
    with csv_text.rows(source) as table:
        rows = [cells for _rows, (_at, cells) in zip(range(LOOKED_AT), table.rows, strict=False)]
    codes = [_code(cell) for cells in rows for _habit, cell in _values(header, cells, "-")]
    return None not in codes and any(code is not None and (code < NO or code >= THOUSAND) for code in codes)


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """A value for each day and habit."""
    apart = [(member, habit) for member in source.members if (habit := _habit(member))]
    if apart:
        for member, habit in apart:
            yield from _table(member, habit)
    else:
        yield from _table(source.member(ALL) or source, PurePosixPath(source.name).stem)


def _table(source: Source, habit: str) -> Iterator[Read]:
    """The values of one table, after a first look at it for the kind of each habit."""
    seen: dict[str, set[str]] = {}
    with csv_text.rows(source) as sheet:
        for _at, cells in sheet.rows:
            for name, cell in _values(sheet.header, cells, habit):
                seen.setdefault(name, set()).add(_kind(cell))
    numbered = {name for name, kinds in seen.items() if "number" in kinds}
    if any("zero" in seen[name] and "unknown" not in seen[name] for name in numbered):
        yield Remark(
            _("Some versions of this app write 0 for a day without an answer. If that is so here, leave 0 out.")
        )
    with csv_text.rows(source) as sheet:
        for at, cells in sheet.rows:
            note = cells[2] if sheet.header == ONE and len(cells) == len(ONE) else ""
            for name, cell in _values(sheet.header, cells, habit):
                yield _read(line(at), cells[0], name, cell, note, number=name in numbered)


def _read(where: str, day: str, habit: str, cell: str, note: str, *, number: bool) -> Read:
    code = _code(cell)
    if code is None:
        return Unread(where, _("This is no value that the app writes."))
    if number and cell not in _WORDS and code >= NO:
        value = written.spelt(f"{float(Fraction(code, THOUSAND)):g}")
        return Entry(where=where, day=day, subject=habit, value=value, note=note)
    if code in _UNREAD:
        return Unread(where, _(_UNREAD[code]))
    value = {NO: "no", YES: "yes"}.get(code, cell)
    return Entry(where=where, day=day, subject=habit, value="0" if number and code == NO else value, note=note)


def _values(header: Sequence[str], cells: Sequence[str], habit: str) -> Iterator[tuple[str, str]]:
    """The habit and its cell, for each value of a row."""
    names = (habit,) if tuple(header) == ONE else header[1:]
    return ((name, cell.strip()) for name, cell in zip(names, cells[1:], strict=False) if name)


def _code(cell: str) -> int | None:
    return int(cell) if _NUMBER.fullmatch(cell) else _WORDS.get(cell)


def _kind(cell: str) -> str:
    code = _code(cell)
    if code is not None and code > SKIPPED:
        return "number"
    return {UNKNOWN: "unknown", NO: "zero"}.get(code if code is not None else YES, "word")


def _habit(member: Source) -> str:
    """The habit's name, from the folder that its table is in; empty for any other file."""
    path = PurePosixPath(member.name)
    found = _NUMBERED.fullmatch(path.parent.name)
    return found[1] if found and path.name == ALL else ""


FORMAT = Foreign(key="loop-habit", name=N_("Loop Habit Tracker"), recognises=recognises, entries=entries)
