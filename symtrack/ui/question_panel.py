"""A question for the team, written down from wherever one is."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from symtrack.i18n import _
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.panels import Panel
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, TextField


class QuestionPanel(Panel):
    """`given` gives the text: with Enter, with the button, or when the panel is left. `ring` wants to see whom."""

    given = Signal(str)
    ring = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("A question for my team"))
        self._field = TextField(_("A question for my team"), hint=_("What do you want to ask?"))
        self._field.returnPressed.connect(self._finish)
        add = Button(_("Add"), "primary")
        add.clicked.connect(self._finish)
        self.column.addWidget(self._field)
        self.column.addWidget(add)
        self.column.addWidget(Text(_("It goes on the list on the page For my team, and on the paper."), "small"))
        nobody = NobodyReads()
        nobody.ring.connect(self.ring)
        self.column.addWidget(nobody)
        self.setFocusProxy(self._field)

    @property
    def field(self) -> TextField:
        return self._field

    def give(self) -> None:
        """Hand the text over, if there is any."""
        text = " ".join(self._field.text().split())
        self._field.clear()
        if text:
            self.given.emit(text)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.give()

    def _finish(self) -> None:
        self.give()
        self.put_away.emit()
