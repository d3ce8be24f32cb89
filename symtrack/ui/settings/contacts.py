"""The card of the team's numbers: each with its hours, in the order in which they are rung."""

from PySide6.QtWidgets import QWidget

from symtrack.diary import team, team_lines
from symtrack.diary.team_lines import Line
from symtrack.i18n import _, left_to_right
from symtrack.ui import ringing
from symtrack.ui.journal import Journal
from symtrack.ui.number_form import NumberForm
from symtrack.ui.settings import list_card
from symtrack.ui.settings.list_card import Act, ListCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, announce


class ContactsCard(ListCard):
    """Shows the numbers and changes them; `draw` shows them anew."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        about = _(
            "The number for this hour stands at the top of every page. Of two that answer, the upper one is shown."
        )
        self._now = Text("", "strong")
        super().__init__(_("Who to ring"), about, _("Add a number…"), self._now)
        self._journal, self._theme = journal, theme
        self._shown: tuple[Line, ...] | None = None

    def draw(self) -> None:
        known = self._journal.contacts
        self._now.setText(_now_words(self._journal.ring))
        kept = team_lines.lines(known)
        if kept != self._shown:
            self._shown = kept
            self.show_lines([self._line(line, at) for at, line in enumerate(kept)])

    def open_new(self) -> None:
        self.open(None, self.add_button)

    def open(self, at: int | None, opener: Button) -> None:
        """Open the form for the number in this place, or for a new one."""
        kept = self._shown or ()
        form = NumberForm(kept[at] if at is not None and at < len(kept) else None, self._theme)
        form.given.connect(lambda line: self._put(line, at))
        self.slot.open(form, opener)

    def _line(self, line: Line, at: int) -> QWidget:
        number = left_to_right(line.number.number)
        words = _("{number}: {whom}, {hours}").format(
            number=number, whom=ringing.whom_words(line.who, line.role), hours=ringing.hours(line.number)
        )
        kept = self._shown or ()
        acts: list[Act] = [(_("Change…"), lambda button: self.open(at, button))]
        if at:
            acts.append((_("Up"), lambda _button: self._keep(team_lines.raised(kept, at), _("One further up."))))
        acts.append((_("Take away"), lambda _button: self._keep(team_lines.without(kept, at), _("Taken away."))))
        return list_card.line(words, acts)

    def _put(self, line: Line, at: int | None) -> None:
        if self._keep(team_lines.put(self._shown or (), line, at), _("The number is kept.")):
            self.slot.close_form()
            self.add_button.setFocus()

    def _keep(self, kept: tuple[Line, ...], said: str) -> bool:
        done = self._journal.set("team", team_lines.setting(kept))
        if done:
            self.add_button.setFocus()  # What was pressed may be gone.
            announce(self, said)
        return done


def _now_words(ring: team.Ring | None) -> str:
    if ring is None:
        return ringing.without_number()
    number = left_to_right(ring.number)
    if ring.until is None:
        return _("At this hour: {number}").format(number=number)
    return _("At this hour: {number}, {until}").format(number=number, until=ringing.until_words(ring.until))
