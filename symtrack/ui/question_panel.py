"""A question for the team, written down from wherever one is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent

from symtrack.i18n import _
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.panels import Panel
from symtrack.ui.private_toggle import private_toggle
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, TextField
from symtrack.ui.widgets.toggle import Toggle


class QuestionPanel(Panel):
    """`given` gives the text, and whether it is private: with Enter, with the button, or when the panel is left.

    `ring` wants to see whom.
    """

    given = Signal(str, bool)
    ring = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("A question for my team"))
        self._field = TextField(_("A question for my team"), hint=_("What do you want to ask?"))
        self._field.returnPressed.connect(self._finish)
        self._private = private_toggle()
        self._private.clicked.connect(self._field.setFocus)
        add = Button(_("Add"), "primary")
        add.clicked.connect(self._finish)
        self.column.addWidget(self._field)
        self.column.addWidget(self._private, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(add)
        self.column.addWidget(Text(_("It goes on the list on the page For my team, and on the paper."), "small"))
        nobody = NobodyReads()
        nobody.ring.connect(self.ring)
        self.column.addWidget(nobody)
        self.setFocusProxy(self._field)

    @property
    def field(self) -> TextField:
        return self._field

    @property
    def private(self) -> Toggle:
        """Whether the question will be private."""
        return self._private

    def give(self) -> None:
        """Hand the text over, if there is any."""
        text, private = " ".join(self._field.text().split()), self._private.isChecked()
        self._field.clear()
        self._private.setChecked(False)
        if text:
            self.given.emit(text, private)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.give()

    def _finish(self) -> None:
        self.give()
        self.put_away.emit()
