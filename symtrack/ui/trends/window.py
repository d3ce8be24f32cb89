"""The stretch of days that the chart shows, and how it moves. Never beyond the diary."""

import math
from dataclasses import dataclass, replace

LEAST = 7
"""The fewest days that can be shown."""

ROOM = 14
"""A diary younger than this is shown as if it had so many days, so that its dots do not lie far apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From `left` to `right` in days, as ordinals; a day reaches half a day to either side of its ordinal.

    `earliest` and `latest` are the days between which it may move, both included.
    """

    left: float
    right: float
    earliest: int
    latest: int

    @classmethod
    def over(cls, first: int, last: int, *, earliest: int, latest: int) -> "Window":
        """The days `first` to `last`, as far as the diary has them, and never less than a week."""
        earliest = min(earliest, latest - ROOM + 1)
        whole = cls(left=earliest - 0.5, right=latest + 0.5, earliest=earliest, latest=latest)
        return whole._fitted(max(first, earliest) - 0.5, last + 0.5)

    @property
    def first(self) -> int:
        """The first whole day that is shown."""
        return math.ceil(self.left)

    @property
    def last(self) -> int:
        """The last whole day that is shown."""
        return math.floor(self.right)

    @property
    def span(self) -> float:
        return self.right - self.left

    def moved(self, by: float) -> "Window":
        """The same number of days, `by` days later."""
        return self._fitted(self.left + by, self.right + by)

    def zoomed(self, factor: float, around: float) -> "Window":
        """`factor` times as many days; the day `around` stays where it is on the screen."""
        span = min(max(self.span * factor, LEAST), self.latest - self.earliest + 1)
        left = around - (around - self.left) * span / self.span
        return self._fitted(left, left + span)

    def including(self, day: int) -> "Window":
        """The same, moved just so far that `day` is shown."""
        return self.moved(min(0.0, day - 0.5 - self.left) + max(0.0, day + 0.5 - self.right))

    def _fitted(self, left: float, right: float) -> "Window":
        span = min(max(right - left, LEAST), self.latest - self.earliest + 1)
        right = min(max(right, self.earliest - 0.5 + span), self.latest + 0.5)
        return replace(self, left=right - span, right=right)
