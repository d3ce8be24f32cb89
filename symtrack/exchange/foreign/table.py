"""A table of anybody's: a column with the day, and one for each subject; or columns for name and value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from symtrack.errors import InputError
from symtrack.exchange.foreign import names, written
from symtrack.exchange.foreign.entry import DAY, NOTE, SUBJECT, TIME, VALUE, Columns, Entry, Read, Remark, Unread
from symtrack.i18n import _

LOOKED_AT = 200
NEARLY_ALL = 0.9
PERSON = "person"
MIDNIGHT = "00:00"

Row = tuple[str, Sequence[str]]
"""Where the row is, for people, and its cells as text."""


def entries(header: Sequence[str], rows: Iterator[Row], roles: Mapping[str, str]) -> Iterator[Read]:
    """What the table says, row after row. `roles` are what the person said of some columns, by their names.

    InputError where no column has days, where more than one may be the day, or where the table is about several people.
    """
    columns = named(header)
    first = list(islice(rows, LOOKED_AT))
    layout = _layout(columns, [cells for _where, cells in first], roles)
    yield Columns(columns, {columns[at]: role for role, at in layout.places.items() if role != PERSON})
    if layout.unused:
        yield Remark(
            _("These columns were not looked at: {names}.").format(
                names=", ".join(f"“{columns[at]}”" for at in layout.unused)
            )
        )
    people: set[str] = set()
    for where, cells in chain(first, rows):
        if PERSON in layout.places:
            people.add(_cell(cells, layout.places[PERSON]))
            if len(people - {""}) > 1:
                raise InputError(
                    _("The table is about several people, and a diary is about one alone. Please take the others out.")
                )
        yield from _read(layout, columns, where, cells)


def named(header: Sequence[str]) -> tuple[str, ...]:
    """A name for each column, none of them twice."""
    found: list[str] = []
    for at, name in enumerate(header, start=1):
        base = " ".join(name.split()) or _("Column {n}").format(n=at)
        found.append(base if base not in found else f"{base} ({at})")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Layout:
    """At which place each role is; the `subjects` of a table that is wide; whether midnight stands for no time."""

    places: Mapping[str, int]
    subjects: tuple[int, ...]
    unused: tuple[int, ...]
    midnight: bool


def _read(layout: _Layout, columns: tuple[str, ...], where: str, cells: Sequence[str]) -> Iterator[Read]:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        yield Unread(where, _("The line has more fields than there are columns."))
        return
    day, time = written.split(_cell(cells, layout.places[DAY]))
    if TIME in layout.places:
        time = written.time(_cell(cells, layout.places[TIME])) or time
    time = None if layout.midnight and time == MIDNIGHT else time
    if not written.is_day(day):
        yield Unread(where, _("There is no day that can be read."))
        return
    if not layout.subjects:
        subject, value = (_cell(cells, layout.places[role]) for role in (SUBJECT, VALUE))
        note = _cell(cells, layout.places[NOTE]) if NOTE in layout.places else ""
        yield Entry(where=where, day=day, time=time, subject=subject, value=value, note=note)
        return
    for at in layout.subjects:
        if value := _cell(cells, at):
            yield Entry(where=where, day=day, time=time, subject=columns[at], value=value)


def _layout(columns: tuple[str, ...], rows: list[Sequence[str]], chosen: Mapping[str, str]) -> _Layout:
    places = {role: columns.index(name) for name, role in chosen.items() if name in columns}
    free = [at for at in range(len(columns)) if at not in places.values()]
    by_name: dict[str, list[int]] = {}
    for at in free:
        by_name.setdefault(names.role(columns[at]), []).append(at)
    places.setdefault(DAY, _day(columns, rows, free, by_name.get(DAY, [])) if DAY not in places else places[DAY])
    for role, fits in ((TIME, written.time), (PERSON, str)):
        found = [at for at in by_name.get(role, []) if at != places[DAY] and _nearly_all(rows, at, fits)]
        if role not in places and len(found) == 1:
            places[role] = found[0]
    long = {role: by_name.get(role, []) for role in (SUBJECT, VALUE)}
    if SUBJECT not in places and VALUE not in places and all(len(found) == 1 for found in long.values()):
        places |= {role: found[0] for role, found in long.items()}
    others = tuple(at for at in range(len(columns)) if at not in places.values())
    times = [written.split(_cell(row, places[DAY]))[1] for row in rows]
    midnight = all(time in {None, MIDNIGHT} for time in times) and TIME not in places
    if SUBJECT not in places or VALUE not in places:
        kept = {role: at for role, at in places.items() if role in {DAY, TIME, PERSON}}
        others = tuple(at for at in range(len(columns)) if at not in kept.values())
        return _Layout(kept, others, (), midnight)
    notes = [at for at in by_name.get(NOTE, []) if at in others]
    if NOTE not in places and len(notes) == 1:
        places[NOTE] = notes[0]
    unused = tuple(at for at in others if at not in places.values() and any(_cell(row, at) for row in rows))
    return _Layout(places, (), unused, midnight)


def _day(columns: tuple[str, ...], rows: list[Sequence[str]], free: list[int], by_name: list[int]) -> int:
    """The column with the day: the one that has days in it, or of several the one that is called so."""
    found = [at for at in free if _nearly_all(rows, at, _is_day)]
    called = [at for at in found if at in by_name]
    if len(found) == 1 or len(called) == 1:
        return (called or found)[0]
    if not found:
        raise InputError(_("No column of the table has days in it that can be read, such as 2026-05-14."))
    raise InputError(
        _("More than one column has days in it. Please say which is the day: {names}.").format(
            names=", ".join(f"“{columns[at]}”" for at in called or found)
        )
    )


def _is_day(cell: str) -> bool:
    return written.is_day(written.split(cell)[0])


def _nearly_all(rows: list[Sequence[str]], at: int, fits: object) -> bool:
    cells = [cell for row in rows if (cell := _cell(row, at))]
    assert callable(fits)
    return bool(cells) and sum(bool(fits(cell)) for cell in cells) >= NEARLY_ALL * len(cells)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""
