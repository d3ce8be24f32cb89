"""The page: a month or all that happened, and the opened day beside or below it."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from symtrack.analysis.next_cycles import expected
from symtrack.diary import doses, finding
from symtrack.diary.event_words import unseen
from symtrack.diary.moment import day_values
from symtrack.diary.rows import Event, Rating
from symtrack.i18n import _, month
from symtrack.ui.diary.day_side import DaySide
from symtrack.ui.diary.event_lines import lines, with_expected
from symtrack.ui.diary.happened import HappenedCard
from symtrack.ui.diary.heading import ALL, MONTH, Heading
from symtrack.ui.diary.month import DayMarks, MonthGrid, marks_in_words
from symtrack.ui.diary.timeline import Timeline
from symtrack.ui.half_written import Way
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Card, order_tabs

SIDE_BY_SIDE = 900


class DiaryPage(QWidget):
    """Opens days and keeps what happened.

    `day_wanted` asks for a day's cards, to answer or correct them; `asked` wants something of the window: to `ring`.
    """

    day_wanted = Signal(object)
    asked = Signal(str)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._day, self._view = journal.today, MONTH
        self._stops: list[QWidget] = []
        self._heading = Heading(theme)
        self._month = MonthGrid(theme)
        self._month_card = Card(self._month)
        self._happened = HappenedCard()
        self._timeline = Timeline()
        self._side = DaySide(journal, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 16, 34, 16)
        column.setSpacing(12)
        column.addWidget(self._heading)
        self._left = QVBoxLayout()
        self._left.setSpacing(12)
        self._left.addWidget(self._month_card)
        self._left.addWidget(self._happened)
        self._left.addWidget(self._timeline)
        self._left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self._side, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._listen()

    def _listen(self) -> None:
        self._heading.turned.connect(self._turn)
        self._heading.today_wanted.connect(lambda: self._go_to(self._journal.today))
        self._heading.view_wanted.connect(self.show_view)
        self._heading.searched.connect(self._search)
        self._month.opened.connect(self._open)
        self._month.wanted.connect(self._go_to)
        self._month.turned.connect(lambda months: self._turn(months, focus=True))
        self._happened.chosen.connect(self._draw_happened)
        self._happened.opened.connect(self._open)
        self._timeline.opened.connect(self._open)
        self._timeline.all_wanted.connect(self._show_all)
        self._side.answer_wanted.connect(lambda: self.day_wanted.emit(self._day))
        self._side.asked.connect(self.asked)
        self._side.kept.connect(self._show_kept)
        self._journal.changed.connect(self._draw_when_seen)

    @property
    def heading(self) -> Heading:
        """The line with the search."""
        return self._heading

    @property
    def happened(self) -> HappenedCard:
        """The list of what happened."""
        return self._happened

    def show_day(self, day: date) -> None:
        """Open the day `day`, in its month."""
        self._side.close_form()
        self._day = day
        self._draw()

    def show_view(self, view: str) -> None:
        """Show the month, or all that happened; the words that were looked for are done with at the month."""
        self._view = view
        if view == MONTH:
            self._heading.search.clear()
        self._draw()

    def _show_all(self) -> None:
        self.show_view(ALL)
        self.take_focus()

    def add(self) -> None:
        """Open the form for what happened on the opened day."""
        self._side.open_form()

    def open_again(self, way: Way) -> QWidget | None:
        """The form of that day, empty or with the entry that was corrected; None when that is no more."""
        corrected = next((event for event in self._journal.events() if event.id == way["event"]), None)
        self.show_view(MONTH)
        self.show_day(date.fromisoformat(way["day"]))
        return self._side.open_form(corrected) if corrected is not None or not way["event"] else None

    def keep(self) -> bool:
        """A form that is open stays as it is: nothing of it is in the diary yet, and nothing is lost."""
        return True

    def take_focus(self) -> None:
        """The opened day's cell: arrow keys walk from there."""
        if self._view == MONTH:
            self._month.focus_day(self._day)
        else:
            self._happened.kind.setFocus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._stops = order_tabs(self, self._stops)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction.LeftToRight if self._wide() else QBoxLayout.Direction.TopToBottom
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
            # One below the other, the opened day comes right after the month that opened it.
            below = self._columns if direction == QBoxLayout.Direction.TopToBottom else self._left
            below.insertWidget(2, self._timeline)
        self._heading.lay(direction)

    def minimumSizeHint(self) -> QSize:
        # Side by side needs more room than a narrow window has: the page must be free to become that narrow first.
        return QSize(0, super().minimumSizeHint().height())

    def _wide(self) -> bool:
        return self.width() >= SIDE_BY_SIDE * (1 + (self._theme.scale - 1) / 2)

    def _open(self, day: date) -> None:
        """Open a day that was pressed; where it lies below what was pressed, go there."""
        self.show_day(day)
        if not self._wide():
            self._side.take_focus()

    def _turn(self, months: int, *, focus: bool = False) -> None:
        total = self._day.year * 12 + self._day.month - 1 + months
        year, index = divmod(total, 12)
        length = calendar.monthrange(year, index + 1)[1]
        self.show_day(date(year, index + 1, min(self._day.day, length)))
        if focus:
            self._month.focus_day(self._day)

    def _go_to(self, day: date) -> None:
        self.show_day(day)
        self._month.focus_day(day)

    def _search(self, words: str) -> None:
        if words.strip():
            self._view = ALL
            self._happened.look_everywhere()
        self._draw()

    def _draw_when_seen(self) -> None:
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        at_month = self._view == MONTH
        self._heading.show_view(self._view, month(self._day) if at_month else _("What happened"))
        self._month_card.setVisible(at_month)
        self._timeline.setVisible(at_month)
        self._happened.setVisible(not at_month)
        if at_month:
            self._draw_month()
        else:
            self._draw_happened()
        self._side.show_day(self._day)

    def _draw_month(self) -> None:
        first = self._day.replace(day=1)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        ratings, events, today = self._journal.ratings(first, last), self._events(), self._journal.today
        days = [first + timedelta(days=k) for k in range((last - first).days + 1)]
        marks = {day: self._marks(day, ratings, events) for day in days}
        self._month.show_month(first, marks, chosen=self._day, today=today)
        found = finding.find(events, finding.COURSE, "", self._journal.instrument)
        self._timeline.show_lines(with_expected(lines(found, events, today), expected(events, today)))

    def _draw_happened(self) -> None:
        events, words, today = self._events(), self._heading.words, self._journal.today
        self._happened.show_groups(finding.groups(events))
        kinds = self._happened.kinds
        shown = lines(finding.find(events, kinds, words, self._journal.instrument), events, today)
        if "cycle" in kinds and not words:
            shown = with_expected(shown, expected(events, today))
        self._happened.show_lines(shown, words=words)

    def _events(self) -> list[Event]:
        """What happened, without what scans showed where that is kept off the screen."""
        events = self._journal.events()
        return events if self._journal.preferences.scan_results else [unseen(event) for event in events]

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
        self._side.offer(event)
