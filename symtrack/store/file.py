"""The file itself: what is at a path, opening it, making it. Every way in which the world refuses is a sentence."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.store.beside import beside
from symtrack.store.uuid7 import Keys, RandomBits

APPLICATION = 0x53594D54
"""SQLite's application id of a symtrack diary: “SYMT”."""
SCHEMA = 1
PATIENCE = 5.0
"""Seconds to wait for another program that is writing in the same diary."""

_SQLITE = b"SQLite format 3\0"
_KNOWN = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP",
    b"GIF8": "GIF",
}

_NOT_WRITTEN = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)


def connect(path: Path, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """An open diary, brought to this version's tables; DiaryFileError when there is none at `path`."""
    connection = opened(path, patience=patience)
    if version(connection) < SCHEMA:
        from symtrack.store import migrating

        connection.close()
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            return migrating.only_to_read(path)
        migrating.bring_up(path, patience=patience)
        connection = opened(path, patience=patience)
    return connection


def opened(path: Path, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """An open diary with the tables of its own version; DiaryFileError when there is none at `path`, or a newer one."""
    _look(path)
    with spoken(path):
        try:
            return _recognised(path, "rw", patience)
        except sqlite3.OperationalError:
            if not _may_only_be_read(path):
                raise
            return _recognised(path, "ro&immutable=1", patience)


def is_diary(path: Path) -> bool:
    """Whether the file's first bytes are a diary's; nothing of it is opened."""
    try:
        with path.open("rb") as raw:
            start = raw.read(72)
    except OSError:
        return False
    return start.startswith(_SQLITE) and start[68:72] == APPLICATION.to_bytes(4, "big")


def version(connection: sqlite3.Connection) -> int:
    """The version of the open diary's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def create(path: Path, now: datetime, bits: RandomBits, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """A new, empty diary at `path`: made beside it and then renamed, so a half-made one never stands there."""
    from symtrack.store.schema import migrate

    _see_that_nothing_was_here(path)
    with spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as new:
            connection = _open(new, "rwc", patience)
            try:
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                migrate(connection)
                connection.execute(
                    "INSERT INTO diary (id, schema, created_at) VALUES (?, ?, ?)",
                    (Keys(now, bits=bits).next(), SCHEMA, now.isoformat(timespec="milliseconds")),
                )
            finally:
                connection.close()
            _put(new, path)
    return connect(path, patience=patience)


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say about the file into a sentence for the person."""
    try:
        yield
    except sqlite3.Error as error:
        raise DiaryFileError(_sentence(error, path)) from error
    except UnicodeDecodeError as error:  # SQLite quotes what it can't read.
        raise DiaryFileError(_damaged(path)) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiaryFileError(_("The disk is full. Nothing was saved in {path}.").format(path=path)) from error
        raise DiaryFileError(
            _("The diary {path} can’t be used: {why}.").format(path=path, why=error.strerror or error)
        ) from error


def _open(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        if mode == "rwc":
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _put(new: Path, path: Path) -> None:
    """Gives the finished file its name, unless another has it by now, and makes the name durable."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return  # Another process began the same diary a moment ago: that one stands.
    except OSError:  # A file system without hard links, such as a USB stick's.
        new.rename(path)
    make_durable(path.parent)


def _see_that_nothing_was_here(path: Path) -> None:
    """DiaryFileError when only a log is left of a diary: it would be read into the new one."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size and not path.exists():
        raise DiaryFileError(
            _("The diary {path} is gone, and only its log is left. Please restore it from a copy.").format(path=path)
        )


def standing(path: Path) -> tuple[int, int] | None:
    """Which file stands at the path, however it is named; None when none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_durable(folder: Path) -> None:
    """Has the disk keep the names in the folder, too."""
    with suppress(OSError):  # Windows can't open a folder.
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _may_only_be_read(path: Path) -> bool:
    """Whether nothing can be written beside the diary, where SQLite keeps its log, and no log is left to be read."""
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _look(path: Path) -> None:
    """DiaryFileError unless a file that may be a diary is there and can be read."""
    if path.is_dir():
        raise DiaryFileError(_("{path} is a folder, not a diary.").format(path=path))
    if path.exists() and not path.is_file():  # Reading a pipe that nobody writes into would never end.
        raise DiaryFileError(_("{path} is a device or a pipe, not a diary.").format(path=path))
    try:
        with path.open("rb") as file:
            start = file.read(len(_SQLITE))
    except FileNotFoundError:
        raise DiaryFileError(_("There is no diary at {path}.").format(path=path)) from None
    except OSError as error:
        raise DiaryFileError(
            _("The diary {path} can’t be read: {why}.").format(path=path, why=error.strerror or error)
        ) from error
    if not start:
        raise DiaryFileError(_("{path} is an empty file, not a diary.").format(path=path))
    if start != _SQLITE:
        kind = next((name for signature, name in _KNOWN.items() if start.startswith(signature)), None)
        if kind:
            raise DiaryFileError(_("{path} is a {kind} file, not a diary.").format(path=path, kind=kind))
        raise DiaryFileError(_("{path} is not a symtrack diary.").format(path=path))


def _recognised(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    connection = _open(path, mode, patience)
    try:
        _recognise(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise DiaryFileError(_("{path} is a database, but not a symtrack diary.").format(path=path))
    if version(connection) > SCHEMA:
        raise DiaryFileError(
            _("{path} was written by a newer symtrack. Please install the newest version to open it.").format(path=path)
        )
    if connection.execute("SELECT count(*) FROM diary").fetchone()[0] != 1:
        raise DiaryFileError(_("The diary {path} is damaged: it does not say which diary it is.").format(path=path))


def _damaged(path: Path) -> str:
    return _("The diary {path} is damaged and can’t be read whole.").format(path=path)


def _sentence(error: sqlite3.Error, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return _("The disk is full. Nothing was saved in {path}.").format(path=path)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return _("Another program is using the diary {path}. Please try again in a moment.").format(path=path)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return _("The diary {path} can’t be written: it is read-only.").format(path=path)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return _damaged(path)
    if getattr(error, "sqlite_errorcode", 0) in _NOT_WRITTEN:
        return _("The disk takes no more, or not so much. Nothing was saved in {path}.").format(path=path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return _("The diary {path} can’t be opened.").format(path=path)
    return _("The diary {path} can’t be used: {why}.").format(path=path, why=error)
