"""Single lines above the cards, each with what one can do about it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.ui.widgets import Button, FlowLayout, Text, clear


class Choice(NamedTuple):
    """A button's word and what a press does."""

    word: str
    act: Callable[[], object]


class Notice(NamedTuple):
    """One line."""

    words: str
    choices: tuple[Choice, ...]


class Notices(QWidget):
    """The lines that are shown; the same lines stay as they are, and so does the focus in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, ...]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._wanted = True
        self.hide()

    def show_all(self, wanted: bool) -> None:  # noqa: FBT001 - it is what the method is about
        """Have the lines there at all."""
        self._wanted = wanted
        self.setVisible(wanted and bool(self._shown))

    def show_notices(self, notices: Sequence[Notice]) -> None:
        words = [(notice.words, *(choice.word for choice in notice.choices)) for notice in notices]
        if words == self._shown:
            return
        self._shown = words
        clear(self._column)
        for notice in notices:
            line = QWidget()
            flow = FlowLayout(line)
            flow.addWidget(Text(notice.words, "soft", wrap=False))
            for choice in notice.choices:
                button = Button(choice.word, "quiet")
                button.clicked.connect(choice.act)
                flow.addWidget(button)
            self._column.addWidget(line)
        self.setVisible(self._wanted and bool(notices))

    def press(self, word: str) -> None:
        """Press the button with this word."""
        next(button for button in self.findChildren(Button) if button.accessibleName() == word).click()

    def texts(self) -> list[str]:
        """Everything that the lines say."""
        return [word for line in self._shown for word in line]
