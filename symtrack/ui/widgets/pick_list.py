"""One of many, chosen from a list that opens."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

SHORTEST, LONGEST = 14, 18
"""As wide as so many X: a list is as wide as its words, whose letters are narrower, and fits into a small window."""
NARROWER = 0.72


class PickList(QComboBox):
    """`picked` gives the key that a person picks. Scrolling past with the wheel changes nothing."""

    picked = Signal(str)

    def __init__(self, words: Mapping[str, str], now: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(44)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        longest = round(NARROWER * max(map(len, words.values()), default=0))
        self.setMinimumContentsLength(min(max(SHORTEST, longest), LONGEST))
        for key, word in words.items():
            self.addItem(word, key)
        self.show_key(now)
        self.activated.connect(lambda _at: self.picked.emit(self.key()))

    def key(self) -> str:
        """The key that is chosen."""
        return str(self.currentData() or "")

    def show_key(self, key: str) -> None:
        """Show it as chosen; the first where there is none such."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
