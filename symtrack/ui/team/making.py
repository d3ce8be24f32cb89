"""Everything of the paper that takes time: the pages that are shown, files, prints. The window never waits for it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from symtrack.errors import SymtrackError
from symtrack.i18n import Paper, _
from symtrack.report.orders import FileOrder, Pages, PagesOrder, Source, ToldOrder
from symtrack.store import outgoing
from symtrack.ui import printer
from symtrack.ui.apart import Apart
from symtrack.ui.team.job import Job, Use, printing, saving

PPI = 130
SAY_SO = 1_000
"""Milliseconds after which it is said that something is being made."""


class Making(QObject):
    """`pages` gives Pages, or a SymtrackError; `ended` a sentence and the file, if there is one.

    `busy` says in words what is being made, once that takes long, and an empty sentence when nothing is any more.
    """

    pages = Signal(object)
    ended = Signal(str, object)
    busy = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._jobs: list[Job] = []
        self._shown = Apart(self)
        self._shown.made.connect(self._have_pages)
        self._late = QTimer(self, singleShot=True, interval=SAY_SO)
        self._late.timeout.connect(self._say_so)

    @property
    def setting_pages(self) -> bool:
        """Whether the pages that are to be shown are still being made."""
        return self._shown.running

    @property
    def busy_with_files(self) -> bool:
        """Whether a file or a print is on its way."""
        return bool(self._jobs)

    def show_pages(self, source: Source, paper: Paper) -> None:
        """Make the pages for the screen; those that were being made before are not shown any more."""
        self._shown.start(PagesOrder(source=source, paper=paper, ppi=PPI))
        self._wait()

    def save(self, source: Source, paper: Paper, path: Path) -> None:
        """Make the file. One of the same name that is being made gives way."""
        try:
            outgoing.check(path)
        except SymtrackError as error:
            self.ended.emit(str(error), None)
            return
        for job in [job for job in self._jobs if job.path == path]:
            job.stop()
        self._begin(FileOrder(source=source, paper=paper, kind=path.suffix.lower()), saving(path), path)

    def pack(self, order: FileOrder | ToldOrder, path: Path, use: Use) -> None:
        """Make the paper, and have `use` put it into the file with everything else."""
        self._begin(order, use, path)

    def print(self, source: Source, paper: Paper, device: QPrinter) -> None:
        """Make the pages for the printer and print them."""
        self._begin(PagesOrder(source=source, paper=paper, ppi=printer.PPI), printing(device))

    def stop(self) -> None:
        """End all that is being made."""
        self.stop_pages()
        for job in tuple(self._jobs):
            job.stop()

    def stop_pages(self) -> None:
        """End the making of pages for the screen."""
        self._shown.stop()
        self._settle()

    def _begin(self, order: PagesOrder | FileOrder | ToldOrder, use: Use, path: Path | None = None) -> None:
        job = Job(self._widget.window(), order, use, path)
        self._jobs.append(job)
        job.ended.connect(self._end)
        self._wait()

    def _end(self, job: Job, sentence: str, path: Path | None) -> None:
        self._jobs.remove(job)
        self._settle()
        self.ended.emit(sentence, path)

    def _have_pages(self, made: Pages | SymtrackError) -> None:
        self._settle()
        self.pages.emit(made)

    def _wait(self) -> None:
        if not self._late.isActive():
            self._late.start()

    def _settle(self) -> None:
        if not self._shown.running and not self._jobs:
            self._late.stop()
            self.busy.emit("")

    def _say_so(self) -> None:
        if self._jobs:
            self.busy.emit(_("The paper is being made. You can go on meanwhile."))
        elif self._shown.running:
            self.busy.emit(_("The pages are being made. You can go on meanwhile."))
