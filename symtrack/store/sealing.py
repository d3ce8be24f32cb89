"""Setting, changing, removing a passphrase: a new file is written and checked, then the two change places."""

import os
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from symtrack.errors import DiaryFileError
from symtrack.i18n import _
from symtrack.store import copying, file, lock, migrating
from symtrack.store.beside import beside
from symtrack.store.vault import Key

_BLOCK = 1 << 20


def switch(path: Path, before: Key | None, after: Key | None) -> None:
    """Puts a checked copy, sealed with the key `after`, in the diary's place; nothing of the former file is left.

    With None the one or the other is plain. DiaryFileError, and nothing changed, while another program has it open.
    """
    path = Path(os.path.realpath(path))
    with file.spoken(path), beside(path) as new, closing(file.opened(path, secret=before)) as opened:
        opened.execute("PRAGMA journal_mode = DELETE")  # Only possible while nobody else has the file open.
        opened.execute("BEGIN IMMEDIATE")  # From now on nobody writes what would not be in the copy.
        with closing(file.opened(path, secret=before)) as source:
            copying.write_sealed(source, new, after, like=path)
        if sys.platform == "win32":
            opened.close()  # A file that is open can't lose its name there.
        _replace(path, new)


def renew(path: Path, before: Iterable[Key | None], after: Key | None) -> bool:
    """Seals a copy of the diary anew, whichever of the keys it was sealed with; False when it was in order already.

    DiaryFileError when none of the keys opens it.
    """
    lock.refuse_when_held(path)
    for key in (after, *before):
        try:
            opened = migrating.as_now(path, secret=key)
        except DiaryFileError:
            continue
        with closing(opened):
            if opened.key == after:
                return False
            with file.spoken(path), beside(path) as new:
                copying.write_sealed(opened, new, after, like=path)
                opened.close()
                if copying.logs(path):
                    raise DiaryFileError(_("Another program has {path} open.").format(path=path))
                _replace(path, new)
        return True
    raise DiaryFileError(_("The copy {path} is sealed with another passphrase.").format(path=path))


def _replace(path: Path, new: Path) -> None:
    """Gives the new file its place, and overwrites what the former one said, unless it has another name as well."""
    if sys.platform == "win32":  # A file that is open can't lose its name there.
        new.replace(path)
        return
    with path.open("r+b") as former:
        new.replace(path)
        # Were the power to go before the disk has the new name, the old one would lead to an overwritten file.
        if file.make_durable(path.parent) and os.fstat(former.fileno()).st_nlink == 0:
            with suppress(OSError):
                _overwrite(former.fileno())


def _overwrite(descriptor: int) -> None:
    left = os.fstat(descriptor).st_size
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _BLOCK)))
    os.fsync(descriptor)
