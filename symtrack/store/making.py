"""A new diary's file: it is there whole, with its tables, or not at all."""

from datetime import datetime
from pathlib import Path

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.store import file, header, migrating
from symtrack.store.beside import beside
from symtrack.store.engine import Connection
from symtrack.store.uuid7 import Keys, RandomBits
from symtrack.store.vault import Key


def create(
    path: Path, now: datetime, bits: RandomBits, *, key: Key | None = None, patience: float = file.PATIENCE
) -> Connection:
    """A new, empty diary at `path`: made beside it and then renamed, so a half-made one never stands there."""
    from symtrack.store.schema import migrate

    _see_that_nothing_was_here(path)
    with file.spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as new:
            connection = file.as_diary(new, "rwc", patience, key)
            try:
                connection.execute(f"PRAGMA application_id = {header.APPLICATION}")
                migrate(connection)
                connection.execute(
                    "INSERT INTO diary (id, schema, created_at) VALUES (?, ?, ?)",
                    (Keys(now, bits=bits).next(), header.SCHEMA, now.isoformat(timespec="milliseconds")),
                )
            finally:
                connection.close()
            _put(new, path)
    return migrating.connect(path, secret=key, patience=patience)


def _put(new: Path, path: Path) -> None:
    """Gives the finished file its name, unless another has it by now, and makes the name durable."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return  # Another process began the same diary a moment ago: that one stands.
    except OSError:  # A file system without hard links, such as a USB stick's.
        new.rename(path)
    file.make_durable(path.parent)


def _see_that_nothing_was_here(path: Path) -> None:
    """DiaryFileError when only a log is left of a diary: it would be read into the new one."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size and not path.exists():
        raise DiaryFileError(
            _("The diary {path} is gone, and only its log is left. Please restore it from a copy.").format(path=path)
        )
