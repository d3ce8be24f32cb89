"""A paper on its way to a file or a printer. It outlives the page that it was ordered on, and ends with the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from symtrack.apart import Work
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.report.orders import Pages
from symtrack.store import outgoing
from symtrack.ui import printer
from symtrack.ui.apart import Apart

Use = Callable[[object], Iterator[str]]
"""What is done with what was made, step by step; the last step's sentence tells the person."""


class Job(QObject):
    """`ended` gives itself, the sentence that tells what became of it, and the file if there is one.

    A window that is closed waits for it.
    """

    ended = Signal(QObject, str, object)

    def __init__(self, window: QWidget, work: Work, use: Use, path: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._use, self.path = window, use, path
        self._apart = Apart(self)
        self._apart.made.connect(self._go_on)
        self._steps: Iterator[str] = iter(())
        self._said = ""
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._take)
        window.installEventFilter(self)
        self._apart.start(work)

    def stop(self) -> None:
        """End it with nothing made."""
        self._apart.stop()
        self._steps = iter(())
        self._said = ""
        self._end(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._apart.finish()
            while self._step.isActive():
                self._take()
        return False

    def _go_on(self, made: object) -> None:
        self._steps = _told(made) if isinstance(made, SymtrackError) else self._use(made)
        self._step.start()

    def _take(self) -> None:
        """One step; the window can do something else before the next."""
        self._step.stop()
        try:
            self._said = next(self._steps)
        except StopIteration:
            self._end(self.path)
        except SymtrackError as error:
            self._said = str(error)
            self._end(None)
        else:
            self._step.start()

    def _end(self, path: Path | None) -> None:
        self._step.stop()
        self._window.removeEventFilter(self)
        self.ended.emit(self, self._said, path)
        self.deleteLater()


def saving(path: Path) -> Use:
    """Writes what was made as a file."""

    def use(made: object) -> Iterator[str]:
        assert isinstance(made, bytes)
        outgoing.write(path, (made,))
        yield _("Saved: {path}").format(path=path)

    return use


def printing(device: QPrinter) -> Use:
    """Prints the pages that were made, one after the other."""

    def use(made: object) -> Iterator[str]:
        assert isinstance(made, Pages)
        took = True
        for taken in printer.each_page(made.pictures, device):
            took = took and taken
            yield ""
        yield _("The paper is at the printer.") if took else _("The printer did not take it.")

    return use


def _told(error: SymtrackError) -> Iterator[str]:
    yield str(error)
