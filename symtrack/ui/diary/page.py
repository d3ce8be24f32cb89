"""The page: the month, the opened day beside or below it, and a search through the notes."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from symtrack.diary import doses
from symtrack.diary.event_words import one_line
from symtrack.diary.moment import day_values
from symtrack.diary.rows import Event, Rating
from symtrack.i18n import _, dated, month
from symtrack.ui.diary.after_entry import AfterEntry
from symtrack.ui.diary.day_side import DaySide
from symtrack.ui.diary.month import DayMarks, MonthGrid, marks_in_words
from symtrack.ui.diary.timeline import Timeline
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, FlowLayout, Text, TextField, clear, row
from symtrack.ui.widgets.line_button import LineButton

SIDE_BY_SIDE = 900
FOUND_SHOWN = 8


class DiaryPage(QWidget):
    """Opens days and keeps what happened. `day_wanted` asks for a day's cards, to answer or correct them.

    `asked` wants something of the window, such as `ring`.
    """

    day_wanted = Signal(object)
    asked = Signal(str)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._day = journal.today
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 16, 34, 16)
        column.setSpacing(12)
        column.addLayout(self._heading())
        self._after = AfterEntry(journal)
        column.addWidget(self._after)
        self._found = Card(name=_("Notes found"))
        self._found.hide()
        column.addWidget(self._found)
        self._month = MonthGrid(theme)
        self._month.opened.connect(self.show_day)
        self._month.wanted.connect(self._go_beyond)
        self._side = DaySide(journal, theme)
        self._side.answer_wanted.connect(lambda: self.day_wanted.emit(self._day))
        self._side.asked.connect(self.asked)
        self._side.kept.connect(self._show_kept)
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
        self._columns.addWidget(self._side, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        journal.changed.connect(self._draw_when_seen)

    def show_day(self, day: date) -> None:
        """Open the day `day`, in its month."""
        self._side.close_form()
        self._day = day
        self._draw()

    def add(self) -> None:
        """Open the form for what happened on the opened day."""
        self._side.open_form()

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
        self._side.show_day(self._day)

    def _marks(self, day: date, ratings: list[Rating], events: list[Event]) -> DayMarks:
        mine = [r for r in ratings if r.day == day and r.voice == self._journal.writer.voice]
        own = day_values(mine)
        told = [event for event in events if event.day == day and event.kind != "flagmark"]
        # All of a day's regular doses are one entry.
        happened = len({"" if doses.routine(event) else event.id for event in told})
        scores = [(_(item.phrase), own.get(item.key)) for item in self._journal.items]
        return DayMarks(
            day=day,
            scores=[score for _item, score in scores],
            events=happened,
            words=marks_in_words(scores, happened),
        )

    def _show_kept(self, event: Event) -> None:
        self.show_day(event.day)
        self._after.offer(event)

    def _show_found(self, words: str) -> None:
        clear(self._found.column)
        wanted = " ".join(words.split()).casefold()
        self._found.setVisible(bool(wanted))
        if not wanted:
            return
        told = (event for event in self._journal.events() if event.text and event.kind != "dose")
        found = [event for event in told if wanted in one_line(event.text).casefold()]
        for event in reversed(found[-FOUND_SHOWN:]):
            line = _("{day}: {text}").format(day=dated(event.day), text=one_line(event.text))
            button = LineButton(line)
            button.clicked.connect(lambda _checked=False, day=event.day: self.show_day(day))
            self._found.column.addWidget(button)
        if not found:
            self._found.column.addWidget(Text(_("No note has these words."), "soft"))
