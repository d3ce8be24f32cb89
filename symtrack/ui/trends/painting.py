"""What is painted below and above the dots: bands, levels, lanes, axis, and the cursor."""

from datetime import date

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from symtrack.diary.instrument import LEAST, MODERATE, MOST, SEVERE
from symtrack.i18n import _, weekday
from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.trends import day_axis, placing
from symtrack.ui.trends.course import Course, Level, Row
from symtrack.ui.trends.graph import FOOT
from symtrack.ui.trends.lane import Lane
from symtrack.ui.trends.places import BEYOND, Places
from symtrack.ui.trends.window import Window

CROWDED = 1.0
"""Pixels a day below which a line for each cycle would hide the rows."""

VISIT = ((-1, -1), (1, -1), (0, 1))
"""The corners of a visit's sign."""
POINT, POINTED = 5.5, ((0, -1), (1, 1), (-1, 1))
"""Half the size of a point's sign at 100 %, and its corners."""

TICKS = (LEAST, MODERATE, SEVERE, MOST)
# Time runs from left to right in every language, and so do the places of the words.
_PLACED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight | _PLACED, Qt.AlignmentFlag.AlignLeft | _PLACED


def band_words() -> tuple[str, str]:
    """The words beside the two bands."""
    return _("moderate"), _("severe")


