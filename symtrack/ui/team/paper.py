"""The part that is the paper: its period, its size, its pages, and the way to keep it as a file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _, short_day
from symtrack.report.sheets import sheets as report_sheets
from symtrack.ui.in_place import Slot
from symtrack.ui.team.printing import Choice
from symtrack.ui.team.sheet import Sheet, sheets
from symtrack.ui.team.visit_form import VisitForm
from symtrack.ui.team.week_choice import WeekChoice
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, ChoiceRow, DayField, FlowLayout, Text, announce, clear

SUMMARY, WEEK = "summary", "week"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """What the part shows: the choice taken, the last visit's day, the days in words, and today's visit so far.

    `which` is the kind of paper: the SUMMARY, or the key of a sheet.
    """

    choice: Choice
    last_visit: date | None
    days: str
    paper: str
    whom: str = ""
    said: str = ""
    which: str = SUMMARY
    dated: bool = False


class PaperPart(QWidget):
    """Gives out what is chosen, and that a PDF is wanted; shows pages once they are set."""

    chosen = Signal(str)
    own_chosen = Signal(object, object)
    paper_chosen = Signal(str)
    which_chosen = Signal(str)
    week_chosen = Signal(object)
    save_wanted = Signal()
    print_wanted = Signal()
    visited = Signal(str, str)

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
        self._periods = _periods_row()
        self._periods.chosen.connect(self.chosen)
        self._first = DayField(_("From"), own[0], last=today)
        self._last = DayField(_("To"), own[1], last=today)
        for field in (self._first, self._last):
            field.dateChanged.connect(lambda: self.own_chosen.emit(self._first.day(), self._last.day()))
        self._own = _flow(Text(_("From"), wrap=False), self._first, Text(_("to"), wrap=False), self._last)
        self._days = Text("", "strong")
        self._papers = ChoiceRow([("a4", _("A4")), ("letter", _("Letter"))], name=_("Size of the paper"))
        self._papers.chosen.connect(self.paper_chosen)
        self._save = Button(_("Save the PDF…"), "primary", icon=theme.icon("save", "on_accent"), icon_size=theme.px(20))
        self._save.clicked.connect(self.save_wanted)
        self._print = Button(_("Print…"), icon=theme.icon("print", "ink"), icon_size=theme.px(20))
        self._print.clicked.connect(self.print_wanted)
        self._visit = Button(_("We had the visit…"))
        self._visit.clicked.connect(self._open_visit)
        self._said = Text("", "strong")
        self._open = Button(_("Open"), "accent")
        self._open.clicked.connect(self._open_file)
        self._saved = _flow(self._said, self._open)
        self._saved.hide()
        self._slot = Slot()
        self._pages = QVBoxLayout()
        self._pages.setSpacing(16)
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
        return self._periods, self._papers

    @property
    def which(self) -> ChoiceRow:
        """The row for the kind of paper."""
        return self._which

    @property
    def week(self) -> WeekChoice:
        """The days of the blank week."""
        return self._week

    @property
    def print_button(self) -> Button:
        return self._print

    def own_days(self) -> tuple[DayField, DayField]:
        """The fields for the person's own first and last day."""
        return self._first, self._last

    def buttons(self) -> tuple[Button, Button, Button]:
        """Save, open, and “we had the visit”."""
        return self._save, self._open, self._visit

    def show_paper(self, shown: PaperShown) -> None:
        """Show what is chosen."""
        self._shown = shown
        since = self._periods.button(Choice.VISIT)
        since.setVisible(shown.last_visit is not None)
        if shown.last_visit is not None:
            since.setText(_("Since the last visit ({day})").format(day=short_day(shown.last_visit)))
            since.setAccessibleName(since.text())
        self._periods.show_choice(shown.choice)
        summary = shown.which == SUMMARY
        self._which.show_choice(shown.which)
        self._period_group.setVisible(summary)
        self._visit.setVisible(summary)
        self._week.setVisible(shown.which == WEEK)
        self._week.show_choice(dated=shown.dated)
        self._own.setVisible(summary and shown.choice is Choice.OWN)
        self._days.show_text(shown.days)
        self._papers.show_choice(shown.paper)

    def show_pages(self, pages: list[bytes], words: str) -> None:
        """Show the pages that were set; none where there is nothing to set."""
        clear(self._pages)
        self._sheets = sheets(pages, words, self._theme)
        for sheet in self._sheets:
            self._pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._save.setEnabled(bool(pages))
        self._print.setEnabled(bool(pages))

    def show_saved(self, sentence: str, file: Path | None) -> None:
        """Say where the file is, or why there is none."""
        self._file = file
        self._said.setText(sentence)
        self._open.setVisible(file is not None)
        self._saved.setVisible(bool(sentence))
        announce(self, sentence)

    def _fill(self) -> None:
        card = Card(name=_("The paper"))
        self._period_group = _group(Text(_("Which days"), "small"), self._periods)
        choices = _flow(
            self._period_group,
            _group(Text(_("Size of the paper"), "small"), self._papers),
            gap=24,
        )
        kinds = _group(Text(_("Which paper"), "small"), self._which)
        for part in (kinds, choices, self._own, self._week, self._days, _flow(self._save, self._print, self._visit)):
            card.column.addWidget(part)
        card.column.addWidget(self._saved)
        card.column.addWidget(self._slot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addLayout(self._pages)
        column.addStretch(1)

    def _open_visit(self) -> None:
        whom, said = (self._shown.whom, self._shown.said) if self._shown else ("", "")
        form = VisitForm(whom, said, self._theme)
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


def _periods_row() -> ChoiceRow:
    return ChoiceRow(
        [
            (Choice.VISIT, _("Since the last visit")),
            (Choice.WEEKS, _("4 weeks")),
            (Choice.MONTHS, _("3 months")),
            (Choice.OWN, _("From … to …")),
        ],
        name=_("Which days"),
    )


def _group(*parts: QWidget) -> QWidget:
    group = QWidget()
    inside = QVBoxLayout(group)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(4)
    for part in parts:
        inside.addWidget(part)
    return group


def _flow(*parts: QWidget, gap: int = 8) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line, gap=gap)
    for part in parts:
        flow.addWidget(part)
    return line
