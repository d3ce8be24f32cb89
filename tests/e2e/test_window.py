"""From a key press to the file: the installed command in a real window, driven by real keys."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic

import pytest

from tests.e2e.command import COMMAND

PATIENCE = 60
"""Seconds until a test gives up waiting."""


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """symtrack, opened on a diary that is not there yet; it takes keys by their names."""
    program = subprocess.Popen([COMMAND, str(tmp_path / "diary.symtrack")], stderr=subprocess.DEVNULL)
    found = xdotool("search", "--sync", "--onlyvisible", "--name", "symtrack$").split()[0]
    xdotool("windowfocus", "--sync", found)

    def press(*keys: str) -> None:
        for key in keys:
            xdotool("key", "--window", "0", key)

    yield press
    program.terminate()
    with suppress(subprocess.TimeoutExpired):
        program.wait(PATIENCE)


def xdotool(*command: str) -> str:
    return subprocess.run(["xdotool", *command], check=True, capture_output=True, text=True, timeout=PATIENCE).stdout


def rows_of(diary: Path, wanted: int) -> list[tuple[object, ...]]:
    """The ratings in the file, read by another program, as soon as there are as many as wanted."""
    end = monotonic() + PATIENCE
    rows: list[tuple[object, ...]] = []
    while len(rows) < wanted and monotonic() < end:
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(f"{diary.as_uri()}?mode=ro", uri=True)) as file,
        ):
            rows = file.execute("SELECT item, score, voice FROM rating ORDER BY id").fetchall()
    return rows


@pytest.mark.usefixtures("display")
def test_four_digits_each_with_enter_are_four_rows_in_the_file(window: Callable[..., None], tmp_path: Path) -> None:
    """A good day's entry is eight keys, and nothing else has to be pressed for it to be saved."""
    window("7", "Return", "2", "Return", "5", "Return", "6", "Return")
    assert rows_of(tmp_path / "diary.symtrack", wanted=4) == [
        ("pain", 7, "patient"),
        ("nausea", 2, "patient"),
        ("appetite", 5, "patient"),
        ("fatigue", 6, "patient"),
    ]


@pytest.mark.usefixtures("display")
def test_ten_is_a_one_and_a_nought(window: Callable[..., None], tmp_path: Path) -> None:
    """Nothing depends on how fast the second key follows the first."""
    window("1", "0", "Return")
    assert rows_of(tmp_path / "diary.symtrack", wanted=1) == [("pain", 10, "patient")]
