"""Room for words and signs: the time axis, lanes above the charts, and the free places inside one.

Widths of text are estimated on the generous side, so that the same page comes out on every computer.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from symtrack.diary.instrument import MOST

TEXT = 8.0
GAP = 4.0
STEP = 4.0
OTHER_SCRIPTS = "\u0530"
"""The first letter that the paper's own typeface lacks, with all that follow."""
LIFT = 1.35
"""In points of the scale: how far the middle of a label is from the line that it stands on."""

Drawn = dict[str, object]
Extent = tuple[float, float]


MOST_DAYS, COLUMNS = 600, 300
"""More days than this are drawn together, in about so many columns: each would be thinner than what ink can show."""


def together(days: int) -> int:
    """How many neighbouring days are drawn as one."""
    return 1 if days <= MOST_DAYS else -(-days // COLUMNS)


@dataclass(frozen=True, slots=True)
class Axis:
    """The time axis: from the ordinal `first` to `last` over `width` points; a day's place is its middle."""

    first: int
    last: int
    width: float

    @property
    def day(self) -> float:
        """Points a day."""
        return self.width / (self.last - self.first + 1)

    def at(self, ordinal: int) -> float:
        """Points from the left to the middle of the day."""
        return round((ordinal - self.first + 0.5) * self.day, 2)


@dataclass(slots=True)
class Lanes:
    """Rows in which things stand side by side without touching."""

    most: int
    taken: list[list[Extent]] = field(default_factory=list)

    def place(self, extent: Extent) -> int | None:
        """The first lane with room for the extent, which is then taken; None when `most` lanes have none."""
        for k, lane in enumerate(self.taken):
            if all(extent[1] + GAP <= start or extent[0] >= stop + GAP for start, stop in lane):
                lane.append(extent)
                return k
        if len(self.taken) == self.most:
            return None
        self.taken.append([extent])
        return len(self.taken) - 1


@dataclass(slots=True)
class Room:
    """One chart's inside: where dots and lines are, and which labels stand already."""

    axis: Axis
    obstacles: Sequence[tuple[float, float]]
    taken: list[tuple[Extent, float]] = field(default_factory=list)

    def place(
        self,
        label: str,
        heights: Sequence[float],
        *,
        right: bool = False,
        sure: bool = True,
        size: float = TEXT,
        strong: bool = False,
    ) -> Drawn | None:
        """The label at the emptiest place, tried from its own end on; None when it has no empty one and isn't `sure`.

        `heights` are the scores on which its middle may lie.
        """
        width = text_width(label, size) * (1.08 if strong else 1)
        steps = int(max(0.0, self.axis.width - width - GAP) // STEP) + 1
        starts = [self.axis.width - width - 2 - STEP * k if right else 2 + STEP * k for k in range(steps)]
        places = [(self._crowd((x, x + width), y), k, x, y) for y in heights for k, x in enumerate(starts)]
        crowd, _k, x, y = min(places)
        if crowd and not sure:
            return None
        self.taken.append(((x, x + width), y))
        return {
            "label": label,
            "x": round(x, 2),
            "y": height(y),
            "wide": round(width, 2),
            "strong": strong,
            "right": right,
        }

    def _crowd(self, extent: Extent, middle: float) -> int:
        start, stop = extent[0] - 2, extent[1] + 2
        near = sum(start <= x <= stop and abs(y - middle) <= 1.3 * LIFT for x, y in self.obstacles)
        return near + 1000 * sum(
            start <= other[1] and stop >= other[0] and abs(y - middle) < 2 * LIFT for other, y in self.taken
        )


def text_width(text: str, size: float = TEXT) -> float:
    """At least the width of the text in points: letters of Latin, Greek and Cyrillic are the paper's own and narrow.

    Those of other scripts come from the system's fonts; wide ones are full squares.
    """
    return size * sum(map(_wide, text))


def _wide(letter: str) -> float:
    if letter < OTHER_SCRIPTS or "\u2000" <= letter < "\u2c00":
        return 0.54
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.68


@dataclass(slots=True)
class Labels:
    """The labels of one picture: what is too wide for its place is a number there, and whole below the picture."""

    numbered: list[str] = field(default_factory=list)

    def fitted(self, label: str, most: float) -> str:
        """The label, or its number where it is wider than `most` points; the same label has the same number."""
        return label if text_width(label) <= most else self.number(label)

    def number(self, label: str) -> str:
        """The number that stands for the label."""
        if label not in self.numbered:
            self.numbered.append(label)
        return f"({self.numbered.index(label) + 1})"

    @property
    def notes(self) -> list[str]:
        """(1) Morphine, slow release: 10 mg → 15 mg."""
        return [f"({number}) {label}" for number, label in enumerate(self.numbered, start=1)]


def height(score: float) -> float:
    """The share of a row's height at which a score lies, from the top."""
    return (MOST - score) / MOST
