"""A point's small picture: its days as dots over their scale, with the days that it speaks of on a band."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.i18n import _, days, short_day
from symtrack.ui.team.course import Course, in_words
from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.widgets import roles

WIDTH, HEIGHT, LOW = 336, 156, 124
APART = 10
SMALLEST, LARGEST = 2.0, 4.0
"""A dot's radius at 100 %: as large as a day allows."""


class DayLabel(NamedTuple):
    """A label below the picture: its text, and where it begins and how wide it is, in px."""

    text: str
    left: float
    width: float


class Picture(QWidget):
    """Draws one course, `low` where there are several. A screen reader hears the same in words."""

    accessible_role = roles.PICTURE

    def __init__(self, course: Course, theme: Theme, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Time and numbers run so in every language.
        self._course = course
        self._high = theme.px(LOW if low else HEIGHT)
        self._theme = theme
        self.setAccessibleName(_("Picture of the days: {name}").format(name=course.name))
        self.setAccessibleDescription(in_words(course))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._high)

    def labels(self) -> list[DayLabel]:
        """The days that stand below the picture at its width now."""
        metrics, plot = self._metrics(), self._plot()
        return day_labels(self._course, metrics.horizontalAdvance, lambda day: self._x(day, plot), self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, course, plot, metrics = self._theme, self._course, self._plot(), self._metrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(SMALL))
        self._draw_band(painter, plot)
        self._draw_scale(painter, plot)
        step = plot.width() / len(course.shown)
        radius = theme.scale * min(max(step * 0.42, SMALLEST), LARGEST)
        for day, value in course.points:
            colour = theme.color("accent" if day in course.marked else "soft")
            painter.setPen(QPen(colour, 1.5 * theme.line_width))
            painter.setBrush(colour if course.own else theme.color("panel"))
            painter.drawEllipse(QPointF(self._x(day, plot), self._y(value, plot)), radius, radius)
        for period, mean in course.means:
            now = period.last in course.marked
            painter.setPen(QPen(theme.color("accent" if now else "soft"), 1 + theme.line_width))
            y = self._y(mean, plot)
            ends = (self._x(period.first, plot) - step / 2, self._x(period.last, plot) + step / 2)
            painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
        painter.setPen(theme.color("soft"))
        for label in self.labels():
            below = QRectF(label.left, self.height() - metrics.height(), label.width + 1, metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label.text)
        painter.end()

    def _draw_scale(self, painter: QPainter, plot: QRectF) -> None:
        """The lines of the scale with their words, thin in every theme, and a dotted line where a cycle began."""
        theme, high = self._theme, self._metrics().height()
        for value, words in self._course.lines:
            y = self._y(value, plot)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("soft"))
            box = QRectF(0, y - high / 2, plot.left() - theme.px(8), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(theme.color("soft"), theme.line_width, Qt.PenStyle.DotLine))
        for day in self._course.starts:
            x = self._x(day, plot)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _draw_band(self, painter: QPainter, plot: QRectF) -> None:
        step = plot.width() / len(self._course.shown)
        left = self._x(self._course.marked.first, plot) - step / 2
        right = self._x(self._course.marked.last, plot) + step / 2
        above = self._theme.px(8)
        band = QRectF(left, plot.top() - above, right - left, plot.height() + above + self._theme.px(5))
        # High contrast has one ground: the band is outlined there.
        outlined = self._theme.accent_soft == self._theme.panel
        painter.setPen(QPen(self._theme.color("accent"), 2) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft"))
        painter.drawRoundedRect(band, 6, 6)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(SMALL))

    def _plot(self) -> QRectF:
        """Where the dots are: right of the numbers, above the days."""
        metrics = self._metrics()
        left = max(metrics.horizontalAdvance(words) for _value, words in self._course.lines) + self._theme.px(8)
        top = max(metrics.height() / 2, self._theme.px(8))
        return QRectF(left, top, self.width() - left - 2, self.height() - top - metrics.height() - self._theme.px(10))

    def _x(self, day: date, plot: QRectF) -> float:
        shown = self._course.shown
        return plot.left() + ((day - shown.first).days + 0.5) * plot.width() / len(shown)

    def _y(self, value: float, plot: QRectF) -> float:
        least, most = self._course.lines[0][0], self._course.lines[-1][0]
        return plot.bottom() - plot.height() * (value - least) / (most - least)


def day_labels(
    course: Course, advance: Callable[[str], float], x: Callable[[date], float], right: float
) -> list[DayLabel]:
    """The point's first and last day, as one label where two would touch, then the picture's own where they fit."""

    def centred(text: str, place: float) -> DayLabel:
        width = advance(text)
        return DayLabel(text, max(0.0, min(place - width / 2, right - width)), width)

    marked = course.marked
    begins, ends = (centred(short_day(day), x(day)) for day in (marked.first, marked.last))
    if begins.left + begins.width + APART <= ends.left:
        labels = [begins, ends]
    else:
        labels = [centred(days(marked.first, marked.last), (x(marked.first) + x(marked.last)) / 2)]
    first = centred(short_day(course.shown.first), x(course.shown.first))
    if course.shown.first < marked.first and first.left + first.width + APART <= labels[0].left:
        labels.insert(0, first)
    last = centred(short_day(course.shown.last), x(course.shown.last))
    if course.shown.last > marked.last and labels[-1].left + labels[-1].width + APART <= last.left:
        labels.append(last)
    return labels
