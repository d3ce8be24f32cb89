"""What stands at a path, by its first bytes: a plain diary, what may be a sealed one, or something else."""

from codecs import getincrementaldecoder
from pathlib import Path

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.store import engine, header
from symtrack.store.header import SQLITE
from symtrack.store.vault import SALT_BYTES

_KNOWN = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP",
    b"GIF8": "GIF",
}

_PAGE = 4096
"""A sealed file is whole pages of this many bytes, and has no other mark."""


def look(path: Path) -> bytes:
    """The first bytes of a file that may be a diary; DiaryFileError unless one is there and can be read."""
    if path.is_dir():
        raise DiaryFileError(_("{path} is a folder, not a diary.").format(path=path))
    if path.exists() and not path.is_file():  # Reading a pipe that nobody writes into would never end.
        raise DiaryFileError(_("{path} is a device or a pipe, not a diary.").format(path=path))
    try:
        start = engine.start(path)
    except FileNotFoundError:
        raise DiaryFileError(_("There is no diary at {path}.").format(path=path)) from None
    except OSError as error:
        raise DiaryFileError(
            _("The diary {path} can’t be read: {why}.").format(path=path, why=reason(error))
        ) from error
    if not start:
        raise DiaryFileError(_("{path} is an empty file, not a diary.").format(path=path))
    if not start.startswith(SQLITE):
        kind = next((name for signature, name in _KNOWN.items() if start.startswith(signature)), None)
        if kind:
            raise DiaryFileError(_("{path} is a {kind} file, not a diary.").format(path=path, kind=kind))
        if not may_be_sealed(path):
            raise DiaryFileError(_cut(path) if not start.isascii() else _no_diary(path))
    return start


def is_plain(path: Path) -> bool:
    """Whether the file’s first bytes are a plain diary’s; nothing of it is opened."""
    return header.is_plain(_start(path))


def may_be_sealed(path: Path) -> bool:
    """Whether the file looks like a sealed one: whole pages of what looks like nothing."""
    start, size = _start(path), path.stat().st_size
    return size > 0 and size % _PAGE == 0 and not start.startswith((SQLITE, *_KNOWN))


def may_be_diary(path: Path) -> bool:
    """Whether there may be a diary, plain or sealed, that nothing may be written over."""
    start = _start(path)
    return start.startswith(SQLITE) or (may_be_sealed(path) and not _is_text(start))


def salt(path: Path) -> bytes:
    """The salt of a sealed file."""
    return _start(path)[:SALT_BYTES]


def _start(path: Path) -> bytes:
    try:
        return engine.start(path)
    except OSError:
        return b""


def _is_text(start: bytes) -> bool:
    """Whether it is UTF-8, the last letter of which may be cut off: a table may be whole pages by chance."""
    try:
        getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return True


def _no_diary(path: Path) -> str:
    return _("{path} is not a symtrack diary.").format(path=path)


def _cut(path: Path) -> str:
    return _("{path} is not a symtrack diary, or it is a sealed one of which the end is missing.").format(path=path)
