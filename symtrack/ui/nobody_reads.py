"""Beside each place for a note: that nobody is reading it, and the way to somebody who listens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _
from symtrack.ui.widgets import Button, FlowLayout, Sentence


class NobodyReads(QWidget):
    """`ring` wants to see whom to ring."""

    ring = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = _("Nobody reads this but who opens the diary.")
        button = Button(_("Who to ring"), "quiet", described=said)
        button.clicked.connect(self.ring)
        flow = FlowLayout(self)
        flow.addWidget(Sentence(said, "small"))
        flow.addWidget(button)
        self.button = button
