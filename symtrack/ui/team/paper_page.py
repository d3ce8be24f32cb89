"""What the paper part does: which period is chosen, when its pages are set, and where the PDF goes."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from symtrack.diary.period import Period
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.report import pdf
from symtrack.report.blocks import Block
from symtrack.ui import printer
from symtrack.ui.journal import Journal
from symtrack.ui.team import keeping, printing
from symtrack.ui.team.paper import SUMMARY, PaperPart, PaperShown
from symtrack.ui.team.printing import Choice
from symtrack.ui.theme import Theme

AskFile = Callable[[QWidget, str], str]
SUFFIX = ".pdf"
PPI = 130


def ask_file(parent: QWidget, suggested: str) -> str:
    """The path that the person chooses for the PDF, or an empty string."""
    return QFileDialog.getSaveFileName(parent, _("Save the PDF"), suggested, _("PDF files (*.pdf)"))[0]


class PaperKeeper(QWidget):
    """The paper part on a journal. Pages are set once the part is open and Qt has nothing else to do."""

    def __init__(
        self, journal: Journal, theme: Theme, ask: AskFile, ask_printer: printer.AskPrinter = printer.ask
    ) -> None:
        super().__init__()
        self._journal, self._ask, self._ask_printer = journal, ask, ask_printer
        self._which = SUMMARY
        self._week: date | None = None
        self._made = journal.now
        self._choice: Choice | None = None
        self._paper = printing.usual_paper()
        self._own = (journal.today - timedelta(days=printing.FOUR_WEEKS - 1), journal.today)
        self._blocks: tuple[Block, ...] = ()
        self._set: tuple[tuple[Block, ...], str] | None = None
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._set_pages)
        self.part = PaperPart(theme, journal.today, self._own)
        self.part.chosen.connect(self._choose)
        self.part.own_chosen.connect(self._choose_own)
        self.part.paper_chosen.connect(self._choose_paper)
        self.part.which_chosen.connect(self._choose_which)
        self.part.week_chosen.connect(self._choose_week)
        self.part.save_wanted.connect(self._save)
        self.part.print_wanted.connect(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.part)

    def draw(self) -> None:
        """Show what is chosen, and set the pages anew where they would differ."""
        journal = self._journal
        visit = printing.last_visit(journal.diary)
        if self._choice is None or (self._choice is Choice.VISIT and visit is None):
            self._choice = Choice.VISIT if visit else Choice.MONTHS
        today = keeping.visit_on(journal.events(), journal.today)
        try:
            if self._which == SUMMARY:
                period = self._period()
                words, self._blocks = printing.period_words(period), printing.blocks_of(journal, period)
            else:
                words = printing.sheet_words(self._which)
                self._blocks = self._sheet()
        except SymtrackError as error:
            words, self._blocks = str(error), ()
        self.part.show_paper(
            PaperShown(
                choice=self._choice,
                last_visit=visit,
                days=words,
                paper=self._paper,
                whom=str(today.body.get("with") or "") if today else "",
                said=(today.text or "") if today else "",
                which=self._which,
                dated=self._week is not None,
            )
        )
        self._idle.start()

    def _sheet(self) -> tuple[Block, ...]:
        """The sheet's blocks: with the time at which it was last made for as long as it would say the same again."""
        journal = self._journal
        blocks = printing.sheet_blocks(journal, self._which, self._week, self._made)
        if blocks == self._blocks:
            return blocks
        self._made = journal.now
        return printing.sheet_blocks(journal, self._which, self._week, self._made)

    def _make_anew(self) -> None:
        """What is saved or printed says when that was."""
        self._made = self._journal.now
        self._blocks = ()
        self.draw()

    def _period(self) -> Period:
        return printing.period_of(self._choice or Choice.MONTHS, self._journal.diary, self._own)

    def _set_pages(self) -> None:
        wanted = (self._blocks, self._paper)
        if wanted != self._set:
            self._set = wanted
            pages = pdf.pages(self._blocks, paper=self._size(), ppi=PPI) if self._blocks else []
            self.part.show_pages(pages, printing.in_words(self._blocks))

    def _size(self) -> Literal["a4", "letter"]:
        return "letter" if self._paper == "letter" else "a4"

    def _choose(self, choice: str) -> None:
        self._choice = Choice(choice)
        self._redraw()

    def _choose_own(self, first: date, last: date) -> None:
        self._own = (first, last)
        self._redraw()

    def _choose_paper(self, paper: str) -> None:
        self._paper = paper
        self._redraw()

    def _choose_which(self, which: str) -> None:
        self._which = which
        self._redraw()

    def _choose_week(self, first: date | None) -> None:
        self._week = first
        self._redraw()

    def _redraw(self) -> None:
        self.part.show_saved("", None)
        self.draw()

    def _save(self) -> None:
        name = self._file_name() + SUFFIX
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = self._ask(self, str(Path(folder, name)))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        self._make_anew()
        try:
            pdf.write(self._blocks, path, paper=self._size())
        except SymtrackError as error:
            self.part.show_saved(str(error), None)
        else:
            self.part.show_saved(_("Saved: {path}").format(path=path), path)

    def _file_name(self) -> str:
        if self._which == SUMMARY:
            return _("symptom summary {day}").format(day=self._period().last.isoformat())
        return printing.sheet_file(self._which, self._week or self._journal.today)

    def _print(self) -> None:
        chosen = self._ask_printer(self)
        if chosen is not None:
            self._make_anew()
            pages = pdf.pages(self._blocks, paper=self._size(), ppi=printer.PPI)
            taken = printer.print_pages(pages, chosen)
            self.part.show_saved(
                _("The paper is at the printer.") if taken else _("The printer did not take it."), None
            )
