"""The ways to ask less, each in one press; each can be left in one press again."""

from PySide6.QtCore import Signal

from symtrack.i18n import _
from symtrack.ui.resting import RESTS
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, Text, column


class RestOffer(Offer):
    """`chosen` gives the mode."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("A rest from the diary"))
        self._buttons: dict[str, Button] = {}
        self.column.setSpacing(14)
        for rest in RESTS:
            button = Button(_(rest.name), described=_(rest.means))
            button.clicked.connect(lambda _checked=False, mode=rest.mode: self.chosen.emit(mode))
            self._buttons[rest.mode] = button
            self.column.addLayout(column(button, Text(_(rest.means), "soft"), gap=4))
        self.column.addWidget(Text(_("Each of them ends with one press, whenever you like."), "soft"))
        self.setFocusProxy(next(iter(self._buttons.values())))

    def button(self, mode: str) -> Button:
        return self._buttons[mode]
