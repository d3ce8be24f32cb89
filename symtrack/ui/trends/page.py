"""Trends: what is shown, a calm sentence where there is nothing to show, or that the page is hidden."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.flag import Flag
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.sheet import Sheet
from symtrack.ui.widgets import Button, Text

MARGINS = (34, 10, 34, 8)


class TrendsPage(QWidget):
    """Draws from the journal, when it can be seen; computes nothing. `point_wanted` asks for the card of a point."""

    point_wanted = Signal(Flag)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal = journal
        self._theme = theme
        self._stale = True
        self._sheet: Sheet | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = Text(_("Trends"), "heading", wrap=False)
        self._sentence = Text()
        self._show_again = Button(_("Show trends"), "primary")
        self._show_again.clicked.connect(lambda: journal.set_preferences(trends=True))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*MARGINS)
        self._column.setSpacing(14)
        for thing in (self._heading, self._sentence, self._show_again):
            self._column.addWidget(thing)
        self._column.addStretch(1)
        journal.changed.connect(self._follow)

    @property
    def sheet(self) -> Sheet | None:
        """The chart with everything around it; None while there is nothing to show."""
        return self._sheet

    @property
    def chart(self) -> Chart | None:
        return self._sheet.chart if self._sheet else None

    def take_focus(self) -> None:
        """Put the focus on the stretch that is shown, or on the chart when one moved away from it."""
        if self._sheet is None or self._sheet.isHidden():
            self._show_again.setFocus()
            return
        self._sheet.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _follow(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        hidden = not self._journal.preferences.trends
        points = self._journal.flags if self._journal.preferences.points else ()
        course = (
            None
            if hidden
            else Course.of(
                self._journal.diary, self._journal.items, points, results=self._journal.preferences.scan_results
            )
        )
        if course is None or course.empty:
            self._say_why(hidden=hidden)
            return
        for thing in (self._heading, self._sentence, self._show_again):
            thing.hide()
        if self._sheet is None:
            self._sheet = Sheet(self._journal, self._theme, course)
            self._sheet.point_wanted.connect(self.point_wanted)
            self._column.insertWidget(0, self._sheet, 100)
        else:
            self._sheet.show_course(course)
        self._sheet.show()

    def _say_why(self, *, hidden: bool) -> None:
        """Say why there is no chart."""
        if self._sheet is not None:
            self._sheet.hide()
        self._heading.show()
        self._sentence.show_text(
            _("Trends are hidden on this screen. They are still in the diary, and on the paper for your team.")
            if hidden
            else _("There is nothing to draw yet. Once there are some answers on Today, this page shows how they went.")
        )
        self._show_again.setVisible(hidden)
