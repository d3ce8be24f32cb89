"""A file of an older version becomes one of this version: a copy of it is changed and checked, then they change places.

The steps themselves are in `schema`.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

from symtrack.store import copying, file, header
from symtrack.store.beside import beside
from symtrack.store.engine import Connection, sqlite
from symtrack.store.vault import Secret


def connect(path: Path, *, secret: Secret | None = None, patience: float = file.PATIENCE) -> Connection:
    """An open diary, brought to this version's tables; DiaryFileError when there is none at `path`."""
    connection = file.opened(path, secret=secret, patience=patience)
    if file.version(connection) < header.SCHEMA:
        key = connection.key
        connection.close()
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            return only_to_read(path, secret=key)
        bring_up(path, secret=key, patience=patience)
        connection = file.opened(path, secret=key, patience=patience)
    return connection


def as_now(path: Path, *, secret: Secret | None = None, patience: float = file.PATIENCE) -> Connection:
    """The diary at `path` with this version's tables; an older file is read into memory, and stays as it is."""
    connection = file.opened(path, secret=secret, patience=patience)
    with file.spoken(path):
        try:
            if file.version(connection) == header.SCHEMA:
                return connection
            return _in_memory(path, connection)
        except BaseException:
            connection.close()
            raise


def only_to_read(path: Path, *, secret: Secret | None = None) -> Connection:
    """An older diary, as on a disc, where nothing can be written."""
    connection = as_now(path, secret=secret)
    connection.execute("PRAGMA query_only = ON")
    return connection


def bring_up(path: Path, *, secret: Secret | None = None, patience: float = file.PATIENCE) -> Path | None:
    """Puts a checked copy with this version's tables in the older diary's place; the path of the older file, kept.

    None when another process did it a moment ago. DiaryFileError, and nothing changed, while another has it open.
    """
    path = Path(os.path.realpath(path))
    with file.spoken(path):
        with beside(path) as new, closing(file.opened(path, secret=secret, patience=patience)) as older:
            older.execute("PRAGMA journal_mode = DELETE")  # Only possible while nobody else has the file open.
            older.execute("BEGIN IMMEDIATE")  # From now on nobody writes what would not be in the copy.
            if file.version(older) == header.SCHEMA:
                return None
            with closing(as_now(path, secret=secret, patience=patience)) as newer:
                copying.write_sealed(newer, new, older.key, like=path)
            if sys.platform == "win32":
                older.close()  # An open file can't change its name there.
            kept = copying.set_aside(path, f"before version {header.SCHEMA}", secret=secret)
            new.replace(path)
        file.make_durable(path.parent)
    return kept


def _in_memory(path: Path, connection: Connection) -> Connection:
    """A migrated copy; what is sealed on the disk is plain in memory, which no backup of SQLite's own can do."""
    from symtrack.store.schema import migrate

    memory = sqlite.connect("file::memory:", uri=True, isolation_level=None, factory=Connection)
    memory.key = key = connection.key
    try:
        memory.execute("ATTACH ? AS older KEY ?", (file.uri(path, connection.mode), key.spelt if key else ""))
        memory.execute("SELECT sqlcipher_export('main', 'older')")
        memory.execute(f"PRAGMA application_id = {header.APPLICATION}")
        memory.execute(f"PRAGMA user_version = {file.version(connection)}")
        memory.execute("DETACH older")
        migrate(memory)
    except BaseException:
        memory.close()
        raise
    connection.close()
    return memory
