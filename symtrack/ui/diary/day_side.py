"""The opened day beside the month: its card, and the form in which what happened is added or corrected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.rows import PATIENT, Event, Row
from symtrack.i18n import _
from symtrack.ui.diary.after_entry import AfterEntry
from symtrack.ui.diary.day_card import DayCard
from symtrack.ui.diary.erase_panel import ErasePanel, erased_words
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.diary.forms.fields import Known
from symtrack.ui.diary.opened import opened_day
from symtrack.ui.half_written import WAY
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import announce


class DaySide(QWidget):
    """`answer_wanted` asks for the day's cards; `kept` gives an event that a form has just put into the diary.

    `asked` wants something of the window, such as `ring`.
    """

    answer_wanted = Signal()
    kept = Signal(Event)
    asked = Signal(str)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._day = journal.today
        self._form: EventForm | None = None
        self._seen: set[str] = set()
        self._card = DayCard(theme)
        self._card.answer_wanted.connect(self.answer_wanted)
        self._card.add_wanted.connect(self.open_form)
        self._card.correct_wanted.connect(self.open_form)
        self._card.take_away_wanted.connect(lambda event: journal.withdraw(event.id))
        self._card.take_back_wanted.connect(self._take_back)
        self._card.erase_wanted.connect(self._ask_about_erasing)
        self._card.private_wanted.connect(self._mark_private)
        self._card.given_wanted.connect(self._keep_given)
        self._card.result_wanted.connect(self._show_result)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._after = AfterEntry(journal, theme)
        self._after.asked.connect(self.asked)
        self._after.left.connect(self.take_focus)
        self._column.addWidget(self._after)
        self._column.addWidget(self._card)
        self._column.addStretch(1)

    def show_day(self, day: date) -> None:
        """Show the day as the diary has it now; a form that is open stays for as long as the day does."""
        if day != self._day:
            self.close_form()
            self._seen.clear()
        self._day = day
        self._card.show_day(opened_day(self._journal, day, self._seen))

    def take_focus(self) -> None:
        """To what can be done with the day."""
        self._card.take_focus()

    def offer(self, event: Event) -> None:
        """Go on from an event that was just kept: to its day, with what goes with it above."""
        self.take_focus()
        self._after.offer(event)

    def open_form(self, event: Event | None = None) -> EventForm:
        """Open the form, empty or with the event that is to be corrected; the form."""
        self.close_form()
        known = Known(today=self._journal.today, events=self._journal.events(), settings=self._journal.settings)
        form = EventForm(self._theme, self._day, known, event if isinstance(event, Event) else None)
        form.given.connect(self._keep)
        form.put_away.connect(self._put_form_away)
        form.asked.connect(self.asked)
        corrected = event.id if isinstance(event, Event) else ""
        form.setProperty(WAY, {"day": self._day.isoformat(), "event": corrected})
        self._form = form
        self._column.insertWidget(0, form)
        form.show()
        form.take_focus()
        return form

    def _put_form_away(self) -> None:
        self.close_form()
        self.take_focus()

    def close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _keep(self, events: Sequence[Event]) -> None:
        if self._journal.add(*map(self._said_by, events)):
            self.close_form()
            announce(self, self._journal.saved)
            self.kept.emit(events[0])

    def _said_by(self, event: Event) -> Event:
        """What corrects an entry of the patient stays the patient's, and says who typed it."""
        corrects = event.replaces and event.voice == PATIENT
        return replace(event, entered_by=self._journal.writer.name or None) if corrects else event

    def _keep_given(self, planned: Event) -> None:
        """A planned cycle was given on its day: one press, and not a form."""
        given = replace(planned, body={**planned.body, "status": "given"}, replaces=planned.id)
        if self._journal.add(self._said_by(given)):
            self._card.say(self._journal.saved)

    def _show_result(self, id_: str) -> None:
        self._seen.add(id_)
        self.show_day(self._day)
        self.take_focus()

    def _take_back(self, action: str) -> None:
        if self._journal.take_back(action):
            self._card.say(self._journal.saved)

    def _mark_private(self, id_: str, private: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if self._journal.mark_private(id_, private=private):
            words = _("Private now: on no paper unless you tick it there.") if private else _("Not private any more.")
            self._card.say(words)

    def _ask_about_erasing(self, row_: Row, words: str) -> None:
        copies = self._journal.copies.holding(row_)
        panel = ErasePanel(words, copies)
        panel.put_away.connect(self._card.close_panel)
        panel.wanted.connect(lambda renew: self._erase(row_, copies if renew else [], copies))
        self._card.open_below(row_.id, panel)
        # The focus has the page scroll to it, and before Qt has laid the panel out it would stay where it is.
        QTimer.singleShot(0, panel.keep_button, panel.keep_button.setFocus)

    def _erase(self, row_: Row, renewed: Sequence[Path], holding: Sequence[Path]) -> None:
        if self._journal.erase(row_):
            left = self._journal.copies.renew(renewed)
            done = [copy for copy in renewed if copy not in left]
            self._card.say(erased_words(done, [copy for copy in holding if copy not in done]))
