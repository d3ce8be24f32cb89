"""A diary with everything that a file can hold, and what is said in it and around it."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore, vault
from symtrack.store.engine import sqlite
from symtrack.store.vault import KEY_BYTES, Key, Passphrase
from tests import fixtures

WORDS = "planted words of a night"
OLD, NEW = Key(b"o" * KEY_BYTES, b""), Key(b"n" * KEY_BYTES, b"")
NOTE = Event(kind="note", day=fixtures.LAST, text=WORDS)

FEW = (1, 1)
"""Rounds in which this program and SQLCipher derive keys at once."""


@contextmanager
def rounds(given: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Meanwhile this program and SQLCipher derive keys with so many rounds; the numbers that they had before."""
    with closing(sqlite.connect(":memory:")) as connection:
        theirs = int(connection.execute("PRAGMA cipher_default_kdf_iter").fetchone()[0])
    before = vault.ROUNDS, theirs
    _derive_with(given)
    try:
        yield before
    finally:
        _derive_with(before)


def _derive_with(given: tuple[int, int]) -> None:
    vault.ROUNDS, theirs = given
    with closing(sqlite.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA cipher_default_kdf_iter = {theirs:d}")


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
