"""The one SQLite of this program: SQLCipher's, which reads and writes plain files as well as sealed ones.

Two SQLites in one process would take each other's locks away when a file is closed, so nothing else opens a diary.
It has the interface of Python's own sqlite3, which lends it the types.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as sqlite

    from symtrack.store.vault import Key
else:
    from sqlcipher3 import dbapi2 as sqlite

__all__ = ["Connection", "sqlite"]


class Connection(sqlite.Connection):
    """An open file, with the key that it is sealed with (None for a plain one) and how SQLite was told to open it."""

    key: "Key | None" = None
    mode: str = ""
