"""The chart, a comparison or a table, with what is chosen above it and the day under the cursor in words below."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from symtrack.diary.flag import Flag
from symtrack.diary.period import Period
from symtrack.i18n import _
from symtrack.ui import files, printer
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.trends import on_paper, ranges, views, words
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.entries import entries
from symtrack.ui.trends.figure_chart import FigureChart
from symtrack.ui.trends.foot import Foot
from symtrack.ui.trends.head import Head
from symtrack.ui.trends.legend import Entry, Legend
from symtrack.ui.trends.picture import Picture
from symtrack.ui.trends.table import Table, TableModel, TableOfDays
from symtrack.ui.trends.window import Window
from symtrack.ui.widgets import Button, Card, Text, announce


class Sheet(QWidget):
    """What Trends shows of a diary that has something in it. `point_wanted` asks for the card of a point.

    A test answers in the place of the system's dialogs, `ask_file` and `ask_printer`.
    """

    point_wanted = Signal(Flag)

    def __init__(self, journal: Journal, theme: Theme, course: Course) -> None:
        super().__init__()
        self._journal = journal
        self._theme = theme
        self._course = course
        self._view, self._range = "days", ranges.START
        self._which: dict[str, int] = {}
        self._periods, self._views = _periods(course, journal.today), views.views(course)
        if course.nothing_in(self._periods[self._range]):
            self._range = "all"  # An old diary that was brought in, or one that is taken up again.
        self.ask_file: Callable[[QWidget, str], Path | None] = files.picture_to_save
        self.ask_printer: printer.AskPrinter = printer.ask
        self.head = Head()
        self.chart = Chart(theme, course, self._window(), mine=not journal.writer.name)
        self.figure_chart = FigureChart(theme)
        self._table: TableOfDays | None = None
        self.foot = Foot(theme)
        self._lay_out()
        self._connect()
        self._show_around()

    @property
    def heading(self) -> Text:
        return self.head.heading

    @property
    def read_out(self) -> Text:
        return self.foot.read_out

    @property
    def open_point(self) -> Button:
        return self.foot.open_point

    @property
    def legend(self) -> Legend:
        return self.foot.legend

    @property
    def table(self) -> TableOfDays:
        """The table, made when it is first wanted."""
        if self._table is None:
            self._model = TableModel(Table(headings=(), lines=()))
            self._table = TableOfDays(self._theme, self._model)
            self._either.addWidget(self._table)
        return self._table

    def show_course(self, course: Course) -> None:
        """Show another state of the diary. A chosen stretch is chosen anew; one that was moved to stays."""
        self._course = course
        self._periods, self._views = _periods(course, self._journal.today), views.views(course)
        shown = self.chart.window_shown
        moved = Window.over(shown.first, shown.last, earliest=course.first, latest=course.last)
        window = self._window() if self._range in self._periods else moved
        self.chart.show_course(course, window, mine=not self._journal.writer.name)
        if self._view not in self._views:
            self._view = "days"
        self._show_around()

    def choose(self, key: str) -> None:
        """Show one of the stretches."""
        self._range = key
        with QSignalBlocker(self.chart):
            self.chart.show_window(self._window())
        self._show_around()
        announce(self, self.heading.text())

    def _choose_at(self, place: int) -> None:
        """Show the stretch whose button stands in this place, where there is one."""
        if place < len(self._periods):
            self.choose([key for key in ranges.WORDS if key in self._periods][place])

    def choose_view(self, key: str) -> None:
        """Show the days, or one of the comparisons."""
        self._view = key
        self._show_around()
        announce(self, self.heading.text())

    def take_focus(self) -> None:
        """Put the focus on what is chosen, or on the chart when it was moved to other days."""
        choice = self.head.choices.choice()
        if self._view == "days":
            (self.head.choices.button(choice) if choice else self.chart).setFocus()
        else:
            self.head.views.button(self._view).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _connect(self) -> None:
        head = self.head
        head.choices.chosen.connect(self.choose)
        head.views.chosen.connect(self.choose_view)
        head.picked.connect(self._pick)
        head.as_table.toggled.connect(lambda _on: self._show_around())
        head.copy.clicked.connect(self._copy)
        head.save.clicked.connect(self._save)
        head.print.clicked.connect(self._print)
        self.chart.moved.connect(self._moved)
        self.chart.range_wanted.connect(self._choose_at)
        self.chart.day_chosen.connect(lambda _day: self._read_out())
        self.chart.opened.connect(lambda _day: self._want_point())
        self.figure_chart.day_chosen.connect(lambda _day: self._read_out())
        self.foot.open_point.clicked.connect(self._want_point)

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(14, 10, 14, 6)
        # Into the card first: a stack that belongs to nothing shows its first widget as a window of its own.
        self._either = QStackedLayout()
        card.column.addLayout(self._either)
        self._either.addWidget(self.chart)
        self._either.addWidget(self.figure_chart)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.head)
        whole.addWidget(card, 1)
        whole.addWidget(self.foot)

    def _fold(self) -> None:
        """What does not fit side by side goes below each other."""
        self.head.fold(self.width())
        self.foot.fold(self.width())

    def _window(self) -> Window:
        period = self._period()
        first, last = period.first.toordinal(), period.last.toordinal()
        return Window.over(first, last, earliest=self._course.first, latest=self._course.last)

    def _period(self) -> Period:
        """The stretch that was chosen; one that was moved to is no choice."""
        return self._periods.get(self._range) or self._periods[ranges.START]

    def _shown(self) -> Period:
        """The days that the chart shows."""
        window = self.chart.window_shown
        return Period(date.fromordinal(max(1, window.first)), date.fromordinal(max(1, window.last)))

    def _pick(self, place: int) -> None:
        self._which[self._view] = place
        self._show_around()

    def _moved(self) -> None:
        """The person moved to other days: no stretch is the chosen one any more."""
        self._range = ""
        self.head.choices.show_choice("")
        self._show_days()
        self._read_out(summed=QAccessible.isActive())
        self._fold()
        announce(self, self.heading.text())

    def _show_around(self) -> None:
        """Everything around the chart follows what it shows."""
        course, table, shown = self._course, self.head.as_table.isChecked(), self._shown()
        options = views.options(course, self._view)
        which = views.place(options, self._which, self._view)
        figure = views.figure(course, self._view, which, shown)
        self.head.show_views(self._views, self._view)
        self.head.show_ranges(list(self._periods) if self._view in {"days", "doses"} else [], self._range)
        self.head.show_which(options.name, options.words, which)
        self.head.show_actions(table=table)
        items = ", ".join(_(row.item.phrase) for row in course.rows)
        self.chart.setAccessibleName(_("Chart: {items}").format(items=items))
        if figure is not None:
            self.heading.setText(figure.heading)
            self.figure_chart.show_figure(figure)
            self.foot.legend.show_entries([Entry(sample=sample, words=said) for sample, said in figure.legend])
        else:
            self._show_days()
        if table:
            self._either.setCurrentWidget(self.table)
            self._model.show(Table(headings=figure.headings, lines=figure.lines) if figure else self._days(shown))
        else:
            self._either.setCurrentWidget(self.chart if figure is None else self.figure_chart)
        self.foot.read_out.setVisible(not table)
        self.foot.legend.setVisible(not table)
        self._read_out()
        self._fold()

    def _show_days(self) -> None:
        """The heading and the line below the chart follow the days that are shown."""
        shown, writer = self._shown(), self._journal.writer
        self.heading.setText(ranges.heading(self._range, self._periods.get(self._range) or shown))
        self.foot.legend.show_entries(
            entries(self._course, shown.first, shown.last, writer=writer, person=self._journal.person)
        )

    def _days(self, shown: Period) -> Table:
        first = max(shown.first, date.fromordinal(self._course.first))
        views = [series for row in self._course.rows for series in (row.own, *row.views.values())]
        told = any(series.asked.any() or series.moments is not None for series in views)
        return Table.of(
            self._course,
            first.toordinal(),
            shown.last.toordinal(),
            self._journal.ratings(first, shown.last) if told else (),
            writer=self._journal.writer,
            person=self._journal.person,
        )

    def _read_out(self, *, summed: bool = True) -> None:
        """The day under the cursor in words, below the chart and for a screen reader.

        `summed` says that the days shown are summed up too; while they move, only for somebody who listens.
        """
        self._offer_point()
        if self._view != "days":
            self.foot.say(self.figure_chart.words or _("Click on a day, or use the arrow keys, to read it in words."))
            return
        window, day = self.chart.window_shown, self.chart.day
        summary = words.summary(self._course, max(window.first, self._course.first), window.last) if summed else ""
        if day is None:
            silent = _("Nothing was entered in these days.") if self._course.nothing_in(self._shown()) else ""
            self.foot.say(silent or _("Click on a day, or use the arrow keys, to read it in words."))
            self.chart.say(summary, "")
            return
        ratings = self._journal.ratings(date.fromordinal(day), date.fromordinal(day))
        day_name = words.day_name(day, self._course.until)
        answers = words.read_out(self._course, day, ratings, self._journal.writer)
        self.foot.say(answers, day_name)
        self.chart.say(summary, self.foot.read_out.accessibleName())

    def _offer_point(self) -> None:
        """The way to the card of the day's point; where there are points at all it keeps its room: nothing jumps."""
        drawn = self._view == "days" and not self.head.as_table.isChecked()
        policy = self.foot.open_point.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(self._course.points) and drawn)
        self.foot.open_point.setSizePolicy(policy)
        self.foot.open_point.setVisible(bool(self._points()) and drawn)
        self.foot.open_point.setAccessibleDescription(" ".join(flag.text for flag in self._points()))

    def _points(self) -> tuple[Flag, ...]:
        return () if self.chart.day is None else self._course.points_on(self.chart.day)

    def _want_point(self) -> None:
        if points := self._points():
            self.point_wanted.emit(points[0])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.chosen_text())
        announce(self, _("Copied"))

    def _picture(self) -> Picture | None:
        """What is on the screen, without what is private."""
        found = views.options(self._course, self._view)
        return on_paper.picture(
            self._journal,
            self._theme,
            on_paper.Shown(
                chart=self.chart if self._view == "days" else self.figure_chart,
                heading=self.heading.text(),
                view=self._view,
                chosen=found.words[views.place(found, self._which, self._view)] if found.words else "",
                window=self.chart.window_shown,
                period=self._shown(),
            ),
        )

    def _save(self) -> None:
        picture = self._picture()
        if picture is None:
            self._say(on_paper.nothing_left())
        elif (path := self.ask_file(self, self.heading.text())) is not None:
            self._say(on_paper.saved(self._journal, picture, path))

    def _print(self) -> None:
        picture = self._picture()
        if picture is None:
            self._say(on_paper.nothing_left())
        elif (chosen := self.ask_printer(self)) is not None and not picture.print(chosen):
            self._say(_("The printer did not take it."))

    def _say(self, sentence: str) -> None:
        self.foot.say(sentence)
        announce(self, sentence)


def _periods(course: Course, today: date) -> dict[str, Period]:
    return ranges.periods(date.fromordinal(course.first), today, course.events, date.fromordinal(course.last))