class Painting:
    """One frame: a course in a window of days at certain places, in a theme."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        *,
        course: Course,
        window: Window,
        places: Places,
        day: int | None,
        mine: bool,
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._course = course
        self._window = window
        self._places = places
        self._day = day
        self._mine = mine
        self._font = theme.font(SMALL)
        self._metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def x(self, day: float) -> float:
        """Where a day lies."""
        places, window = self._places, self._window
        return places.left + (day - window.left) / window.span * (places.right - places.left)

    def below(self) -> None:
        """Everything that lies under the dots."""
        for k, row in enumerate(self._course.rows):
            self._bands(k)
            self._cycle_lines(k)
            self._names(k, row, [level for level in row.levels if not self._level(k, row, level)])
        for band in self._course.bands:
            self._treatment(band.first, band.last, band.words, self._places.tracks[band.track], later=band.later)
        self._marks()
        self._axis()

    def above(self) -> None:
        """The points, the cursor, and its day on the axis."""
        self._points()
        if self._day is None or not self._window.first <= self._day <= self._window.last:
            return
        x = self.x(self._day)
        self._painter.setPen(QPen(self._theme.color("focus"), 1 + self._theme.line_width))
        for plot in self._places.plots:
            self._painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        text, chip = self._chip()
        self._painter.setPen(QPen(self._theme.color("focus"), self._theme.line_width))
        self._painter.setBrush(self._theme.color("panel"))
        self._painter.drawRoundedRect(chip, 6, 6)
        self._painter.setPen(self._theme.color("ink"))
        self._painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    def _points(self) -> None:
        """A small triangle at the foot of each row that a point speaks of, on the day that it was raised."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("accent"))
        r = POINT * self._theme.scale
        for flag in self._course.points:
            day = flag.raised.toordinal()
            if not self._window.first <= day <= self._window.last:
                continue
            for k, row in enumerate(self._course.rows):
                if row.item.key in flag.items:
                    at = QPointF(self.x(day), self._places.y(k, FOOT))
                    self._painter.drawPolygon(QPolygonF([at + QPointF(dx * r, dy * r) for dx, dy in POINTED]))

    def _chip(self) -> tuple[str, QRectF]:
        text = weekday(date.fromordinal(self._day or 1))
        wide = self._metrics.horizontalAdvance(text) + 14
        left = min(max(self.x(self._day or 1) - wide / 2, 1), self._places.right - wide + 6)
        return text, QRectF(left, self._places.axis - 1, wide, self._metrics.height() + 4)

    def _bands(self, k: int) -> None:
        plot, theme = self._places.plots[k], self._theme
        whole = plot.adjusted(-BEYOND, 0, self._beyond(), 0)
        y = [self._places.y(k, tick) for tick in TICKS]
        self._painter.fillRect(QRectF(whole.left(), y[2], whole.width(), y[1] - y[2]), theme.color("band_moderate"))
        top = plot.top()
        self._painter.fillRect(QRectF(whole.left(), top, whole.width(), y[2] - top), theme.color("band_severe"))
        self._painter.setPen(QPen(theme.color("line"), 1))
        for line in y[:3]:
            self._painter.drawLine(QPointF(whole.left(), round(line) + 0.5), QPointF(whole.right(), round(line) + 0.5))
        self._painter.setPen(theme.color("soft"))
        for tick, at in zip(TICKS, y, strict=True):
            half = self._metrics.height() / 2
            self._painter.drawText(QRectF(0, at - half, plot.left() - BEYOND - 5, 2 * half), _RIGHT, str(tick))
        if self._places.words_beside:
            self._painter.setPen(theme.color("ink"))  # The second text's colour is too pale on the darker band.
            for word, above, under in zip(band_words(), (y[2], top), (y[1], y[2]), strict=True):
                box = QRectF(plot.right() + BEYOND + 4, above, self._beyond() - BEYOND - 4, under - above)
                self._painter.drawText(box, _LEFT, word)

    def _beyond(self) -> float:
        """How far the bands go on beyond the last day, to carry their words."""
        room = self._places.names[0].right() - self._places.right
        return room if self._places.words_beside else BEYOND

    def _cycle_lines(self, k: int) -> None:
        plot = self._places.plots[k]
        if (self._places.right - self._places.left) / self._window.span < CROWDED:
            return
        self._painter.setPen(QPen(self._theme.color("border"), 1, Qt.PenStyle.DotLine))
        for mark in self._course.cycles:
            if self._window.left <= mark.day <= self._window.right:
                x = round(self.x(mark.day)) + 0.5
                self._painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _names(self, k: int, row: Row, levels: list[Level]) -> None:
        """The item's name above its plot; beside it, levels whose words found no free place on their line."""
        box, painter = self._places.names[k], self._painter
        painter.setFont(self._theme.font(SMALL, bold=True))
        painter.setPen(self._theme.color("ink"))
        name = _(row.item.name)
        painter.drawText(box, _LEFT, name)
        used = QFontMetricsF(painter.font()).horizontalAdvance(name) + 20
        painter.setFont(self._font)
        texts = [self._level_words(level) for level in levels if self._seen(level)][-1:]
        for text in texts:
            room = box.width() - used - 26
            if room < self._metrics.horizontalAdvance("…"):
                return
            painter.setPen(self._level_pen())
            painter.drawLine(
                QPointF(box.left() + used, box.center().y()), QPointF(box.left() + used + 20, box.center().y())
            )
            used += 26
            painter.setPen(self._theme.color("accent"))
            painter.drawText(
                box.adjusted(used, 0, 0, 0), _LEFT, self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            )
            used += self._metrics.horizontalAdvance(text) + 20
        words = _("moderate from 4, severe from 7")
        if k == 0 and not self._places.words_beside and used + self._metrics.horizontalAdvance(words) < box.width():
            painter.setPen(self._theme.color("soft"))
            painter.drawText(box, _RIGHT, words)

    def _level_pen(self) -> QPen:
        pen = QPen(self._theme.color("accent"), 0.5 + self._theme.line_width)
        pen.setDashPattern([4, 3])
        return pen

    def _seen(self, level: Level) -> bool:
        return level.first <= self._window.right and level.last >= self._window.left

    def _level(self, k: int, row: Row, level: Level) -> bool:
        """Draw the dashed line of a level, and its words where nothing else is; whether there was such a place."""
        if not self._seen(level):
            return True
        y = self._places.y(k, level.value)
        left = max(self.x(level.first - 0.5), self._places.left)
        right = min(self.x(level.last + 0.5), self._places.right)
        self._painter.setPen(self._level_pen())
        self._painter.drawLine(QPointF(left, y), QPointF(right, y))
        text = self._level_words(level)
        wide, high = self._metrics.horizontalAdvance(text), self._metrics.height()
        plot = self._places.plots[k]
        crowded = (self._places.right - self._places.left) / self._window.span < CROWDED
        for top in () if crowded else (y - high - 1, y + 1):
            if top < plot.top() or top + high > plot.bottom():
                continue
            spot = placing.free_spot(self._busy(k, row, top - 6, top + high + 6), wide, left=left + 8, right=right - 8)
            if spot is not None:
                self._painter.drawText(QPointF(spot, top + self._metrics.ascent()), text)
                return True
        return False

    def _busy(self, k: int, row: Row, top: float, bottom: float) -> list[tuple[float, float]]:
        """The stretches of the row where a dot or a line lies between two heights."""
        start = max(0, self._window.first - 1 - row.own.first)
        stop = max(start, self._window.last + 2 - row.own.first)
        found = [(self.x(mark.day) - 8, self.x(mark.day) + 8) for mark in self._course.cycles]
        for values in (row.own.scores, row.median, *(view.scores for view in row.views.values())):
            part = values[start:stop]
            lower, upper = np.fmin(part[:-1], part[1:]), np.fmax(part[:-1], part[1:])
            for j in np.flatnonzero(~np.isnan(lower)):
                if self._places.y(k, upper[j]) < bottom and self._places.y(k, lower[j]) > top:
                    day = row.own.first + start + int(j)
                    found.append((self.x(day) - 8, self.x(day + 1) + 8))
        return found

    def _treatment(self, first: int, last: int, words: tuple[str, ...], top: float, *, later: bool) -> None:
        left, right = max(self.x(first - 0.5), self._places.left), min(self.x(last + 0.5), self._places.right)
        if right <= left:
            return
        theme, painter = self._theme, self._painter
        box = QRectF(left, top, right - left, self._metrics.height() + 3).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("accent"), 0.5 + theme.line_width) if later else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("panel") if later else theme.color("treatment"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.color("ink"))
        text = placing.within(box.width() - 16, words, self._metrics.horizontalAdvance)
        painter.drawText(box.adjusted(8, 0, -8, 0), _LEFT, text)

    def _marks(self) -> None:
        top, window = self._places.marks, self._window
        seen = [mark for mark in self._course.marks if window.left <= mark.day <= window.right]
        if top is None or not seen:
            return
        middle, radius = top + self._metrics.height() / 2, max(4.0, self._metrics.height() / 4)
        lane = Lane.of(
            seen,
            self.x,
            self._metrics.horizontalAdvance,
            radius=radius,
            left=self._places.left,
            right=self._places.names[0].right(),
        )
        for x, mark in lane.marks:
            self._mark(mark.kind, QPointF(x, middle), radius)
        self._painter.setPen(self._theme.color("soft"))
        for label in lane.labels:
            self._painter.drawText(QPointF(label.left, top + self._metrics.ascent()), label.text)

    def _mark(self, kind: str, at: QPointF, radius: float) -> None:
        """A bar for a cycle; a diamond for a scan and a triangle for a visit, as on paper."""
        painter, ink = self._painter, self._theme.color("ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if kind == "cycle":
            painter.drawRect(QRectF(at.x() - 1.5, at.y() - radius - 1, 3, 2 * radius + 2))
        elif kind == "scan":
            r = radius + 2
            painter.drawPolygon(
                QPolygonF([QPointF(at.x() + dx * r, at.y() + dy * r) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))])
            )
        else:
            r = radius + 1
            painter.drawPolygon(QPolygonF([QPointF(at.x() + dx * r, at.y() + dy * r) for dx, dy in VISIT]))

    def _axis(self) -> None:
        window, places = self._window, self._places
        chip = self._chip()[1].adjusted(-6, 0, 6, 0) if self._day is not None else QRectF()
        day_width = (places.right - places.left) / window.span
        high = self._metrics.height()
        labels = day_axis.ticks(window.first, window.last, day_width, self._metrics.horizontalAdvance)
        taken = float("-inf")
        for day, text in labels:
            x = self.x(day)
            self._painter.setPen(QPen(self._theme.color("border"), self._theme.line_width))
            self._painter.drawLine(QPointF(x, places.axis - 4), QPointF(x, places.axis))
            wide = self._metrics.horizontalAdvance(text)
            box = QRectF(max(x - wide / 2, 0), places.axis + 1, wide, high)
            if (
                box.left() < taken
                or box.right() > places.names[0].right()
                or (self._day is not None and box.intersects(chip))
            ):
                continue
            self._painter.setPen(self._theme.color("soft"))
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            taken = box.right() + placing.GAP

    def _level_words(self, level: Level) -> str:
        words = _("the level I chose: {level}") if self._mine else _("the level chosen: {level}")
        return words.format(level=level.value)
