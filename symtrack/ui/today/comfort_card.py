"""Comfort only: the one question, answered with a press, a few words, or not at all."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.instrument import Item
from symtrack.diary.rows import Rating
from symtrack.i18n import _
from symtrack.ui.half_written import WORDS
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.resting import Rest
from symtrack.ui.theme import Theme
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import Button, Card, FlowLayout, NoteField, Text, clear


class ComfortCard(Card):
    """`said` gives a few words, `given` the card on which a number was picked, `left` has everything asked again.

    `ring` wants to see whom.
    """

    said = Signal(str)
    given = Signal(ScoreCard)
    left = Signal()
    ring = Signal()

    def __init__(self, rest: Rest, theme: Theme) -> None:
        super().__init__(name=_(rest.title))
        self.setProperty("form", WORDS)
        self._theme = theme
        self._items: dict[str, Item] = {}
        self._buttons: dict[str, Button] = {}
        self._answers: Mapping[str, Rating] = {}
        self._card: ScoreCard | None = None
        self.column.setContentsMargins(30, 22, 30, 22)
        self.column.setSpacing(12)
        self.column.addWidget(Text(_(rest.title), "heading"))
        self.column.addWidget(Text(_(rest.said), "soft"))
        self._nothing = Button(_("No, nothing"))
        self._nothing.clicked.connect(lambda: self.said.emit(_("Nothing is troubling me.")))
        self._field = NoteField(_("In your own words"), lines=2)
        self._field.setPlaceholderText(_("In your own words"))
        self._field.left.connect(self.keep)
        self._field.done.connect(self.keep)
        box = QWidget()
        self._flow = FlowLayout(box)
        leave = Button(_(rest.leave), "quiet")
        leave.clicked.connect(self.left)
        self.column.addWidget(box)
        nobody = NobodyReads()
        nobody.ring.connect(self.ring)
        self.column.addWidget(self._field)
        self.column.addWidget(nobody)
        self.column.addWidget(leave)
        self.setFocusProxy(self._nothing)

    @property
    def field(self) -> NoteField:
        return self._field

    @property
    def nothing(self) -> Button:
        return self._nothing

    @property
    def card(self) -> ScoreCard | None:
        """The card of what is troubling, once its button was pressed."""
        return self._card

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def show_items(self, items: Sequence[Item], answers: Mapping[str, Rating], *, hollow: bool) -> None:
        """Offer these items by name; the answers of the day stand on their cards."""
        self._answers = answers
        if list(self._items.values()) != list(items):
            self._items = {item.key: item for item in items}
            self._flow.removeWidget(self._nothing)
            clear(self._flow)
            self._flow.addWidget(self._nothing)
            self._buttons = {item.key: Button(_(item.name)) for item in items}
            for key, button in self._buttons.items():
                button.clicked.connect(lambda _checked=False, key=key: self._ask(key))
                self._flow.addWidget(button)
        if self._card is not None:
            self._card.show_answer(answers.get(self._card.item.key), hollow=hollow)

    def keep(self) -> bool:
        """Hand over what is written or picked; whether nothing is left unsaved."""
        words = self._field.toPlainText().strip()
        if words:
            self.said.emit(words)
        if self._card is not None and self._card.picked is not None:
            self.given.emit(self._card)
        return not self._field.toPlainText().strip() and (self._card is None or self._card.picked is None)

    def take_back(self) -> bool:
        """Leave the number that is picked and not saved yet; whether there was one."""
        if self._card is None or self._card.picked is None:
            return False
        self._card.forget()
        self._card.show_answer(self._answers.get(self._card.item.key))
        return True

    def settle(self) -> None:
        """The words are saved."""
        self._field.setPlainText("")

    def _ask(self, key: str) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        card = self._card = ScoreCard(self._items[key], self._theme)
        card.given.connect(lambda: self.given.emit(card))
        card.show_answer(self._answers.get(key))
        self.column.insertWidget(3, card)
        card.show()
        card.setFocus()
