"""How much room the questions have: all at once, or one at a time."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.ui.theme import SIDE, side_of
from symtrack.ui.today.cards import Cards
from symtrack.ui.today.foot import Foot
from symtrack.ui.today.header import Header

EDGE = 14


class Room:
    """Has the page show one card at a time where four of them do not fit."""

    def __init__(self, page: QWidget, column: QVBoxLayout, header: Header, cards: Cards, foot: Foot) -> None:
        self._page, self._column = page, column
        self._header, self._cards, self._foot = header, cards, foot
        # As in most windows: what is laid out with these is not laid out a second time when its width is known.
        column.setContentsMargins(SIDE, EDGE, SIDE, EDGE)
        self._window_size = QSize()
        self._high = 0

    def fit(self) -> None:
        """Look at the sizes of the cards, and not at the text size alone."""
        side = side_of(self._page.width())
        self._column.setContentsMargins(side, EDGE, side, EDGE)
        port = self._page.parentWidget()
        if port is None or not self._cards.cards:
            return
        width = self._page.width() - 2 * side
        # With the strip in it, even where that stands elsewhere now: else the answer would change with each look.
        above = self._header.height_at(width) + self._foot.status.sizeHint().height() + 4 * 10 + 28
        # A panel that opens above the page takes room for a while; the cards do not change for it.
        size = self._page.window().size()
        self._high = max(self._high, port.height()) if size == self._window_size else port.height()
        self._window_size = size
        self._show_one(self._cards.height_at(width) + above > self._high)

    def _show_one(self, one: bool) -> None:  # noqa: FBT001 - it is what the method is about
        """Where there is room for one card the strip stands below it, so that the card comes first."""
        if one != self._cards.one_at_a_time:
            self._cards.show_one(one)
            if one:
                self._column.insertWidget(self._column.count() - 1, self._header.give_strip())
            else:
                self._column.removeWidget(self._header.strip)
                self._header.take_strip()
