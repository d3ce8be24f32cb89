"""The numbers of one item, day for day: a slow course, the treatment's mark on it, and days that are just different."""

import random
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from symtrack.diary.instrument import LEAST

_CARRIED = 0.4
"""How much of a day's difference is there on the day beside it: the correlation at a lag of one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How an item goes; days are counted back from the end of the story. `answers.toml` explains each field."""

    level: Sequence[tuple[float, float]]
    noise: float
    shared: float
    cycle: Sequence[float]
    growth: float
    weekend: float
    most: int
    fixed: Mapping[int, int]

    def scores(
        self,
        length: int,
        *,
        starts: Sequence[int],
        weekends: frozenset[int],
        own: Sequence[float],
        common: Sequence[float],
    ) -> list[int]:
        """The score of each day from 0 days ago to `length` − 1, 0 to 10.

        `starts` are the first days of cycles, the earliest first; `own` and `common` are unrest of standard deviation
        1, a number a day. What is drawn for a day does not depend on how long the story is.
        """
        found = []
        for ago in range(length):
            unrest = sqrt(1 - self.shared**2) * own[ago] + self.shared * common[ago]
            points = self._level(ago) + self._treated(ago, starts) + self.noise * unrest
            points += self.weekend * (ago in weekends)
            found.append(self.fixed.get(ago, min(self.most, max(LEAST, round(points)))))
        return found

    def _level(self, ago: int) -> float:
        """The course on that day: straight lines between the points given, and level beyond them."""
        for (earlier, above), (later, below) in pairwise(self.level):
            if later <= ago <= earlier:
                return above + (below - above) * (earlier - ago) / (earlier - later)
        return self.level[0][1] if ago > self.level[0][0] else self.level[-1][1]

    def _treated(self, ago: int, starts: Sequence[int]) -> float:
        """What the cycle adds; each cycle leaves a deeper mark than the one before."""
        past = bisect_left(starts, -ago + 1, key=lambda start: -start)
        day = starts[past - 1] - ago if past else len(self.cycle)
        return self.cycle[day] * (1 + self.growth * (past - 1)) if day < len(self.cycle) else 0.0


def unrest(length: int, seed: str) -> list[float]:
    """One number a day, standard deviation 1, each a little like its neighbour. It begins the same for any length."""
    draw = random.Random(seed)  # noqa: S311 - numbers of an invented diary keep no secret
    found: list[float] = []
    for _day in range(length):
        fresh = draw.gauss(0, 1)
        found.append(_CARRIED * found[-1] + sqrt(1 - _CARRIED**2) * fresh if found else fresh)
    return found
