"""Moving in, in a real window by keys alone: the page opened, a file chosen, brought in, and all of it taken back."""

import json
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.e2e.command import COMMAND
from tests.e2e.real_window import Screen, Window, wait
from tests.foreign import FILES

SCALE = 5
"""So many times Tab from the button that brings it in to the scale of the first thing that asks for one."""
SIDE, HIGH, ACCENT = 250, 80, bytes.fromhex("63550b")
FRIDAY = datetime(2026, 5, 15, 14, 2).astimezone()


@pytest.fixture
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    shown = Screen(tmp_path_factory.mktemp("screen"))
    yield shown
    shown.stop()


def shown(diary: Path) -> list[tuple[str, int]]:
    """The scores that count, as the command tells them."""
    done = subprocess.run([COMMAND, "show", "-d", diary, "--json"], capture_output=True, text=True, check=True)
    days = map(json.loads, done.stdout.splitlines())
    return [(each["item"], each["score"]) for day in days for each in day["ratings"]]


def is_there(screen: Screen) -> bool:
    """Whether the card is drawn that tells what comes in: its heavy side is the highest thing in that colour."""
    column = [line[4 * SIDE : 4 * SIDE + 3] for line in screen.lines()]
    return max(map(column.count, set(column) & {ACCENT}), default=0) > HIGH


def test_a_file_is_brought_in_and_taken_back_by_keys(screen: Screen, tmp_path: Path) -> None:
    """Ctrl+I, the file's name, a scale where it is asked for, Bring it in; and Ctrl+Z takes back all of it."""
    diary = tmp_path / "diary.symtrack"
    with Window(screen, diary, now=FRIDAY) as window:
        window.press("ctrl+i", "space")
        window.answer("Bring in a file", str(FILES / "daylio.csv"))
        wait(lambda: is_there(screen))
        window.press(*["Tab"] * SCALE, *["Right"] * 4, "space", *["shift+Tab"] * SCALE, "Return")
        assert window.rows(2) == [("pain", 4), ("pain", 2)]
        window.press("ctrl+z")
        wait(lambda: shown(diary) == [])
    assert shown(diary) == []
