"""Linux with systemd: a timer of the person's own. A time at which the computer was off is made up for."""

from collections.abc import Sequence
from datetime import time
from pathlib import Path

from symtrack import paths, whole_file
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.reminding import words
from symtrack.reminding.ways.way import NAME, refused, run, timed

SERVICE = """\
[Unit]
Description={words}

[Service]
Type=oneshot
ExecStart={command}
"""
TIMER = """\
[Unit]
Description={words}

[Timer]
OnCalendar=*-*-* {at:%H:%M}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


class Systemd:
    """A service, and the timer that starts it."""

    at_log_in = False

    def fits(self) -> bool:
        return run("systemctl", "--user", "show-environment")

    def stands(self) -> bool:
        return _file("timer").exists()

    def set_up(self, command: Sequence[str], at: time) -> None:
        said = words.reminder()
        try:
            _file("timer").parent.mkdir(parents=True, exist_ok=True)
            service = SERVICE.format(words=_plain(said), command=" ".join(map(quoted, timed(command, at))))
            whole_file.write(_file("service"), (service.encode(),))
            whole_file.write(_file("timer"), (TIMER.format(words=_plain(said), at=at).encode(),))
        except OSError as error:
            self.take_away()
            raise refused(reason(error)) from error
        # Started anew: a timer that runs already keeps its former time otherwise.
        steps = (("daemon-reload",), ("enable", f"{NAME}.timer"), ("restart", f"{NAME}.timer"))
        if not all(run("systemctl", "--user", *step) for step in steps):
            self.take_away()
            raise refused(_("its timer could not be started"))

    def take_away(self) -> None:
        run("systemctl", "--user", "disable", "--now", f"{NAME}.timer")
        for kind in ("timer", "service"):
            _file(kind).unlink(missing_ok=True)
        run("systemctl", "--user", "daemon-reload")


def quoted(part: str) -> str:
    """A part of the command as systemd reads it back letter for letter."""
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        part = part.replace(sign, written)
    return f'"{part}"'


def _plain(said: str) -> str:
    return said.replace("%", "%%")


def _file(kind: str) -> Path:
    return paths.system_config() / "systemd" / "user" / f"{NAME}.{kind}"
