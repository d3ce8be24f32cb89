"""The file itself, opened as it is. Every way in which the world refuses is a sentence."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from symtrack.errors import DiaryFileError, SealedError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.store import engine, header, looking
from symtrack.store.engine import Connection, sqlite
from symtrack.store.vault import SALT_BYTES, Key, Secret

PATIENCE = 5.0
"""Seconds to wait for another program that is writing in the same diary."""
_NO_ROOM = frozenset({sqlite.SQLITE_FULL, sqlite.SQLITE_IOERR})
"""What a full disk is, and what it says where even the little that SQLite has beside an open file finds no room."""


def opened(path: Path, *, secret: Secret | None = None, patience: float = PATIENCE, alone: bool = False) -> Connection:
    """An open diary with the tables of its own version; DiaryFileError when there is none at `path`, or a newer one.

    A plain file needs no secret, whatever was given; SealedError when a sealed one is not opened by it. `alone` is as
    in `bare`: DiaryFileError when another program has it open.
    """
    standing = engine.standing(path)
    start = looking.look(path)
    with spoken(path, reading=True):
        key = _key(path, start, secret)
        _write_again(path)
        try:
            connection = _recognised(path, "rw", patience, key, alone=alone)
        except sqlite.OperationalError as error:
            if not os.access(path.parent, os.W_OK):
                _see_that_no_log_is_left(path)
                connection = _recognised(path, "ro&immutable=1", patience, key)
            elif _code(error) in _NO_ROOM:
                connection = _recognised(path, "rw", patience, key, alone=True)
            else:
                raise
        if engine.standing(path) != standing:  # Another file took its place meanwhile: that one is the diary.
            connection.close()
            return opened(path, secret=secret, patience=patience, alone=alone)
        connection.stands_for(standing, start)
    return connection


def version(connection: Connection) -> int:
    """The version of the open diary's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def diary(connection: sqlite.Connection) -> str:
    """The id of the open diary."""
    return str(connection.execute("SELECT id FROM diary").fetchone()[0])


@contextmanager
def spoken(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turns what SQLite and the system say about the file into a sentence for the person."""
    try:
        yield
    except sqlite.Error as error:
        if reading and _code(error) in _NO_ROOM:
            said = _("The diary {path} can’t be read: the disk is full, or does not work.").format(path=path)
            raise DiaryFileError(said) from error
        raise DiaryFileError(_sentence(error, path)) from error
    except UnicodeDecodeError as error:  # SQLite quotes what it can't read.
        raise DiaryFileError(_damaged(path)) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiaryFileError(_("The disk is full. Nothing was saved in {path}.").format(path=path)) from error
        raise DiaryFileError(
            _("The diary {path} can’t be used: {why}.").format(path=path, why=reason(error))
        ) from error


def bare(path: Path, mode: str, key: Key | None, patience: float = PATIENCE, *, alone: bool = False) -> Connection:
    """An open SQLite file, whatever it holds. SealedError when it isn't sealed with the key.

    `alone` keeps every other program out until it is closed. Then nothing has to be written beside it to read it.
    """
    connection = sqlite.connect(uri(path, mode), uri=True, timeout=patience, isolation_level=None, factory=Connection)
    connection.key, connection.mode = key, mode
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # It would speak on standard error of a wrong passphrase.
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        if key is not None:
            connection.execute(f"PRAGMA key = {key.made_with if mode == 'rwc' else key.opening}")
            _see_that_it_opens(connection, path)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def as_diary(path: Path, mode: str, patience: float, key: Key | None = None, *, alone: bool = False) -> Connection:
    """The same for a diary: its rows hold together, and of what is erased nothing is left behind."""
    connection = bare(path, mode, key, patience, alone=alone)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        if mode == "rwc":
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def uri(path: Path, mode: str) -> str:
    """How SQLite is told of a file, and what may be done with it."""
    return f"{path.absolute().as_uri()}?mode={mode}"


def make_durable(folder: Path) -> bool:
    """Has the disk keep the names in the folder, too; whether it said that it does."""
    try:  # Windows can't open a folder.
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(opened)
    except OSError:
        return False
    finally:
        os.close(opened)
    return True


def _see_that_no_log_is_left(path: Path) -> None:
    """DiaryFileError when SQLite’s log holds what the diary does not: nobody reads that who can’t write beside it."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        said = _(
            "The diary {path} can’t be opened here, where nothing can be written: its last entries are still in {log}. "
            "Please copy both files into another folder."
        )
        raise DiaryFileError(said.format(path=path, log=log.name))


