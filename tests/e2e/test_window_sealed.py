"""A passphrase, and a folder that two windows share: the installed command in real windows, driven by real keys."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from symtrack import paths
from symtrack.settings import Preferences
from tests.e2e.command import COMMAND, done, objects, symtrack
from tests.e2e.test_window import PATIENCE, xdotool

WORDS = "three blue geese"
OPEN, LOCKED = "symtrack$", "locked$"
Press = Callable[..., None]


@pytest.fixture
def opened(display: str) -> Iterator[Callable[..., Press]]:
    """Opens windows on diaries; each takes keys by their names, and longer words as they are typed."""
    programs: list[subprocess.Popen[bytes]] = []

    def opening(diary: Path, **environment: str) -> Press:
        program = subprocess.Popen([COMMAND, diary], stderr=subprocess.DEVNULL, env={**os.environ, **environment})
        programs.append(program)

        def press(title: str, *keys: str) -> None:
            # One program has one window at a time: the diary's, or the one that unlocks it.
            wanted = ("--all", "--pid", str(program.pid), "--name", title)
            found = xdotool("search", "--sync", "--onlyvisible", *wanted).split()
            xdotool("windowfocus", "--sync", found[-1])
            for key in keys:
                if " " in key:
                    xdotool("type", "--delay", "0", key)
                else:
                    xdotool("key", key)

        return press

    yield opening
    for program in programs:
        program.terminate()
        with suppress(subprocess.TimeoutExpired):
            program.wait(PATIENCE)


def until(look: Callable[[], bool], what: str) -> None:
    """Looks again and again until it is so."""
    end = monotonic() + PATIENCE
    while not look():
        assert monotonic() < end, what


def scores(diary: Path, words: str = "") -> list[tuple[str, int | None]]:
    """What the diary says, asked by another program; nothing where that does not open it."""
    called = symtrack("show", "--json", "-d", diary, SYMTRACK_PASSPHRASE=words)
    days = objects(called.stdout.decode()) if called.returncode == 0 else []
    return [(rating["item"], rating["score"]) for day in days for rating in day["ratings"]]


def test_set_locked_wrong_right_and_forgotten(opened: Callable[..., Press], tmp_path: Path) -> None:
    """By keys alone: a passphrase is chosen, the diary locked, a wrong word does nothing, the right one opens it.

    Later somebody has forgotten it, and the recovery code opens the diary.
    """
    diary = tmp_path / "diary.symtrack"
    press = opened(diary)
    press(OPEN, "6", "Return")
    until(lambda: scores(diary) == [("pain", 6)], "The first answer is not there.")
    press(OPEN, "ctrl+l", "Return", WORDS, "Return", WORDS, "Return")
    until(lambda: scores(diary) == [], "The diary is not sealed.")
    assert scores(diary, WORDS) == [("pain", 6)]
    press(OPEN, "ctrl+l")
    press(LOCKED, "quite another word", "Return", WORDS, "Return")
    press(OPEN, "Down", "2", "Return")
    until(lambda: len(scores(diary, WORDS)) == 2, "The diary was not unlocked.")
    press(OPEN, "ctrl+l")
    new = tmp_path / "new"
    new.write_text("nobody remembers this one")
    copy = tmp_path / "copied.symtrack"
    copy.write_bytes(diary.read_bytes())
    (said,) = objects(
        done("passphrase", "--change", "-d", copy, "--new-passphrase-file", new, SYMTRACK_PASSPHRASE=WORDS)
    )
    forgotten = opened(copy)
    forgotten(LOCKED, "Tab", "Tab", "Tab", "Return", said["recovery_code"], "ctrl+Return")
    forgotten(OPEN, "Down", "Down", "4", "Return")
    until(lambda: len(scores(copy, new.read_text())) == 3, "The code did not open the diary.")


def test_two_windows_share_a_folder(opened: Callable[..., Press], tmp_path: Path, own_home: Path) -> None:
    """Two computers: what is typed in one window is in the other one's diary, by itself."""
    folder, diaries = tmp_path / "shared", [tmp_path / "a.symtrack", tmp_path / "b.symtrack"]
    folder.mkdir()
    done("add", "-d", diaries[0], "fatigue=1", "--day", "2026-01-05")
    done("backup", "-d", diaries[0], diaries[1])
    presses = []
    for name, diary in zip("ab", diaries, strict=True):
        config = tmp_path / f"config-{name}"
        Preferences(shared_folder=str(folder), device=name).write(config / paths.APP / "settings.toml")
        presses.append(opened(diary, XDG_CONFIG_HOME=str(config)))
    presses[0](OPEN, "7", "Return")
    until(lambda: ("pain", 7) in scores(diaries[1]), "The first window’s answer is not in the second one.")
    presses[1](OPEN, "3", "Return")
    until(lambda: 3 in dict(scores(diaries[0])).values(), "The second window’s answer is not in the first one.")
    assert {path.suffix for path in folder.iterdir()} == {".symtrack-changes"}
