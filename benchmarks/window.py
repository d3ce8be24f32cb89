"""The window on a measured diary, offscreen, as the command opens it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.diaries import noon
from symtrack import app
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow

SIZE = (1366, 768)
TURNS = 20
MB = 1024


@contextmanager
def opened(path: Path) -> Iterator[tuple[MainWindow, Journal]]:
    """The window, filled and painted; gone afterwards, so that it does not work beside another."""
    app.application()
    app.speak("")
    with DiaryStore.open(path, clock=noon) as store:
        window = app.main_window(store, path.with_suffix(".toml"))
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        settle()
        journal = window.findChild(Journal)
        assert isinstance(journal, Journal)
        yield window, journal
        window.close()
        app.remove(window)


def settle() -> None:
    """Let Qt do all that there is to do."""
    for _turn in range(TURNS):
        QApplication.processEvents()


def rest(journal: Journal) -> None:
    """Have the points there, as they are when the person has done nothing for a moment."""
    while journal._flagging.due:  # noqa: SLF001 - nothing else says that the rules are still to run
        QApplication.processEvents()
    QApplication.sendPostedEvents()


def memory() -> float:
    """MB that this process has in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / MB
