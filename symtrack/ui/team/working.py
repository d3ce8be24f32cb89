"""The line that says that something is being made, with the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _
from symtrack.ui.widgets import Button, FlowLayout, Sentence, announce


class Working(QWidget):
    """Without a sentence it takes no room. `stop` ends what it speaks of; `again` wants the pages after all."""

    stop = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = Sentence("", "strong")
        # Translators: A button: stops the making of the paper.
        self._stop = Button(_("Stop"))
        self._stop.clicked.connect(self.stop)
        self._again = Button(_("Show the pages"))
        self._again.clicked.connect(self.again)
        flow = FlowLayout(self)
        for part in (self._text, self._stop, self._again):
            flow.addWidget(part)
        self.show_sentence("")

    @property
    def stop_button(self) -> Button:
        return self._stop

    @property
    def again_button(self) -> Button:
        return self._again

    def sentence(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def show_sentence(self, sentence: str) -> None:
        """Say what is being made."""
        self._show(sentence, stopped=False)

    def show_stopped(self) -> None:
        """Say that there are no pages on the screen, and how to have them."""
        self._show(_("The pages are not shown. You can save and print all the same."), stopped=True)

    def _show(self, sentence: str, *, stopped: bool) -> None:
        self._text.setText(sentence)
        self._stop.setVisible(not stopped)
        self._again.setVisible(stopped)
        self.setVisible(bool(sentence))
        announce(self, sentence)
