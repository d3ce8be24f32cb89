"""A list of things to tick: two columns where there is room for them, each thing as wide as its column."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from symtrack.ui.widgets.flow_layout import FlowLayout
from symtrack.ui.widgets.toggle import Toggle

GAP = 8


class ChoiceList(QWidget):
    """`pressed` gives the text of a press. A column is at least `least` px wide where there are two."""

    pressed = Signal(str)

    def __init__(self, texts: Iterable[str], *, described: str = "", least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._flow = FlowLayout(self, gap=GAP)
        self._toggles: dict[str, Toggle] = {}
        for text in texts:
            toggle = Toggle(text)
            toggle.setProperty("line", "true")
            toggle.setAccessibleDescription(described)
            toggle.clicked.connect(lambda _checked=False, text=text: self.pressed.emit(text))
            self._toggles[text] = toggle
            self._flow.addWidget(toggle)

    def button(self, text: str) -> Toggle:
        return self._toggles[text]

    def show_ticked(self, ticked: Collection[str]) -> None:
        """Show these as on."""
        for text, toggle in self._toggles.items():
            toggle.setChecked(text in ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= 2 * self._least + GAP else 1
        wide = (event.size().width() - GAP * (columns - 1)) // columns
        toggles = list(self._toggles.values())
        for first in range(0, len(toggles), columns):
            side_by_side = toggles[first : first + columns]
            high = max(toggle.heightForWidth(wide) for toggle in side_by_side)
            for toggle in side_by_side:
                toggle.setFixedWidth(wide)
                toggle.setMinimumHeight(high)
