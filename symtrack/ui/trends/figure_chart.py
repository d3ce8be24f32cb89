"""The chart of a comparison: rows over one axis, a cursor over all of them, moved by keys and clicks."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from symtrack.diary.record import Floats
from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.trends import day_axis, placing
from symtrack.ui.trends.canvas import LEFT, Canvas
from symtrack.ui.trends.day_chart import DayChart
from symtrack.ui.trends.figure import Figure, Panel, Trace
from symtrack.ui.trends.lane_painting import LanePainting
from symtrack.ui.trends.places import Places
from symtrack.ui.widgets import announce

ASIDE = 20.0
STEPS = (1, 2, 7, 14)
ALONE = 0.3
"""Half of how wide a day is drawn that has no neighbour, in days."""


class FigureChart(DayChart):
    """Shows one comparison."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._figure: Figure | None = None

    @property
    def figure(self) -> Figure | None:
        return self._figure

    @property
    def words(self) -> str:
        """The day under the cursor in words, or what stands there while there is none."""
        if self._figure is None:
            return ""
        return self._figure.note if self._day is None else self._figure.said.get(self._day, "")

    def show_figure(self, figure: Figure) -> None:
        """Show a comparison; the cursor stays on its day where there still is one."""
        self._figure = figure
        if self._day is not None and not figure.first <= self._day <= figure.last:
            self._day = None
        self.setAccessibleName(figure.heading)
        self._describe()
        self._arrange()

    def show_day(self, day: int) -> None:
        """Put the cursor on a day."""
        if self._figure is None:
            return
        self._day = min(max(day, self._figure.first), self._figure.last)
        self._describe()
        announce(self, self.words)
        self.update()
        self.day_chosen.emit(self._day)

    def paint(self, painter: QPainter, theme: Theme | None = None) -> None:
        """The picture on a screen, or on paper."""
        theme = theme or self._theme
        painter.fillRect(self.rect(), theme.color("panel"))
        figure = self._figure
        if figure is None:
            return
        canvas = Canvas(painter, theme, self.places(), left=figure.first - 0.5, right=figure.last + 0.5)
        for k, panel in enumerate(figure.panels):
            canvas.bands(k)
            _name(canvas, k, panel, below=self._lines() > 1)
            _panel(canvas, k, panel)
        if figure.counts is not None:
            LanePainting(canvas).doses(figure.first, figure.counts)
        if figure.divide is not None:
            self._upright(canvas, figure.divide - 0.5, QPen(theme.color("ink"), theme.line_width, Qt.PenStyle.DashLine))
        _axis(canvas, figure)
        if self._day is not None:
            self._upright(canvas, self._day, QPen(theme.color("focus"), 1 + theme.line_width))

    def places(self) -> Places:
        """Where everything is at the size that the chart has."""
        figure = self._figure
        rows = len(figure.panels) if figure else 0
        counts = bool(figure and figure.counts is not None)
        return Places.of(self.width(), self.height(), self._measures, rows=rows, doses=counts, lines=self._lines())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the cursor, the page keys by a week. A held key counts once."""
        figure, keys = self._figure, Qt.Key
        by = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_PageUp: -7, keys.Key_PageDown: 7}
        modified = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        key = Qt.Key(event.key())
        if figure is None or modified or key not in {*by, keys.Key_Home, keys.Key_End}:
            event.ignore()
        elif not event.isAutoRepeat():
            start = figure.first if self._day is None else self._day + by.get(key, 0)
            self.show_day({keys.Key_Home: figure.first, keys.Key_End: figure.last}.get(key, start))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        figure, places = self._figure, self.places()
        if figure is not None and event.button() == Qt.MouseButton.LeftButton:
            part = (event.position().x() - places.left) / (places.right - places.left)
            self.show_day(round(figure.first - 0.5 + part * (figure.last - figure.first + 1)))

    def _describe(self) -> None:
        """What a screen reader hears of the picture: its sentences, and the day under the cursor."""
        said = [f"{panel.name}: {panel.words}" for panel in self._figure.panels] if self._figure else []
        self.setAccessibleDescription(" ".join([*said, self.words]))

    def _arrange(self) -> None:
        self.setMinimumHeight(self._least_height())
        self.updateGeometry()
        self.update()

    def _least_height(self) -> int:
        figure = self._figure
        rows = len(figure.panels) if figure else 0
        lanes = int(bool(figure and figure.counts is not None))
        return round(Places.height(self._measures, rows=rows, lanes=lanes, lines=self._lines()))

    def _lines(self) -> int:
        """How many lines the longest name with its sentence takes."""
        if self._figure is None:
            return 1
        room = max(200.0, self.width() - self._measures.numbers - 40)
        bold = QFontMetricsF(self._theme.font(SMALL, bold=True))
        return max([1, *(_lines(panel, room, self._metrics, bold) for panel in self._figure.panels)])

    @staticmethod
    def _upright(canvas: Canvas, day: float, pen: QPen) -> None:
        canvas.painter.setPen(pen)
        x = canvas.x(day)
        for plot in canvas.places.plots:
            canvas.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))


def _lines(panel: Panel, room: float, metrics: QFontMetricsF, bold: QFontMetricsF) -> int:
    if bold.horizontalAdvance(panel.name) + ASIDE + metrics.horizontalAdvance(panel.words) <= room:
        return 1
    box = metrics.boundingRect(QRectF(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, panel.words)
    return 1 + math.ceil(box.height() / metrics.lineSpacing() - 0.01)


def _name(canvas: Canvas, k: int, panel: Panel, *, below: bool) -> None:
    """The name with its sentence beside it, or below it: in all rows the same, where one of them is too long."""
    box = canvas.places.names[k]
    line = QRectF(box.left(), box.top(), box.width(), canvas.metrics.height())
    canvas.painter.setFont(canvas.bold)
    canvas.painter.setPen(canvas.theme.color("ink"))
    canvas.painter.drawText(line, LEFT, panel.name)
    used = QFontMetricsF(canvas.bold).horizontalAdvance(panel.name) + ASIDE
    canvas.painter.setFont(canvas.font)
    if below:
        under = box.adjusted(0, canvas.metrics.lineSpacing(), 0, 0)
        canvas.painter.drawText(under, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, panel.words)
    else:
        canvas.painter.drawText(line.adjusted(used, 0, 0, 0), LEFT, panel.words)


def _panel(canvas: Canvas, k: int, panel: Panel) -> None:
    theme = canvas.theme
    if panel.field is not None:
        _field(canvas, k, panel)
    for trace in panel.traces:
        match trace.look:
            case "earlier":
                canvas.line(k, *level_lines(trace), QPen(theme.color("border"), 1))
            case "usual":
                canvas.line(k, *level_lines(trace), QPen(theme.color("accent"), 3))
            case "now":
                canvas.line(k, trace.days, trace.values, QPen(theme.color("ink"), 1.5))
                there = ~np.isnan(trace.values)
                canvas.signs(k, "own", trace.days[there], trace.values[there])
            case "before" | "after":
                canvas.signs(k, "o" if trace.look == "before" else "own", trace.days, trace.values)


def level_lines(trace: Trace) -> tuple[Floats, Floats]:
    """The course with a short level line at each day that has no neighbour: a line needs two places."""
    there = np.concatenate(([False], ~np.isnan(trace.values), [False]))
    alone = there[1:-1] & ~there[:-2] & ~there[2:]
    if not alone.any():
        return trace.days, trace.values
    days, values = trace.days[alone], trace.values[alone]
    gaps = np.full(len(days), np.nan)
    ends = np.stack([days - ALONE, days + ALONE, days + ALONE], axis=1).ravel()
    return (
        np.concatenate([trace.days, days, ends]),
        np.concatenate([trace.values, gaps, np.stack([values, values, gaps], axis=1).ravel()]),
    )


def _field(canvas: Canvas, k: int, panel: Panel) -> None:
    """The middle half, filled and outlined: a fill alone is lost in black and white."""
    assert panel.field is not None
    days, low, high = panel.field.days, panel.field.low, panel.field.high
    there = ~(np.isnan(low) | np.isnan(high))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], there.astype(np.int8), [0]))))
    canvas.painter.setPen(QPen(canvas.theme.color("accent"), 1, Qt.PenStyle.DotLine))
    canvas.painter.setBrush(canvas.theme.color("treatment"))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        run = np.arange(start, stop) if stop - start > 1 else np.array([start, start])
        x = canvas.xs(days[run] if stop - start > 1 else days[start] + np.array([-ALONE, ALONE]))
        above, below = canvas.ys(k, high[run]), canvas.ys(k, low[run])
        corners = [*zip(x, above, strict=True), *zip(x[::-1], below[::-1], strict=True)]
        canvas.painter.drawPolygon(QPolygonF([QPointF(float(a), float(b)) for a, b in corners]))
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)


def _axis(canvas: Canvas, figure: Figure) -> None:
    taken = float("-inf")
    end = canvas.places.names[0].right() if canvas.places.names else canvas.places.right
    for day, text in _ticks(canvas, figure):
        x, wide = canvas.x(day), canvas.width(text)
        canvas.painter.setPen(QPen(canvas.theme.color("border"), canvas.theme.line_width))
        canvas.painter.drawLine(QPointF(x, canvas.places.axis - 4), QPointF(x, canvas.places.axis))
        box = QRectF(max(x - wide / 2, 0), canvas.places.axis + 1, wide, canvas.metrics.height())
        if box.left() >= taken and box.right() <= end:
            canvas.plain(box.adjusted(0, 0, 2, 0), text)
            taken = box.right() + placing.GAP


def _ticks(canvas: Canvas, figure: Figure) -> list[tuple[int, str]]:
    if figure.axis == "days":
        return day_axis.ticks(figure.first, figure.last, canvas.day, canvas.width)
    step = next((step for step in STEPS if canvas.width("00") + placing.GAP <= step * canvas.day), STEPS[-1])
    return [(day, str(day)) for day in range(figure.first, figure.last + 1) if (day - 1) % step == 0]
