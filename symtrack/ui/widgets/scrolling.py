"""What scrolls up and down where it is higher than its place."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class Scrolling(QScrollArea):
    """Its bar lies in the margin of what is inside: when it comes or goes, nothing moves aside."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its own would be one that Python does not know yet. To find out what it is, PySide makes the classes of every
        # kind of widget that Qt has.
        self._port, self._bar = QWidget(), QScrollBar(Qt.Orientation.Vertical)
        self.setViewport(self._port)
        self._port.setObjectName("qt_scrollarea_viewport")
        self._port.setAutoFillBackground(False)
        self.setVerticalScrollBar(self._bar)
        self._bar.installEventFilter(self)

    def put(self, inside: QWidget) -> None:
        """Have that scroll."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self.setViewportMargins(0, 0, -self._bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0, 0)
            self._port.lower()  # Below the bar.
        return super().eventFilter(watched, event)
