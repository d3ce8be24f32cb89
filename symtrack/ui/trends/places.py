"""Where everything of the chart is, in pixels, for one size of the widget and of the text."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

LOW, HIGH = -1.3, 10.5
"""What a row spans in points: room for the marks below 0 and for half a dot above 10."""

PAD, BETWEEN, LANE = 6.0, 6.0, 5.0
"""Around the whole, between two rows, and between two lines of treatments or marks."""

BEYOND = 8.0
"""How far a row's box goes beyond its days, so that no dot at its edge is cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What the text takes up: the height of a line, the numbers of the axis, the words of the bands."""

    line: float
    numbers: float
    bands: float

    @classmethod
    def of(cls, metrics: QFontMetricsF, bands: tuple[str, ...]) -> "Measures":
        return cls(
            line=metrics.height(),
            numbers=metrics.horizontalAdvance("10"),
            bands=max(metrics.horizontalAdvance(word) for word in bands),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """`left` and `right` bound the days. Each row has a line of words, its `names`, above its plot."""

    left: float
    right: float
    tracks: tuple[float, ...]
    marks: float | None
    doses: float | None
    names: tuple[QRectF, ...]
    plots: tuple[QRectF, ...]
    axis: float
    bottom: float
    words_beside: bool

    @classmethod
    def of(
        cls,
        width: float,
        height: float,
        measures: Measures,
        *,
        rows: int,
        tracks: int = 0,
        marks: bool = False,
        doses: bool = False,
        lines: int = 1,
    ) -> "Places":
        """The places for `rows` items, `tracks` lines of treatments, and a line each of marks and of doses, if any.

        Above each row there is room for `lines` of words.
        """
        words = lines * measures.line
        beside = width >= 9 * measures.bands
        lane = measures.line + LANE
        y = PAD
        tops = tuple(y + k * lane for k in range(tracks + marks + doses))
        y += len(tops) * lane
        foot = measures.line + PAD
        left, right = measures.numbers + PAD + BEYOND, width - (measures.bands + BEYOND + 2 * PAD if beside else BEYOND)
        each = max((height - y - foot) / max(rows, 1), _row(measures, lines))
        names, plots = [], []
        for k in range(rows):
            top = y + k * each
            names.append(QRectF(left, top, width - left, words))
            plots.append(QRectF(left, top + words + 2, right - left, each - words - 2 - BETWEEN))
        axis = y + rows * each - BETWEEN + 4
        return cls(
            left=left,
            right=right,
            tracks=tops[:tracks],
            marks=tops[tracks] if marks else None,
            doses=tops[-1] if doses else None,
            names=tuple(names),
            plots=tuple(plots),
            axis=axis,
            bottom=axis + measures.line + PAD,
            words_beside=beside,
        )

    @property
    def beside(self) -> float:
        """The room at the right of the days, for words."""
        return self.names[0].right() - self.right

    @staticmethod
    def height(measures: Measures, *, rows: int, lanes: int, lines: int = 1) -> float:
        """The least height at which nothing lies on anything else."""
        lane = measures.line + LANE
        return PAD + lanes * lane + rows * _row(measures, lines) + measures.line + 2 * PAD

    def y(self, row: int, points: float) -> float:
        """Where a score lies in a row."""
        plot = self.plots[row]
        return plot.bottom() - (points - LOW) / (HIGH - LOW) * plot.height()


def _row(measures: Measures, lines: int) -> float:
    # Between the ticks 4 and 7 there must be room for a figure and a word; their own height is less than a line's.
    plot = 0.85 * measures.line * (HIGH - LOW) / 3
    return plot + lines * measures.line + 2 + BETWEEN
