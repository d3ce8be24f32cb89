"""Whether somebody is in the middle of the day's cards: then nothing comes in between."""

from PySide6.QtCore import QObject, Signal

from symtrack.ui.running import application
from symtrack.ui.today.cards import Cards


class UnderWay(QObject):
    """It begins with an answer, and ends with the last one, or as soon as the person turns to anything but the cards.

    `over` comes when they did that. No clock ends it: who answers slowly is answering.
    """

    over = Signal()

    def __init__(self, cards: Cards) -> None:
        super().__init__(cards)
        self._cards = cards
        self._begun = False
        application().focusChanged.connect(self._turn)

    @property
    def now(self) -> bool:
        """Whether a number is picked and not saved, or others of the day are still to come."""
        if any(card.picked is not None for card in self._cards.cards):
            return True
        window = self._cards.window()
        focused = window.focusWidget() if window.isActiveWindow() else None
        inside = focused is not None and self._cards.isAncestorOf(focused)
        return self._begun and inside and not self._cards.answered

    def begin(self) -> None:
        """An answer was given."""
        self._begun = True

    def end(self) -> None:
        """Another day is open, or another page."""
        self._begun = False

    def _turn(self) -> None:
        if self._begun and self._cards.isVisible() and not self.now:
            self.over.emit()
