"""What can be said about a dose that was just noted: what for, how it was before, when to ask again, when it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.doses import MINUTES
from symtrack.diary.instrument import Item
from symtrack.diary.rows import Rating
from symtrack.i18n import N_, _, n_
from symtrack.ui.theme import Theme
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import Button, ChoiceRow, PartHeading, Reply, Text, TimeField, WholeLine, flow, reveal

NOW, OTHER, NEVER = "now", "other", "0"
NOON = "12:00"
WHENS = {NOW: N_("Just now"), OTHER: N_("At another time")}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseShown:
    """The dose as it is noted. `time` is empty where it is not known; `answer` is the score before it, of its item.

    `asks` are the minutes after which it is asked again, None for not at all; `beside` are facts about the medicine.
    """

    id: str
    words: str
    item: Item | None
    answer: Rating | None
    asks: int | None
    time: str
    beside: Sequence[str] = ()


class DoseDetails(QWidget):
    """All of it may be left as it is. Each press gives what it changes at once.

    `chosen` gives the item that it was for, `scored` its number, `minutes` after how many it is asked again (0 for
    never), `timed` a time of day, empty for now, and `taken_back` takes the whole dose back.
    """

    chosen = Signal(str)
    scored = Signal(int)
    minutes = Signal(int)
    timed = Signal(str)
    taken_back = Signal()

    def __init__(self, items: Sequence[Item], theme: Theme, *, today: bool) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._dose = ""
        self._card: ScoreCard | None = None
        self._said = WholeLine("", "strong")
        back = Button(_("Take it back"), "quiet")
        back.clicked.connect(self.taken_back)
        self._beside = Text("", "soft")
        self._for = ChoiceRow([(item.key, _(item.name)) for item in items], name=_("What was it for?"))
        self._for.chosen.connect(self.chosen)
        self._first = items[0].key
        self._before = PartHeading(_("How was it just before the dose?"), "body")
        self._score = QVBoxLayout()
        asks = [(str(n), n_("After {n} minute", "After {n} minutes", n).format(n=n)) for n in MINUTES]
        self._asks = ChoiceRow([*asks, (NEVER, _("Don’t ask"))], name=_("Ask how it is then:"))
        self._asks.chosen.connect(lambda key: self.minutes.emit(int(key)))
        self._again = _titled(self._asks)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(flow(self._said, back, gap=16))
        for part in (self._beside, _titled(self._for), self._before):
            self._column.addWidget(part)
        self._column.addLayout(self._score)
        self._column.addWidget(self._again)
        self._column.addWidget(self._build_time())

    @property
    def words(self) -> str:
        """What was noted."""
        return self._said.text()

    @property
    def card(self) -> ScoreCard | None:
        return self._card

    @property
    def items(self) -> ChoiceRow:
        return self._for

    @property
    def asks(self) -> ChoiceRow:
        return self._asks

    @property
    def whens(self) -> ChoiceRow:
        return self._when

    @property
    def time_field(self) -> TimeField:
        return self._time

    def show_dose(self, dose: DoseShown) -> None:
        """Show the dose; what is picked for it and not saved stays."""
        new, self._dose = dose.id != self._dose, dose.id
        self._said.show_text(dose.words)
        self._beside.show_text("\n".join(dose.beside))
        self._show_card(dose.item, anew=new)
        self._before.setVisible(self._card is not None)
        if self._card is not None:
            self._card.show_answer(dose.answer)
        self._for.show_choice(dose.item.key if dose.item else "")
        self._again.setVisible(dose.answer is not None and bool(dose.time))
        self._asks.show_choice(str(dose.asks or NEVER))
        if new:
            self._when.show_choice(NOW)
            self._time.setTime(QTime.fromString(dose.time or NOON, "HH:mm"))
            self._other.hide()
            self._refused.show_text("")

    def take_focus(self) -> None:
        """Where a number can be given at once; without knowing what for, where that is asked."""
        wanted = self._card or self._for.button(self._first)
        wanted.setFocus()
        reveal(wanted)

    def keep(self) -> bool:
        """Hand over what is picked; whether nothing is left unsaved."""
        if self._card is not None and self._card.picked is not None:
            self._give()
        return self._card is None or self._card.picked is None

    def take_back(self) -> bool:
        """Leave what is picked and not saved; whether there was anything."""
        return self._card is not None and self._card.take_back()

    def refuse(self, words: str) -> None:
        """Say why that time can't be."""
        self._refused.show_text(words)

    def _build_time(self) -> QWidget:
        self._when = ChoiceRow(
            [(key, _(word)) for key, word in WHENS.items()] if self._today else [(OTHER, _("At a time"))],
            name=_("When was it?"),
        )
        self._when.chosen.connect(self._choose_when)
        self._time = TimeField(_("The time"), NOON)
        self._time.editingFinished.connect(self._give_time)
        self._refused = Reply()
        self._other = flow(self._time, self._refused)
        return _titled(self._when, self._other)

    def _choose_when(self, when: str) -> None:
        self._when.show_choice(when)
        self._other.setVisible(when == OTHER)
        self._refused.show_text("")
        if when == NOW:
            self.timed.emit("")
        else:
            self._time.setFocus()

    def _give_time(self) -> None:
        self._refused.show_text("")
        self.timed.emit(self._time.text_of())

    def _show_card(self, item: Item | None, *, anew: bool) -> None:
        if self._card is not None and (anew or item is None or item.key != self._card.item.key):
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if self._card is None and item is not None:
            self._card = ScoreCard(item, self._theme)
            self._card.decline.hide()
            self._card.given.connect(self._give)
            self._score.addWidget(self._card)
            self._card.show()

    def _give(self) -> None:
        score = self._card.picked[0] if self._card is not None and self._card.picked is not None else None
        if score is not None:
            self.scored.emit(score)


def _titled(choices: ChoiceRow, *beside: QWidget) -> QWidget:
    """The choices behind the words that they answer."""
    return flow(Text(choices.accessibleName(), wrap=False), choices, *beside, gap=16)
