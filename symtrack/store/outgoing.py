"""A file that somebody asked for: it is there whole or not at all, and never takes the place of a diary."""

from collections.abc import Iterable
from pathlib import Path

from symtrack import whole_file
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.store import looking


def check(path: Path) -> None:
    """SymtrackError when no file can be written at `path`, or when a diary is there or may be, a sealed one too."""
    if path.is_dir():
        raise SymtrackError(_("{path} is a folder. A file needs a name of its own.").format(path=path))
    if not path.parent.is_dir():
        raise SymtrackError(_("There is no folder {folder}.").format(folder=path.parent))
    if path.exists() and not path.is_file():
        raise SymtrackError(_("{path} is a device or a pipe, and is not written over.").format(path=path))
    if path.is_file() and looking.may_be_diary(path):
        raise SymtrackError(_("{path} is or may be a diary, and is not written over.").format(path=path))


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Writes the file; SymtrackError with one sentence when that is not possible."""
    check(path)
    try:
        whole_file.write(path, parts)
    except OSError as error:
        raise SymtrackError(_("{path} can’t be written: {why}.").format(path=path, why=reason(error))) from error


def write_text(path: Path, parts: Iterable[str]) -> None:
    """The same for text, as UTF-8."""
    write(path, (part.encode() for part in parts))
