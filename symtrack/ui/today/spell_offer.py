"""Sudden bad pain: when it was, how bad at its worst, where, and what helped."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from symtrack.diary.course import Course
from symtrack.diary.instrument import Item
from symtrack.i18n import _
from symtrack.ui.half_written import WHOLE
from symtrack.ui.place_picker import PlacePicker
from symtrack.ui.small_chart import SmallChart
from symtrack.ui.theme import Theme
from symtrack.ui.today.entered import Entered, Line
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.score_card import ScoreCard, Step
from symtrack.ui.widgets import Button, ChoiceRow, PartHeading, Reply, Sentence, Text, TextField, TimeField, flow
from symtrack.ui.widgets.toggle import Toggle

OPEN, AT = "open", "at"
NOON = "12:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """What was said of one: times as HH:MM, empty where none was said."""

    just_now: bool
    began: str
    ended: str
    worst: int | None
    places: tuple[str, ...]
    helped: str


class SpellOffer(Offer):
    """Kept with Done, or when it is left and anything was said of it. `given` gives a Spell."""

    given = Signal(Spell)

    def __init__(self, pain: Item, theme: Theme, *, now: str) -> None:
        super().__init__(_("Sudden bad pain"))
        self.setProperty("form", WHOLE)
        self._now = now
        self._build_time(now)
        self._card = ScoreCard(pain, theme)
        self._card.decline.hide()
        self._card.stepped.connect(self._step)
        self._places = PlacePicker()
        self._helped = TextField(_("What helped?"), hint=_("Such as: a warm bath"))
        self._helped.setMaxLength(200)
        self._helped.returnPressed.connect(self._finish)
        self._places.finished.connect(self._helped.setFocus)
        done = Button(_("Done"), "primary")
        done.clicked.connect(self._finish)
        self._said = Reply()
        self._entered, self._chart = Entered(), SmallChart(theme)
        self.column.addWidget(self._card)
        for label, widget in ((_("Where?"), self._places), (_("What helped?"), self._helped)):
            self.column.addWidget(PartHeading(label, "strong"))
            self.column.addWidget(widget)
        self.column.addWidget(self._said)
        self.column.addWidget(
            flow(done, Sentence(_("All of it can be left open. It is kept when you leave it, too."), "small"))
        )
        self.column.addWidget(self._entered)
        self.column.addWidget(self._chart)
        self.setFocusProxy(self._card)
        self._kept, self._saved = self._spell(), False

    @property
    def card(self) -> ScoreCard:
        return self._card

    @property
    def when(self) -> ChoiceRow:
        return self._when

    @property
    def begins(self) -> TimeField:
        return self._begins

    @property
    def ends(self) -> TimeField:
        return self._ends

    @property
    def over(self) -> Toggle:
        return self._over

    @property
    def places(self) -> PlacePicker:
        return self._places

    @property
    def helped(self) -> TextField:
        return self._helped

    @property
    def chart(self) -> SmallChart:
        return self._chart

    def show_entered(self, head: str, lines: Sequence[Line], course: Course) -> None:
        """Show those of the day, and how often a day there were any."""
        self._entered.show_lines(head, lines)
        self._chart.show_course(course)

    def settle(self) -> None:
        """It is saved as it stands here; what is said from now on belongs to it too."""
        self._kept, self._saved = self._spell(), True
        self._said.show_text("")

    def begin(self) -> None:
        """Begin with nothing."""
        self._card.forget()
        self._card.show_answer(None)
        self._places.forget()
        self._helped.clear()
        self._over.setChecked(False)
        self._choose_when(OPEN)
        self._said.show_text("")
        self._kept, self._saved = self._spell(), False

    def refuse(self, words: str) -> None:
        """Say why it can’t be saved; it stays as it is."""
        self._said.say(words)

    def keep(self) -> bool:
        if self._changed():
            self._give()
        return not self._changed()

    def take_back(self) -> bool:
        said = self._changed()
        if said:
            self.begin()
        return said

    def _build_time(self, now: str) -> None:
        words = _("Just now") if now else _("Some time on this day")
        self._when = ChoiceRow([(OPEN, words), (AT, _("At a time…"))], name=_("When?"))
        self._when.chosen.connect(self._choose_when)
        self._begins, self._ends = TimeField(_("It began at"), now or NOON), TimeField(_("It was over at"), now or NOON)
        self._over = Toggle(_("It was over at"))
        self._over.toggled.connect(self._ends.setEnabled)
        self._times = flow(Text(_("It began at"), wrap=False), self._begins, self._over, self._ends)
        self.column.addWidget(flow(self._when, self._times, gap=16))
        self._choose_when(OPEN)

    def _choose_when(self, when: str) -> None:
        self._when.show_choice(when)
        self._times.setVisible(when == AT)
        self._ends.setEnabled(self._over.isChecked())

    def _step(self, step: Step) -> None:
        if step is Step.ON:
            self._places.setFocus()
        else:
            self._when.button(self._when.choice()).setFocus()

    def _spell(self) -> Spell:
        """What is said here now."""
        timed = self._when.choice() == AT
        return Spell(
            just_now=bool(self._now) and not timed,
            began=self._begins.text_of() if timed else "",
            ended=self._ends.text_of() if timed and self._over.isChecked() else "",
            worst=self._card.picked[0] if self._card.picked else None,
            places=tuple(self._places.chosen()),
            helped=self._helped.text().strip(),
        )

    def _changed(self) -> bool:
        """Whether anything is said that is not saved; that there is a form for it says nothing."""
        return self._spell() != self._kept

    def _give(self) -> None:
        self.given.emit(self._spell())

    def _finish(self) -> None:
        """Done says that there was one, also where nothing else is said of it."""
        if self._changed() or not self._saved:
            self._give()
        if self._saved and not self._changed():
            self.put_away.emit()
