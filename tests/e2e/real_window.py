"""A real window on a real screen: keys and clicks go through the X server, and the file tells what came of them."""

import os
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Self

from tests.e2e.command import COMMAND

THEME = Path(__file__).resolve().parents[2] / "resources" / "themes" / "light.toml"
PATIENCE = 60
"""Seconds until a test gives up waiting."""
WIDTH, HEIGHT = 1366, 768

AT_A_TIME = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from symtrack import app
from symtrack.store import DiaryStore
def now():
    return datetime.fromisoformat(Path(sys.argv[2]).read_text())
application = app.application()
app.speak("")
with DiaryStore.open(Path(sys.argv[1]), create=True, clock=now) as store:
    window = app.main_window(store, Path(sys.argv[3]))
    window.show()
    application.exec()
"""
"""The window as the command opens it, at the moment that a file says."""


class Screen:
    """An X server of its own, whose picture can be looked at."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        self._picture = folder / "Xvfb_screen0"
        size = f"{WIDTH}x{HEIGHT}x24"
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as said:
            self.name = f":{said.readline().strip()}"

    def stop(self) -> None:
        self._server.terminate()
        self._server.wait()

    def lines(self) -> list[bytes]:
        """What is on the screen, four bytes (blue, green, red, nothing) a pixel."""
        picture = self._picture.read_bytes()

        def number(place: int) -> int:
            return int.from_bytes(picture[4 * place : 4 * place + 4], "big")

        # The header is an XWD file's: its own size first, the bytes of a line as 13th number, the colours as 20th.
        wide, begins = number(12), number(0) + 12 * number(19)
        return [picture[begins + y * wide : begins + y * wide + 4 * WIDTH] for y in range(HEIGHT)]


class Window:
    """The program in its window. `now` stands still for it until `later`; without one it is the installed command."""

    def __init__(self, screen: Screen, diary: Path, *, now: datetime | None = None, settings: str = "") -> None:
        kept = diary.with_name(f"settings-{len(list(diary.parent.iterdir()))}.toml")
        kept.write_text(settings, encoding="utf-8")
        self._now, self._clock = now, kept.with_suffix(".clock")
        self.later(0)
        at_a_time = [sys.executable, "-c", AT_A_TIME, str(diary), str(self._clock), str(kept)]
        command = at_a_time if now else [str(COMMAND), str(diary)]
        self.screen, self.diary, self.pressed = screen, diary, 0
        self._environment = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        self._program = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        self._found = self._xdotool("search", "--sync", "--onlyvisible", "--name", "symtrack").split()[0]
        self._xdotool("windowfocus", "--sync", self._found)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._program.wait(PATIENCE)

    def kill(self) -> None:
        """What a computer does that goes off in the middle: the program has no say in it."""
        self._program.kill()
        self._program.wait(PATIENCE)

    def end(self) -> int:
        """What a session does that is logged out of; with what the program ended."""
        self._program.terminate()
        return self._program.wait(PATIENCE)

    def later(self, minutes: int) -> None:
        """Have the clock of the window, where it stands still, go on by so many minutes."""
        if self._now is not None:
            self._now += timedelta(minutes=minutes)
            written = self._clock.with_suffix(".new")
            written.write_text(self._now.isoformat(), encoding="utf-8")
            written.replace(self._clock)

    def press(self, *keys: str) -> None:
        """Press the keys, one after the other."""
        self.pressed += len(keys)
        self._xdotool("key", "--delay", "40", *keys)

    def press_slowly(self, *keys: str) -> None:
        """Press them more than a second apart."""
        self._xdotool("key", "--delay", "1200", *keys)

    def hold(self, key: str) -> None:
        """Hold a key down until it has repeated itself some twenty times."""
        self._xdotool("keydown", key, "sleep", "1.5", "keyup", key)

    def answer(self, dialog: str, text: str) -> None:
        """Wait for a dialog of that name, type the text and Enter there, and go back to the window when it is gone."""
        there = self._xdotool("search", "--sync", "--onlyvisible", "--name", f"^{dialog}$").split()[0]
        self._xdotool("windowfocus", "--sync", there, "type", text)
        self._xdotool("key", "Return")
        self._xdotool("windowfocus", "--sync", self._found)

    def click(self, x: int, y: int) -> None:
        self.pressed += 1
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def scores(self, score: int, cards: int) -> list[tuple[int, int]]:
        """Where that score stands on each card: its foot has a colour that nothing else on the screen has."""
        colour = tomllib.loads(THEME.read_text(encoding="utf-8"))["ramp"]["colours"][score]
        pixel = bytes.fromhex(colour[5:7] + colour[3:5] + colour[1:3])
        found: list[tuple[int, int]] = []

        def looked() -> bool:
            found.clear()
            for y, line in enumerate(self.screen.lines()):
                x = line.find(pixel)
                while x >= 0 and x % 4:
                    x = line.find(pixel, x + 1)
                if x >= 0 and (not found or y > found[-1][1] + 20):
                    found.append((x // 4 + 15, y))
            return len(found) == cards

        wait(looked)
        return [(x, y - 20) for x, y in found]

    def rows(self, wanted: int, columns: str = "item, score") -> list[tuple[object, ...]]:
        """The ratings in the file, read by another program, once there are as many as wanted."""
        rows: list[tuple[object, ...]] = []

        def read() -> bool:
            with (
                suppress(sqlite3.OperationalError),
                closing(sqlite3.connect(f"{self.diary.as_uri()}?mode=ro", uri=True)) as file,
            ):
                rows[:] = file.execute(f"SELECT {columns} FROM rating ORDER BY id").fetchall()
            return len(rows) >= wanted

        wait(read)
        return rows

    def _xdotool(self, *command: str) -> str:
        return subprocess.run(
            ["xdotool", *command], env=self._environment, check=True, capture_output=True, text=True, timeout=PATIENCE
        ).stdout


def wait(until: Callable[[], bool]) -> None:
    """Ask again until it is so, or nobody would wait any longer."""
    end = monotonic() + PATIENCE
    while not until() and monotonic() < end:
        pass
