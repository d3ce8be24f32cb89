"""The files around a diary: reading what was given, writing what was asked for."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from symtrack import whole_file
from symtrack.errors import InputError, SymtrackError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.store import looking


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, ready to be read more than once; InputError when there is none that can be read."""
    with opened_once(path) as file:
        if file.seekable():
            yield file
            return
        with TemporaryFile() as copy:
            copyfileobj(file, copy)
            copy.seek(0)
            yield cast("BinaryIO", copy)


def content(path: Path) -> bytes:
    """All that is in the file; InputError when it can't be read."""
    with opened(path) as file:
        return file.read()


def opened_once(path: Path) -> BinaryIO:
    """The file at its beginning, to be closed; InputError when there is none that can be read."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise InputError(_("There is no file {path}.").format(path=path)) from None
    except IsADirectoryError:
        raise InputError(_("{path} is a folder, not a file.").format(path=path)) from None
    except OSError as error:
        raise InputError(_("The file {path} can’t be read: {why}.").format(path=path, why=reason(error))) from error


def check_target(path: Path) -> None:
    """SymtrackError when no file can be written at `path`, or when a diary is there or may be, a sealed one too."""
    if path.is_dir():
        raise SymtrackError(_("{path} is a folder. A file needs a name of its own.").format(path=path))
    if not path.parent.is_dir():
        raise SymtrackError(_("There is no folder {folder}.").format(folder=path.parent))
    if path.exists() and not path.is_file():
        raise SymtrackError(_("{path} is a device or a pipe, and is not written over.").format(path=path))
    if path.is_file() and looking.may_be_diary(path):
        raise SymtrackError(_("{path} is or may be a diary, and is not written over.").format(path=path))


def put(path: Path, parts: Iterable[str]) -> None:
    """Writes the text as UTF-8, whole or not at all; SymtrackError with one sentence when that is not possible."""
    put_bytes(path, (part.encode() for part in parts))


def put_bytes(path: Path, parts: Iterable[bytes]) -> None:
    """The same for what is no text."""
    check_target(path)
    try:
        whole_file.write(path, parts)
    except OSError as error:
        raise SymtrackError(_("{path} can’t be written: {why}.").format(path=path, why=reason(error))) from error
