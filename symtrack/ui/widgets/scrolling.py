"""What scrolls up and down where it is higher than its place."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolling(QScrollArea):
    """Its bar lies in the margin of what is inside: when it comes or goes, nothing moves aside."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setObjectName("scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        bar = self.verticalScrollBar()
        if watched is bar and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self.setViewportMargins(0, 0, -bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0, 0)
            if (holder := bar.parentWidget()) is not None:
                holder.raise_()
        return super().eventFilter(watched, event)
