"""Which column of a table is what: from what stands in it, then from its name, or as the person said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from symtrack.diary.instrument import unknown
from symtrack.errors import InputError
from symtrack.exchange.foreign import names, written
from symtrack.exchange.foreign.entry import DAY, NOTE, SUBJECT, THING, TIME, VALUE, ColumnError
from symtrack.i18n import _, quoted

NEARLY_ALL, HALF = 0.9, 0.5
"""How much of a column has to be days, where its name does not say that it holds them, and where it does."""
PERSON = "person"
MIDNIGHT = "00:00"

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """At which place each role is.

    `things` are the columns that are subjects of their own, in a wide table; a long one has a subject and a value
    instead, and `unused` columns beside them. `midnight` is true where 00:00 is no time.
    """

    places: Mapping[str, int]
    things: tuple[int, ...]
    unused: tuple[int, ...]
    midnight: bool

    def cell(self, cells: Cells, role: str) -> str:
        """What the row has in that role; empty where the table has no such column."""
        return cell(cells, self.places[role]) if role in self.places else ""


def named(header: Cells) -> tuple[str, ...]:
    """A name for each column, none of them twice. InputError where the first line has a day in it, and no names."""
    if any(is_day(name) for name in header):
        raise InputError(_("The first line of the table has to name its columns, such as “day” and “pain”."))
    found: list[str] = []
    for at, name in enumerate(header, start=1):
        base = " ".join(name.split()) or _("Column {n}").format(n=at)
        found.append(base if base not in found else f"{base} ({at})")
    return tuple(found)


def layout(columns: tuple[str, ...], rows: list[Cells], chosen: Mapping[str, str]) -> Layout:
    """The layout of a table that begins with these rows; `chosen` are roles by the names of columns.

    ColumnError where no column has days, or more than one has and no name tells which.
    """
    said = {_place(name, columns): role for name, role in chosen.items()}
    places = {role: at for at, role in said.items() if role != THING}
    free = [at for at in range(len(columns)) if at not in said]

    def called(role: str, fits: Callable[[str], object] = bool) -> list[int]:
        """The columns that nobody spoke of, that are called so, and half of which fits."""
        return [at for at in free if names.role(columns[at]) == role and _share(rows, at, fits) >= HALF]

    if DAY not in places:
        found = [at for at in free if _share(rows, at, is_day) >= NEARLY_ALL]
        places[DAY] = _day(columns, found, called(DAY, is_day))
    for role, fits in ((TIME, written.time), (PERSON, bool), (SUBJECT, bool), (VALUE, bool), (NOTE, bool)):
        found = [at for at in called(role, fits) if at not in places.values()]
        if role not in places and len(found) == 1:
            places[role] = found[0]
    midnight = TIME not in places and all(_time(row, places[DAY]) in {None, MIDNIGHT} for row in rows)
    long = SUBJECT in places and VALUE in places
    if not long:  # A note is a subject of its own there, and so is a column that is only called like a value.
        places = {role: at for role, at in places.items() if role in {DAY, TIME, PERSON}}
    others = tuple(at for at in range(len(columns)) if at not in places.values())
    if not long:
        return Layout(places, others, (), midnight)
    return Layout(places, (), tuple(at for at in others if any(cell(row, at) for row in rows)), midnight)


def is_day(text: str) -> bool:
    """Whether the text is a day, with or without a time."""
    return written.is_day(written.split(text)[0])


def cell(cells: Cells, at: int) -> str:
    """What stands at the place; a row may be shorter than the first."""
    return cells[at].strip() if at < len(cells) else ""


def _place(name: str, columns: tuple[str, ...]) -> int:
    """The place of the column of that name, in small or capital letters; InputError with the nearest for none."""
    wanted = " ".join(name.split()).casefold()
    found = [at for at, column in enumerate(columns) if column.casefold() == wanted]
    if len(found) != 1:
        raise InputError(unknown(name, list(columns), _("a column of the table")))
    return found[0]


def _day(columns: tuple[str, ...], found: list[int], called: list[int]) -> int:
    """The column with the day: the one that has days in it, or of several the one that is called so."""
    if len(called or found) == 1:
        return (called or found)[0]
    if not called and not found:
        raise ColumnError(_("No column of the table has days in it that can be read, such as 2026-05-14."), columns)
    several = ", ".join(quoted(columns[at]) for at in called or found)
    raise ColumnError(
        _("More than one column has days in it. Please say which is the day: {names}.").format(names=several), columns
    )


def _time(cells: Cells, at: int) -> str | None:
    return written.split(cell(cells, at))[1]


def _share(rows: list[Cells], at: int, fits: Callable[[str], object]) -> float:
    """How much of what stands in the column fits; 0 where nothing stands in it."""
    found = [bool(fits(each)) for row in rows if (each := cell(row, at))]
    return sum(found) / len(found) if found else 0
