"""The window on a measured diary, offscreen, as the command opens it."""

import os
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


def opened(path: Path) -> tuple[MainWindow, Journal]:
    """The window, filled, painted and idle."""
    app.application()
    app.speak("")
    window = app.main_window(DiaryStore.open(path, clock=noon), path.with_suffix(".toml"))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    settle()
    journal = window.findChild(Journal)
    assert isinstance(journal, Journal)
    return window, journal


def settle() -> None:
    """Let Qt do all that there is to do."""
    for _turn in range(TURNS):
        QApplication.processEvents()


def memory() -> float:
    """MB that this process has in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / MB
