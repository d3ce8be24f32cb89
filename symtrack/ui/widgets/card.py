"""The cards that group what belongs together, and the thin line that parts what does not."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from symtrack.ui.theme import RADIUS
from symtrack.ui.widgets.labels import Text

EDGE = 10
Kind = Literal["card", "tinted", "now"]


class Card(QFrame):
    """A rounded panel with one column of things; `heavy` gives it a thick edge where reading begins."""

    def __init__(
        self, *things: QWidget, kind: Kind = "card", heavy: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self._heavy = heavy
        if heavy:
            self.setProperty("current", "true")
        if name:
            self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20 + (EDGE if heavy else 0), 16, 20, 16)
        self.column.setSpacing(8)
        for thing in things:
            self.column.addWidget(thing)

    def texts(self) -> list[str]:
        """Everything that the card says."""
        return [label.text() for label in self.findChildren(Text) if not label.isHidden()]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._heavy:
            # A stylesheet joins borders of two widths with a notch, so the thick edge is drawn here.
            shape, edge = QPainterPath(), QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            edge.addRect(QRectF(self.width() - EDGE if mirrored else 0, 0, EDGE, self.height()))
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(shape & edge, self.palette().color(QPalette.ColorRole.Accent))
            painter.end()


class OpenCard(Card):
    """A card that was opened, and is not there for good. `put_away` comes with Escape, or with its own button."""

    put_away = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)


class Rule(QFrame):
    """A thin line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")
