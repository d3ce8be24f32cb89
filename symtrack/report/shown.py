"""Which symptoms stand where: the first few on page one, moods and sleep together, the others after them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from symtrack.diary.instrument import Item
from symtrack.report.section import Matter

T = TypeVar("T")

ON_FIRST_PAGE = 4
"""With three lanes above them, the words at the top of the page and a Letter sheet, five are too many."""
TOGETHER = 8
"""Charts under one time axis on the pages that follow: with as much as can stand above them, they fit on one page."""
MOODS = frozenset({"anxiety", "low_mood", "drowsiness", "poor_sleep"})


def first(matter: Matter) -> tuple[Item, ...]:
    """Those of page one, in the order that the person chose."""
    return matter.items[:ON_FIRST_PAGE]


def moods(matter: Matter) -> tuple[Item, ...]:
    """Moods and sleep, as far as they are not on page one."""
    return tuple(item for item in matter.items[ON_FIRST_PAGE:] if item.key in MOODS)


def others(matter: Matter) -> tuple[Item, ...]:
    """All that are neither."""
    return tuple(item for item in matter.items[ON_FIRST_PAGE:] if item.key not in MOODS)


def evenly(some: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    """The things in order, at most so many together, in groups that differ by one at most."""
    groups = -(-len(some) // most)
    for k in range(groups):
        yield tuple(some[k * len(some) // groups : (k + 1) * len(some) // groups])


def rows_of(some: Iterable[T], most: int) -> Iterator[tuple[T, ...]]:
    """The things in order, at most so many together."""
    rest = iter(some)
    while row := tuple(islice(rest, most)):
        yield row
