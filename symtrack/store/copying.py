"""What every copy goes through: written beside its place, checked, and what stands there kept under a second name."""

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.store import checking, file, header
from symtrack.store.engine import Connection, sqlite
from symtrack.store.vault import Key, Secret

_LOGS = ("-wal", "-shm")
_TABLES = ("rating", "event", "setting", "redaction")


def write(source: Connection, new: Path, *, like: Path) -> None:
    """Writes the open diary to the new file, and reads it again. DiaryFileError when the copy is not good.

    It is sealed as the diary is. Whoever may read the file `like` may read it, and nobody else.
    """
    if source.file is None:  # An older diary that was read into memory, where nothing is sealed, and only to be read.
        source.execute("PRAGMA query_only = OFF")
        try:
            write_sealed(source, new, source.key, like=like)
        finally:
            source.execute("PRAGMA query_only = ON")
        return
    # SQLite's own backup would make a new salt, and so another key. A name need not be text, and a URI always is.
    source.execute("VACUUM INTO ?", (file.uri(new, "rwc"),))
    _finish(source, new, source.key, like)


def write_sealed(source: Connection, new: Path, key: Key | None, *, like: Path) -> None:
    """The same, but sealed with this key, or with None plain."""
    source.execute("ATTACH ? AS other KEY ?", (file.uri(new, "rwc"), key.spelt if key else ""))
    try:
        source.execute("SELECT sqlcipher_export('other')")
        source.execute(f"PRAGMA other.application_id = {header.APPLICATION}")
        source.execute(f"PRAGMA other.user_version = {file.version(source)}")
    finally:
        source.execute("DETACH other")
    _finish(source, new, key, like)


def _finish(source: Connection, new: Path, key: Key | None, like: Path) -> None:
    with closing(file.opened(new, secret=key)) as written:
        findings = checking.damage(written)
        whole = _counts(written) == _counts(source)
    if findings or not whole:
        raise DiaryFileError(_("The copy was not good, and was thrown away: {why}").format(why=" ".join(findings)))
    if like.exists():
        shutil.copymode(like, new)
    with new.open("rb") as raw:
        os.fsync(raw.fileno())


def set_aside(path: Path, why: str, *, secret: Secret | None = None) -> Path | None:
    """Gives the file at `path` a second name that says `why`, beside the first; None when there is no file.

    Its log is taken into it first, or goes along: a log that stayed would be read into whatever comes in its place.
    """
    if path.exists():
        with suppress(sqlite.Error, DiaryFileError), closing(file.opened(path, secret=secret)) as before:
            before.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    second = _free(path, why)
    there = path.exists()
    if there:
        try:
            second.hardlink_to(path)  # So that at no moment there is no diary.
        except OSError:  # A file system without hard links, such as a USB stick's.
            path.rename(second)
    for log in logs(path):
        log.rename(second.with_name(second.name + log.name.removeprefix(path.name)))
    return second if there else None


def logs(path: Path) -> list[Path]:
    """What another program that has the file open, or that was killed, left beside it."""
    return [log for log in (path.with_name(path.name + ending) for ending in _LOGS) if log.exists()]


def _free(path: Path, why: str) -> Path:
    """A name that neither a file nor a log has."""
    number = 1
    while True:
        again = f" ({number})" if number > 1 else ""
        name = path.with_name(f"{path.stem} {why}{again}{path.suffix}")
        if not any(os.path.lexists(f"{name}{ending}") for ending in ("", *_LOGS)):
            return name
        number += 1


def _counts(connection: Connection) -> list[int]:
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES]  # noqa: S608 - our names
