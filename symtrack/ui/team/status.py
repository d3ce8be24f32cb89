"""The line that says what was just done, with the way to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Text, announce


class Status(QWidget):
    """Empty, it takes no room. `undo` takes back what it speaks of."""

    undo = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = Text("", "strong")
        self._undo = Button(_("Undo"), "quiet", icon=theme.icon("undo", "accent"), icon_size=theme.px(18))
        self._undo.clicked.connect(self.undo)
        flow = FlowLayout(self)
        flow.addWidget(self._text)
        flow.addWidget(self._undo)
        self.hide()

    @property
    def button(self) -> Button:
        return self._undo

    def sentence(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def show_sentence(self, sentence: str) -> None:
        """Say the sentence; without one there is nothing to see."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)
