"""A point of a list: a sign, and words that go on below themselves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from symtrack.ui.widgets.labels import Text
from symtrack.ui.widgets.layouts import row


def point(words: str, room: int, *, sign: str = "•") -> QHBoxLayout:
    """The words, with the sign in `room` px before their first line."""
    mark = Text(sign, "strong", wrap=False)
    mark.setFixedWidth(room)
    line = row(mark)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(words), 1)
    return line
