"""The team's number, written in the page."""

from collections.abc import Sequence

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QTimeEdit, QWidget

from symtrack.diary.team import Contact
from symtrack.i18n import _
from symtrack.ui.in_place import InPlace
from symtrack.ui.team import numbers
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, ChoiceRow, FlowLayout, Text, TextField, announce


class NumberForm(InPlace):
    """Who, which number, and when it answers. `given` gives the contact as the setting `team` keeps it."""

    given = Signal(dict)

    def __init__(self, known: Sequence[Contact], theme: Theme) -> None:
        super().__init__(_("Your team’s number"))
        days, begins, ends = numbers.hours_of(known)
        self._number = TextField(_("The number"), known[0].numbers[0].number if known else "")
        self._who = TextField(_("Who answers it"), known[0].who if known else "", hint=_("such as: the day ward"))
        for field in (self._number, self._who):
            field.setMaxLength(60)
            field.setMaximumWidth(theme.px(420))
            field.returnPressed.connect(self.give)
        self._days = ChoiceRow(
            [
                (numbers.ALWAYS, _("Day and night")),
                (numbers.OFFICE, _("Monday to Friday")),
                (numbers.DAILY, _("Every day")),
            ],
            name=_("When somebody answers it"),
        )
        self._days.show_choice(days)
        self._days.chosen.connect(self._show_hours)
        self._begins, self._ends = _time(_("From"), begins, theme), _time(_("To"), ends, theme)
        self._hours = QWidget()
        hours = FlowLayout(self._hours)
        for part in (Text(_("From"), wrap=False), self._begins, Text(_("to"), wrap=False), self._ends):
            hours.addWidget(part)
        self._sentence = Text("", "strong")
        self._sentence.hide()
        keep = Button(_("Keep this number"), "primary")
        keep.clicked.connect(self.give)
        for label, field in ((_("The number"), self._number), (_("Who answers it"), self._who)):
            self.column.addWidget(Text(label, "small"))
            self.column.addWidget(field)
        self.column.addWidget(Text(_("When somebody answers it"), "small"))
        self.column.addWidget(self._days)
        self.column.addWidget(self._hours)
        self.column.addWidget(self._sentence)
        self.add_buttons(keep)
        self._show_hours(days)
        self.setFocusProxy(self._number)

    def give(self) -> None:
        """Hand the number over; without one, a sentence says what is missing."""
        number = " ".join(self._number.text().split())
        if not any(letter.isdigit() for letter in number):
            self._sentence.show_text(_("Write the number as you would dial it."))
            announce(self, self._sentence.text())
            self._number.setFocus()
            return
        who = " ".join(self._who.text().split())
        begins, ends = (field.time().toString("HH:mm") for field in (self._begins, self._ends))
        self.given.emit(numbers.entry(who, number, self._days.choice(), begins, ends))

    def _show_hours(self, days: str) -> None:
        self._hours.setVisible(days != numbers.ALWAYS)


def _time(name: str, value: str, theme: Theme) -> QTimeEdit:
    field = QTimeEdit(QTime.fromString(value, "HH:mm"))
    field.setAccessibleName(name)
    field.setMinimumWidth(theme.px(62) + 30)
    # The stylesheet's padding does not reach the text of a field without arrows.
    field.lineEdit().setTextMargins(12, 0, 0, 0)
    return field
