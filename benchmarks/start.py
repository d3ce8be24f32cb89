"""From a program's start to its window on the screen, beside a bare PySide6 window and two other programs.

`python -m benchmarks.start [TURNS]`: they take turns on one X server. Painted is when the first pixels come. With its
contents is when all of Today is there but for points, which are computed after that. At rest is when nothing changes
any more. All of it is seen on the screen, from outside.
"""

import compileall
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

import symtrack
from benchmarks.measuring import Figures, Line, installed, spread, tell
from benchmarks.peers import PEERS, environment, lacking
from benchmarks.screen import Moment, Painted, Picture, Screen

TURNS = 7
MUST, AIM, FILLED = 1.5, 1.25, 2.0
BARE, NEW, DEMO = "bare PySide6 window", "symtrack, a new diary", "symtrack, the demo diary"
WINDOW = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSlider, QVBoxLayout, QWidget
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
column = QVBoxLayout(window)
for _ in range(4):
    column.addWidget(QSlider(Qt.Orientation.Horizontal))
window.show()
app.exec()
"""


def watched(commands: Mapping[str, Sequence[str]], folder: Path, turns: int) -> dict[str, list[Painted]]:
    """Each program started in turns; one that painted nothing at first is left out."""
    screen, found = Screen(folder), dict[str, list[Painted]]()
    try:
        for turn in range(turns + 1):
            for name, command in commands.items():
                home = environment(folder / name)
                home.pop("PYTHONDONTWRITEBYTECODE", None)
                seen = screen.opened(command, home)
                if not turn and seen is not None:
                    found[name] = []  # The first time fills the disk's cache, and makes each program's own folders.
                elif seen is not None and name in found:
                    found[name].append(seen)
    finally:
        screen.stop()
    return found


def today(command: Sequence[str], folder: Path) -> Picture:
    """Today with all that it shows at once: the diary at rest where points are switched off."""
    home = environment(folder / "without points")
    settings = folder / "without points" / "symtrack" / "settings.toml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("points = false\n", encoding="utf-8")
    screen = Screen(folder)
    try:
        seen = screen.opened(command, home)
    finally:
        screen.stop()
    if seen is None:
        raise OSError("symtrack paints nothing")
    return seen.whole.picture


def lines(turns: int = TURNS) -> Iterator[Line]:
    """Painted, with its contents, at rest, and the memory then."""
    missing = {peer: why for peer in PEERS if (why := lacking(peer))}
    bin_ = Path(sys.executable).parent
    # A program that was installed finds its modules compiled.
    compileall.compile_dir(Path(symtrack.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as place:
        demo = Path(place) / "demo.symtrack"
        subprocess.run([bin_ / "symtrack", "demo", "-d", demo], check=True, capture_output=True, env=installed())
        commands = {
            BARE: [str(bin_ / "python"), "-c", WINDOW],
            NEW: [str(bin_ / "symtrack"), str(Path(place) / "new.symtrack")],
            DEMO: [str(bin_ / "symtrack"), str(demo)],
            **{peer.titled: [str(peer.command)] for peer in PEERS if peer not in missing},
        }
        filled = {name: today(commands[name], Path(place)) for name in (NEW, DEMO)}
        found = watched(commands, Path(place), turns)
    yield from _told(found, filled)
    for peer, why in missing.items():
        yield Line(what=f"{peer.titled} could not be measured: {why}", ours="")


def _told(found: Mapping[str, Sequence[Painted]], filled: Mapping[str, Picture]) -> Iterator[Line]:
    bare, others = _first(found[BARE]), [program for program in found if program != BARE]
    for program in others:
        limits = {"must": MUST, "aim": AIM} if program in filled else {}
        yield _line(f"{program}: start to painted", _first(found[program]), bare, **limits)
    for program, picture in filled.items():
        what, seen = f"{program}: start to Today with its contents", [each.since(picture) for each in found[program]]
        at = [moment for moment in seen if moment is not None]
        # Seen in each turn, or not told at all.
        yield _line(what, at, bare, aim=FILLED) if len(at) == len(seen) else Line(what=what, ours="", aim=FILLED)
    for program in others:
        yield _line(f"{program}: start to at rest", _whole(found[program]), bare)
    for peer in PEERS:
        if peer.titled in found:
            for name, which in (("painted", _first), ("at rest", _whole)):
                # Neither has anything in it yet.
                ours, theirs = which(found[NEW]), which(found[peer.titled])
                yield _ahead(f"Ahead of {peer.titled}, {name}", ours, theirs, peer.titled)
    for program in others:
        held, least = (np.array([each.memory for each in found[name]]) for name in (program, BARE))
        yield Line(
            what=f"{program}: memory at rest",
            ours=spread(held, "MB"),
            beside=f"bare: {spread(least, 'MB')}",
            ratio=f"{np.median(held) / np.median(least):.2f}",
        )


def _line(what: str, ours: Sequence[Moment], bare: Sequence[Moment], **limits: float) -> Line:
    times = _times(_clock(ours), _clock(bare))
    worked = _times(_worked(ours), _worked(bare))
    return Line(
        what=what,
        ours=spread(1000 * _clock(ours), "ms"),
        beside=f"bare, painted: {spread(1000 * _clock(bare), 'ms')}",
        ratio=f"{times:.2f} (of the processor’s time {worked:.2f})",
        judged=times if limits else None,
        must=limits.get("must"),
        aim=limits.get("aim"),
    )


def _ahead(what: str, ours: Sequence[Moment], theirs: Sequence[Moment], peer: str) -> Line:
    times = _times(_clock(theirs), _clock(ours))
    return Line(
        what=what,
        ours=spread(1000 * _clock(ours), "ms"),
        beside=f"{peer}: {spread(1000 * _clock(theirs), 'ms')}",
        ratio=f"{times:.2f} times as quick",
        judged=times,
        must=1.0,
        least=True,
    )


def _times(ours: Figures, theirs: Figures) -> float:
    """The median of the ratios of each turn: what else a computer does comes and goes slower than a turn."""
    turns = min(len(ours), len(theirs))
    return float(np.median(ours[:turns] / theirs[:turns]))


def _first(seen: Sequence[Painted]) -> list[Moment]:
    return [each.first for each in seen]


def _whole(seen: Sequence[Painted]) -> list[Moment]:
    return [each.whole for each in seen]


def _clock(moments: Sequence[Moment]) -> Figures:
    return np.array([moment.clock for moment in moments])


def _worked(moments: Sequence[Moment]) -> Figures:
    return np.array([moment.worked for moment in moments])


if __name__ == "__main__":
    tell(lines(*map(int, sys.argv[1:])))
