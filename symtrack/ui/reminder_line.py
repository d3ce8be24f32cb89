"""The reminder as a line in the page: quiet, without taking the focus, there until it is put away or answered."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.theme import side_of
from symtrack.ui.widgets import Button, Card, Text, announce, flow

GAP = 12


class Words(Text):
    """In one line where there is room for it, beside the buttons."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.fontMetrics().horizontalAdvance(self.text()) + 2), hint.height())


class ReminderLine(QWidget):
    """`wanted` comes when the person wants to answer now, `put_away` when not."""

    wanted = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", "strong")
        self._go = Button(_("To today’s questions"), "accent")
        self._go.clicked.connect(self.wanted)
        self._away = Button(_("Put away"), "quiet")
        self._away.clicked.connect(self._put_away)
        inside = flow(self._words, self._go, self._away, gap=GAP)
        card = Card(inside, kind="tinted", name=_("Reminder"))
        card.column.setContentsMargins(20, 6, 20, 6)
        self._column = QVBoxLayout(self)
        self._column.addWidget(card)
        self.hide()

    def show_words(self, words: str, *, on_today: bool) -> None:
        """Show the words, and a way to Today where that is another page; nothing without words."""
        if words and words != self._words.text():
            announce(self, words)
        self._words.setText(words)
        self._go.setVisible(not on_today)
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_of(self.width())
        self._column.setContentsMargins(side, 12, side, 0)

    def _put_away(self) -> None:
        self.focusNextChild()  # The focus would be nowhere once the button is gone.
        self.put_away.emit()
