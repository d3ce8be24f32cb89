"""The regular medicines of a part of the day: all of them in one press, and then what was otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.doses import SKIPPED, UNKNOWN, YES
from symtrack.i18n import N_, _
from symtrack.ui.widgets import Button, ChoiceRow, FlowLayout, Reply, WholeLine, clear, flow

ALL = {
    "morning": N_("All my morning ones"),
    "noon": N_("All my noon ones"),
    "evening": N_("All my evening ones"),
    "night": N_("All my night ones"),
}
OPEN = {
    "morning": N_("My morning ones…"),
    "noon": N_("My noon ones…"),
    "evening": N_("My evening ones…"),
    "night": N_("My night ones…"),
}
WIDEST = 330
"""As many px as the names take at most, so that what stands beside them is in one column."""
TAKEN_NAMES = {YES: N_("Taken"), SKIPPED: N_("Skipped"), UNKNOWN: N_("Not known")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """One regular medicine, and what was noted about it; empty where nothing was."""

    key: str
    words: str
    taken: str


class DoseParts(QWidget):
    """`all_taken` gives the part of the day of which all were taken, `told` a part, a medicine’s key and what of it.

    Where each has something noted already, a press only shows it.
    """

    all_taken = Signal(str)
    told = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, Sequence[Regular]] = {}
        self._open = ""
        self._buttons: dict[str, Button] = {}
        self._choices: dict[str, ChoiceRow] = {}
        self._listed: tuple[str, ...] = ()
        line = QWidget()
        self._flow = FlowLayout(line)
        self._list = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._said = Reply()
        for part in (line, self._said):
            column.addWidget(part)
        column.addLayout(self._list)

    def button(self, part: str) -> Button:
        return self._buttons[part]

    def choices(self, key: str) -> ChoiceRow:
        """Taken, skipped, not known, of the medicine with this key."""
        return self._choices[key]

    def say(self, words: str) -> None:
        """Say what was noted."""
        self._said.say(words)

    def show_parts(self, parts: dict[str, Sequence[Regular]]) -> None:
        """Show these parts of the day; what is there already stays, and so does the focus in it."""
        if list(parts) != list(self._parts):
            clear(self._flow)
            self._buttons = {}
            for part in parts:
                button = Button("")
                button.clicked.connect(lambda _checked=False, part=part: self._press(part))
                self._buttons[part] = button
                self._flow.addWidget(button)
        self._parts = dict(parts)
        self.setVisible(bool(parts))
        for part, button in self._buttons.items():
            words = _(OPEN[part] if self._full(part) else ALL[part])
            button.setText(words)
            button.setAccessibleName(words)
        self._show_list()

    def _press(self, part: str) -> None:
        full, self._open = self._full(part), part
        self._said.show_text("")
        if full:
            self._show_list()
        else:
            self.all_taken.emit(part)

    def _full(self, part: str) -> bool:
        return all(regular.taken for regular in self._parts[part])

    def _show_list(self) -> None:
        """The medicines of the part that was pressed, each with what is noted about it."""
        regulars = self._parts.get(self._open, ())
        listed = (self._open, *(regular.words for regular in regulars))
        if listed != self._listed:
            self._listed = listed
            clear(self._list)
            names = {regular.key: WholeLine(regular.words) for regular in regulars}
            wide = min(WIDEST, max((name.sizeHint().width() for name in names.values()), default=0))
            for name in names.values():
                name.setMinimumWidth(wide)
            self._choices = {regular.key: self._choice(regular, names[regular.key]) for regular in regulars}
        for regular in regulars:
            self._choices[regular.key].show_choice(regular.taken)

    def _choice(self, regular: Regular, name: WholeLine) -> ChoiceRow:
        choices = ChoiceRow([(key, _(word)) for key, word in TAKEN_NAMES.items()], name=regular.words)
        for key in TAKEN_NAMES:
            choices.button(key).setAccessibleDescription(regular.words)
        part = self._open
        choices.chosen.connect(lambda taken: self.told.emit(part, regular.key, taken))
        self._list.addWidget(flow(name, choices, gap=16))
        return choices
