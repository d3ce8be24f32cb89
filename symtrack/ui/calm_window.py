"""The small window that stands in place of the diary's own while the diary is not open: one card, no hurry."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from symtrack import paths
from symtrack.ui.theme import NARROW_SIDE, Theme
from symtrack.ui.widgets import Card, FocusRing, Text, reveal, roles
from symtrack.ui.widgets.scrolling import Scrolling

WIDTH, LEAST = 640, 360


class CalmWindow(QWidget):
    """As large as its card needs and the screen has; what does not fit can be scrolled to. Escape closes it.

    `left` comes when it was closed.
    """

    left = Signal()

    accessible_role = roles.WINDOW

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        roles.install()
        self._theme = theme
        self._column = QVBoxLayout()
        self._column.setContentsMargins(NARROW_SIDE, NARROW_SIDE, NARROW_SIDE, NARROW_SIDE)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(paths.APP)

    def show_card(self, card: Card) -> None:
        """Put the card into the window, once."""
        self._column.addWidget(card)
        self._column.addStretch(1)
        self._scroll()
        FocusRing(self, self._theme).use(self._theme)
        self.fit()

    def texts(self) -> list[str]:
        """Everything that the window says."""
        return [label.text() for label in self.findChildren(Text) if not label.isHidden()]

    def fit(self) -> None:
        """Take the size that the card needs now."""
        room = self.screen().availableSize()
        width = min(self._theme.px(WIDTH), room.width())
        needed = self._column.heightForWidth(width)
        self.resize(width, min(max(needed, self._theme.px(LEAST)), room.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes into the card later has room too: its place is known only once Qt has laid it out."""
        if event.type() == QEvent.Type.LayoutRequest and self._column.heightForWidth(self.width()) > self.height():
            self.fit()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _scroll(self) -> None:
        inside = QWidget()
        inside.setLayout(self._column)
        inside.installEventFilter(self)
        area = Scrolling()
        area.put(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            reveal(now)
