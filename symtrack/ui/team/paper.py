"""The part that is the paper: what it is about, its pages, and the ways to take it along."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.report.sheets import sheets as report_sheets
from symtrack.ui.in_place import Slot
from symtrack.ui.team.along import Along, AlongShown
from symtrack.ui.team.days_choice import DaysChoice
from symtrack.ui.team.printing import Choice
from symtrack.ui.team.sheet import Sheet, sheets
from symtrack.ui.team.visit_form import VisitForm
from symtrack.ui.team.week_choice import WeekChoice
from symtrack.ui.team.working import Working
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, ChoiceRow, DayField, Text, announce, clear, flow

SUMMARY, WEEK = "summary", "week"
BESIDE, CHOICES = 940, 400
"""From this width on, at 100 %, the pages stand beside the choices, which are so wide then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """What the part shows: the choice taken, the last visit's day, the days in words, and today's visit so far.

    `which` is the kind of paper: the SUMMARY, or the key of a sheet. `ready` says whether there is a paper to take
    along, `asked` are the questions that the visit may have answered.
    """

    choice: Choice
    last_visit: date | None
    days: str
    paper: str
    along: AlongShown
    ready: bool = True
    whom: str = ""
    said: str = ""
    asked: tuple[Event, ...] = ()
    which: str = SUMMARY
    dated: bool = False


class PaperPart(QWidget):
    """Gives out what is chosen, and what is wanted of it; shows pages once they are set."""

    paper_chosen = Signal(str)
    which_chosen = Signal(str)
    week_chosen = Signal(object)
    save_wanted = Signal()
    print_wanted = Signal()
    data_wanted = Signal()
    visited = Signal(str, str, object)

    def __init__(self, theme: Theme, today: date, own: tuple[date, date]) -> None:
        super().__init__()
        self._theme = theme
        self._shown: PaperShown | None = None
        self._sheets: list[Sheet] = []
        self._file: Path | None = None
        self._which = _which_row()
        self._which.chosen.connect(self.which_chosen)
        self._week = WeekChoice(today)
        self._week.chosen.connect(self.week_chosen)
        self._when = DaysChoice(today, own)
        self._days = Text("", "strong")
        # Translators: “Letter” is a size of paper, as it is used in the United States.
        self._papers = ChoiceRow([("a4", _("A4")), ("letter", _("Letter"))], name=_("Size of the paper"))
        self._papers.chosen.connect(self.paper_chosen)
        self._along = Along(theme)
        self._save = Button(_("Save the PDF…"), "primary", icon=theme.icon("save", "on_accent"), icon_size=theme.px(20))
        self._save.clicked.connect(self.save_wanted)
        self._print = Button(_("Print…"), icon=theme.icon("print", "ink"), icon_size=theme.px(20))
        self._print.clicked.connect(self.print_wanted)
        self._data = Button(_("Give a copy of the data…"))
        self._data.clicked.connect(self.data_wanted)
        self._visit = Button(_("We had the visit…"))
        self._visit.clicked.connect(self._open_visit)
        self._said = Text("", "strong")
        # Translators: A button: opens what it stands beside.
        self._open = Button(_("Open"), "accent")
        self._open.clicked.connect(self._open_file)
        self._saved = flow(self._said, self._open)
        self._saved.hide()
        self._working = Working()
        self._slot = Slot()
        self._pages = QVBoxLayout()
        self._pages.setSpacing(16)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._fill()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages as they will print."""
        return tuple(self._sheets)

    @property
    def slot(self) -> Slot:
        return self._slot

    @property
    def sentence(self) -> str:
        """Where the paper was saved, or why it was not."""
        return self._said.text()

    def choices(self) -> tuple[ChoiceRow, ChoiceRow]:
        """The rows for the days and for the size of the paper."""
        return self._when.choices, self._papers

    @property
    def which(self) -> ChoiceRow:
        """The row for the kind of paper."""
        return self._which

    @property
    def when(self) -> DaysChoice:
        """The days that the paper is about."""
        return self._when

    @property
    def along(self) -> Along:
        """For whom, and what goes along."""
        return self._along

    @property
    def week(self) -> WeekChoice:
        """The days of the blank week."""
        return self._week

    @property
    def working(self) -> Working:
        """What is being made."""
        return self._working

    @property
    def print_button(self) -> Button:
        return self._print

    @property
    def data_button(self) -> Button:
        return self._data

    def own_days(self) -> tuple[DayField, DayField]:
        """The fields for the person's own first and last day."""
        return self._when.fields

    def buttons(self) -> tuple[Button, Button, Button]:
        """Save, open, and “we had the visit”."""
        return self._save, self._open, self._visit

    def show_paper(self, shown: PaperShown) -> None:
        """Show what is chosen."""
        self._shown = shown
        summary = shown.which == SUMMARY
        self._which.show_choice(shown.which)
        self._when.show_choice(shown.choice, shown.last_visit)
        self._along.show_along(shown.along)
        for part in (self._when, self._along, self._visit):
            part.setVisible(summary)
        self._week.setVisible(shown.which == WEEK)
        self._week.show_choice(dated=shown.dated)
        self._days.show_text(shown.days)
        self._papers.show_choice(shown.paper)
        self._save.setEnabled(shown.ready)
        self._print.setEnabled(shown.ready)

    def show_pages(self, pages: tuple[bytes, ...], words: str) -> None:
        """Show the pages that were set; none where there is nothing to set."""
        clear(self._pages)
        self._sheets = sheets(pages, words, self._theme)
        for sheet in self._sheets:
            self._pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch(1)

    def show_saved(self, sentence: str, file: Path | None) -> None:
        """Say where the file is, or why there is none."""
        self._file = file
        self._said.setText(sentence)
        self._open.setVisible(file is not None)
        self._saved.setVisible(bool(sentence))
        announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(BESIDE)
        self._card.setFixedWidth(self._theme.px(CHOICES)) if beside else self._card.setMaximumWidth(self.maximumWidth())
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._column.setDirection(way)

    def _fill(self) -> None:
        self._card = card = Card(name=_("The paper"))
        kinds = _group(Text(_("Which paper"), "small"), self._which)
        size = _group(Text(_("Size of the paper"), "small"), self._papers)
        take = _group(self._days, flow(self._save, self._print), self._working, self._saved)
        more = _group(flow(self._visit, self._data), self._slot)
        card.column.setSpacing(16)
        for part in (kinds, take, self._when, self._week, self._along, size, more):
            card.column.addWidget(part)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._pages, 1)

    def _open_visit(self) -> None:
        shown = self._shown
        form = VisitForm(*(shown.whom, shown.said, shown.asked) if shown else ("", "", ()), self._theme)
        form.given.connect(self.visited)
        self._slot.open(form, self._visit)

    def _open_file(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))


def _which_row() -> ChoiceRow:
    return ChoiceRow(
        [(SUMMARY, _("For the visit")), *((sheet.key, _(sheet.name)) for sheet in report_sheets())],
        name=_("Which paper"),
    )


def _group(*parts: QWidget) -> QWidget:
    group = QWidget()
    inside = QVBoxLayout(group)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(4)
    for part in parts:
        inside.addWidget(part)
    return group
