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
from symtrack.ui.journal import Journal
from symtrack.ui.team import keeping, printing
from symtrack.ui.team.paper import PaperPart, PaperShown
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

    def __init__(self, journal: Journal, theme: Theme, ask: AskFile) -> None:
        super().__init__()
        self._journal, self._ask = journal, ask
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
        self.part.save_wanted.connect(self._save)
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
            period = self._period()
            words = printing.period_words(period)
            self._blocks = printing.blocks_of(journal, period)
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
            )
        )
        self._idle.start()

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

    def _redraw(self) -> None:
        self.part.show_saved("", None)
        self.draw()

    def _save(self) -> None:
        name = _("symptom summary {day}").format(day=self._period().last.isoformat()) + SUFFIX
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = self._ask(self, str(Path(folder, name)))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            pdf.write(self._blocks, path, paper=self._size())
        except SymtrackError as error:
            self.part.show_saved(str(error), None)
        else:
            self.part.show_saved(_("Saved: {path}").format(path=path), path)
