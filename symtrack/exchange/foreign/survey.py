"""What a foreign file has: which subjects, and what is said of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.entry import Columns, Entry
from symtrack.exchange.foreign.left_out import LeftOut

MOST_VALUES = 40
Days = tuple[date | None, date | None, date | None]
"""One day in each order of `written.ORDERS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One subject: `values` are the distinct ones with how often each was there, `more` when there are others too.

    `labels` are the file's own words for numbers. `whole` says whether every number is a whole one. `first` and `last`
    are None while the order of day and month is not known.
    """

    subject: str
    entries: int
    numbers: int = 0
    lowest: Fraction | None = None
    highest: Fraction | None = None
    whole: bool = True
    values: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    more: bool = False
    notes: int = 0
    first: date | None = None
    last: date | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The values that are no numbers."""
        return tuple(value for value in self.values if written.number(value) is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is in a file.

    `orders` has more than one of `written.ORDERS` where the person has to be asked for it; `days` are then some of the
    days as they were written. `remarks` are sentences about the whole file, `columns` those
    of a table.
    """

    subjects: tuple[Seen, ...]
    read: int
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    columns: Columns | None = None
    orders: tuple[str, ...] = ("ymd",)
    days: tuple[str, ...] = ()

    @property
    def asks_order(self) -> bool:
        """Whether nobody but the person can tell which is the day and which the month."""
        return len(self.orders) > 1

    def subject(self, name: str) -> Seen | None:
        """What was seen of the subject; None when there is none of that name."""
        return next((seen for seen in self.subjects if seen.subject == name), None)


@dataclass(slots=True)
class Counted:
    """One subject while it is counted."""

    entries: int = 0
    notes: int = 0
    numbers: int = 0
    lowest: Fraction | None = None
    highest: Fraction | None = None
    whole: bool = True
    more: bool = False
    values: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    first: list[date | None] = field(default_factory=lambda: [None] * len(written.ORDERS))
    last: list[date | None] = field(default_factory=lambda: [None] * len(written.ORDERS))
    _days: Days = (None, None, None)

    def add(self, entry: Entry, days: Days) -> None:
        """Counts one more. Most values, and most days, are there a second time: those only count."""
        self.entries += 1
        self.notes += bool(entry.note)
        value = written.spelt(entry.value)
        number = written.number(entry.value)
        self.numbers += number is not None
        if value in self.values:
            self.values[value] += 1
        else:
            self._add_new(value, number)
        if entry.label and value in self.values:
            self.labels.setdefault(value, entry.label)
        if days != self._days:
            self._days = days
            for place, day in enumerate(days):
                if day is not None:
                    self.first[place] = min(self.first[place] or day, day)
                    self.last[place] = max(self.last[place] or day, day)

    def seen(self, subject: str, order: str | None) -> Seen:
        """What was counted; `order` is None while nobody knows it."""
        place = written.ORDERS.index(order) if order else None
        return Seen(
            subject=subject,
            entries=self.entries,
            numbers=self.numbers,
            lowest=self.lowest,
            highest=self.highest,
            whole=self.whole,
            values=dict(sorted(self.values.items(), key=lambda pair: _place(pair[0]))),
            labels=self.labels,
            more=self.more,
            notes=self.notes,
            first=self.first[place] if place is not None else None,
            last=self.last[place] if place is not None else None,
        )

    def _add_new(self, value: str, number: Fraction | None) -> None:
        if number is not None:
            self.whole = self.whole and number.denominator == 1
            self.lowest = number if self.lowest is None else min(self.lowest, number)
            self.highest = number if self.highest is None else max(self.highest, number)
        if len(self.values) < MOST_VALUES:
            self.values[value] = 1
        else:
            self.more = True


@dataclass(slots=True)
class Order:
    """Finds out in which order day and month stand: the one that all of the file's days can be in."""

    days: list[str] = field(default_factory=list)
    _fits: set[str] = field(default_factory=lambda: set(written.ORDERS))
    _ever: set[str] = field(default_factory=set)
    _apart: bool = False

    def add(self, text: str) -> None:
        """Takes one more day into account, as it was written."""
        found = written.readings(text)
        fits = {order for order, day in zip(written.ORDERS, found, strict=True) if day}
        if not fits:
            return
        self._fits &= fits
        if len(set(found)) > 1:
            self._ever |= fits
            self._apart = self._apart or len({day for day in found if day}) > 1
            if len(self.days) < len(written.ORDERS) and text not in self.days:
                self.days.append(text)

    @property
    def orders(self) -> tuple[str, ...]:
        """The orders that it can be: one where that is known, or makes no difference."""
        left = self._fits or self._ever
        if self._fits and not self._apart:
            left = {next(order for order in written.ORDERS if order in self._fits)}
        return tuple(order for order in written.ORDERS if order in left)


def _place(value: str) -> tuple[bool, Fraction, str]:
    number = written.number(value)
    return number is None, number or Fraction(0), value
