"""A line of a list that can be pressed: as wide as its place, and shortened where it is too long for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.ui.widgets.buttons import Button
from symtrack.ui.widgets.labels import unmarked

SIDES = 4
"""The border left and right that the stylesheet gives a quiet button, at its widest."""


class LineButton(Button):
    """Its name and tooltip are always the whole text."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", parent=parent)
        self._whole = text
        self.setProperty("line", "true")
        self.setAccessibleName(text)
        self.setToolTip(unmarked(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)

    @property
    def whole(self) -> str:
        """The text, not shortened."""
        return self._whole

    def hasHeightForWidth(self) -> bool:
        return False  # It is shortened, and never goes on in a second line.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - SIDES
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
