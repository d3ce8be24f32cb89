"""A diary with everything that a file can hold, and what is said in it and around it."""

import shutil
from pathlib import Path

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.store.vault import KEY_BYTES, Key, Passphrase
from tests import fixtures

WORDS = "planted words of a night"
OLD, NEW = Key(b"o" * KEY_BYTES, b""), Key(b"n" * KEY_BYTES, b"")
NOTE = Event(kind="note", day=fixtures.LAST, text=WORDS)


def diary(folder: Path) -> Path:
    """A diary with everything that a file can hold, and a planted note."""
    made = folder / "folder" / "diary.symtrack"
    made.parent.mkdir()
    shutil.copyfile(fixtures.FOLDER / "schema-1.symtrack", made)
    with DiaryStore.open(made) as store:
        store.add(NOTE)
    return made


def everything(path: Path, secret: Key | Passphrase | None) -> tuple[object, ...]:
    """All that the diary says, once it was found to be whole."""
    with DiaryStore.open(path, secret=secret) as store:
        assert store.findings() == []
        return store.id, store.rows(), store.settings(), store.share_keys(), store.columns()


def said_in(folder: Path) -> list[str]:
    """The files of the folder in which the planted words stand."""
    return [each.name for each in folder.iterdir() if WORDS.encode() in each.read_bytes()]
