"""A card with a list of which each line is changed in place: what such cards have in common."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from symtrack.ui.in_place import Slot
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.widgets import Button, FlowLayout, Rule, Text, clear, column

Act = tuple[str, Callable[[Button], object]]
"""A button's words, and what it does; it is given the button, for the focus to come back to."""


class ListCard(SettingsCard):
    """What it is about, lines with what can be done with each, a button for a new one, and a place for one form."""

    def __init__(self, title: str, about: str, add: str, *above: QWidget) -> None:
        super().__init__(title)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._add = Button(add)
        self._add.clicked.connect(self.open_new)
        self._slot = Slot()
        self.column.addWidget(Text(about, "soft"))
        for part in above:
            self.column.addWidget(part)
        self.column.addLayout(self._list)
        self.column.addWidget(self._add)
        self.column.addWidget(self._slot)

    @property
    def add_button(self) -> Button:
        return self._add

    @property
    def slot(self) -> Slot:
        return self._slot

    def open_new(self) -> None:
        """Open the form for a new one."""
        raise NotImplementedError

    def show_lines(self, lines: Iterable[QWidget]) -> None:
        """Show these lines in place of the former."""
        clear(self._list)
        for place, line in enumerate(lines):
            if place:
                self._list.addWidget(Rule())
            self._list.addWidget(line)


def line(words: str, acts: Iterable[Act], *, small: str = "") -> QWidget:
    """What one line says, and the buttons for what can be done with it."""
    return _Line(words, small, buttons(acts, described=words))


class _Line(QWidget):
    """The words, and the buttons at the end of the line, or below where there is no room beside each other."""

    def __init__(self, words: str, small: str, acts: QWidget) -> None:
        super().__init__()
        said = [Text(words), *([Text(small, "small")] if small else [])]
        self._acts = acts
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addLayout(column(*said, gap=0), 1)
        self._line.addWidget(acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= 2 * self._acts.sizeHint().width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(8 if wide else 0)


def buttons(acts: Iterable[Act], *, described: str = "") -> QWidget:
    """The buttons side by side, as far as there is room."""
    box = QWidget()
    flow = FlowLayout(box)
    for name, act in acts:
        button = Button(name, "quiet", described=described)
        button.clicked.connect(lambda _checked=False, act=act, button=button: act(button))
        flow.addWidget(button)
    return box
