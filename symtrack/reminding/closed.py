"""The reminder while no window is open: set up in the system's own way, in one piece, and taken away whole."""

import sys
from collections.abc import Sequence
from datetime import time
from pathlib import Path

from symtrack.reminding.ways.autostart import Autostart
from symtrack.reminding.ways.launchd import LaunchAgent
from symtrack.reminding.ways.systemd import Systemd
from symtrack.reminding.ways.task import Task
from symtrack.reminding.ways.way import Way


def ways() -> Sequence[Way]:
    """Those of this kind of system, the better ones first."""
    if sys.platform == "win32":
        return (Task(),)
    return (LaunchAgent(),) if sys.platform == "darwin" else (Systemd(), Autostart())


def standing() -> Way | None:
    """The way that is set up."""
    return next((way for way in ways() if way.stands()), None)


def set_up(diary: Path, at: time) -> None:
    """Have this diary's reminder come at that time. SymtrackError when the system does not take it; then none is."""
    take_away()
    way = next(way for way in ways() if way.fits())
    way.set_up(command(diary), at)


def take_away() -> None:
    """Leave nothing of it, in whichever way it was set up."""
    for way in ways():
        if way.stands():
            way.take_away()


def command(diary: Path) -> list[str]:
    """This program's own, for this diary; by a Python without a window of its own, where there is such a one."""
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        program = [str(python)]
    else:
        quiet = python.with_name("pythonw.exe")
        program = [str(quiet if quiet.exists() else python), "-m", "symtrack"]
    return [*program, "remind", "-d", str(diary.absolute())]
