"""What Today offers below the cards, each in the page: a note, how it is right now, and more."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from symtrack.diary.instrument import Item, answer_words
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import Button, Card, ChoiceRow, DayField, FlowLayout, NoteField, Text, row


class Offer(Card):
    """One of the offers, open in the page. Escape puts it away."""

    put_away = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(name=title)
        self.column.addWidget(Text(title, "name"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)


class NoteOffer(Offer):
    """A note on the day, kept with Ctrl+Enter, with the button, or when it is left. `noted` gives its text."""

    noted = Signal(str)

    def __init__(self, notes: Sequence[str]) -> None:
        super().__init__(_("A note on this day"))
        for note in notes:
            self.column.addWidget(Text(note, "soft"))
        self._field = NoteField(_("Your note"))
        self._field.left.connect(self.give)
        self._field.done.connect(self._finish)
        done = Button(_("Done"), "primary")
        done.clicked.connect(self._finish)
        foot = row(done, Text(_("Kept when you leave it. Ctrl+Enter is Done too."), "small"))
        self.column.addWidget(self._field)
        self.column.addLayout(foot)
        self.setFocusProxy(self._field)

    @property
    def field(self) -> NoteField:
        return self._field

    def give(self) -> None:
        """Hand the text over, if there is any."""
        text = self._field.toPlainText().strip()
        if text:
            self.noted.emit(text)

    def unsaved(self) -> bool:
        return bool(self._field.toPlainText().strip())

    def settle(self) -> None:
        """The text is saved."""
        self._field.setPlainText("")

    def _finish(self) -> None:
        self.give()
        if not self.unsaved():
            self.put_away.emit()


class NowOffer(Offer):
    """How one item is at this moment. `moment` gives item and score, `worst` the same for the day's worst."""

    moment = Signal(str, int)
    worst = Signal(str, int)

    def __init__(self, items: Sequence[Item], theme: Theme) -> None:
        super().__init__(_("How is it right now?"))
        self._items = {item.key: item for item in items}
        self._theme = theme
        self._card: ScoreCard | None = None
        self._choices = ChoiceRow([(item.key, _(item.name)) for item in items], name=_("What is it?"))
        self._choices.chosen.connect(self._ask)
        self.column.addWidget(self._choices)
        self._said = Text("", "strong")
        self._raise = Button("", "accent")
        self._raise.clicked.connect(self._make_worst)
        self._raise.hide()
        self._last = (items[0].key, 0)
        self.column.addWidget(self._said)
        self.column.addWidget(self._raise)
        self._ask(items[0].key)

    @property
    def card(self) -> ScoreCard | None:
        return self._card

    @property
    def raise_button(self) -> Button:
        return self._raise

    def show_moment(self, item: str, score: int, time: str, today: int | None) -> None:
        """Show what was saved; offer it as the day's worst when it is higher than the day's answer `today`."""
        name = _(self._items[item].name)
        answer = answer_words(score, None)
        self._said.show_text(_("{item} at {time}: {answer}.").format(item=name, time=time, answer=answer))
        if self._card is not None:
            self._card.settle()
        higher = today is not None and score > today
        self._raise.setVisible(higher)
        if higher:
            self._raise.setText(
                _("Higher than today’s {today}: make {score} today’s worst").format(today=today, score=score)
            )
        self._last = (item, score)

    def _make_worst(self) -> None:
        self._raise.hide()
        self.worst.emit(*self._last)

    def _ask(self, key: str) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._choices.show_choice(key)
        self._said.show_text("")
        self._raise.hide()
        card = ScoreCard(self._items[key], self._theme)
        card.decline.hide()
        card.given.connect(lambda: self._give(card))
        self._card = card
        self.column.insertWidget(2, card)
        self.setFocusProxy(card)
        card.setFocus()

    def _give(self, card: ScoreCard) -> None:
        score = card.picked[0] if card.picked else None
        if score is not None:
            self.moment.emit(card.item.key, score)


class MoreOffer(Offer):
    """Which items are asked, and the way to any other day."""

    items_chosen = Signal(list)
    day_chosen = Signal(date)

    def __init__(self, known: Sequence[Item], asked: Sequence[str], day: date, today: date) -> None:
        super().__init__(_("What to ask each day"))
        self._buttons: dict[str, Button] = {}
        box = QWidget()
        flow = FlowLayout(box)
        for item in known:
            button = Button(_(item.name))
            button.setCheckable(True)
            button.setChecked(item.key in asked)
            button.clicked.connect(self._choose)
            self._buttons[item.key] = button
            flow.addWidget(button)
        self.column.addWidget(box)
        self.column.addWidget(Text(_("Another day"), "name"))
        field = DayField(_("Another day"), day, last=today)
        go = Button(_("Go to this day"))
        go.clicked.connect(lambda: self.day_chosen.emit(field.day()))
        line = row(field, go)
        line.addStretch(1)
        self.column.addLayout(line)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def _choose(self) -> None:
        chosen = [key for key, button in self._buttons.items() if button.isChecked()]
        if chosen:
            self.items_chosen.emit(chosen)
