"""Two windows on one diary: real processes, real locks, a real display."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.command import symtrack

Open = Callable[..., "subprocess.Popen[str]"]
PATIENCE = 60
"""Seconds until a test gives up waiting."""
SIGNS = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from symtrack import app
from symtrack.ui.main_window import MainWindow

class Signs(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.WindowStateChange and isinstance(watched, MainWindow):
            print("minimised" if watched.isMinimized() else "shown", flush=True)
        return False

signs = Signs()
painted = MainWindow.painted
before = MainWindow.__init__
def begin(window, *journal):
    before(window, *journal)
    app.application().installEventFilter(signs)
    window.painted.connect(lambda: (print("open", flush=True), window.showMinimized()))
MainWindow.__init__ = begin
from pathlib import Path
sys.exit(app.run(Path(sys.argv[1])))
"""
"""The window as it is, which also says on standard output when it opens, hides and comes back."""


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Open]:
    """Opens a first window, which has put itself away once it was open."""
    running: list[subprocess.Popen[str]] = []

    def opened(name: str = "diary.symtrack") -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", SIGNS, str(tmp_path / name)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        running.append(process)
        assert said(process) == "open"
        assert said(process) == "minimised"
        return process

    yield opened
    for process in running:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        if process.stdout is not None:
            process.stdout.close()


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_window_calls_the_first_one(first: Open, tmp_path: Path) -> None:
    """It says so in one sentence, ends well, and the first one is there again; however the path is written."""
    process = first()
    (tmp_path / "folder").mkdir()
    second = symtrack(tmp_path / "folder" / ".." / "diary.symtrack", QT_QPA_PLATFORM="offscreen")
    assert second.returncode == 0
    sentence = second.stderr.decode()
    assert "is open in another window, which comes to the front." in sentence
    assert len(sentence.splitlines()) == 1
    assert said(process) == "shown"


def test_after_a_killed_window_the_next_start_is_clean(first: Open, tmp_path: Path) -> None:
    """SIGKILL leaves a lock and a socket behind: the next window opens, and answers when it is called."""
    killed = first()
    killed.send_signal(signal.SIGKILL)
    killed.wait(PATIENCE)
    process = first()
    assert symtrack(tmp_path / "diary.symtrack", QT_QPA_PLATFORM="offscreen").returncode == 0
    assert said(process) == "shown"


def test_a_window_that_does_not_answer_is_said_to_be_open(first: Open, tmp_path: Path) -> None:
    """A stopped first window still holds the diary: nobody opens a second one on it, and the exit code says so."""
    process = first()
    process.send_signal(signal.SIGSTOP)
    try:
        second = symtrack(tmp_path / "diary.symtrack", QT_QPA_PLATFORM="offscreen")
    finally:
        process.send_signal(signal.SIGCONT)
    assert "is open in another window" in second.stderr.decode()
    assert b"Traceback" not in second.stderr


def test_two_diaries_have_two_windows(first: Open) -> None:
    """Another file beside it is nobody's business: its window opens too."""
    first()
    assert first("other.symtrack").poll() is None
