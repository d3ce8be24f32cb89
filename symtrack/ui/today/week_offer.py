"""Typing in a week from a paper sheet."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal

from symtrack.i18n import _, days
from symtrack.ui.theme import Theme
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.week_grid import Week, WeekGrid
from symtrack.ui.widgets import Button, DayField, Text, flow

WEEK = timedelta(days=7)


class WeekOffer(Offer):
    """`first_chosen` gives the first of the seven days to show; the grid gives out the answers."""

    first_chosen = Signal(object)
    alone = True

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(_("Type in a week"))
        self._today = today
        self._first = today
        self._which = Text("", "strong")
        size = theme.px(20)
        self._before = Button(_("The week before"), icon=theme.icon("back", "ink"), icon_size=size)
        self._after = Button(_("The week after"), icon=theme.icon("next", "ink"), icon_size=size)
        self._before.clicked.connect(lambda: self.first_chosen.emit(self._first - WEEK))
        self._after.clicked.connect(lambda: self.first_chosen.emit(self._first + WEEK))
        self._day = DayField(_("The first day of the week"), today, last=today)
        self._day.dateChanged.connect(self._choose_day)
        self._grid = WeekGrid(theme)
        done = Button(_("Done"), "primary")
        done.clicked.connect(self.put_away)
        line = flow(self._before, self._day, self._after)
        how = Text(
            _(
                "0 to 10, or a letter: u too unwell, a asleep, h in hospital, x not said. "
                "Enter saves and goes on, the arrows move, Delete takes away."
            ),
            "soft",
        )
        self.column.addWidget(line)
        self.column.addWidget(self._which)
        self.column.addWidget(self._grid)
        self.column.addWidget(how)
        self.column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._grid)

    @property
    def grid(self) -> WeekGrid:
        return self._grid

    @property
    def first(self) -> date:
        return self._first

    @property
    def before(self) -> Button:
        return self._before

    def show_week(self, week: Week) -> None:
        """Show the week; later ones than this can't be gone to."""
        self._first = week.days[0]
        self._which.setText(days(week.days[0], week.days[-1]))
        self._after.setEnabled(self._first + WEEK <= self._today)
        self._day.blockSignals(True)  # It was not the person who changed it.
        self._day.show_day(self._first)
        self._day.blockSignals(False)
        self._grid.show_week(week)

    def keep(self) -> bool:
        self._grid.give()
        return not self._grid.typed

    def take_back(self) -> bool:
        typed = self._grid.typed
        self._grid.forget()
        return typed

    def _choose_day(self) -> None:
        self.first_chosen.emit(self._day.day())
