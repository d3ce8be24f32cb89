"""The night: how often pain woke the person, and how bad it was at which hour."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from symtrack.diary.course import Course
from symtrack.diary.instrument import Item
from symtrack.i18n import _, clock_at
from symtrack.ui.small_chart import SmallChart
from symtrack.ui.theme import Theme
from symtrack.ui.today.entered import Entered, Line
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.score_card import ScoreCard, Step
from symtrack.ui.widgets import ChoiceRow, PartHeading, Reply, Text

TIMES = 6
"""As often as a button stands for; more than that is written in the Diary."""


class NightOffer(Offer):
    """Each press is saved at once. `woken` gives how often, `pain` an hour HH:MM and the score."""

    woken = Signal(int)
    pain = Signal(str, int)

    def __init__(self, pain: Item, theme: Theme, *, title: str, hours: Sequence[str]) -> None:
        super().__init__(title)
        question = _("How often did pain wake you?")
        words = [_("Not at all"), *map(str, range(1, TIMES + 1))]
        self._times = ChoiceRow([(str(n), word) for n, word in enumerate(words)], name=question)
        self._times.chosen.connect(lambda key: self.woken.emit(int(key)))
        when = _("When was it at its worst? About:")
        self._hours = ChoiceRow([(hour, clock_at(hour)) for hour in hours], name=when)
        self._hours.chosen.connect(self._choose_hour)
        self._card = ScoreCard(pain, theme)
        self._card.decline.hide()
        self._card.given.connect(self._give)
        self._card.stepped.connect(self._step)
        self._said = Reply()
        self._entered, self._chart = Entered(), SmallChart(theme)
        for part in (
            Text(question, "strong"),
            self._times,
            PartHeading(when, "strong"),
            self._hours,
            self._card,
            self._said,
            self._entered,
            self._chart,
        ):
            self.column.addWidget(part)
        self.setFocusProxy(self._times.button("0"))

    @property
    def times(self) -> ChoiceRow:
        return self._times

    @property
    def hours(self) -> ChoiceRow:
        return self._hours

    @property
    def card(self) -> ScoreCard:
        return self._card

    @property
    def chart(self) -> SmallChart:
        return self._chart

    def show_night(self, woken: int | None, head: str, lines: Sequence[Line], course: Course) -> None:
        """Show what there is of this night, and the worst of the last weeks’ nights."""
        self._times.show_choice("" if woken is None else str(woken))
        self._entered.show_lines(head, lines)
        self._chart.show_course(course)

    def settle(self, words: str) -> None:
        """The pain of that hour is saved, as these words say."""
        self._card.settle()
        self._card.show_answer(None)
        self._hours.show_choice("")
        self._said.say(words)

    def keep(self) -> bool:
        """A score without its hour is no moment of the night, and is let go."""
        if self._card.picked is not None and self._hours.choice():
            self._give()
            return self._card.picked is None
        self.take_back()
        return True

    def take_back(self) -> bool:
        picked = self._card.picked is not None
        self._card.forget()
        self._card.show_answer(None)
        return picked

    def _choose_hour(self, hour: str) -> None:
        self._hours.show_choice(hour)
        if self._card.picked is None:
            self._card.setFocus()
        else:
            self._give()

    def _give(self) -> None:
        score = self._card.picked[0] if self._card.picked else None
        hour = self._hours.choice()
        if score is not None and hour:
            self.pain.emit(hour, score)
        elif score is not None:
            self._said.say(_("Please choose about when it was."))

    def _step(self, step: Step) -> None:
        if step is Step.BACK or (self._card.picked is not None and not self._hours.choice()):
            self._hours.button(next(iter(self._hours.keys()))).setFocus()
