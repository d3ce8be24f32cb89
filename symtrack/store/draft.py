"""What is half written in a window, kept outside of the diary until it is given or left: nobody has said it yet.

It lies in a small file of this computer, sealed with the diary's own key where the diary is sealed.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from symtrack import paths
from symtrack.errors import DiaryFileError
from symtrack.store import file, lock, looking
from symtrack.store.beside import beside, clear
from symtrack.store.vault import SALT_BYTES

if TYPE_CHECKING:
    from symtrack.store import DiaryStore

NO_DIARY = ""
"""The id of a diary of which no file was made yet."""


def file_of(diary: Path) -> Path:
    return paths.drafts_folder() / lock.key(diary)


def kept(store: "DiaryStore") -> str:
    """What was kept of this diary's; empty without any, and where the key or the diary is another one by now."""
    path = file_of(store.path)
    if not path.exists():
        return ""
    try:
        key = store.key.key(looking.salt(path)) if store.key is not None else None
        with file.spoken(path), closing(file.bare(path, "ro&immutable=1", key)) as draft:
            diary, words = draft.execute("SELECT diary, words FROM draft").fetchone()
    except (DiaryFileError, TypeError, ValueError):
        return ""
    return str(words) if diary in {NO_DIARY, store.id} else ""


def keep(store: "DiaryStore", words: str) -> None:
    """Keep these words and no others. DiaryFileError when that is not possible."""
    from symtrack.store import sealing

    path = file_of(store.path)
    key = store.key.key(secrets.token_bytes(SALT_BYTES)) if store.key is not None else None
    with file.spoken(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with beside(path) as new:
            with closing(file.bare(new, "rwc", key)) as made:
                made.execute("PRAGMA journal_mode = MEMORY")  # What is not finished is thrown away.
                made.execute("CREATE TABLE draft (diary TEXT NOT NULL, words TEXT NOT NULL) STRICT")
                made.execute("INSERT INTO draft VALUES (?, ?)", (store.id, words))
            sealing.put_in_place(path, new)


def put(store: "DiaryStore", words: str) -> bool:
    """Keep these words, or nothing where there are none; whether that was possible."""
    if not words:
        forget(store.path)
        return True
    try:
        keep(store, words)
    except DiaryFileError:
        return False
    return True


def forget(diary: Path) -> None:
    """Keep nothing; what was kept is overwritten before its name is gone."""
    from symtrack.store import sealing

    path = file_of(diary)
    with suppress(OSError):
        clear(path)
        sealing.wipe(path)


@contextmanager
def carried(store: "DiaryStore") -> Iterator[None]:
    """Around a change of the diary's key: what is half written is not left behind as it was sealed before."""
    words = kept(store)
    forget(store.path)
    try:
        yield
    finally:
        if words:
            with suppress(DiaryFileError):
                keep(store, words)
