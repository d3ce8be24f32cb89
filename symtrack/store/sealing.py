"""Setting, changing, removing a passphrase: a new file is written and checked, then the two change places."""

import os
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack.errors import DiaryFileError, SealedError
from symtrack.i18n import _
from symtrack.store import checking, copies, copying, file, lock, migrating
from symtrack.store.beside import beside
from symtrack.store.engine import Connection
from symtrack.store.vault import Key

if TYPE_CHECKING:
    from symtrack.store.diary_store import DiaryStore

_BLOCK = 1 << 20


def switch(path: Path, before: Key | None, after: Key | None, *, patience: float = file.PATIENCE) -> None:
    """Puts a checked copy, sealed with the key `after`, in the diary's place; nothing of the former file is left.

    With None the one or the other is plain. DiaryFileError, and not a byte changed, while another program has it open,
    when it is damaged, or when the copy finds no room.
    """
    path = Path(os.path.realpath(path))
    # Nobody else reads or writes it from now on, not even what would not be in the copy.
    with (
        file.spoken(path),
        beside(path) as new,
        closing(file.opened(path, secret=before, patience=patience, alone=True)) as opened,
    ):
        opened.executescript("BEGIN EXCLUSIVE; COMMIT")  # Alone from here on also where there is no log, as in a copy.
        checking.see_that_it_is_whole(opened, path)
        copying.write_sealed(opened, new, after, like=path)
        opened.execute("PRAGMA journal_mode = DELETE")  # Its log would be read into the file that comes in its place.
        if sys.platform == "win32":
            opened.close()  # A file that is open can't lose its name there.
        put_in_place(path, new)


def renew(opened: "DiaryStore", path: Path, former: Key | None) -> bool:
    """Seals a copy of the diary as the diary is sealed now, and not with its former key; False for any other file.

    DiaryFileError when it seems to be a copy and can't be opened, and when it has a name that the person gave: it may
    be in use on its own, with a passphrase of its own.
    """
    named = copies.is_named_after(path, opened.path)
    try:
        copied = _copy_of(opened, path, former)
    except DiaryFileError:
        if not named:
            return False
        raise
    if copied is None:
        return False
    if not named:
        copied.close()
        raise DiaryFileError(_("It has a name of its own, and may be in use."))
    lock.refuse_when_held(path)
    with file.spoken(path), closing(copied), beside(path) as new:
        copying.write_sealed(copied, new, opened.key, like=path)
        copied.close()
        if copying.logs(path):
            raise DiaryFileError(_("Another program has {path} open.").format(path=path))
        put_in_place(path, new)
    return True


def _copy_of(opened: "DiaryStore", path: Path, former: Key | None) -> Connection | None:
    """The copy, open, if it is one of this diary and not sealed as the diary is."""
    try:
        copied = migrating.as_now(path, secret=former)
    except SealedError:
        if opened.key is None:
            raise
        migrating.as_now(path, secret=opened.key).close()  # An error says that neither key opens it.
        return None
    if file.diary(copied) == opened.id and copied.key != opened.key:
        return copied
    copied.close()
    return None


def put_in_place(path: Path, new: Path) -> None:
    """Gives the new file its place, and overwrites what the former one said, unless it has another name as well."""
    if sys.platform == "win32" or not path.exists():  # A file that is open can't lose its name there.
        new.replace(path)
        return
    with path.open("r+b") as former:
        new.replace(path)
        # Were the power to go before the disk has the new name, the old one would lead to an overwritten file.
        if file.make_durable(path.parent) and os.fstat(former.fileno()).st_nlink == 0:
            with suppress(OSError):
                _overwrite(former.fileno())


def wipe(path: Path) -> None:
    """Overwrites what the file says, unless it has another name as well, and takes it away; OSError when it can't."""
    with path.open("r+b") as former:
        if os.fstat(former.fileno()).st_nlink == 1:
            _overwrite(former.fileno())
    path.unlink()


def _overwrite(descriptor: int) -> None:
    left = os.fstat(descriptor).st_size
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _BLOCK)))
    os.fsync(descriptor)
