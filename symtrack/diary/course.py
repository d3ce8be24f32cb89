"""A small picture of some weeks, as numbers and words: what there is on which day, and over which scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from symtrack import i18n
from symtrack.diary import measures
from symtrack.diary.instrument import LEAST, MODERATE, MOST, SEVERE
from symtrack.diary.measures import Kind
from symtrack.i18n import _, n_

DAYS = 28
Shape = Literal["dots", "bars", "marks"]
_PAIN = tuple((float(score), str(score)) for score in (LEAST, MODERATE, SEVERE, MOST))


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Values by day, from `first` to `last`; a day without one is a gap, and never a 0. `said` is the same in words.

    `lines` are the scale, which reaches from `low` to `high`: where each lies, and its words. Dots are joined from one
    day to the next, bars stand on 0, marks are yes or no.
    """

    name: str
    first: date
    last: date
    points: Mapping[date, float]
    lines: tuple[tuple[float, str], ...]
    low: float
    high: float
    shape: Shape
    said: str


def of_kind(kind: Kind, values: Mapping[date, float], unit: str, last: date, *, days: int = DAYS) -> Course:
    """The course of something measured up to `last`, in that unit."""
    first, points = _within(values, last, days)
    low, high = min(points.values(), default=0.0), max(points.values(), default=1.0)
    lines: tuple[tuple[float, str], ...]
    if kind.yes_or_no:
        shape: Shape = "marks"
        lines = ((measures.NO, _("no")), (measures.YES, _("yes")))
        low, high = measures.NO, measures.YES
    elif kind.least == 0:
        shape, low, high = "bars", 0.0, max(high, 1.0)
        lines = tuple((each, measures.figures(kind, each, unit)) for each in (low, high))
    else:
        shape = "dots"
        lines = tuple((each, measures.figures(kind, each, unit)) for each in dict.fromkeys((low, high)))
        spread = max((high - low) * 0.15, 0.2)
        low, high = low - spread, high + spread
    said = _of_kind_said(kind, points, unit, (last - first).days + 1)
    name = _(kind.name) if kind.yes_or_no or kind.counted else f"{_(kind.name)}, {kind.unit(unit).shown}"
    return Course(
        name=name, first=first, last=last, points=points, lines=lines, low=low, high=high, shape=shape, said=said
    )


def of_spells(counts: Mapping[date, float], last: date, *, days: int = DAYS) -> Course:
    """How often a day there was sudden bad pain."""
    first, points = _within(counts, last, days)
    most = max(points.values(), default=1.0)
    said = _("None noted in these {n} days.").format(n=days)
    if points:
        times = n_("Noted on {n} of {days} days, {times} in all.", "Noted on {n} of {days} days, {times} in all.", days)
        said = times.format(n=len(points), days=days, times=i18n.number(sum(points.values())))
    return Course(
        name=_("Sudden bad pain, times a day"),
        first=first,
        last=last,
        points=points,
        lines=((0.0, "0"), (most, i18n.number(most))),
        low=0,
        high=most,
        shape="bars",
        said=said,
    )


def of_nights(worst: Mapping[date, float], last: date, *, days: int = DAYS) -> Course:
    """The worst pain of each night, by the day on which the night began."""
    first, points = _within(worst, last, days)
    said = _("No pain noted in these {n} nights.").format(n=days)
    if points:
        times = n_(
            "Pain noted in {n} of {days} nights, worst {worst}.",
            "Pain noted in {n} of {days} nights, worst {worst}.",
            days,
        )
        said = times.format(n=len(points), days=days, worst=i18n.number(max(points.values())))
    return Course(
        name=_("Worst pain in the night"),
        first=first,
        last=last,
        points=points,
        lines=_PAIN,
        low=LEAST,
        high=MOST,
        shape="dots",
        said=said,
    )


def _within(values: Mapping[date, float], last: date, days: int) -> tuple[date, dict[date, float]]:
    first = last - timedelta(days=days - 1)
    return first, {day: float(value) for day, value in sorted(values.items()) if first <= day <= last}


def _of_kind_said(kind: Kind, points: Mapping[date, float], unit: str, days: int) -> str:
    if not points:
        return _("Nothing noted in these {n} days.").format(n=days)
    if kind.yes_or_no:
        yes = sum(value > 0 for value in points.values())
        return _("Of {days} days: “yes” on {yes}, “no” on {no}, nothing marked on {open}.").format(
            days=days, yes=yes, no=len(points) - yes, open=days - len(points)
        )
    noted = n_("Noted on {n} of {days} days", "Noted on {n} of {days} days", days).format(n=len(points), days=days)
    if kind.least == 0:
        whole = measures.amount(kind, sum(points.values()), unit)
        return _("{noted}, {amount} in all.").format(noted=noted, amount=whole)
    low, high = (measures.figures(kind, end(points.values()), unit) for end in (min, max))
    day, value = list(points.items())[-1]
    return _("{noted}, from {low} to {high}, last {amount} ({day}).").format(
        noted=noted, low=low, high=high, amount=measures.amount(kind, value, unit), day=i18n.short_day(day)
    )
