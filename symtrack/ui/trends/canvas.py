"""A painter that knows a theme, and where days and scores lie: what every chart of Trends is drawn with."""

import ctypes
from typing import cast

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from shiboken6 import Object, getCppPointer

from symtrack.diary.instrument import LEAST, MODERATE, MOST, SEVERE
from symtrack.diary.record import Floats, Ints
from symtrack.i18n import _
from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.trends.drawn import Sign
from symtrack.ui.trends.places import BEYOND, Places
from symtrack.ui.trends.signs import Size, Stamps

TICKS = (LEAST, MODERATE, SEVERE, MOST)
# Time runs from left to right in every language, and so do the places of the words.
_PLACED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
RIGHT, LEFT = Qt.AlignmentFlag.AlignRight | _PLACED, Qt.AlignmentFlag.AlignLeft | _PLACED

SMOOTH = 60
"""So many corners a wide line may have as one: Qt takes seconds for a wide smooth line of years."""


def band_words() -> tuple[str, str]:
    """The words beside the two bands."""
    return _("moderate"), _("severe")


class Canvas:
    """Days from `left` to `right`, at the places of their rows."""

    def __init__(self, painter: QPainter, theme: Theme, places: Places, *, left: float, right: float) -> None:
        self.painter = painter
        self.theme = theme
        self.places = places
        self.left, self.right = left, right
        self.font = theme.font(SMALL)
        self.bold = theme.font(SMALL, bold=True)
        self.metrics = QFontMetricsF(self.font)
        self.day = (places.right - places.left) / (right - left)
        """Pixels a day."""
        self._ticks = {tick: self.metrics.horizontalAdvance(str(tick)) for tick in TICKS}
        self._words = band_words()
        self.size = Size.of(self.day, theme.scale)
        self._stamps = Stamps(painter, theme, self.size.radius)
        painter.setFont(self.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def x(self, day: float) -> float:
        """Where a day lies."""
        return self.places.left + (day - self.left) * self.day

    def xs(self, days: Ints | Floats) -> Floats:
        return np.asarray(self.places.left + (days - self.left) * self.day)

    def ys(self, row: int, points: Floats) -> Floats:
        low, high = self.places.y(row, 0), self.places.y(row, 1)
        return low + points * (high - low)

    def width(self, text: str) -> float:
        return self.metrics.horizontalAdvance(text)

    def bands(self, row: int) -> None:
        """The fields of moderate and severe, the lines at 0, 4 and 7 with their numbers, and the words beside them."""
        plot, theme, painter, words_beside = self.places.plots[row], self.theme, self.painter, self.places.words_beside
        beyond = self.places.names[0].right() - self.places.right if words_beside else BEYOND
        whole = plot.adjusted(-BEYOND, 0, beyond, 0)
        y = [self.places.y(row, tick) for tick in TICKS]
        top = plot.top()
        painter.fillRect(QRectF(whole.left(), y[2], whole.width(), y[1] - y[2]), theme.color("band_moderate"))
        painter.fillRect(QRectF(whole.left(), top, whole.width(), y[2] - top), theme.color("band_severe"))
        painter.setPen(QPen(theme.color("line"), 1))
        for line in y[:3]:
            painter.drawLine(QPointF(whole.left(), round(line) + 0.5), QPointF(whole.right(), round(line) + 0.5))
        painter.setPen(theme.color("soft"))
        right, down = plot.left() - BEYOND - 5, self.metrics.height() / 2 - self.metrics.descent()
        for tick, at in zip(TICKS, y, strict=True):
            painter.drawText(QPointF(right - self._ticks[tick], at + down), str(tick))
        if words_beside:
            painter.setPen(theme.color("ink"))  # The second text's colour is too pale on the darker band.
            for word, above, under in zip(self._words, (y[2], top), (y[1], y[2]), strict=True):
                painter.drawText(QPointF(plot.right() + BEYOND + 4, (above + under) / 2 + down), word)

    def name(self, row: int, text: str) -> float:
        """The row's name above its plot; how far it reaches."""
        box = self.places.names[row]
        self.painter.setFont(self.bold)
        self.painter.setPen(self.theme.color("ink"))
        self.painter.drawText(box, LEFT, text)
        self.painter.setFont(self.font)
        return QFontMetricsF(self.bold).horizontalAdvance(text)

    def plain(self, box: QRectF, text: str, token: str = "soft", align: Qt.AlignmentFlag = LEFT) -> None:
        """Text in a box, cut off with “…” where there is not enough room."""
        self.painter.setPen(self.theme.color(token))
        self.painter.drawText(box, align, self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))

    def signs(self, row: int, sign: Sign, days: Ints | Floats, values: Floats) -> None:
        self._stamps.draw(sign, self.xs(days), self.ys(row, values))

    def line(self, row: int, days: Ints | Floats, values: Floats, pen: QPen, *, halo: bool = False) -> None:
        """A line through the days, broken where a value is missing; with a `halo` where it lies on many dots."""
        corners = np.stack([self.xs(days), self.ys(row, values)], axis=1)
        pieces = [_polygon(corners[piece]) for piece in _pieces(values)]
        if pen.widthF() <= 1 or len(corners) <= SMOOTH:
            self._stroke(pieces, pen, (0.0,))
            return
        # Some thin lines below each other are one wide one, and hundreds of times as quick.
        if halo:
            self._stroke(pieces, QPen(self.theme.color("panel"), 1), (-2.0, 2.0))
        self._stroke(pieces, QPen(pen.color(), 1), (-1.0, 0.0, 1.0))

    def _stroke(self, pieces: list[QPolygonF], pen: QPen, lifts: tuple[float, ...]) -> None:
        self.painter.setPen(pen)
        for piece in pieces:
            for lift in lifts:
                self.painter.drawPolyline(piece.translated(0, lift) if lift else piece)


def _polygon(corners: Floats) -> QPolygonF:
    """The corners, shape (corners, 2) and one after the other in memory, as Qt's own."""
    polygon = QPolygonF()
    polygon.resize(len(corners))
    start = getCppPointer(cast("Object", polygon.data()))[0]
    ctypes.memmove(start, corners.ctypes.data, corners.nbytes)
    return polygon


def _pieces(values: Floats) -> list[slice]:
    """The stretches of at least two corners without a gap."""
    there = np.concatenate(([False], ~np.isnan(values), [False]))
    edges = np.flatnonzero(there[1:] != there[:-1])
    return [slice(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1]
