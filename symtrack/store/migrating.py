"""A file of an older version becomes one of this version: a copy of it is changed and checked, then they change places.

The steps themselves are in `schema`.
"""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from symtrack.store import copying, file
from symtrack.store.beside import beside


def as_now(path: Path, *, patience: float = file.PATIENCE) -> sqlite3.Connection:
    """The diary at `path` with this version's tables; an older file is read into memory, and stays as it is."""
    connection = file.opened(path, patience=patience)
    with file.spoken(path):
        try:
            if file.version(connection) == file.SCHEMA:
                return connection
            return _in_memory(connection)
        except BaseException:
            connection.close()
            raise


def only_to_read(path: Path) -> sqlite3.Connection:
    """An older diary, as on a disc, where nothing can be written."""
    connection = as_now(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def bring_up(path: Path, *, patience: float = file.PATIENCE) -> Path | None:
    """Puts a checked copy with this version's tables in the older diary's place; the path of the older file, kept.

    None when another process did it a moment ago. DiaryFileError, and nothing changed, while another has it open.
    """
    path = Path(os.path.realpath(path))
    with file.spoken(path):
        with beside(path) as new, closing(file.opened(path, patience=patience)) as older:
            older.execute("PRAGMA journal_mode = DELETE")  # Only possible while nobody else has the file open.
            older.execute("BEGIN IMMEDIATE")  # From now on nobody writes what would not be in the copy.
            if file.version(older) == file.SCHEMA:
                return None
            with closing(as_now(path, patience=patience)) as newer:
                copying.write(newer, new, like=path)
            if sys.platform == "win32":
                older.close()  # An open file can't change its name there.
            kept = copying.set_aside(path, f"before version {file.SCHEMA}")
            new.replace(path)
        file.make_durable(path.parent)
    return kept


def _in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    from symtrack.store.schema import migrate

    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(memory)
        migrate(memory)
    except BaseException:
        memory.close()
        raise
    connection.close()
    return memory
