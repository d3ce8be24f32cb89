"""What stands in place of the questions while the diary asks less, or nothing any more."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.rows import Rating
from symtrack.ui.journal import Journal
from symtrack.ui.resting import COMFORT, NORMAL, rest_of
from symtrack.ui.theme import Theme
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import announce, clear

if TYPE_CHECKING:
    from symtrack.ui.today.comfort_card import ComfortCard
    from symtrack.ui.today.rest_card import RestCard


class Instead(QWidget):
    """`given` gives the card of a number to be saved, `page_wanted` a page of the window."""

    given = Signal(ScoreCard)
    page_wanted = Signal(str)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._mode = NORMAL
        self._comfort: ComfortCard | None = None
        self._rest: RestCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self.hide()

    @property
    def card(self) -> "RestCard | ComfortCard | None":
        return self._comfort or self._rest

    def draw(self, answers: Mapping[str, Rating]) -> bool:
        """Show what the diary's mode asks for; `answers` are those of the open day. Whether it is another mode."""
        changed = self._journal.mode != self._mode
        if changed:
            self._mode = self._journal.mode
            self._make()
        if self._comfort is not None:
            self._comfort.show_items(self._journal.items, answers, hollow=self._journal.writer.own_view)
        return changed

    def keep(self) -> bool:
        """Save what is written or picked; whether nothing is left unsaved."""
        return self._comfort is None or self._comfort.keep()

    def take_focus(self) -> None:
        if self.card is not None:
            self.card.setFocus()

    def take_back(self) -> bool:
        """Leave what is picked and not saved yet; whether there was anything."""
        return self._comfort is not None and self._comfort.take_back()

    def _make(self) -> None:
        clear(self._column)
        self._comfort = self._rest = None
        rest = rest_of(self._mode)
        if rest is not None and rest.mode == COMFORT:
            from symtrack.ui.today.comfort_card import ComfortCard

            comfort = self._comfort = ComfortCard(rest, self._theme)
            comfort.said.connect(self._note)
            comfort.given.connect(self.given)
            comfort.left.connect(self._leave)
            comfort.ring.connect(lambda: self.page_wanted.emit("ring"))
        elif rest is not None:
            from symtrack.ui.today.rest_card import RestCard

            self._rest = RestCard(rest)
            self._rest.page_wanted.connect(self.page_wanted)
            self._rest.left.connect(self._leave)
        if (card := self.card) is not None:
            self._column.addWidget(card)
            card.show()
            announce(self, card.accessibleName())
        self.setVisible(rest is not None)

    def _note(self, words: str) -> None:
        if self._journal.note(self._journal.today, words) and self._comfort is not None:
            self._comfort.settle()

    def _leave(self) -> None:
        self._journal.set("mode", NORMAL)
