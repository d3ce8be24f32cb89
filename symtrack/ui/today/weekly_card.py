"""Up and about: asked once a week, in one press, where it was wanted."""

from datetime import date
from functools import cached_property

from symtrack.diary import asking
from symtrack.diary.rows import Event
from symtrack.diary.setting_keys import WEEKLY
from symtrack.i18n import _, capital
from symtrack.ui.journal import Journal
from symtrack.ui.widgets import Card, ChoiceRow, Text, flow


class WeeklyCard(Card):
    """Four answers, of which another replaces the one that was given today."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(name=_("This week, mostly:"))
        self._journal = journal
        self._given: Event | None = None
        self.asked = False
        self.column.setContentsMargins(20, 10, 20, 12)
        self.hide()

    @cached_property
    def choices(self) -> ChoiceRow:
        """The four answers, made when they are first asked for: few people want the question."""
        from symtrack.diary.event_words import UP_AND_ABOUT

        title = self.accessibleName()
        answers = [(str(value), capital(_(words))) for value, words in enumerate(UP_AND_ABOUT)]
        choices = ChoiceRow(answers, name=title)
        choices.chosen.connect(self._answer)
        self.column.addWidget(flow(Text(title, "strong", wrap=False), choices, gap=16))
        return choices

    def draw(self, day: date) -> None:
        """See whether it is asked on the open day, and what was answered."""
        journal = self._journal
        settings = journal.settings
        events = journal.events() if settings.get(WEEKLY) == "on" else ()
        due, self._given = asking.weekly(settings, events, journal.writer.voice, journal.today)
        self.asked = due and day == journal.today
        if not self.asked:
            return
        value = self._given.body.get("value") if self._given else None
        self.choices.show_choice(f"{value:g}" if isinstance(value, int | float) else "")

    def _answer(self, key: str) -> None:
        replaces = self._given.id if self._given else None
        body = {"what": "upandabout", "value": int(key)}
        self._journal.add(Event(kind="measurement", day=self._journal.today, body=body, replaces=replaces))
