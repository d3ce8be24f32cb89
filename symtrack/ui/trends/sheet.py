"""The chart, a comparison or a table, with what is chosen above it and the day under the cursor in words below."""

import html
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from symtrack.diary.flag import Flag
from symtrack.diary.period import Period
from symtrack.i18n import _
from symtrack.ui import files, printer
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.trends import ranges, views, words
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.entries import entries
from symtrack.ui.trends.figure_chart import FigureChart
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
        self.ask_file: Callable[[QWidget, str], Path | None] = files.picture_to_save
        self.ask_printer: printer.AskPrinter = printer.ask
        self.head = Head()
        self.chart = Chart(theme, course, self._window(), mine=not journal.writer.name)
        self.figure_chart = FigureChart(theme)
        self._table: TableOfDays | None = None
        self.read_out = Text()
        # Only the day is set in bold; what the person wrote goes in escaped.
        self.read_out.setTextFormat(Qt.TextFormat.RichText)
        # Room for two lines from the start: the chart must not jump when a day has more to say.
        self.read_out.setMinimumHeight(2 * QFontMetrics(theme.font()).lineSpacing())
        self.read_out.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.open_point = Button(_("Open the point"), "accent")
        self.legend = Legend(theme)
        self._lay_out()
        self._connect()
        self._show_around()

    @property
    def heading(self) -> Text:
        return self.head.heading

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
        self.open_point.clicked.connect(self._want_point)

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(14, 10, 14, 6)
        # Into the card first: a stack that belongs to nothing shows its first widget as a window of its own.
        self._either = QStackedLayout()
        card.column.addLayout(self._either)
        self._either.addWidget(self.chart)
        self._either.addWidget(self.figure_chart)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(10)
        said = QHBoxLayout()
        said.addWidget(self.read_out, 1)
        said.addWidget(self.open_point)
        self._foot.addLayout(said, 1)
        self._foot.addWidget(self.legend)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.head)
        whole.addWidget(card, 1)
        whole.addLayout(self._foot)

    def _fold(self) -> None:
        """What does not fit side by side goes below each other."""
        self.head.fold(self.width())
        directions = QBoxLayout.Direction
        foot = self.legend.sizeHint().width() <= self.width() * 0.5
        self._foot.setDirection(directions.LeftToRight if foot else directions.TopToBottom)

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
        self._read_out()
        self._fold()
        announce(self, self.heading.text())

    def _show_around(self) -> None:
        """Everything around the chart follows what it shows."""
        course, table, shown = self._course, self.head.as_table.isChecked(), self._shown()
        options = views.options(course, self._view)
        which = min(self._which.get(self._view, options.first), max(0, len(options.words) - 1))
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
            self.legend.show_entries([Entry(sample=sample, words=said) for sample, said in figure.legend])
        else:
            self._show_days()
        if table:
            self._either.setCurrentWidget(self.table)
            self._model.show(Table(headings=figure.headings, lines=figure.lines) if figure else self._days(shown))
        else:
            self._either.setCurrentWidget(self.chart if figure is None else self.figure_chart)
        self.read_out.setVisible(not table)
        self.legend.setVisible(not table)
        self._read_out()
        self._fold()

    def _show_days(self) -> None:
        """The heading and the line below the chart follow the days that are shown."""
        shown, writer = self._shown(), self._journal.writer
        self.heading.setText(ranges.heading(self._range, self._periods.get(self._range) or shown))
        self.legend.show_entries(entries(self._course, shown.first, shown.last, writer=writer, person=self._person))

    def _days(self, shown: Period) -> Table:
        first = max(shown.first, date.fromordinal(self._course.first))
        asked = any(series.asked.any() for row in self._course.rows for series in (row.own, *row.views.values()))
        return Table.of(
            self._course,
            first.toordinal(),
            shown.last.toordinal(),
            self._journal.ratings(first, shown.last) if asked else (),
            writer=self._journal.writer,
            person=self._person,
        )

    @property
    def _person(self) -> str:
        return str(self._journal.settings.get("name") or "")

    def _read_out(self) -> None:
        """The day under the cursor in words, below the chart and for a screen reader."""
        self._offer_point()
        if self._view != "days":
            self._say(self.figure_chart.words or _("Click on a day, or use the arrow keys, to read it in words."))
            return
        window, day = self.chart.window_shown, self.chart.day
        summary = words.summary(self._course, max(window.first, self._course.first), window.last)
        if day is None:
            self._say(_("Click on a day, or use the arrow keys, to read it in words."))
            self.chart.say(summary, "")
            return
        ratings = self._journal.ratings(date.fromordinal(day), date.fromordinal(day))
        day_name = words.day_name(day, self._course.until)
        answers = words.read_out(self._course, day, ratings, self._journal.writer)
        self._say(answers, day_name)
        self.chart.say(summary, self.read_out.accessibleName())

    def _say(self, sentence: str, day: str = "") -> None:
        """Put a sentence below the chart, after the name of its day."""
        whole = _("{day}: {answers}")
        text = html.escape(sentence)
        self.read_out.setText(whole.format(day=f"<b>{html.escape(day)}</b>", answers=text) if day else text)
        self.read_out.setAccessibleName(whole.format(day=day, answers=sentence) if day else sentence)

    def _offer_point(self) -> None:
        """The way to the card of the day's point; where there are points at all it keeps its room: nothing jumps."""
        drawn = self._view == "days" and not self.head.as_table.isChecked()
        policy = self.open_point.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(self._course.points) and drawn)
        self.open_point.setSizePolicy(policy)
        self.open_point.setVisible(bool(self._points()) and drawn)
        self.open_point.setAccessibleDescription(" ".join(flag.text for flag in self._points()))

    def _points(self) -> tuple[Flag, ...]:
        return () if self.chart.day is None else self._course.points_on(self.chart.day)

    def _want_point(self) -> None:
        if points := self._points():
            self.point_wanted.emit(points[0])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.chosen_text())
        announce(self, _("Copied"))

    def _picture(self) -> Picture:
        chart = self.chart if self._view == "days" else self.figure_chart
        heading = _("{name}: {heading}").format(name=self._person, heading=self.heading.text())
        return Picture(
            chart,
            self._theme,
            heading=heading if self._person else self.heading.text(),
            words=chart.accessibleDescription(),
        )

    def _save(self) -> None:
        path = self.ask_file(self, self.heading.text())
        if path is None:
            return
        try:
            self._picture().write(path)
        except OSError as error:
            self._say(_("The picture can’t be saved in {path}: {why}.").format(path=path, why=error.strerror or error))
        else:
            self._say(_("Saved in {path}").format(path=path))
        announce(self, self.read_out.accessibleName())

    def _print(self) -> None:
        chosen = self.ask_printer(self)
        if chosen is not None and not self._picture().print(chosen):
            self._say(_("The printer did not take it."))
            announce(self, self.read_out.accessibleName())


def _periods(course: Course, today: date) -> dict[str, Period]:
    return ranges.periods(date.fromordinal(course.first), today, course.events, date.fromordinal(course.last))
