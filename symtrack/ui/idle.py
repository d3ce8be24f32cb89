"""Notices that nobody has pressed a key or moved the mouse for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
MINUTE = 60_000


class Idle(QObject):
    """Watches everything that reaches the app. `idle` comes once after `minutes` without a sign; never for none."""

    idle = Signal()

    def __init__(self, app: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)

    def wait(self, minutes: int) -> None:
        """Begin to wait anew, so many minutes."""
        self._timer.stop()
        self._timer.setInterval(minutes * MINUTE)
        # Each event of the app would otherwise come by here, thousands before the first paint.
        self._app.removeEventFilter(self)
        if minutes:
            self._app.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._timer.isActive():
            self._timer.start()
        return False