def _write_again(path: Path) -> None:
    """Gives what lies beside the diary its rights: SQLite makes the log read-only while the diary is, and for ever."""
    for beside_it in (path.with_name(f"{path.name}-{ending}") for ending in ("wal", "shm")):
        if beside_it.exists() and os.access(path, os.W_OK) and not os.access(beside_it, os.W_OK):
            with suppress(OSError):
                beside_it.chmod(path.stat().st_mode & 0o777)


def _key(path: Path, start: bytes, secret: Secret | None) -> Key | None:
    """The key of the file that begins like that; None for a plain one."""
    if start.startswith(header.SQLITE):
        return None
    if secret is None:
        raise SealedError(_("{path} is sealed with a passphrase, or it is no symtrack diary.").format(path=path))
    return secret.key(start[:SALT_BYTES])


def _recognised(path: Path, mode: str, patience: float, key: Key | None, *, alone: bool = False) -> Connection:
    connection = as_diary(path, mode, patience, key, alone=alone)
    try:
        _recognise(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _see_that_it_opens(connection: Connection, path: Path) -> None:
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite.DatabaseError as error:
        if error.sqlite_errorcode != sqlite.SQLITE_NOTADB:
            raise
        raise SealedError(
            _("That passphrase does not open {path}, or it is no symtrack diary.").format(path=path)
        ) from error


def _recognise(connection: Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    diary = connection.execute("SELECT type FROM sqlite_master WHERE name = 'diary'").fetchone()
    if application != header.APPLICATION or not diary or diary[0] != "table":  # A view could go on for ever.
        raise DiaryFileError(_("{path} is a database, but not a symtrack diary.").format(path=path))
    if version(connection) > header.SCHEMA:
        raise DiaryFileError(_newer(path))
    diaries, schema = connection.execute("SELECT count(*), max(CAST(schema AS INTEGER)) FROM diary").fetchone()
    if diaries and schema > header.SCHEMA:
        raise DiaryFileError(_newer(path))
    if diaries != 1:
        raise DiaryFileError(_("The diary {path} is damaged: it does not say which diary it is.").format(path=path))


def _newer(path: Path) -> str:
    return _("{path} was written by a newer symtrack. Please install the newest version to open it.").format(path=path)


def _damaged(path: Path) -> str:
    return _("The diary {path} is damaged and can’t be read whole.").format(path=path)


def _code(error: sqlite.Error) -> int:
    """What SQLite calls the error, in general."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _sentence(error: sqlite.Error, path: Path) -> str:
    code = _code(error)
    if code == sqlite.SQLITE_FULL:
        return _("The disk is full. Nothing was saved in {path}.").format(path=path)
    if code in {sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED}:
        return _("Another program is using the diary {path}. Please try again in a moment.").format(path=path)
    if code in {sqlite.SQLITE_READONLY, sqlite.SQLITE_PERM, sqlite.SQLITE_AUTH}:
        return _("The diary {path} can’t be written: it is read-only.").format(path=path)
    if code in {sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB}:
        return _damaged(path)
    if code == sqlite.SQLITE_IOERR:  # Also what a full disk says, where it is not the system's own limit.
        return _("The disk takes no more, or does not work. Nothing was saved in {path}.").format(path=path)
    if code == sqlite.SQLITE_CANTOPEN:
        return _("The diary {path} can’t be opened.").format(path=path)
    return _("The diary {path} can’t be used: {why}.").format(path=path, why=error)
