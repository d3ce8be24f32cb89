"""The card of the team's numbers: each with its hours, in the order in which they are rung."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import team, team_lines
from symtrack.diary.team_lines import Line
from symtrack.i18n import _, left_to_right
from symtrack.ui import ringing
from symtrack.ui.in_place import Slot
from symtrack.ui.journal import Journal
from symtrack.ui.number_form import NumberForm
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Rule, Text, announce, clear

Act = tuple[str, Callable[[], object]]


class ContactsCard(SettingsCard):
    """Shows the numbers and changes them; `draw` shows them anew."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(_("Who to ring"))
        self._journal, self._theme = journal, theme
        self._shown: tuple[Line, ...] | None = None
        self._now = Text("", "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._add = Button(_("Add a number…"))
        self._add.clicked.connect(lambda: self.open(None, self._add))
        self._slot = Slot()
        about = _(
            "The number for this hour stands at the top of every page. Of two that answer, the upper one is shown."
        )
        self.column.addWidget(Text(about, "soft"))
        self.column.addWidget(self._now)
        self.column.addLayout(self._list)
        self.column.addWidget(self._add)
        self.column.addWidget(self._slot)

    @property
    def add_button(self) -> Button:
        return self._add

    @property
    def slot(self) -> Slot:
        return self._slot

    def draw(self) -> None:
        known = team.contacts(self._journal.settings.get("team"))
        self._now.setText(_now_words(self._journal.ring))
        kept = team_lines.lines(known)
        if kept != self._shown:
            self._shown = kept
            clear(self._list)
            for at, line in enumerate(kept):
                if at:
                    self._list.addWidget(Rule())
                self._list.addWidget(self._line(line, at))

    def open(self, at: int | None, opener: Button) -> None:
        """Open the form for the number in this place, or for a new one."""
        kept = self._shown or ()
        form = NumberForm(kept[at] if at is not None and at < len(kept) else None, self._theme)
        form.given.connect(lambda line: self._put(line, at))
        self._slot.open(form, opener)

    def _line(self, line: Line, at: int) -> QWidget:
        number = left_to_right(line.number.number)
        words = _("{number}: {whom}, {hours}").format(
            number=number, whom=ringing.whom_words(line.who, line.role), hours=ringing.hours(line.number)
        )
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(words))
        acts = QWidget()
        flow = FlowLayout(acts)
        change = Button(_("Change…"), "quiet", described=words)
        change.clicked.connect(lambda: self.open(at, change))
        flow.addWidget(change)
        kept = self._shown or ()
        others: list[Act] = [(_("Take away"), lambda: self._keep(team_lines.without(kept, at), _("Taken away.")))]
        if at:
            others.insert(0, (_("Up"), lambda: self._keep(team_lines.raised(kept, at), _("One further up."))))
        for name, act in others:
            button = Button(name, "quiet", described=words)
            button.clicked.connect(act)
            flow.addWidget(button)
        column.addWidget(acts)
        return whole

    def _put(self, line: Line, at: int | None) -> None:
        if self._keep(team_lines.put(self._shown or (), line, at), _("The number is kept.")):
            self._slot.close_form()
            self._add.setFocus()

    def _keep(self, kept: tuple[Line, ...], said: str) -> bool:
        done = self._journal.set("team", team_lines.setting(kept))
        if done:
            self._add.setFocus()  # What was pressed may be gone.
            announce(self, said)
        return done


def _now_words(ring: team.Ring | None) -> str:
    if ring is None:
        return ringing.without_number()
    number = left_to_right(ring.number)
    if ring.until is None:
        return _("At this hour: {number}").format(number=number)
    return _("At this hour: {number}, {until}").format(number=number, until=ringing.until_words(ring.until))
