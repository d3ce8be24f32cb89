"""What Today shows in place of its questions while the diary rests, or when it is finished."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _
from symtrack.ui.resting import FINISHED, Rest
from symtrack.ui.widgets import Button, Card, FlowLayout, Text


class RestCard(Card):
    """`left` has the diary ask again, `page_wanted` gives the page to read or to print it on."""

    left = Signal()
    page_wanted = Signal(str)

    def __init__(self, rest: Rest) -> None:
        super().__init__(name=_(rest.title))
        self._rest = rest
        self.column.setContentsMargins(30, 26, 30, 26)
        self.column.setSpacing(14)
        self.column.addWidget(Text(_(rest.title), "heading"))
        said = Text(_(rest.said))
        self.column.addWidget(said)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        if rest.mode == FINISHED:
            self._add(Button(_("Read the diary")), lambda: self.page_wanted.emit("diary"))
            self._add(Button(_("Print it")), lambda: self.page_wanted.emit("paper"))
        self._leave = Button(_(rest.leave), "quiet" if rest.mode == FINISHED else "plain")
        self._add(self._leave, self.left.emit)
        self.column.addWidget(self._buttons)

    @property
    def leave(self) -> Button:
        return self._leave

    def press(self, word: str) -> None:
        """Press the button with this word."""
        next(button for button in self.findChildren(Button) if button.accessibleName() == word).click()

    def _add(self, button: Button, act: Callable[[], object]) -> None:
        button.clicked.connect(act)
        self._flow.addWidget(button)
        if self._flow.count() == 1:
            self.setFocusProxy(button)
