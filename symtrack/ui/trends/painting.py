"""One picture of the chart: everything that is in it, from the lowest to the topmost."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from symtrack.i18n import weekday
from symtrack.ui.theme import Theme
from symtrack.ui.trends import day_axis, placing
from symtrack.ui.trends.canvas import Canvas
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.drawn import Drawn
from symtrack.ui.trends.lane_painting import LanePainting
from symtrack.ui.trends.places import Places
from symtrack.ui.trends.row_painting import RowPainting
from symtrack.ui.trends.window import Window


class Painting:
    """A course in a window of days at certain places, in a theme; `day` is the one under the cursor."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        *,
        course: Course,
        drawn: tuple[Drawn, ...],
        window: Window,
        places: Places,
        day: int | None,
        mine: bool,
    ) -> None:
        self._canvas = Canvas(painter, theme, places, left=window.left, right=window.right)
        self._course = course
        self._drawn = drawn
        self._window = window
        self._day = day if day is not None and window.first <= day <= window.last else None
        self._mine = mine

    def paint(self) -> None:
        """The whole picture."""
        rows, lanes = RowPainting(self._canvas, self._course, mine=self._mine), LanePainting(self._canvas)
        for k, (row, drawn) in enumerate(zip(self._course.rows, self._drawn, strict=True)):
            rows.paint(k, row, drawn)
        lanes.bands(self._course.bands)
        lanes.marks(self._course.marks)
        lanes.doses(self._course.first, self._course.doses)
        rows.points()
        self._axis()
        if self._day is not None:
            self._cursor()

    def _cursor(self) -> None:
        """One line through all rows, and its day on the axis."""
        painter, theme, x = self._canvas.painter, self._canvas.theme, self._canvas.x(self._day or 1)
        painter.setPen(QPen(theme.color("focus"), 1 + theme.line_width))
        for plot in self._canvas.places.plots:
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        text, chip = self._chip()
        painter.setPen(QPen(theme.color("focus"), theme.line_width))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(chip, 6, 6)
        painter.setPen(theme.color("ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    def _chip(self) -> tuple[str, QRectF]:
        canvas, places = self._canvas, self._canvas.places
        text = weekday(date.fromordinal(self._day or 1))
        wide = canvas.width(text) + 14
        left = min(max(canvas.x(self._day or 1) - wide / 2, 1), places.right - wide + 6)
        return text, QRectF(left, places.axis - 1, wide, canvas.metrics.height() + 4)

    def _axis(self) -> None:
        window, canvas, places = self._window, self._canvas, self._canvas.places
        chip = QRectF() if self._day is None else self._chip()[1].adjusted(-6, 0, 6, 0)
        taken = float("-inf")
        for day, text in day_axis.ticks(max(1, window.first), window.last, canvas.day, canvas.width):
            x = canvas.x(day)
            canvas.painter.setPen(QPen(canvas.theme.color("border"), canvas.theme.line_width))
            canvas.painter.drawLine(QPointF(x, places.axis - 4), QPointF(x, places.axis))
            wide = canvas.width(text)
            box = QRectF(max(x - wide / 2, 0), places.axis + 1, wide, canvas.metrics.height())
            free = box.left() >= taken and box.right() <= places.names[0].right() and not box.intersects(chip)
            if free:
                canvas.painter.setPen(canvas.theme.color("soft"))
                canvas.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                taken = box.right() + placing.GAP
