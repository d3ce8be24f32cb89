"""A small, calm picture of some weeks: dots, bars or marks over their days, and the same in a sentence below."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from symtrack.diary.course import Course
from symtrack.i18n import _, days, short_day
from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.widgets import Text, roles

WIDEST, HEIGHT = 560, 92
DOT, BAR = 4.0, 0.62
"""A dot's radius, and which part of its day a bar takes."""


class SmallChart(QWidget):
    """Shows one course, under its name, with what it says in words below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._said = Text("", "strong"), Text("", "small")
        self._picture = _Picture(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for part in (self._name, self._picture, self._said):
            column.addWidget(part)

    def show_course(self, course: Course) -> None:
        """Show it; without any value only the words."""
        self._name.setText(course.name)
        self._said.setText(course.said)
        self._picture.show_course(course)
        self._picture.setVisible(bool(course.points))

    def said(self) -> str:
        return self._said.text()

    @property
    def picture(self) -> QWidget:
        return self._picture


class _Picture(QWidget):
    accessible_role = roles.PICTURE

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Time and numbers run so in every language.
        self._theme = theme
        self._course: Course | None = None
        self.setMaximumWidth(theme.px(WIDEST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_course(self, course: Course) -> None:
        self._course = course
        self.setAccessibleName(_("Picture of the days: {name}").format(name=course.name))
        self.setAccessibleDescription(f"{days(course.first, course.last)}. {course.said}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDEST), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        course = self._course
        if course is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(SMALL))
        metrics = QFontMetricsF(self._theme.font(SMALL))
        plot = self._plot(course, metrics)
        self._draw_scale(painter, course, plot, metrics)
        {"dots": self._draw_dots, "bars": self._draw_bars, "marks": self._draw_marks}[course.shape](
            painter, course, plot
        )
        painter.setPen(self._theme.color("soft"))
        top = self.height() - metrics.height()
        for day, side in ((course.first, Qt.AlignmentFlag.AlignLeft), (course.last, Qt.AlignmentFlag.AlignRight)):
            painter.drawText(QRectF(plot.left(), top, plot.width(), metrics.height()), side, short_day(day))
        painter.end()

    def _draw_scale(self, painter: QPainter, course: Course, plot: QRectF, metrics: QFontMetricsF) -> None:
        theme, free = self._theme, self.height() + metrics.height()
        for value, words in course.lines:
            y = _y(value, course, plot)
            painter.setPen(QPen(theme.color("line"), theme.line_width))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if abs(y - free) >= metrics.height() * 0.9:  # Words that would lie on each other are left out.
                free = y
                painter.setPen(theme.color("soft"))
                box = QRectF(0, y - metrics.height() / 2, plot.left() - theme.px(8), metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_dots(self, painter: QPainter, course: Course, plot: QRectF) -> None:
        """Joined only from one day to the next: what lies between others is not known."""
        theme = self._theme
        placed = [
            (day, QPointF(_x(day, course, plot), _y(value, course, plot))) for day, value in course.points.items()
        ]
        painter.setPen(QPen(theme.color("soft"), theme.line_width))
        for (day, here), (after, there) in pairwise(placed):
            if (after - day).days == 1:
                painter.drawLine(here, there)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        for _day, here in placed:
            painter.drawEllipse(here, DOT * theme.scale, DOT * theme.scale)

    def _draw_bars(self, painter: QPainter, course: Course, plot: QRectF) -> None:
        """A day with a 0 has a foot, a day without an answer has nothing."""
        step, foot = _step(course, plot), 2 * self._theme.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        for day, value in course.points.items():
            top = min(_y(value, course, plot), plot.bottom() - foot)
            left = _x(day, course, plot) - step * BAR / 2
            painter.drawRect(QRectF(left, top, step * BAR, plot.bottom() - top))

    def _draw_marks(self, painter: QPainter, course: Course, plot: QRectF) -> None:
        """Yes is a full dot above, no a hollow one below."""
        radius = min(DOT * 1.25 * self._theme.scale, _step(course, plot) * 0.42)
        for day, value in course.points.items():
            painter.setPen(QPen(self._theme.color("ink"), 1 + self._theme.line_width))
            painter.setBrush(self._theme.color("ink" if value else "panel"))
            painter.drawEllipse(QPointF(_x(day, course, plot), _y(value, course, plot)), radius, radius)

    def _plot(self, course: Course, metrics: QFontMetricsF) -> QRectF:
        left = max(metrics.horizontalAdvance(words) for _value, words in course.lines) + self._theme.px(8)
        top = metrics.height() / 2
        bottom = self.height() - 1.6 * metrics.height()
        return QRectF(left, top, self.width() - left - 2, bottom - top)


def _step(course: Course, plot: QRectF) -> float:
    return plot.width() / ((course.last - course.first).days + 1)


def _x(day: date, course: Course, plot: QRectF) -> float:
    return plot.left() + ((day - course.first).days + 0.5) * _step(course, plot)


def _y(value: float, course: Course, plot: QRectF) -> float:
    return plot.bottom() - plot.height() * (value - course.low) / (course.high - course.low)
