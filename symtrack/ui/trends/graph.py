"""The one module that knows pyqtgraph: a canvas, and the dots and lines of one row on it.

pyqtgraph comes without types, so what it gives is `Any` here and nowhere else. Its own mouse, menus and axes are not
used: they move rows one by one, and their axis knows time zones, which a calendar day has not.
"""

import numpy as np
import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsView

from symtrack.diary.record import Floats, Ints, Series
from symtrack.ui.theme import Theme
from symtrack.ui.trends.course import Row
from symtrack.ui.trends.places import BEYOND, HIGH, LOW
from symtrack.ui.trends.window import Window

SHAPES = ("o", "s", "t1", "d")
"""The hollow marks of the caregivers, in the order of their names."""

FOOT = -0.85
"""Where the marks for "asked, no number" lie, in points."""

SMALL_DOT = 6.5

_FINE_FROM = 400
"""From so many days on, the median is thin and not smoothed: Qt takes seconds for a wide smooth line of years."""


class Canvas(pyqtgraph.GraphicsView):  # type: ignore[misc]  # pyqtgraph comes without types.
    """A view whose scene is measured in its own pixels."""

    def __init__(self) -> None:
        super().__init__(useOpenGL=False, background=None)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Time and numbers run so in every language.
        # pyqtgraph keeps the background, which here moves with the days.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)


class Plot:
    """One row's dots, its thin line and its running median, in a box that shows a window of days."""

    def __init__(self, canvas: Canvas, theme: Theme) -> None:
        self._theme = theme
        self._first = 0
        self._size = 0.0
        self._points: list[tuple[pyqtgraph.ScatterPlotItem, Ints, Floats]] = []
        self._shown = (0, 0)
        self._median: Floats = np.full(0, np.nan)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        canvas.addItem(self._box)
        self._line = pyqtgraph.PlotCurveItem(connect="finite", pen=_pen(theme.soft, theme.line_width), antialias=True)
        self._middle = pyqtgraph.PlotCurveItem(connect="finite")
        self._own = self._dots("o", pen=_pen(theme.panel, 1), brush=theme.ink)
        self._late = self._dots("o", pen=_pen(theme.panel, 1), brush=late_colour(theme).name())
        self._asked = self._dots("x", pen=_pen(theme.soft, 1.5), brush=theme.soft)
        self._views = [self._dots(shape, pen=_pen(theme.ink, 1.8), brush=None) for shape in SHAPES]
        for item in (self._line, self._middle, self._asked, self._late, self._own, *self._views):
            self._box.addItem(item)

    def show(self, row: Row, voices: tuple[str, ...]) -> None:
        """Draw the row; `voices` are the caregivers in the order of their shapes."""
        own, late = row.own, row.late
        self._first, self._median = own.first, row.median
        self._line.setData(own.days.astype(np.float64), own.scores)
        views = [
            _joined([row.views[v] for v in voices[k :: len(SHAPES)] if v in row.views]) for k in range(len(SHAPES))
        ]
        self._points = [
            (self._asked, own.days[own.asked], np.full(int(own.asked.sum()), FOOT)),
            *(
                (dots, own.days[at], own.scores[at])
                for dots, at in ((self._own, own.answered & ~late), (self._late, late))
            ),
            *((dots, days, scores) for dots, (days, scores) in zip(self._views, views, strict=True)),
        ]
        self._shown = (0, 0)

    def take_away(self, canvas: Canvas) -> None:
        """Take the row off the canvas."""
        canvas.removeItem(self._box)

    def place(self, plot: QRectF) -> None:
        self._box.setGeometry(plot.adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND))

    def show_window(self, window: Window) -> None:
        """Show these days, with dots and lines as large as so many days allow."""
        day = max(1.0, self._box.width() - 2 * BEYOND) / window.span
        reach = (window.left - BEYOND / day, window.right + BEYOND / day)
        more = BEYOND * (HIGH - LOW) / max(1.0, self._box.height() - 2 * BEYOND)
        self._box.setRange(xRange=reach, yRange=(LOW - more, HIGH + more), padding=0, disableAutoRange=True)
        size = dot_size(day, self._theme.scale)
        if size != self._size:
            self._size = size
            self._resize()
        if self._shown != (window.first, window.last):
            self._shown = (window.first, window.last)
            self._show_points()
        fine = window.span > _FINE_FROM
        start = max(0, window.first - 1 - self._first)
        part = slice(start, max(start, window.last + 2 - self._first))
        days = np.arange(self._first, self._first + len(self._median), dtype=np.float64)
        self._middle.setData(days[part], self._median[part], antialias=not fine)
        self._middle.setPen(_pen(self._theme.accent, 1 + self._theme.line_width if fine else 3))
        self._line.setVisible(not fine)

    def _show_points(self) -> None:
        """Only the dots of the days that are shown: half a dot at the edge would belong to another day."""
        first, last = self._shown
        for dots, days, values in self._points:
            start, stop = np.searchsorted(days, (first, last + 1))
            dots.setData(days[start:stop], values[start:stop])

    def _resize(self) -> None:
        """Dots as large as the days allow; very small ones need no edge to be told apart."""
        edge = _pen(self._theme.panel, 1) if self._size > SMALL_DOT else QPen(Qt.PenStyle.NoPen)
        for dots in (self._own, self._late):
            dots.setSize(self._size)
            dots.setPen(edge)
        self._asked.setSize(max(4.0, self._size - 2))
        for dots in self._views:
            dots.setSize(self._size + 3)

    def _dots(self, shape: str, *, pen: QPen, brush: str | None) -> pyqtgraph.ScatterPlotItem:
        return pyqtgraph.ScatterPlotItem(
            symbol=shape,
            pen=pen,
            brush=QBrush(QColor(brush)) if brush else QBrush(Qt.BrushStyle.NoBrush),
            pxMode=True,
            antialias=True,
        )


def dot_size(day_width: float, scale: float) -> float:
    """A dot's diameter in pixels: as large as a day allows, from 3½ to 10, a little larger with larger text."""
    return min(max(day_width * 0.85, 3.5), 10.0 + 4 * (scale - 1))


def late_colour(theme: Theme) -> QColor:
    """Halfway between ink and panel: lighter than an entry of the day, and still easy to see."""
    ink, panel = theme.color("ink"), theme.color("panel")
    return QColor(*((a + b) // 2 for a, b in zip(ink.getRgb()[:3], panel.getRgb()[:3], strict=True)))  # type: ignore[index]


def _joined(views: list[Series]) -> tuple[Ints, Floats]:
    """The days with a number in any of the views, and the numbers; both in order of day."""
    if not views:
        return np.full(0, 0), np.full(0, np.nan)
    days = np.concatenate([view.days[view.answered] for view in views])
    order = np.argsort(days, kind="stable")
    return days[order], np.concatenate([view.scores[view.answered] for view in views])[order]


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen
