"""One of the team's numbers, written in the page: who answers it, what for, and when."""

from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QTimeEdit, QWidget

from symtrack.diary import team_lines
from symtrack.diary.team import HOLIDAY, ROLES, WEEKDAYS, Number
from symtrack.diary.team_lines import Line
from symtrack.i18n import N_, _
from symtrack.ui import ringing
from symtrack.ui.in_place import InPlace
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, ChoiceRow, FlowLayout, Reply, Text, TextField, row
from symtrack.ui.widgets.toggle import Toggle

KINDS = {
    team_lines.ALWAYS: N_("Day and night"),
    team_lines.OFFICE: N_("Monday to Friday"),
    team_lines.NIGHTS: N_("Nights"),
    team_lines.WEEKENDS: N_("Weekends"),
    team_lines.DAILY: N_("Every day"),
    team_lines.OTHER: N_("Other days…"),
}
LONGEST = 60
OTHER_ROLE = "other"


class NumberForm(InPlace):
    """`given` gives the line."""

    given = Signal(object)

    def __init__(self, line: Line | None, theme: Theme) -> None:
        super().__init__(_("Your team’s number"))
        shown = line or Line()
        self._number = TextField(_("The number"), shown.number.number)
        self._who = TextField(_("Who answers it"), shown.who, hint=_("such as: the day ward"))
        own = shown.role not in ROLES and shown.role
        self._role = TextField(_("What for"), own or "", hint=_("such as: pain, or anything at night"))
        roles = [*((key, _(word)) for key, word in ROLES.items()), (OTHER_ROLE, _("In my own words…"))]
        self._roles = ChoiceRow(roles, name=_("What they are there for"))
        self._roles.chosen.connect(self._choose_role)
        for field in (self._number, self._who):
            self._put(field, theme)
        self.column.addWidget(Text(self._roles.accessibleName(), "small"))
        self.column.addWidget(self._roles)
        self._put(self._role, theme)
        self._roles.show_choice(OTHER_ROLE if own else shown.role)
        self._role.setVisible(bool(own))
        self._number.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # As it is dialled, in every language.
        self._kinds = ChoiceRow([(key, _(word)) for key, word in KINDS.items()], name=_("When somebody answers it"))
        self._kinds.chosen.connect(self._choose)
        self._days = _Days(shown.number)
        self._holidays = Toggle(_("On public holidays too"), on=HOLIDAY in shown.number.days)
        self._hours = _Hours(shown.number, theme)
        self._sentence = Reply()
        keep = Button(_("Keep this number"), "primary")
        keep.clicked.connect(self.give)
        for part in (
            Text(self._kinds.accessibleName(), "small"),
            self._kinds,
            self._days,
            self._holidays,
            self._hours,
            self._sentence,
        ):
            self.column.addWidget(part)
        self.add_buttons(keep)
        self._kinds.show_choice(shown.kind)
        self._show_parts(shown.kind)
        self.setFocusProxy(self._number)

    def give(self) -> None:
        """Hand the line over; without a number or a day, a sentence says what is missing."""
        number = _plain(self._number)
        if not any(letter.isdigit() for letter in number):
            self._say(_("Write the number as you would dial it."), self._number)
            return
        kind = self._kinds.choice()
        days = self._days.days() if kind == team_lines.OTHER else team_lines.USUAL_DAYS[kind]
        if self._has_days(kind) and self._holidays.isChecked():
            days |= {HOLIDAY}
        if not days:
            self._say(_("Choose a day at least."), self._days.first)
            return
        begins, ends = self._hours.times() if self._hours.wanted(kind) else (None, None)
        if begins == ends:
            begins = ends = None
        self.given.emit(
            Line(
                who=_plain(self._who),
                role=self._role_given(),
                number=Number(number=number, days=days, begins=begins, ends=ends),
            )
        )

    def _say(self, sentence: str, field: QWidget) -> None:
        self._sentence.say(sentence)
        field.setFocus()

    def _put(self, field: TextField, theme: Theme) -> None:
        """Put the field into the form, below its name unless a choice above it says what it is."""
        field.setMaxLength(LONGEST)
        field.setCursorPosition(0)
        field.setMaximumWidth(theme.px(420))
        field.returnPressed.connect(self.give)
        if field is not self._role:
            self.column.addWidget(Text(field.accessibleName(), "small"))
        beside = row(field)  # A field that runs from left to right would stand at the left of the form.
        beside.setStretch(0, 3)
        beside.addStretch(1)
        self.column.addLayout(beside)

    def _choose_role(self, role: str) -> None:
        self._role.setVisible(role == OTHER_ROLE)
        if role == OTHER_ROLE:
            self._role.setFocus()

    def _role_given(self) -> str:
        role = self._roles.choice()
        return _plain(self._role) if role == OTHER_ROLE else role

    def _has_days(self, kind: str) -> bool:
        """Whether the kind is for some days only, so that it matters what a public holiday is."""
        return kind == team_lines.OTHER or team_lines.USUAL_DAYS[kind] != team_lines.EVERY_DAY

    def _choose(self, kind: str) -> None:
        self._hours.begin(kind)
        self._show_parts(kind)

    def _show_parts(self, kind: str) -> None:
        self._days.setVisible(kind == team_lines.OTHER)
        self._holidays.setVisible(self._has_days(kind))
        self._hours.show_for(kind)


