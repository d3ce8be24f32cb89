"""The cards of a day: all of them, or one at a time where they do not fit."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.instrument import Item
from symtrack.diary.rows import Rating
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.today.score_card import ScoreCard, Step
from symtrack.ui.widgets import Button, Text, row, show_when

GAP = 10
AT_ONCE = 4


class _Between(QWidget):
    """Below the one card that is shown: to the one before, to the next, and how many there are."""

    wanted = Signal(Step)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        # Translators: A button: to the question before.
        self._back = Button(_("Back"), icon=theme.icon("back", "ink"), icon_size=theme.px(20))
        # Translators: A button: to the next question.
        on = Button(_("Next"), icon=theme.icon("next", "ink"), icon_size=theme.px(20))
        self._place = Text("", "soft", wrap=False)
        self._back.clicked.connect(lambda: self.wanted.emit(Step.BACK))
        on.clicked.connect(lambda: self.wanted.emit(Step.ON))
        line = row(self._back, self._place, on, gap=16)
        line.addStretch(1)
        self.setLayout(line)

    def show_place(self, place: int, count: int) -> None:
        self._back.setEnabled(place > 0)
        self._place.setText(_("{place} of {count}").format(place=place + 1, count=count))


class Cards(QWidget):
    """`given` gives the card whose pick is to be saved, `note_wanted` the item of a note; `ended` is after the last."""

    given = Signal(ScoreCard)
    note_wanted = Signal(str)
    unwell = Signal()
    ended = Signal()

    def __init__(self, items: Sequence[Item], theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: tuple[ScoreCard, ...] = ()
        self._current = 0
        self._one = self._begun = False
        self._between: _Between | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.show_items(items)

    @property
    def cards(self) -> tuple[ScoreCard, ...]:
        return self._cards

    @property
    def current(self) -> ScoreCard:
        return self._cards[self._current]

    @property
    def answered(self) -> bool:
        """Whether each of them has an answer that is saved."""
        return all(card.answered for card in self._cards)

    @property
    def one_at_a_time(self) -> bool:
        return self._one

    def show_items(self, items: Sequence[Item]) -> None:
        """Ask these items; cards that stay keep what was picked."""
        if [card.item for card in self._cards] == list(items):
            return
        kept = {card.item.key: card for card in self._cards}
        cards = tuple(kept.pop(item.key) if item.key in kept else self._make(item) for item in items)
        for gone in kept.values():
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        for place, card in enumerate(cards):
            self._column.insertWidget(place, card)
        self._cards = cards
        self._current = min(self._current, len(cards) - 1)
        self._show()

    def let_go_on(self, goes_on: bool) -> None:  # noqa: FBT001 - it is what the method is about
        """Have each card go on by itself after a digit, or wait for Enter."""
        for card in self._cards:
            card.goes_on = goes_on

    def show_answers(self, answers: Mapping[str, Rating], *, hollow: bool) -> None:
        """Show the day's answers; `hollow` for a caregiver's own view. A day begun before goes on where it was left."""
        for card in self._cards:
            card.show_answer(answers.get(card.item.key), hollow=hollow)
        if not self._begun:
            self._begun, self._current = True, self._first()
            self._show()

    def show_one(self, one: bool) -> None:  # noqa: FBT001 - it is what the method is about
        """One card at a time, or all."""
        if one != self._one:
            self._one = one
            self._show()

    def height_at(self, width: int) -> int:
        """The height that as many cards as are usual need, one below the other."""
        shown = self._cards[:AT_ONCE]
        return sum(card.height_at(width) for card in shown) + (len(shown) - 1) * GAP

    def begin(self) -> None:
        """Put the focus on the first card without an answer; on the first of all where each has one."""
        self._go(self._first())

    def end_back(self) -> None:
        """Come back from behind the last card."""
        self._go(len(self._cards) - 1)

    def _first(self) -> int:
        """The place to begin at: a digit and Enter there correct nothing that was said before."""
        return next((place for place, card in enumerate(self._cards) if not card.answered), 0)

    def _make(self, item: Item) -> ScoreCard:
        card = ScoreCard(item, self._theme)
        card.given.connect(lambda: self.given.emit(card))
        card.unwell.connect(self.unwell)
        card.noted.connect(lambda: self.note_wanted.emit(item.key))
        card.stepped.connect(lambda step: self._step(step, card))
        card.entered.connect(lambda: self._enter(card))
        return card

    def _enter(self, card: ScoreCard) -> None:
        self._current = self._cards.index(card)
        self._show()

    def _step(self, step: Step, card: ScoreCard | None = None) -> None:
        place = self._cards.index(card) if card else self._current
        if step is Step.ON and place + 1 == len(self._cards):
            self.ended.emit()
        else:
            self._go(max(place + step.value, 0))

    def _go(self, place: int) -> None:
        self._current = place
        self._show()
        self._cards[place].setFocus()

    def _show(self) -> None:
        for place, card in enumerate(self._cards):
            show_when(card, not self._one or place == self._current)
        if self._one and self._between is None:
            self._between = _Between(self._theme)
            self._between.wanted.connect(self._step)
            self._column.addWidget(self._between)
        if self._between is not None:
            self._between.setVisible(self._one)
            self._between.show_place(self._current, len(self._cards))
