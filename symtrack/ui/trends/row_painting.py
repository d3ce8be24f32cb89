"""What is painted of one row: its bands, the level that was chosen, its dots and lines."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPen

from symtrack.i18n import _
from symtrack.ui.trends import placing
from symtrack.ui.trends.canvas import RIGHT, Canvas
from symtrack.ui.trends.course import Course, Level, Row
from symtrack.ui.trends.drawn import FOOT, Drawn
from symtrack.ui.trends.signs import Stamps

CROWDED = 1.0
"""Pixels a day below which a line for each cycle would hide the rows."""
POINT, CLOSEST = 5.5, 2.0
"""Half the size of a point's sign at 100 %; of those that are not so many pixels apart one is drawn."""


class RowPainting:
    """The rows of a course; `mine` says that the patient looks at it."""

    def __init__(self, canvas: Canvas, course: Course, *, mine: bool) -> None:
        self._canvas = canvas
        self._course = course
        self._mine = mine
        days = [mark.day for mark in course.cycles if canvas.left <= mark.day <= canvas.right]
        self._cycles = [round(canvas.x(day)) + 0.5 for day in days]

    def paint(self, k: int, row: Row, drawn: Drawn) -> None:
        """The row with everything in it."""
        self._canvas.bands(k)
        self._cycle_lines(k)
        self._names(k, row, [level for level in row.levels if not self._level(k, row, level)])
        painter = self._canvas.painter
        painter.save()
        plot = self._canvas.places.plots[k]
        painter.setClipRect(plot.adjusted(-8, -8, 8, 8))
        self._numbers(k, drawn)
        painter.restore()

    def points(self) -> None:
        """A small triangle at the foot of each row that a point speaks of, on the day that it was raised."""
        canvas = self._canvas
        raised: dict[str, dict[int, float]] = {}
        for flag in self._course.points:
            day = flag.raised.toordinal()
            if canvas.left <= day <= canvas.right:
                x = canvas.x(day)
                for item in flag.items:
                    raised.setdefault(item, {}).setdefault(round(x / CLOSEST), x)
        stamps = Stamps(canvas.painter, canvas.theme, lambda _sign: POINT * canvas.theme.scale)
        for k, row in enumerate(self._course.rows):
            at = np.array([*raised.get(row.item.key, {}).values()])
            stamps.draw("point", at, np.full(len(at), canvas.places.y(k, FOOT)))

    def _numbers(self, k: int, drawn: Drawn) -> None:
        canvas, theme = self._canvas, self._canvas.theme
        canvas.line(k, drawn.line.days, drawn.line.values, QPen(theme.color("soft"), 1))
        canvas.painter.setPen(QPen(theme.color("soft"), 1 + theme.line_width))
        x, low, high = canvas.xs(drawn.bars.days), canvas.ys(k, drawn.bars.least), canvas.ys(k, drawn.bars.worst)
        for at, a, b in zip(x.tolist(), low.tolist(), high.tolist(), strict=True):
            canvas.painter.drawLine(QPointF(at, a), QPointF(at, b))
            canvas.painter.drawLine(QPointF(at - canvas.size.dot / 2, a), QPointF(at + canvas.size.dot / 2, a))
        accent = QPen(theme.color("accent"), 3)
        if canvas.day >= CROWDED:
            canvas.line(k, drawn.median.days, drawn.median.values, accent)
        for dots in drawn.dots:
            canvas.signs(k, dots.sign, dots.days, dots.values)
        if canvas.day < CROWDED:  # Among so many dots the line would not be seen below them.
            canvas.line(k, drawn.median.days, drawn.median.values, accent, halo=True)

    def _cycle_lines(self, k: int) -> None:
        canvas, plot = self._canvas, self._canvas.places.plots[k]
        if canvas.day < CROWDED:
            return
        canvas.painter.setPen(QPen(canvas.theme.color("border"), 1, Qt.PenStyle.DotLine))
        canvas.painter.drawLines([QLineF(x, plot.top(), x, plot.bottom()) for x in self._cycles])

    def _names(self, k: int, row: Row, levels: list[Level]) -> None:
        """The item's name; beside it, the last level whose words found no free place on their line."""
        canvas, box = self._canvas, self._canvas.places.names[k]
        used = canvas.name(k, _(row.item.name)) + 20
        for text in [self._level_words(level) for level in levels if self._seen(level)][-1:]:
            room = box.width() - used - 26
            if room < canvas.width("…"):
                return
            canvas.painter.setPen(self._level_pen())
            y = box.center().y()
            canvas.painter.drawLine(QPointF(box.left() + used, y), QPointF(box.left() + used + 20, y))
            used += 26
            canvas.plain(box.adjusted(used, 0, 0, 0), text, "accent")
            used += canvas.width(text) + 20
        words = _("moderate from 4, severe from 7")
        if k == 0 and not canvas.places.words_beside and used + canvas.width(words) < box.width():
            canvas.plain(box, words, "soft", RIGHT)

    def _level_pen(self) -> QPen:
        pen = QPen(self._canvas.theme.color("accent"), 0.5 + self._canvas.theme.line_width)
        pen.setDashPattern([4, 3])
        return pen

    def _seen(self, level: Level) -> bool:
        return level.first <= self._canvas.right and level.last >= self._canvas.left

    def _level(self, k: int, row: Row, level: Level) -> bool:
        """Draw the dashed line of a level, and its words where nothing else is; whether there was such a place."""
        if not self._seen(level):
            return True
        canvas, plot = self._canvas, self._canvas.places.plots[k]
        y = canvas.places.y(k, level.value)
        left = max(canvas.x(level.first - 0.5), canvas.places.left)
        right = min(canvas.x(level.last + 0.5), canvas.places.right)
        canvas.painter.setPen(self._level_pen())
        canvas.painter.drawLine(QPointF(left, y), QPointF(right, y))
        text = self._level_words(level)
        wide, high = canvas.width(text), canvas.metrics.height()
        if right - left < wide or canvas.day < CROWDED:
            return False
        for top in (y - high - 1, y + 1):
            if top < plot.top() or top + high > plot.bottom():
                continue
            spot = placing.free_spot(self._busy(k, row, top - 6, top + high + 6), wide, left=left + 8, right=right - 8)
            if spot is not None:
                canvas.painter.drawText(QPointF(spot, top + canvas.metrics.ascent()), text)
                return True
        return False

    def _busy(self, k: int, row: Row, top: float, bottom: float) -> list[tuple[float, float]]:
        """The stretches of the row where a dot or a line lies between two heights."""
        canvas = self._canvas
        start = min(max(0, int(canvas.left) - 1 - row.own.first), len(row.own.scores))
        part = slice(start, max(start, int(canvas.right) + 3 - row.own.first))
        found = [
            (canvas.x(mark.day) - 8, canvas.x(mark.day) + 8) for mark in self._course.marks if mark.kind == "cycle"
        ]
        for values in (row.own.scores, row.median, *(view.scores for view in row.views.values())):
            y = canvas.ys(k, values[part])
            upper, lower = np.fmin(y[:-1], y[1:]), np.fmax(y[:-1], y[1:])
            for j in np.flatnonzero((upper < bottom) & (lower > top)).tolist():
                day = row.own.first + start + j
                found.append((canvas.x(day) - 8, canvas.x(day + 1) + 8))
        return found

    def _level_words(self, level: Level) -> str:
        words = _("the level I chose: {level}") if self._mine else _("the level chosen: {level}")
        return words.format(level=level.value)
