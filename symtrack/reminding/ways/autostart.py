"""Other desktops: a program that starts at the log-in and waits for the time (the XDG autostart folder)."""

from collections.abc import Sequence
from datetime import time
from pathlib import Path

from symtrack import paths, whole_file
from symtrack.reasons import reason
from symtrack.reminding import words
from symtrack.reminding.ways.way import NAME, refused

ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name={words}
Exec={command}
Terminal=false
NoDisplay=true
"""


class Autostart:
    """One entry. It runs the command with `--stay`, which knows the time from this computer's settings."""

    at_log_in = True

    def fits(self) -> bool:
        return True

    def stands(self) -> bool:
        return _file().exists()

    def set_up(self, command: Sequence[str], at: time) -> None:  # noqa: ARG002 - it is read from the settings
        entry = ENTRY.format(words=words.reminder(), command=" ".join(map(quoted, [*command, "--stay"])))
        try:
            _file().parent.mkdir(parents=True, exist_ok=True)
            whole_file.write(_file(), (entry.encode(),))
        except OSError as error:
            raise refused(reason(error)) from error

    def take_away(self) -> None:
        _file().unlink(missing_ok=True)


def quoted(part: str) -> str:
    """A part of the command as a desktop reads it back: quoted, and the whole once more as any string of the file."""
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, f"\\{sign}")
    return f'"{part}"'.replace("%", "%%").replace("\\", "\\\\")


def _file() -> Path:
    return paths.system_config() / "autostart" / f"{NAME}.desktop"
