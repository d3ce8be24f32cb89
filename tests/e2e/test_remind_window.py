"""The reminder of a real window on a real bus, with a place for icons among the system's and without one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from symtrack import paths
from tests.e2e.desktop import Desktop
from tests.e2e.test_window import PATIENCE, xdotool

EVENING = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from symtrack import app
from symtrack.store import DiaryStore
now = [datetime(2026, 5, 15, 17, 59).astimezone()]
application = app.application()
app.speak("")
with DiaryStore.open(Path(sys.argv[1]), create=True, clock=lambda: now[-1]) as store:
    window = app.main_window(store, Path(sys.argv[2]))
    window.painted.connect(lambda: now.append(now[0] + timedelta(minutes=1)))
    window.show()
    application.exec()
"""
"""The window as the command opens it, at one minute to six in the evening; once it can be seen, it is six."""


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    begun = Desktop()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", begun.address)
    yield begun
    begun.end()


@pytest.fixture
def open_window(display: str, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Opens the window in the evening, on a diary that has no entry; nobody looks at it."""
    settings = tmp_path / "settings.toml"
    settings.write_text('reminder = "18:00"\n', encoding="utf-8")
    command = [sys.executable, "-c", EVENING, str(tmp_path / "diary.symtrack"), str(settings)]
    opened: list[subprocess.Popen[bytes]] = []

    def open_it() -> None:
        opened.append(subprocess.Popen(command, env=dict(os.environ), stderr=subprocess.DEVNULL))
        xdotool("search", "--sync", "--onlyvisible", "--name", "symtrack$")

    yield open_it
    for program in opened:
        assert program.poll() is None
        program.terminate()
        with suppress(subprocess.TimeoutExpired):
            program.wait(PATIENCE)


@pytest.mark.parametrize("parts", [(), ("tray",)])
def test_a_window_that_nobody_looks_at_reminds_once(desktop: Desktop, open_window, parts) -> None:
    """With an icon where the system has a place for one, and just as well without."""
    desktop.begin(*parts)
    open_window()
    heard = [desktop.next() for _part in range(len(parts) + 1)]
    assert [each["summary"] for each in heard if "summary" in each] == ["Time for your diary"]
    assert ({"tray": True} in heard) == ("tray" in parts)
    assert len(list(paths.reminded_folder().iterdir())) == 1
    assert desktop.shown() == []