class _Days(QWidget):
    """The seven days, each on or off."""

    def __init__(self, number: Number) -> None:
        super().__init__()
        flow = FlowLayout(self)
        self._toggles = [Toggle(_(ringing.DAY_NAMES[name]), on=day in number.days) for day, name in enumerate(WEEKDAYS)]
        for toggle in self._toggles:
            flow.addWidget(toggle)
        self.first = self._toggles[0]

    def days(self) -> frozenset[int]:
        return frozenset(day for day, toggle in enumerate(self._toggles) if toggle.isChecked())


class _Hours(QWidget):
    """From when to when; on other days it may be all day and night."""

    def __init__(self, number: Number, theme: Theme) -> None:
        super().__init__()
        begins, ends = team_lines.USUAL_HOURS[team_lines.OFFICE]
        self._begins = _time(_("From"), f"{number.begins:%H:%M}" if number.begins else begins, theme)
        self._ends = _time(_("To"), f"{number.ends:%H:%M}" if number.ends else ends, theme)
        self._only = Toggle(_("Only at certain hours"), on=number.begins is not None)
        self._only.toggled.connect(lambda: self.show_for(team_lines.OTHER))
        self._times = QWidget()
        times = FlowLayout(self._times)
        # Translators: Between two times of the day: From 08:00 to 17:00.
        for part in (Text(_("From"), wrap=False), self._begins, Text(_("to"), wrap=False), self._ends):
            times.addWidget(part)
        self._over = Text(_("until the next morning"), "soft", wrap=False)
        times.addWidget(self._over)
        for field in (self._begins, self._ends):
            field.timeChanged.connect(self._show_over)
        flow = FlowLayout(self)
        flow.addWidget(self._only)
        flow.addWidget(self._times)
        self._show_over()

    def begin(self, kind: str) -> None:
        """The hours that are usual for the kind."""
        for field, value in zip((self._begins, self._ends), team_lines.USUAL_HOURS.get(kind, ()), strict=False):
            field.setTime(QTime.fromString(value, "HH:mm"))

    def wanted(self, kind: str) -> bool:
        """Whether the kind has hours."""
        return kind in team_lines.USUAL_HOURS or (kind == team_lines.OTHER and self._only.isChecked())

    def show_for(self, kind: str) -> None:
        self._only.setVisible(kind == team_lines.OTHER)
        self._times.setVisible(self.wanted(kind))
        self.setVisible(kind == team_lines.OTHER or self.wanted(kind))

    def times(self) -> tuple[time, time]:
        begins, ends = (time(field.time().hour(), field.time().minute()) for field in (self._begins, self._ends))
        return begins, ends

    def _show_over(self) -> None:
        self._over.setVisible(self._ends.time() < self._begins.time())


def _plain(field: TextField) -> str:
    return " ".join(field.text().split())


def _time(name: str, value: str, theme: Theme) -> QTimeEdit:
    field = QTimeEdit(QTime.fromString(value, "HH:mm"))
    field.setAccessibleName(name)
    field.setMinimumWidth(theme.px(62) + 30)
    # The stylesheet's padding does not reach the text of a field without arrows.
    field.lineEdit().setTextMargins(12, 0, 0, 0)
    return field
