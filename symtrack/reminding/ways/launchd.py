"""macOS: an agent of the person's own. Written after the system's manual, and not tried on a Mac."""

import os
import plistlib
from collections.abc import Sequence
from datetime import time
from pathlib import Path

from symtrack import whole_file
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.reminding.ways.way import refused, run, timed

LABEL = "symtrack.remind"


class LaunchAgent:
    """One property list, and the system told of it."""

    at_log_in = False

    def fits(self) -> bool:
        return True

    def stands(self) -> bool:
        return _file().exists()

    def set_up(self, command: Sequence[str], at: time) -> None:
        self.take_away()
        try:
            _file().parent.mkdir(parents=True, exist_ok=True)
            whole_file.write(_file(), (content(command, at),))
        except OSError as error:
            raise refused(reason(error)) from error
        if not run("launchctl", "bootstrap", _domain(), str(_file())):
            self.take_away()
            raise refused(_("its timer could not be started"))

    def take_away(self) -> None:
        run("launchctl", "bootout", f"{_domain()}/{LABEL}")
        _file().unlink(missing_ok=True)


def content(command: Sequence[str], at: time) -> bytes:
    """The property list."""
    when = {"Hour": at.hour, "Minute": at.minute}
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": timed(command, at),
            "StartCalendarInterval": when,
            "ProcessType": "Background",
        }
    )


def _domain() -> str:
    return f"gui/{os.getuid()}"


def _file() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
