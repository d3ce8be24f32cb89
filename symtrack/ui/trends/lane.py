"""The line of marks above the rows: cycles, scans and visits, each with as many words as there is room for."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from symtrack.ui.trends import placing
from symtrack.ui.trends.happenings import Mark
from symtrack.ui.trends.placing import Label, Spot, Width

NEXT = 4.0
"""Pixels between two marks of the same day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The marks with the x of their middle, and the labels beside them."""

    marks: tuple[tuple[float, Mark], ...]
    labels: tuple[Label, ...]

    @classmethod
    def of(
        cls,
        marks: Sequence[Mark],
        x: Callable[[float], float],
        width: Width,
        *,
        radius: float,
        left: float,
        right: float,
    ) -> "Lane":
        """The marks of the days that are shown. Those of one day stand side by side and share a label.

        When a cycle has no room for its word, the number alone stands for all but the first: they look alike then.
        """
        days = [tuple(of_day) for _day, of_day in itertools.groupby(marks, key=lambda mark: mark.day)]
        middles = [[x(of_day[0].day) + k * (2 * radius + NEXT) for k in range(len(of_day))] for of_day in days]
        edges = [(each[0] - radius, each[-1] + radius) for each in middles]
        labels: list[Label] = []
        for only_numbers in (False, True):
            words = [_words(of_day, short=only_numbers and k > 0) for k, of_day in enumerate(days)]
            spots = [
                Spot(left=a, right=b, words=each, either=of_day[0].kind != "cycle")
                for (a, b), each, of_day in zip(edges, words, days, strict=True)
            ]
            labels = placing.beside(spots, width, left=left, right=right)
            said = {label.mark: label.text for label in labels}
            if all(said.get(k) in _whole(of_day) for k, of_day in enumerate(days) if of_day[0].kind == "cycle"):
                break
        placed = [pair for each, of_day in zip(middles, days, strict=True) for pair in zip(each, of_day, strict=True)]
        return cls(marks=tuple(placed), labels=tuple(labels))


def _words(of_day: tuple[Mark, ...], *, short: bool) -> tuple[str, ...]:
    """The words for all marks of a day from long to short, at last those of the first mark alone."""
    numbers = ", ".join(mark.words[-1] for mark in of_day)
    whole = () if short and of_day[0].kind == "cycle" else _whole(of_day)
    return (*whole, numbers, of_day[0].words[-1])


def _whole(of_day: tuple[Mark, ...]) -> tuple[str, ...]:
    """The words that say everything, and those that leave out a scan's result."""
    long = ", ".join(mark.words[0] for mark in of_day)
    shorter = ", ".join(mark.words[0] if mark.kind == "cycle" else mark.words[-1] for mark in of_day)
    return (long,) if shorter == long else (long, shorter)
