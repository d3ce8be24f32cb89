"""A card with a list of which each line is changed in place: what such cards have in common."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.ui.in_place import Slot
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.widgets import Button, FlowLayout, Rule, Text, clear

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
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(words))
    if small:
        column.addWidget(Text(small, "small"))
    column.addWidget(buttons(acts, described=words))
    return whole


def buttons(acts: Iterable[Act], *, described: str = "") -> QWidget:
    """The buttons side by side, as far as there is room."""
    box = QWidget()
    flow = FlowLayout(box)
    for name, act in acts:
        button = Button(name, "quiet", described=described)
        button.clicked.connect(lambda _checked=False, act=act, button=button: act(button))
        flow.addWidget(button)
    return box
