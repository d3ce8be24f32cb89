"""A comparison as a picture: rows over one axis, with what each day says in words and the same as a table. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from symtrack.diary.record import Floats

Sample = Literal["own", "o", "line", "thin", "field", "doses"]
Look = Literal["earlier", "usual", "now", "before", "after"]
"""Thin for earlier ones, thick for the usual, dots for what is looked at; hollow dots for before, filled for after."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trace:
    """A course through the days, broken where the value is NaN; shapes (corners,)."""

    look: Look
    days: Floats
    values: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """What lies between two courses, the middle half of the earlier ones; shapes (corners,)."""

    days: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Panel:
    """One row: a name with a sentence beside it, and what is drawn, the first lowest."""

    name: str
    words: str
    traces: tuple[Trace, ...] = ()
    field: Field | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """Panels from the day `first` to `last`, both included: days of a cycle from 1 on, or ordinals.

    `divide` is the day at whose beginning a line stands, `counts` how many doses there were on each day from `first`
    on. `said` has the words of each day that has any, `note` what stands below while no day is chosen.
    """

    heading: str
    axis: Literal["cycle", "days"]
    first: int
    last: int
    panels: tuple[Panel, ...]
    said: Mapping[int, str]
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    note: str = ""
    divide: int | None = None
    counts: Floats | None = None
    legend: tuple[tuple[Sample, str], ...] = ()
