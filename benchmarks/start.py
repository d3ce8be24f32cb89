"""From a program's start to its window on the screen, beside a bare PySide6 window and two other programs.

`python -m benchmarks.start [TURNS]`: they take turns on one X server. Painted is when the first pixels come, and whole
when the picture has come to rest; both are seen on the screen, from outside.
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
from benchmarks.screen import Painted, Screen

TURNS = 7
MUST, AIM = 1.5, 1.25
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


def lines(turns: int = TURNS) -> Iterator[Line]:
    """Painted, whole, and the memory at rest."""
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
        found = watched(commands, Path(place), turns)
    yield from _told(found)
    for peer, why in missing.items():
        yield Line(what=f"{peer.titled} could not be measured: {why}", ours="")


def _told(found: Mapping[str, Sequence[Painted]]) -> Iterator[Line]:
    bare = found[BARE]
    for what, name in (("first", "painted"), ("whole", "at rest")):
        for program in found:
            if program != BARE:
                yield _line(f"{program}: start to {name}", what, found[program], bare)
    for peer in PEERS:
        if peer.titled in found:
            for what, name in (("first", "painted"), ("whole", "at rest")):
                yield _ahead(f"Ahead of {peer.titled}, {name}", what, found, peer.titled)
    for program in found:
        if program != BARE:
            ours, theirs = _all(found[program], "memory"), _all(bare, "memory")
            yield Line(
                what=f"{program}: memory at rest",
                ours=spread(ours, "MB"),
                beside=f"bare: {spread(theirs, 'MB')}",
                ratio=f"{np.median(ours) / np.median(theirs):.2f}",
            )


def _line(what: str, which: str, ours: Sequence[Painted], bare: Sequence[Painted]) -> Line:
    times = _times(_all(ours, which), _all(bare, "first"))
    worked = _times(_all(ours, f"{which}_worked"), _all(bare, "first_worked"))
    judged = times if which == "first" and what.startswith("symtrack") else None
    return Line(
        what=what,
        ours=spread(1000 * _all(ours, which), "ms"),
        beside=f"bare, painted: {spread(1000 * _all(bare, 'first'), 'ms')}",
        ratio=f"{times:.2f} (of the processor’s time {worked:.2f})",
        judged=judged,
        must=MUST if judged else None,
        aim=AIM if judged else None,
    )


def _ahead(what: str, which: str, found: Mapping[str, Sequence[Painted]], peer: str) -> Line:
    # Neither has anything in it yet.
    ours, theirs = _all(found[NEW], which), _all(found[peer], which)
    times = _times(theirs, ours)
    return Line(
        what=what,
        ours=spread(1000 * ours, "ms"),
        beside=f"{peer}: {spread(1000 * theirs, 'ms')}",
        ratio=f"{times:.2f} times as quick",
        judged=times,
        must=1.0,
        least=True,
    )


def _times(ours: Figures, theirs: Figures) -> float:
    """The median of the ratios of each turn: what else a computer does comes and goes slower than a turn."""
    turns = min(len(ours), len(theirs))
    return float(np.median(ours[:turns] / theirs[:turns]))


def _all(seen: Sequence[Painted], which: str) -> Figures:
    return np.array([getattr(each, which) for each in seen])


if __name__ == "__main__":
    tell(lines(*map(int, sys.argv[1:])))
