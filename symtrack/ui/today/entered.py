"""What was entered for a day already: a line each, with what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.ui.widgets import Button, FlowLayout, Sentence, Text, clear


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Its words, and each thing that can be done about it: the words of a button and what it does."""

    words: str
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()


class Entered(QWidget):
    """Lists the lines under a heading; without any it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_lines(self, head: str, lines: Sequence[Line]) -> None:
        clear(self._column)
        if lines:
            self._column.addWidget(Text(head, "soft"))
        for line in lines:
            box = QWidget()
            flow = FlowLayout(box)
            flow.addWidget(Sentence(line.words))
            for words, do in line.acts:
                button = Button(words, "quiet", described=line.words)
                button.clicked.connect(lambda _checked=False, do=do: do())
                flow.addWidget(button)
            self._column.addWidget(box)
        self.setVisible(bool(lines))
