"""A table of anybody's: a column with the day, and one for each subject; or columns for name and value."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice

from symtrack.errors import InputError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.entry import DAY, NOTE, SUBJECT, TIME, VALUE, Columns, Entry, Read, Remark, Unread
from symtrack.exchange.foreign.layout import MIDNIGHT, PERSON, Cells, Layout, cell, layout, named
from symtrack.i18n import _, quoted

LOOKED_AT = 200

Row = tuple[str, Cells]
"""Where the row is, for people, and its cells as text."""


def entries(header: Cells, rows: Iterator[Row], roles: Mapping[str, str]) -> Iterator[Read]:
    """What the table says, row after row. `roles` are what the person said of some columns, by their names.

    InputError where no column has days, where more than one may be the day, or where the table is about several people.
    """
    columns = named(header)
    first = list(islice(rows, LOOKED_AT))
    laid = layout(columns, [cells for _where, cells in first], roles)
    yield Columns(columns, {columns[at]: role for role, at in laid.places.items() if role != PERSON})
    if laid.unused:
        unused = ", ".join(quoted(columns[at]) for at in laid.unused)
        yield Remark(_("These columns were not looked at: {names}.").format(names=unused))
    person = ""
    for where, cells in chain(first, rows):
        other = laid.cell(cells, PERSON)
        if person and other and other != person:
            raise InputError(
                _("The table is about several people, and a diary is about one alone. Please take the others out.")
            )
        person = other or person
        yield from _row(laid, columns, where, cells)


def _row(laid: Layout, columns: tuple[str, ...], where: str, cells: Cells) -> Iterator[Read]:
    if any(each.strip() for each in cells[len(columns) :]):
        yield Unread(where, _("The line has more fields than there are columns."))
        return
    stamp = laid.cell(cells, DAY)
    day, time = written.split(stamp)
    if TIME in laid.places:
        time = written.time(laid.cell(cells, TIME)) or time
    time = None if laid.midnight and time == MIDNIGHT else time
    if not written.is_day(day):
        yield Unread(where, _("There is no day that can be read."))
        return
    if time and written.universal(stamp):
        yield Remark(_("Times in the file are universal time (UTC). They were taken as they are."))
    if not laid.things:
        subject, value, note = (laid.cell(cells, role) for role in (SUBJECT, VALUE, NOTE))
        yield Entry(where=where, day=day, time=time, subject=subject, value=value, note=note)
        return
    for at in laid.things:
        if value := cell(cells, at):
            yield Entry(where=where, day=day, time=time, subject=columns[at], value=value)
