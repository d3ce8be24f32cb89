"""The chart: rows of dots over one axis of days, moved all together by mouse, touch pad and keys."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)

from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.day_chart import DayChart
from symtrack.ui.trends.drawn import Drawn, drawn
from symtrack.ui.trends.painting import Painting
from symtrack.ui.trends.places import Places
from symtrack.ui.trends.window import Window
from symtrack.ui.widgets import announce

CLOSER, WIDER = 0.7, 1 / 0.7
WEEK, PAGE = 7, 0.9
"""The days of a step with Shift, and the part of what is shown that a page key moves by."""
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NOTCH = 120
"""What a mouse wheel gives for one notch; a touch pad gives less, more often."""


class Chart(DayChart):
    """`day_chosen` gives the ordinal of the day under the cursor, `opened` when Enter is pressed there.

    `moved` comes when other days are shown; `range_wanted` has the place of the stretch that a figure key asks for.
    """

    opened = Signal(int)
    moved = Signal()
    range_wanted = Signal(int)

    def __init__(self, theme: Theme, course: Course, window: Window, *, mine: bool = True) -> None:
        super().__init__(theme)
        self._course = course
        self._window = window
        self._mine = mine
        self._pressed: QPointF | None = None
        self._dragged = False
        self._said = ""
        self._places = self._placed(600, 400)
        self.setAccessibleName(_("Chart of the last days"))
        self.show_course(course, window, mine=mine)

    @property
    def course(self) -> Course:
        return self._course

    @property
    def window_shown(self) -> Window:
        return self._window

    @property
    def places(self) -> Places:
        return self._places

    def show_course(self, course: Course, window: Window, *, mine: bool) -> None:
        """Show another state of the diary; the cursor stays on its day. `mine` says that the patient looks at it."""
        self._course, self._window, self._mine = course, window, mine
        self.setMinimumHeight(self._least_height())
        self.updateGeometry()
        self._arrange()

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """What is drawn of each row, in days and points."""
        width = self._places.right - self._places.left
        return tuple(drawn(row, self._course.voices, self._window, width) for row in self._course.rows)

    def paint(self, painter: QPainter, theme: Theme | None = None) -> None:
        """The picture on a screen, or on paper."""
        theme = theme or self._theme
        painter.fillRect(self.rect(), theme.color("panel"))
        Painting(
            painter,
            theme,
            course=self._course,
            drawn=self.drawn,
            window=self._window,
            places=self._places,
            day=self._day,
            mine=self._mine,
        ).paint()

    def show_window(self, window: Window) -> None:
        """Show these days."""
        if window == self._window:
            return
        self._window = window
        self.update()
        self.moved.emit()

    def show_day(self, day: int) -> None:
        """Put the cursor on a day, moving there when it is out of sight."""
        self._day = min(max(day, self._course.first), self._course.last)
        self.show_window(self._window.including(self._day))
        self.update()
        self.day_chosen.emit(self._day)

    def say(self, summary: str, sentence: str) -> None:
        """What a screen reader hears: the stretch in words as the description, and the day just chosen at once."""
        self.setAccessibleDescription(f"{summary} {sentence}".strip())
        if sentence != self._said:
            self._said = sentence
            announce(self, sentence)

    def day_at(self, x: float) -> int:
        """The day at a place in pixels."""
        places, window = self._places, self._window
        return round(window.left + (x - places.left) / (places.right - places.left) * window.span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, with Shift the days; + and − zoom, figures choose days. A held key counts once."""
        if not event.isAutoRepeat() and not self._act(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        by = self._pressed.x() - event.position().x()
        if self._dragged or abs(by) > 6:
            self._dragged = True
            self._pressed = event.position()
            self.show_window(self._window.moved(by * self._day_width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            self.show_day(self.day_at(event.position().x()))
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways moves the days; up and down zooms, but scrolls the page where the chart is taller than that."""
        turned = event.angleDelta()
        if abs(turned.x()) > abs(turned.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            notches = (turned.x() or turned.y()) / _NOTCH
            self.show_window(self._window.moved(-notches * self._window.span / 10))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._cut_off():
            event.ignore()
        else:
            self._zoom(CLOSER ** (turned.y() / _NOTCH / 2), event.position().x())
            event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(1 / max(0.2, 1 + event.value()), event.position().x())
            return True
        return bool(super().event(event))

    def _act(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it asks for anything here."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        keys, window = Qt.Key, self._window
        match event.key():
            case keys.Key_Left | keys.Key_Right as key:
                self._step(-1 if key == keys.Key_Left else 1, event.modifiers())
            case keys.Key_PageUp | keys.Key_PageDown as key:
                self.show_window(window.moved(window.span * (-PAGE if key == keys.Key_PageUp else PAGE)))
            case keys.Key_Home:
                self.show_day(self._course.first)
            case keys.Key_End:
                self.show_day(self._course.until)
            case keys.Key_Plus | keys.Key_Equal:
                self._zoom(CLOSER)
            case keys.Key_Minus:
                self._zoom(WIDER)
            case key if keys.Key_1 <= key <= keys.Key_9:
                self.range_wanted.emit(key - keys.Key_1)
            case _:
                return event.key() in ENTER and self._open_day()
        return True

    def _step(self, by: int, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cursor by a day, to the newest one at first; with Shift the days by a week."""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.show_window(self._window.moved(by * WEEK))
        elif self._day is None:
            self.show_day(min(self._window.last, self._course.until))
        else:
            self.show_day(self._day + by)

    def _open_day(self) -> bool:
        """Open what there is on the day under the cursor; whether there is a cursor."""
        if self._day is not None:
            self.opened.emit(self._day)
        return self._day is not None

    def _zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as many days around a place, the cursor, or the newest day."""
        window = self._window
        if x is not None:
            around = window.left + (x - self._places.left) * self._day_width()
        elif self._day is not None and window.left <= self._day <= window.right:
            around = float(self._day)
        else:
            around = window.right
        self.show_window(window.zoomed(factor, around))

    def _day_width(self) -> float:
        """Days a pixel."""
        return self._window.span / (self._places.right - self._places.left)

    def _cut_off(self) -> bool:
        return self.visibleRegion().boundingRect().height() < self.height()

    def _arrange(self) -> None:
        self._places = self._placed(self.width(), self.height())
        self.update()

    def _placed(self, width: float, height: float) -> Places:
        course = self._course
        return Places.of(
            width,
            height,
            self._measures,
            rows=len(course.rows),
            tracks=course.tracks,
            marks=bool(course.marks),
            doses=bool(course.doses.any()),
        )

    def _least_height(self) -> int:
        course = self._course
        lanes = course.tracks + bool(course.marks) + bool(course.doses.any())
        return round(Places.height(self._measures, rows=len(course.rows), lanes=lanes))
