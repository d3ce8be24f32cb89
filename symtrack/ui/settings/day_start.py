"""The card about the hour at which the person's day begins."""

from datetime import time

from symtrack.i18n import _, clock
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.widgets import ChoiceRow, Text, announce

HOURS = range(7)


class DayStartCard(SettingsCard):
    """Offers the full hours from midnight to six; an hour that was set elsewhere is said too."""

    def __init__(self, journal: Journal) -> None:
        title = _("When the day begins")
        super().__init__(title)
        self._journal = journal
        self._now = Text("", "strong")
        self._choices = ChoiceRow([(f"{hour:02}:00", clock(time(hour))) for hour in HOURS], name=title)
        self._choices.chosen.connect(self._choose)
        about = Text(_("What you enter in the night before this hour is for the day before."), "soft")
        for thing in (self._now, about, self._choices):
            self.column.addWidget(thing)

    def draw(self) -> None:
        start = self._journal.day_start
        self._now.setText(_("Your day begins at {time}.").format(time=clock(start)))
        self._choices.show_choice(f"{start:%H:%M}")

    def _choose(self, chosen: str) -> None:
        if self._journal.set("day-start", chosen):
            announce(self, self._now.text())
