"""Which days the paper is about: since the last visit, some weeks or months, or the person's own."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _, short_day
from symtrack.ui.team.printing import Choice
from symtrack.ui.widgets import ChoiceRow, DayField, FlowLayout, Text


class DaysChoice(QWidget):
    """`chosen` gives a Choice, `own_chosen` the first and the last day of the person's own."""

    chosen = Signal(str)
    own_chosen = Signal(object, object)

    def __init__(self, today: date, own: tuple[date, date]) -> None:
        super().__init__()
        self._choices = ChoiceRow(
            [
                (Choice.VISIT, _("Since the last visit")),
                (Choice.WEEKS, _("4 weeks")),
                (Choice.MONTHS, _("3 months")),
                (Choice.OWN, _("From … to …")),
            ],
            name=_("Which days"),
        )
        self._choices.chosen.connect(self.chosen)
        self._first = DayField(_("From"), own[0], last=today)
        self._last = DayField(_("To"), own[1], last=today)
        for field in (self._first, self._last):
            field.dateChanged.connect(lambda: self.own_chosen.emit(self._first.day(), self._last.day()))
        self._own = QWidget()
        flow = FlowLayout(self._own)
        # Translators: Between two days: From 1 May to 15 May.
        for part in (Text(_("From"), wrap=False), self._first, Text(_("to"), wrap=False), self._last):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(_("Which days"), "small"))
        column.addWidget(self._choices)
        column.addWidget(self._own)

    @property
    def choices(self) -> ChoiceRow:
        return self._choices

    @property
    def fields(self) -> tuple[DayField, DayField]:
        """The person's own first and last day."""
        return self._first, self._last

    def show_choice(self, choice: Choice, last_visit: date | None) -> None:
        """Show the choice taken; the last visit is one where there was a visit."""
        since = self._choices.button(Choice.VISIT)
        since.setVisible(last_visit is not None)
        if last_visit is not None:
            since.setText(_("Since the last visit ({day})").format(day=short_day(last_visit)))
            since.setAccessibleName(since.text())
        self._choices.show_choice(choice)
        self._own.setVisible(choice is Choice.OWN)
