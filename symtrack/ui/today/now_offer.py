"""How it is right now, or was at another time: moments, as many as wanted, with the list of the day's."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from symtrack.diary.instrument import Item, answer_words
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import Button, ChoiceRow, DayField, Reply, Text, TimeField, clear, flow

NOW, OTHER = "now", "other"


class Moment(NamedTuple):
    """One of the day's moments, in words, with the id of its row."""

    id: str
    words: str


class NowOffer(Offer):
    """`moment` gives a day, a time (empty for now), item and score; `worst` a day, item and score for its worst.

    `day_chosen` comes when the moments of another day are to be listed, `taken_away` names one of them.
    """

    moment = Signal(object, str, str, int)
    worst = Signal(object, str, int)
    day_chosen = Signal(object)
    taken_away = Signal(str)

    def __init__(self, items: Sequence[Item], theme: Theme, *, day: date, today: date, time: str) -> None:
        super().__init__(_("How is it right now?") if day == today else _("How was it, at a time of the day?"))
        self._items = {item.key: item for item in items}
        self._theme, self._today = theme, today
        self._card: ScoreCard | None = None
        self._last: tuple[date, str, int] = (day, items[0].key, 0)
        self._choices = ChoiceRow([(item.key, _(item.name)) for item in items], name=_("What is it?"))
        self._choices.chosen.connect(self._ask)
        self.column.addWidget(self._choices)
        self._build_time(day, time)
        self._said = Reply()
        self._raise = Button("", "accent")
        self._raise.clicked.connect(self._make_worst)
        self._raise.hide()
        self._head = Text("", "soft")
        self._list = QVBoxLayout()
        for thing in (self._said, self._raise, self._head):
            self.column.addWidget(thing)
        self.column.addLayout(self._list)
        self._choose_when(NOW if day == today else OTHER)
        self._ask(items[0].key)

    @property
    def card(self) -> ScoreCard | None:
        return self._card

    @property
    def choices(self) -> ChoiceRow:
        return self._choices

    @property
    def when(self) -> ChoiceRow:
        return self._when

    @property
    def time_field(self) -> TimeField:
        return self._time

    @property
    def day_field(self) -> DayField:
        return self._day

    @property
    def raise_button(self) -> Button:
        return self._raise

    def day(self) -> date:
        """The day that the next moment is for."""
        return self._today if self._when.choice() == NOW else self._day.day()

    def keep(self) -> bool:
        if self._card is not None and self._card.picked is not None:
            self._give(self._card)
        return self._card is None or self._card.picked is None

    def take_back(self) -> bool:
        return self._card is not None and self._card.take_back()

    def show_moment(self, saved: tuple[date, str, int], words: str, worst: str) -> None:
        """Say what was saved, and offer it as the day's worst with the words `worst`, if there are any."""
        self._last = saved
        self._said.say(words)
        self._raise.setVisible(bool(worst))
        self._raise.setText(worst)
        self._raise.setAccessibleName(worst)
        if self._card is not None:
            self._card.settle()

    def refuse(self, words: str) -> None:
        """Say why the moment can't be saved; it stays picked."""
        self._said.say(words)

    def show_list(self, head: str, moments: Sequence[Moment]) -> None:
        """List the day's moments below `head`."""
        self._head.show_text(head if moments else "")
        clear(self._list)
        for each in moments:
            take = Button(_("Take away"), "quiet", described=each.words)
            take.clicked.connect(lambda _checked=False, each=each: self.taken_away.emit(each.id))
            self._list.addWidget(flow(Text(each.words, wrap=False), take))

    def _build_time(self, day: date, time: str) -> None:
        self._when = ChoiceRow([(NOW, _("Now")), (OTHER, _("At another time"))], name=_("When?"))
        self._when.chosen.connect(self._choose_when)
        self._day = DayField(_("The day"), day, last=self._today)
        self._time = TimeField(_("The time"), time)
        self._day.dateChanged.connect(lambda: self.day_chosen.emit(self.day()))
        self._other = flow(self._day, self._time)
        self.column.addWidget(flow(self._when, self._other, gap=16))

    def _choose_when(self, when: str) -> None:
        self._when.show_choice(when)
        self._other.setVisible(when == OTHER)
        self.day_chosen.emit(self.day())

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
        self.column.insertWidget(3, card)
        self.setFocusProxy(card)
        card.show()
        card.setFocus()

    def _give(self, card: ScoreCard) -> None:
        score = card.picked[0] if card.picked else None
        if score is not None:
            time = "" if self._when.choice() == NOW else self._time.text_of()
            self.moment.emit(self.day(), time, card.item.key, score)


def moment_words(item: Item, time: str, score: int) -> str:
    """Pain at 14:02: 8, severe."""
    return _("{item} at {time}: {answer}.").format(item=_(item.name), time=time, answer=answer_words(score, None))
