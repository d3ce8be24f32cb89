"""Windows: a task of the person's own in the Task Scheduler. Written after its manual, and not tried on Windows."""

import subprocess
from collections.abc import Sequence
from datetime import time

from symtrack.i18n import _
from symtrack.reminding.ways.way import NAME, refused, run, timed


class Task:
    """One task; the system keeps it."""

    at_log_in = False

    def fits(self) -> bool:
        return True

    def stands(self) -> bool:
        return run("schtasks", "/Query", "/TN", NAME)

    def set_up(self, command: Sequence[str], at: time) -> None:
        if not run(*creation(command, at)):
            raise refused(_("its timer could not be started"))

    def take_away(self) -> None:
        run("schtasks", "/Delete", "/TN", NAME, "/F")


def creation(command: Sequence[str], at: time) -> list[str]:
    """What makes the task, in place of an earlier one."""
    line = subprocess.list2cmdline(timed(command, at))
    return ["schtasks", "/Create", "/TN", NAME, "/SC", "DAILY", "/ST", f"{at:%H:%M}", "/TR", line, "/F"]
