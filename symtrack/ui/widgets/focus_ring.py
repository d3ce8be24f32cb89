"""The ring around whatever has the keyboard's focus: 3 px, 2 px away, the same for every widget of every page.

It is one transparent child of the window that follows the focus, because a stylesheet can draw no outline with a gap
and a ring drawn by the widget itself would be cut off at its edge.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from symtrack.ui.theme import Theme

WIDTH, AWAY = 3, 2
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.ParentChange,
}


class FocusRing(QWidget):
    """Draws the ring around the focused widget of its window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._radius = 10.0
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def use(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), WIDTH))
        inset = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._radius, self._radius)
        painter.end()

    def _follow(self, _left: QWidget | None, now: QWidget | None) -> None:
        for before in self._followed:
            if isValid(before):
                before.removeEventFilter(self)
        found: list[QWidget] = []
        window = self.window()
        widget: QWidget | None = now
        while widget is not None and widget is not window:
            found.append(widget)
            # A dialog is a window of its own, though this one is its parent.
            widget = None if widget.isWindow() else widget.parentWidget()
        self._followed = found if widget is window else []
        for each in self._followed:
            each.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        window = self.window()
        focused = self._followed[0] if self._followed and isValid(self._followed[0]) else None
        if focused is None or focused.window() is not window or not focused.isVisible() or not focused.hasFocus():
            self.hide()
            return
        reach = AWAY + WIDTH
        beside = reach + int(focused.property("air") or 0)
        target = QRect(focused.mapTo(window, QPoint(0, 0)), focused.size()).adjusted(-beside, -reach, beside, reach)
        visible = window.rect()
        for widget in self._followed[1:]:
            if isinstance(widget, QAbstractScrollArea):
                port = widget.viewport()
                visible &= QRect(port.mapTo(window, QPoint(0, 0)), port.size())
        self._radius = min(float(focused.property("radius") or 10) + AWAY, target.height() / 2)
        self.setGeometry(target)
        self.setMask(QRegion(visible.translated(-target.topLeft()) & self.rect()))
        self.raise_()
        self.setVisible(visible.intersects(target))
