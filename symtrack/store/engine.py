"""The one SQLite of this program: SQLCipher's, which reads and writes plain files as well as sealed ones.

Two SQLites in one process would take each other's locks away when a file is closed, so nothing else opens a diary.
It has the interface of Python's own sqlite3, which lends it the types.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    import sqlite3 as sqlite

    from symtrack.store.vault import Key
else:
    from sqlcipher3 import dbapi2 as sqlite

__all__ = ["Connection", "sqlite", "standing", "start"]

_START = 72


class Connection(sqlite.Connection):
    """An open file, with the key that it is sealed with (None for a plain one) and how SQLite was told to open it.

    `file` tells which file that is, whatever stands at its path by now, and `start` are its first bytes.
    """

    key: "Key | None" = None
    mode: str = ""
    file: tuple[int, int] | None = None
    start: bytes = b""

    def stands_for(self, file: tuple[int, int] | None, start: bytes) -> None:
        """From now on, until it is closed, nothing else reads that file."""
        self.file, self.start = file, start
        _OPEN.add(self)

    def close(self) -> None:
        _OPEN.discard(self)
        super().close()


_OPEN: WeakSet[Connection] = WeakSet()


def standing(path: Path) -> tuple[int, int] | None:
    """Which file stands at the path, however it is named; None when none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def start(path: Path) -> bytes:
    """The first bytes of the file; OSError when it can't be read.

    While this process has it open they are remembered: POSIX takes all locks of a process on a file away as soon as
    the process closes it anywhere, and another program would write in the middle of what SQLite does.
    """
    file = standing(path)
    for connection in _OPEN:
        if connection.file == file:
            return connection.start
    with path.open("rb") as raw:
        return raw.read(_START)
