"""One thing to measure or count: a number in its unit, or yes and no, with the day's entries and a small picture."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.course import Course
from symtrack.diary.measures import Kind
from symtrack.i18n import _
from symtrack.ui.small_chart import SmallChart
from symtrack.ui.theme import Theme
from symtrack.ui.today.entered import Entered, Line
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, ChoiceRow, FlowLayout, Reply, Text, TextField, TimeField

NO, YES = "no", "yes"
FIELD = 180


class MeasureOffer(Offer):
    """`typed` gives what was typed, the unit, and a time that was set or nothing; `answered` yes or no.

    `once_more` comes when it happened one more time.
    """

    typed = Signal(str, str, str)
    answered = Signal(bool)
    once_more = Signal()

    def __init__(self, kind: Kind, theme: Theme, *, day: str, unit: str, time: str = "") -> None:
        super().__init__(_(kind.name))
        self._kind, self._began = kind, time
        self.column.addWidget(Text(_("{day}. {question}").format(day=day, question=_(kind.question)), "soft"))
        self._field: TextField | None = None
        self._units: ChoiceRow | None = None
        self._time: TimeField | None = None
        self._choices: ChoiceRow | None = None
        if kind.yes_or_no:
            self._build_choices()
        else:
            self._build_field(theme, unit)
        self._said = Reply()
        self._entered = Entered()
        self._chart = SmallChart(theme)
        for part in (self._said, self._entered, self._chart):
            self.column.addWidget(part)

    @property
    def field(self) -> TextField:
        assert self._field is not None
        return self._field

    @property
    def units(self) -> ChoiceRow:
        assert self._units is not None
        return self._units

    @property
    def choices(self) -> ChoiceRow:
        assert self._choices is not None
        return self._choices

    @property
    def time_field(self) -> TimeField:
        assert self._time is not None
        return self._time

    @property
    def chart(self) -> SmallChart:
        return self._chart

    def show_entered(self, head: str, lines: Sequence[Line], course: Course, *, answer: bool | None = None) -> None:
        """Show what there is on the day, and the course of the last weeks."""
        self._entered.show_lines(head, lines)
        self._chart.show_course(course)
        if self._choices is not None:
            self._choices.show_choice("" if answer is None else YES if answer else NO)

    def settle(self, words: str) -> None:
        """What was typed is saved, as these words say."""
        if self._field is not None:
            self._field.clear()
        self._said.say(words)

    def refuse(self, words: str) -> None:
        """Say why it can't be saved; it stays there to be mended."""
        self._said.say(words)
        if self._field is not None:
            self._field.selectAll()

    def unit(self) -> str:
        return self._units.choice() if self._units is not None else ""

    def keep(self) -> bool:
        self._give()
        return self._field is None or not self._field.text().strip()

    def take_back(self) -> bool:
        written = self._field is not None and bool(self._field.text().strip())
        if self._field is not None and written:
            self._field.clear()
            self._said.say("")
        return written

    def _build_choices(self) -> None:
        self._choices = ChoiceRow([(YES, _("Yes")), (NO, _("No"))], name=_(self._kind.question))
        self._choices.chosen.connect(lambda key: self.answered.emit(key == YES))
        self.column.addWidget(self._choices)
        self.setFocusProxy(self._choices.button(YES))

    def _build_field(self, theme: Theme, unit: str) -> None:
        kind, line = self._kind, QWidget()
        flow = FlowLayout(line)
        self._field = TextField(_(kind.question))
        self._field.setFixedWidth(theme.px(FIELD))
        self._field.returnPressed.connect(self._give)
        if kind.counted:
            more = Button(_("One more time"))
            more.clicked.connect(self.once_more)
            flow.addWidget(more)
        flow.addWidget(self._field)
        if kind.units:
            self._units = ChoiceRow([(each.key, each.shown) for each in kind.units], name=_("The unit"))
            self._units.show_choice(unit)
            flow.addWidget(self._units)
        if self._began:
            self._time = TimeField(_("The time"), self._began)
            flow.addWidget(self._time)
        add = Button(_("Add"), "primary")
        add.clicked.connect(self._give)
        flow.addWidget(add)
        self.column.addWidget(line)
        self.column.addWidget(Text(_("Enter adds it. It is kept when you leave, too."), "small"))
        self.setFocusProxy(self._field)

    def _give(self) -> None:
        if self._field is None or not self._field.text().strip():
            return
        at = self._time.text_of() if self._time is not None else ""
        self.typed.emit(self._field.text(), self.unit(), "" if at == self._began else at)
