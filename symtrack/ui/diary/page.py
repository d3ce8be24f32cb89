"""The page: the month, the opened day beside or below it, and a search through the notes."""

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from symtrack.diary.event_words import one_line
from symtrack.diary.instrument import Instrument
from symtrack.diary.moment import day_values, minutes
from symtrack.diary.rows import PATIENT, Event, Rating, Row
from symtrack.i18n import _, dated, month
from symtrack.ui.diary import history
from symtrack.ui.diary.day_card import DayCard, OpenedDay
from symtrack.ui.diary.erase_panel import ErasePanel, erased_words
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.diary.forms.fields import Known
from symtrack.ui.diary.month import DayMarks, MonthGrid, marks_in_words
from symtrack.ui.diary.timeline import Timeline
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, FlowLayout, Text, TextField, announce, clear, row
from symtrack.ui.widgets.line_button import LineButton

SIDE_BY_SIDE = 900
FOUND_SHOWN = 8
CHEMOTHERAPY_ITEMS = ("numbness", "diarrhoea", "sore_mouth")
"""What is offered once when chemotherapy is entered."""


class DiaryPage(QWidget):
    """Opens days and keeps what happened. `day_wanted` asks for a day's cards, to answer or correct them."""

    day_wanted = Signal(object)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._day = journal.today
        self._form: EventForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 16, 34, 16)
        column.setSpacing(12)
        column.addLayout(self._heading())
        self._offer = Card(name=_("Offer"))
        self._offer.hide()
        column.addWidget(self._offer)
        self._found = Card(name=_("Notes found"))
        self._found.hide()
        column.addWidget(self._found)
        self._month = MonthGrid(theme)
        self._month.opened.connect(self.show_day)
        self._month.wanted.connect(self._go_beyond)
        self._card = DayCard(theme)
        self._card.answer_wanted.connect(lambda: self.day_wanted.emit(self._day))
        self._card.add_wanted.connect(self._open_form)
        self._card.correct_wanted.connect(self._open_form)
        self._card.take_away_wanted.connect(lambda event: journal.withdraw(event.id))
        self._card.take_back_wanted.connect(self._take_back)
        self._card.erase_wanted.connect(self._ask_about_erasing)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._card)
        self._beside.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(Card(self._month))
        self._timeline = Timeline(theme)
        self._timeline.opened.connect(self.show_day)
        left.addWidget(self._timeline)
        left.addStretch(1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(self._beside, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        journal.changed.connect(self._draw_when_seen)

    def show_day(self, day: date) -> None:
        """Open the day `day`, in its month."""
        self._close_form()
        self._day = day
        self._draw()

    def keep(self) -> bool:
        """A form that is open stays as it is: nothing of it is in the diary yet, and nothing is lost."""
        return True

    def take_focus(self) -> None:
        """The opened day's cell: arrow keys walk from there."""
        self._month.focus_day(self._day)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * (1 + (self._theme.scale - 1) / 2)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._head.setDirection(direction)

    def minimumSizeHint(self) -> QSize:
        # Side by side needs more room than a narrow window has: the page must be free to become that narrow first.
        return QSize(0, super().minimumSizeHint().height())

    def _heading(self) -> QBoxLayout:
        self._title = Text("", "heading", wrap=False)
        before = Button(_("Earlier"), icon=self._theme.icon("back", "ink"), icon_size=self._theme.px(18))
        before.setAccessibleName(_("The month before"))
        before.clicked.connect(lambda: self._turn(-1))
        after = Button(_("Later"), icon=self._theme.icon("next", "ink"), icon_size=self._theme.px(18))
        after.setAccessibleName(_("The month after"))
        after.clicked.connect(lambda: self._turn(1))
        self._search = TextField(_("Search the notes"), hint=_("Search the notes"))
        self._search.textChanged.connect(self._show_found)
        controls = QWidget()
        flow = FlowLayout(controls)
        for widget in (before, after, self._search):
            flow.addWidget(widget)
        self._head = row(self._title, controls)
        self._head.setStretch(0, 1)
        return self._head

    def _turn(self, months: int) -> None:
        total = self._day.year * 12 + self._day.month - 1 + months
        year, index = divmod(total, 12)
        length = calendar.monthrange(year, index + 1)[1]
        self.show_day(date(year, index + 1, min(self._day.day, length)))

    def _go_beyond(self, day: date) -> None:
        self.show_day(day)
        self._month.focus_day(day)

    def _draw_when_seen(self) -> None:
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        first = self._day.replace(day=1)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        ratings, events = self._journal.ratings(first, last), self._journal.events()
        self._title.setText(month(self._day))
        days = [first + timedelta(days=k) for k in range((last - first).days + 1)]
        marks = {day: self._marks(day, ratings, events) for day in days}
        self._month.show_month(first, marks, chosen=self._day, today=self._journal.today)
        self._timeline.show_events(events, self._journal.today)
        known = self._journal.instrument
        on_day = sorted(
            (rating for rating in ratings if rating.day == self._day),
            key=partial(_place, known, self._journal.day_start),
        )
        happened = [event for event in events if _on(event, self._day)]
        self._card.show_day(
            OpenedDay(
                day=self._day,
                today=self._journal.today,
                known=known,
                ratings=on_day,
                events=happened,
                changes={
                    each.id: history.changes(self._journal.versions(each), known)
                    for each in (*on_day, *happened)
                    if each.replaces
                },
                about=self._about(on_day, happened),
                imports=frozenset(event.action for event in events if event.kind == "import"),
            )
        )

    def _about(self, ratings: Sequence[Rating], events: Sequence[Event]) -> dict[str, str]:
        """The item of each of the day's answers, by the ids of all that was said in its place."""
        if not any(event.body.get("about") for event in events):
            return {}
        return {version.id: rating.item for rating in ratings for version in self._journal.versions(rating)}

    def _marks(self, day: date, ratings: list[Rating], events: list[Event]) -> DayMarks:
        mine = [r for r in ratings if r.day == day and r.voice == self._journal.writer.voice]
        own = day_values(mine)
        happened = sum(event.day == day and event.kind != "flagmark" for event in events)
        scores = [(_(item.phrase), own.get(item.key)) for item in self._journal.items]
        return DayMarks(
            day=day,
            scores=[score for _item, score in scores],
            events=happened,
            words=marks_in_words(scores, happened),
        )

    def _take_back(self, action: str) -> None:
        if self._journal.take_back(action):
            self._card.say(self._journal.saved)

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

    def _open_form(self, event: Event | None = None) -> None:
        self._close_form()
        known = Known(events=self._journal.events(), settings=self._journal.settings)
        form = EventForm(self._theme, self._day, known, event if isinstance(event, Event) else None)
        form.given.connect(self._keep_event)
        form.put_away.connect(self._close_form)
        self._form = form
        self._beside.insertWidget(0, form)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _keep_event(self, event: Event) -> None:
        if event.replaces and event.voice == PATIENT:  # It stays the patient's, and says who typed it.
            event = replace(event, entered_by=self._journal.writer.name or None)
        if not self._journal.add(event):
            return
        self._close_form()
        self.show_day(event.day)
        announce(self, self._journal.saved)
        asked = {item.key for item in self._journal.items}
        new = event.kind == "treatment" and not event.replaces and event.body.get("type") == "chemotherapy"
        if new and not asked & set(CHEMOTHERAPY_ITEMS):
            self._offer_items()

    def _offer_items(self) -> None:
        clear(self._offer.column)
        names = ", ".join(_(self._journal.instrument.item(key).phrase) for key in CHEMOTHERAPY_ITEMS)
        self._offer.column.addWidget(
            Text(
                _("Chemotherapy can bring other things too. Should the diary ask about them: {names}?").format(
                    names=names
                )
            )
        )
        yes, no = Button(_("Ask about them"), "primary"), Button(_("No, thank you"))
        yes.clicked.connect(self._ask_more)
        no.clicked.connect(self._offer.hide)
        buttons = row(yes, no)
        buttons.addStretch(1)
        self._offer.column.addLayout(buttons)
        self._offer.show()

    def _ask_more(self) -> None:
        self._offer.hide()
        self._journal.choose_items([*(item.key for item in self._journal.items), *CHEMOTHERAPY_ITEMS])

    def _show_found(self, words: str) -> None:
        clear(self._found.column)
        wanted = " ".join(words.split()).casefold()
        self._found.setVisible(bool(wanted))
        if not wanted:
            return
        found = [event for event in self._journal.events() if event.text and wanted in one_line(event.text).casefold()]
        for event in reversed(found[-FOUND_SHOWN:]):
            line = _("{day}: {text}").format(day=dated(event.day), text=one_line(event.text))
            button = LineButton(line)
            button.clicked.connect(lambda _checked=False, day=event.day: self.show_day(day))
            self._found.column.addWidget(button)
        if not found:
            self._found.column.addWidget(Text(_("No note has these words."), "soft"))


def _on(event: Event, day: date) -> bool:
    """Whether it began on the day, or was going on."""
    return event.day == day or (event.until is not None and event.day <= day <= event.until)


def _place(known: Instrument, day_start: time, rating: Rating) -> tuple[int, str, int]:
    """In the order in which the items are asked, the day's own answer before its moments."""
    keys = [item.key for item in known.items]
    at = minutes(rating.time, day_start) if rating.time else -1
    return keys.index(rating.item) if rating.item in keys else len(keys), rating.voice, at
