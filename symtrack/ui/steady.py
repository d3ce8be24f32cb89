"""What the mouse points at stays where it is, whatever comes into the page above it or goes from there by itself.

A number that is about to be clicked must not be another one by the time of the click. So the page is put a bit higher
or lower than its scroll bar says, for as long as the pointer is on it: with a key, with the wheel, or once the pointer
is elsewhere, the page takes its place again.
"""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent, QMoveEvent, QWindow
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from symtrack.ui.widgets import reveal

_POINTS = {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress}
_ENDS = {QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.Leave}


class Steady(QObject):
    """Of one area, while it can be seen. Nothing is followed before the mouse is used."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._window: QWindow | None = None
        self._followed: list[QWidget] = []
        """What the pointer is on and all that it lies in, up to the window; empty while it is not on the page."""
        self._off = 0
        """How many px the page is higher than its scroll bar says."""
        self._went = False
        """Whether what the pointer was on went away, and the mouse was not used since."""
        area.verticalScrollBar().rangeChanged.connect(self._keep_in_range)

    @property
    def holds(self) -> bool:
        """Whether the pointer is on the page, and the last thing used was the mouse."""
        return bool(self._followed)

    def keeps_from(self, widget: QWidget) -> bool:
        """Whether the page is not scrolled to the widget: the pointer is on it, or on what was just put away."""
        return self._went or widget in self._followed

    def watch(self) -> None:
        """Listen to what happens in the window, which is there by now."""
        self._window = self._area.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def rest(self) -> None:
        """Listen no longer: another page is shown."""
        self.let_go()
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)

    def let_go(self) -> None:
        """Have the page take its own place."""
        self._went = False
        self._follow(None)
        if self._off:
            self._off = 0
            self.place()

    def scroll(self) -> None:
        """Have the scroll bar say where the page is, as far as it can: what scrolls goes by that."""
        bar = self._area.verticalScrollBar()
        value = min(max(bar.value() + self._off, bar.minimum()), bar.maximum())
        self._off -= value - bar.value()
        bar.setValue(value)

    def place(self) -> None:
        """Put the page where it belongs; Qt put it where the scroll bar says."""
        page = self._area.widget()
        if page is not None:
            page.move(page.x(), -self._area.verticalScrollBar().value() - self._off)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() in _POINTS and isinstance(event, QMouseEvent):
                self._point(event.position().toPoint())
            elif event.type() in _ENDS:
                moves = self._off != 0
                self.let_go()
                if moves and event.type() == QEvent.Type.KeyPress:
                    self._reveal_focused()
        elif event.type() == QEvent.Type.Hide and watched in self._followed:
            self._leave_free()
        elif event.type() == QEvent.Type.Move and isinstance(event, QMoveEvent) and watched in self._followed:
            if watched is not self._area.widget():  # Its own moves are those of the scroll bar, and ours.
                self._off += event.pos().y() - event.oldPos().y()
            self.place()
        return False

    def _leave_free(self) -> None:
        """What was pointed at is gone: what stands below it does not come up to be clicked in its place."""
        page = self._area.widget()
        part = next((part for part in self._followed if part.parentWidget() is page), None)
        below = [] if page is None or part is None else [each for each in _shown(page) if each.y() > part.y()]
        if below:
            self._follow(min(below, key=QWidget.y))
            self._went = True
        else:
            self.let_go()

    def _reveal_focused(self) -> None:
        page, focused = self._area.widget(), self._area.window().focusWidget()
        if page is not None and focused is not None and page.isAncestorOf(focused):
            reveal(focused)

    def _point(self, at: QPoint) -> None:
        self._went = False
        port = self._area.viewport()
        inside = port.mapFrom(port.window(), at)
        if not port.rect().contains(inside):
            self.let_go()
        else:
            self._follow(port.childAt(inside) or self._area.widget())

    def _follow(self, widget: QWidget | None) -> None:
        if widget is not None and self._followed and self._followed[0] is widget:
            return
        for before in self._followed:
            if isValid(before):
                before.removeEventFilter(self)
        self._followed = []
        while widget is not None and not widget.isWindow():
            self._followed.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def _keep_in_range(self, _least: int, most: int) -> None:
        """The page became shorter, and Qt will scroll it back to its end."""
        if self.holds:
            self._off += max(0, self._area.verticalScrollBar().value() - most)


def _shown(page: QWidget) -> list[QWidget]:
    return [each for each in page.children() if isinstance(each, QWidget) and each.isVisible()]
