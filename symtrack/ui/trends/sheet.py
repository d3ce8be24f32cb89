"""The chart or its table, the stretches to choose from, and the day under the cursor in words."""

import html
from datetime import date

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from symtrack.diary.flag import Flag
from symtrack.diary.period import Period
from symtrack.diary.rows import PATIENT
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.trends import ranges, words
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.course import Course, Row
from symtrack.ui.trends.legend import Entry, Legend, hollow
from symtrack.ui.trends.table import Table, TableModel, TableOfDays
from symtrack.ui.trends.window import Window
from symtrack.ui.widgets import Button, Card, ChoiceRow, Text, announce


class Sheet(QWidget):
    """What Trends shows of a diary that has something in it. `point_wanted` asks for the card of a point."""

    point_wanted = Signal(Flag)

    def __init__(self, journal: Journal, theme: Theme, course: Course) -> None:
        super().__init__()
        self._journal = journal
        self._theme = theme
        self._course = course
        self._range = ranges.START
        self._periods = _periods(course, journal.today)
        self.heading = Text("", "heading", wrap=False)
        self.choices = ChoiceRow([(key, _(word)) for key, word in ranges.WORDS.items()], name=_("Days shown"))
        self.as_table = Button(_("As a table"))
        self.as_table.setCheckable(True)
        self.chart = Chart(theme, course, self._window(), mine=not journal.writer.name)
        self._model = TableModel(self._table())
        self.table = TableOfDays(theme, self._model)
        self.read_out = Text()
        # Only the day is set in bold; what the person wrote goes in escaped.
        self.read_out.setTextFormat(Qt.TextFormat.RichText)
        # Room for two lines from the start: the chart must not jump when a day has more to say.
        self.read_out.setMinimumHeight(2 * QFontMetrics(theme.font()).lineSpacing())
        self.read_out.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.open_point = Button(_("Open the point"), "accent")
        self.legend = Legend(theme)
        self._lay_out()
        self.choices.chosen.connect(self.choose)
        self.as_table.toggled.connect(self._swap)
        self.chart.moved.connect(self._moved)
        self.chart.day_chosen.connect(lambda _day: self._read_out())
        self.chart.opened.connect(lambda _day: self._want_point())
        self.open_point.clicked.connect(self._want_point)
        self._show_around()

    def show_course(self, course: Course) -> None:
        """Show another state of the diary. A chosen stretch is chosen anew; one that was moved to stays."""
        self._course = course
        self._periods = _periods(course, self._journal.today)
        shown = self.chart.window_shown
        moved = Window.over(shown.first, shown.last, earliest=course.first, latest=course.last)
        window = self._window() if self._range in self._periods else moved
        self.chart.show_course(course, window, mine=not self._journal.writer.name)
        self._show_around()

    def choose(self, key: str) -> None:
        """Show one of the stretches."""
        self._range = key
        with QSignalBlocker(self.chart):
            self.chart.show_window(self._window())
        self._show_around()
        announce(self, self.heading.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        layout = self.choices.layout()
        assert layout is not None
        layout.addWidget(self.as_table)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(10)
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self.choices)
        card = Card()
        card.column.setContentsMargins(14, 10, 14, 6)
        # Into the card first: a stack that belongs to nothing shows its first widget as a window of its own.
        self._either = QStackedLayout()
        card.column.addLayout(self._either)
        self._either.addWidget(self.chart)
        self._either.addWidget(self.table)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(10)
        self._foot.addWidget(self.read_out, 1)
        self._foot.addWidget(self.open_point)
        self._foot.addWidget(self.legend)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._head)
        whole.addWidget(card, 1)
        whole.addLayout(self._foot)

    def _fold(self) -> None:
        """What does not fit side by side goes below each other."""
        directions = QBoxLayout.Direction
        heading = self.heading.sizeHint().width() + self.choices.sizeHint().width() + 24 <= self.width()
        self._head.setDirection(directions.LeftToRight if heading else directions.TopToBottom)
        foot = self.legend.sizeHint().width() <= self.width() * 0.5
        self._foot.setDirection(directions.LeftToRight if foot else directions.TopToBottom)

    def _window(self) -> Window:
        period = self._periods.get(self._range) or self._periods[ranges.START]
        return Window.over(
            period.first.toordinal(),
            period.last.toordinal(),
            earliest=self._course.first,
            latest=self._course.last,
        )

    def _moved(self) -> None:
        """The person moved to other days: no stretch is the chosen one any more."""
        self._range = ""
        self._show_around()
        announce(self, self.heading.text())

    def _swap(self, table: bool) -> None:  # noqa: FBT001 - Qt gives the state of the button.
        self._show_around()
        self._either.setCurrentWidget(self.table if table else self.chart)
        self.read_out.setVisible(not table)
        self._offer_point()
        self.legend.setVisible(not table)

    def _show_around(self) -> None:
        """The heading, the choices, the table and the words follow what the chart shows."""
        shown = self.chart.window_shown
        first, last = (date.fromordinal(max(1, day)) for day in (shown.first, shown.last))
        self.heading.setText(ranges.heading(self._range, self._periods.get(self._range) or Period(first, last)))
        self.choices.show_choice(self._range)
        for key in ranges.WORDS:
            self.choices.button(key).setVisible(key in self._periods)
        self.chart.setAccessibleName(
            _("Chart: {items}").format(items=", ".join(_(row.item.phrase) for row in self._course.rows))
        )
        if self.as_table.isChecked():
            self._model.show(self._table())
        self.legend.show_entries(self._entries(first, last))
        self._read_out()
        self._fold()

    def _table(self) -> Table:
        window = self.chart.window_shown
        first, last = max(window.first, self._course.first), window.last
        return Table.of(
            self._course,
            first,
            last,
            self._journal.ratings(date.fromordinal(first), date.fromordinal(last)),
            writer=self._journal.writer,
            person=self._person,
        )

    @property
    def _person(self) -> str:
        return str(self._journal.settings.get("name") or "")

    def _read_out(self) -> None:
        """The day under the cursor in words, below the chart and for a screen reader."""
        window, day = self.chart.window_shown, self.chart.day
        self._offer_point()
        summary = words.summary(self._course, max(window.first, self._course.first), window.last)
        if day is None:
            self.read_out.setText(_("Click on a day, or use the arrow keys, to read it in words."))
            self.chart.say(summary, "")
            return
        ratings = self._journal.ratings(date.fromordinal(day), date.fromordinal(day))
        day_name = words.day_name(day, self._course.until)
        answers = words.read_out(self._course, day, ratings, self._journal.writer)
        sentence = _("{day}: {answers}").format(day=day_name, answers=answers)
        name, answers = (html.escape(part) for part in (day_name, answers))
        self.read_out.setText(_("{day}: {answers}").format(day=f"<b>{name}</b>", answers=answers))
        self.read_out.setAccessibleName(sentence)
        self.chart.say(summary, sentence)

    def _offer_point(self) -> None:
        """The way to the card of the day's point; where there are points at all it keeps its room: nothing jumps."""
        policy = self.open_point.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(self._course.points) and not self.as_table.isChecked())
        self.open_point.setSizePolicy(policy)
        self.open_point.setVisible(bool(self._points()) and not self.as_table.isChecked())
        self.open_point.setAccessibleDescription(" ".join(flag.text for flag in self._points()))

    def _points(self) -> tuple[Flag, ...]:
        return () if self.chart.day is None else self._course.points_on(self.chart.day)

    def _want_point(self) -> None:
        if points := self._points():
            self.point_wanted.emit(points[0])

    def _entries(self, first: date, last: date) -> list[Entry]:
        """What is drawn, as far as there is some of it in these days."""
        writer = self._journal.writer
        rows = [row.between(first, last) for row in self._course.rows]
        found = [Entry(sample="own", words=words.whose(PATIENT, writer, self._person))]
        if any(row.late.any() for row in rows):
            found.append(Entry(sample="late", words=_("entered later")))
        if any(row.own.asked.any() for row in rows):
            found.append(Entry(sample="asked", words=_("asked, no number")))
        found += [
            Entry(sample=hollow(place), words=words.whose(voice, writer, self._person))
            for place, voice in enumerate(self._course.voices)
            if any(voice in row.views and row.views[voice].answered.any() for row in rows)
        ]
        if any(_ranges(row) for row in rows):
            found.append(Entry(sample="bar", words=_("least to worst of the day")))
        found.append(Entry(sample="line", words=_("middle of 7 days")))
        if self._course.doses_between(first.toordinal(), last.toordinal()):
            found.append(Entry(sample="doses", words=_("doses when needed")))
        if any(first <= flag.raised <= last for flag in self._course.points):
            found.append(Entry(sample="point", words=_("a point for the team")))
        return found


def _ranges(row: Row) -> bool:
    """Whether a day of the row has a least that is not its worst."""
    moments = row.own.moments
    return moments is not None and bool((np.fmax(moments[1], row.own.scores) > moments[0]).any())


def _periods(course: Course, today: date) -> dict[str, Period]:
    return ranges.periods(date.fromordinal(course.first), today, course.events, date.fromordinal(course.last))
