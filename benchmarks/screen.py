"""An X server of its own whose picture is watched: when a program's window is there, and when it has come to rest."""

import mmap
import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1366, 768
GRID = 8
"""Each so many pixels across and down are looked at."""
PART = 0.005
"""So much of the picture changes when something is painted; a blinking cursor is less."""
GLANCE, STILL, PATIENCE, LONGEST = 0.002, 2.0, 30.0, 8.0
"""Seconds between two looks; without a change until it is at rest; for a first one; from that one at most."""
MB = 1024


Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Moment:
    """A considerable change: seconds of the clock and of the processor since the start, and the picture since then."""

    clock: float
    worked: float
    picture: Picture


@dataclass(frozen=True, slots=True)
class Painted:
    """What could be seen of a program, from its first pixels until it was at rest."""

    moments: tuple[Moment, ...]
    memory: float
    """MB of it and of its children, at rest."""

    @property
    def first(self) -> Moment:
        return self.moments[0]

    @property
    def whole(self) -> Moment:
        return self.moments[-1]

    def since(self, picture: Picture) -> Moment | None:
        """When the screen first showed that picture, but for less than what counts as a change; None for never."""
        return next((moment for moment in self.moments if not _differs(moment.picture, picture)), None)


class Screen:
    """Xvfb; its picture is a file in `folder`."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"]
        self._server = subprocess.Popen([*command, "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.name = f":{said.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            picture = np.frombuffer(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ), np.uint8)
        # The header is an XWD file's: its own size first, the bytes of a line as 13th number, the colours as 20th.
        numbers = picture[:100].view(">u4")
        wide, begins = int(numbers[12]), int(numbers[0]) + 12 * int(numbers[19])
        lines = picture[begins : begins + HEIGHT * wide].reshape(HEIGHT, wide)
        self._pixels = lines[::GRID, : 4 * WIDTH].reshape(-1, WIDTH, 4)[:, ::GRID, :3]

    def stop(self) -> None:
        self._server.terminate()
        self._server.wait()

    def look(self) -> Picture:
        """The picture now, a pixel of each square of the grid."""
        return self._pixels.copy()

    def opened(self, command: Sequence[str], environment: Mapping[str, str]) -> Painted | None:
        """Start the program, watch until it is at rest, and end it; None when it painted nothing."""
        ground, start = self.look(), perf_counter()
        program = subprocess.Popen(
            command,
            env={**environment, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return self._watched(program.pid, ground, start)
        finally:
            _end(program)
            self._wait_for(ground)

    def _watched(self, program: int, ground: Picture, start: float) -> Painted | None:
        before, moments = ground, list[Moment]()
        while (now := perf_counter() - start) < (moments[0].clock + LONGEST if moments else PATIENCE):
            if moments and now - moments[-1].clock > STILL:
                break
            seen = self.look()
            if _differs(seen, before):
                moments.append(Moment(now, sum(map(_worked, _family(program))), seen))
                before = seen
            sleep(GLANCE)
        if not moments:
            return None
        return Painted(tuple(moments), sum(map(_memory, _family(program))))

    def _wait_for(self, ground: Picture) -> None:
        end = perf_counter() + STILL
        while (self.look() != ground).any() and perf_counter() < end:
            sleep(GLANCE)


def _differs(one: Picture, other: Picture) -> bool:
    return bool((one != other).any(axis=2).mean() > PART)


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(STILL)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def _family(program: int) -> list[int]:
    """The process and those that it started."""
    found = [program]
    with suppress(OSError):
        for task in Path(f"/proc/{program}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                found += _family(int(child))
    return found


def _worked(process: int) -> float:
    """Seconds of the processor that all threads of the process took so far."""
    with suppress(OSError):
        tasks = Path(f"/proc/{process}/task").iterdir()
        return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9
    return 0.0


def _memory(process: int) -> float:
    """MB that the process has in memory."""
    with suppress(OSError):
        said = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
        return next(int(line.split()[1]) for line in said.splitlines() if line.startswith("VmRSS")) / MB
    return 0.0
