"""The days of the blank week: left blank, or printed from a day on."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _, days_into_week
from symtrack.ui.widgets import ChoiceRow, DayField, FlowLayout

BLANK, DATED = "blank", "dated"


class WeekChoice(QWidget):
    """`chosen` gives the first of the seven days; None: the days are left blank."""

    chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._choices = ChoiceRow(
            [(BLANK, _("Days left blank")), (DATED, _("With the days from …"))], name=_("The days of the week")
        )
        self.first = DayField(_("The first day of the week"), today + timedelta(days=-days_into_week(today) % 7))
        self._choices.chosen.connect(lambda choice: self.chosen.emit(self.first.day() if choice == DATED else None))
        self.first.dateChanged.connect(lambda: self.chosen.emit(self.first.day()))
        flow = FlowLayout(self)
        flow.addWidget(self._choices)
        flow.addWidget(self.first)

    @property
    def choices(self) -> ChoiceRow:
        return self._choices

    def show_choice(self, *, dated: bool) -> None:
        self._choices.show_choice(DATED if dated else BLANK)
        self.first.setVisible(dated)
