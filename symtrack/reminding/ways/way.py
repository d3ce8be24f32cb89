"""What a way of the system's is, and what each of them writes."""

import subprocess
from collections.abc import Sequence
from datetime import time
from typing import Protocol

from symtrack.errors import SymtrackError
from symtrack.i18n import _

NAME = "symtrack-remind"
PATIENCE = 20
"""Seconds to wait for a program of the system's."""


class Way(Protocol):
    """One way in which the reminder comes while no window is open.

    It is set up whole or not at all. `at_log_in` says that it begins only at the next log-in.
    """

    at_log_in: bool

    def fits(self) -> bool:
        """Whether this computer has it."""

    def stands(self) -> bool:
        """Whether it is set up."""

    def set_up(self, command: Sequence[str], at: time) -> None:
        """Have the command run each day at that time, in place of an earlier one. SymtrackError says why not."""

    def take_away(self) -> None:
        """Leave nothing of it."""


def timed(command: Sequence[str], at: time) -> list[str]:
    """The command, not before its time: a system makes up in the morning for an evening when it was off."""
    return [*command, "--at", f"{at:%H:%M}"]


def run(*command: str) -> bool:
    """Whether the system's program did what it was asked."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def refused(why: object) -> SymtrackError:
    """What is said when it could not be set up."""
    return SymtrackError(
        _("This computer did not take the reminder: {why}. One can still come while symtrack is open.").format(why=why)
    )
