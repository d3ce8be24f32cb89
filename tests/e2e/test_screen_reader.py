"""The window as a screen reader has it: another process reads it, answers it, and hears that it is saved."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.command import COMMAND
from tests.e2e.test_window import rows_of

READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = shutil.which("python3", path="/usr/bin:/bin") or "/usr/bin/python3"
PATIENCE = 180
"""Seconds until the whole is given up."""
BOTH = """
"$1" "$2" >/dev/null 2>&1 & window=$!
shift 2
"$@"; read=$?
kill "$window"; wait "$window" 2>/dev/null
exit "$read"
"""
"""The window and its reader in one session, so that neither outlives it."""


@pytest.fixture
def read(display: str, tmp_path: Path) -> Iterator[Callable[..., subprocess.CompletedProcess[str]]]:
    """Opens the window in a session of its own, with the words of the person's language, and reads it."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    environment |= {"XDG_RUNTIME_DIR": str(runtime), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    session: list[subprocess.Popen[str]] = []

    def read_it(diary: Path, heard: Path, *answers: str) -> subprocess.CompletedProcess[str]:
        session_of_both = ["dbus-run-session", "--", "bash", "-c", BOTH, "both"]
        command = [*session_of_both, str(COMMAND), str(diary), SYSTEM_PYTHON, str(READER), str(heard)]
        session.append(
            subprocess.Popen(
                [*command, *answers], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
        )
        said, wrong = session[-1].communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(command, session[-1].returncode, said, wrong)

    yield read_it
    for each in session:
        with suppress(ProcessLookupError):
            each.terminate()
        each.communicate()


def test_four_answers_through_a_screen_reader_alone(read, tmp_path: Path) -> None:
    """Every question is found by its name, answered by its own action, and said to be saved; the file has all four."""
    done = read(
        tmp_path / "diary.symtrack", tmp_path / "heard", "Pain=7", "Nausea=2", "Loss of appetite=10", "Fatigue=0"
    )
    assert done.returncode == 0, done.stderr
    heard = json.loads((tmp_path / "heard").read_text(encoding="utf-8"))
    assert heard["saved"].startswith("Saved ")
    assert (heard["role"], heard["title"]) == ("frame", "My diary · Today – symtrack")
    assert heard["focusable"]
    assert all(name for _role, name in heard["focusable"])
    assert rows_of(tmp_path / "diary.symtrack", wanted=4) == [
        ("pain", 7, "patient"),
        ("nausea", 2, "patient"),
        ("appetite", 10, "patient"),
        ("fatigue", 0, "patient"),
    ]
