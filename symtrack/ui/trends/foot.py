"""The lines below the chart: the day under the cursor in words, the way to its point, and what the signs mean."""

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.trends.legend import Legend
from symtrack.ui.widgets import Button, Text

WIDE, ROOM = 900, 0.85
"""On a page wider than WIDE the signs may stand beside the words, where two lines of half a page hold them."""
WHOLE = (1 << 24) - 1
"""Qt’s own largest width."""


class Foot(QWidget):
    """Shows a sentence and the signs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.read_out = Text()
        # Only the day is set in bold; what the person wrote goes in escaped.
        self.read_out.setTextFormat(Qt.TextFormat.RichText)
        # Room for two lines from the start: the chart must not jump when a day has more to say.
        self.read_out.setMinimumHeight(2 * QFontMetrics(theme.font()).lineSpacing())
        self.read_out.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.open_point = Button(_("Open the point"), "accent")
        self.legend = Legend(theme)
        said = QHBoxLayout()
        said.addWidget(self.read_out, 1)
        said.addWidget(self.open_point)
        self._either = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._either.setSpacing(4)
        self._either.addLayout(said, 1)
        self._either.addWidget(self.legend)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._either)

    def say(self, sentence: str, day: str = "") -> None:
        """Put a sentence there, after the name of its day."""
        words, text = _("{day}: {answers}"), html.escape(sentence)
        self.read_out.setText(words.format(day=f"<b>{html.escape(day)}</b>", answers=text) if day else text)
        self.read_out.setAccessibleName(words.format(day=day, answers=sentence) if day else sentence)

    def fold(self, width: int) -> None:
        """The signs stand beside the words, or below them where there is not enough room."""
        half, needed = width // 2, self.legend.sizeHint().width()
        beside = needed <= 2 * half * ROOM and width > WIDE
        self.legend.setMinimumWidth(min(half, needed) if beside else 0)
        self.legend.setMaximumWidth(half if beside else WHOLE)
        directions = QBoxLayout.Direction
        self._either.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
