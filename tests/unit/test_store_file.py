"""What stands at the path: a diary, or one sentence about what it is instead."""

import os
from datetime import date
from pathlib import Path

import pytest

from symtrack.diary.rows import Event, Rating
from symtrack.errors import DiaryFileError
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite as sqlite3


def sentence(path: Path) -> str:
    with pytest.raises(DiaryFileError) as refused:
        DiaryStore.open(path)
    return str(refused.value)


def test_a_missing_diary_is_said_and_not_made(tmp_path):
    """Opening for reading makes no file."""
    path = tmp_path / "none.symtrack"
    assert sentence(path) == f"There is no diary at {path}."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 4000, "PNG file"),
        (b"hello\n" * 900, "not a symtrack diary"),
        (b"", "empty file"),
        (b"SQLite format 3\0" + b"\x7f" * 4000, "damaged"),
    ],
    ids=["a picture", "a text", "nothing", "a torn database"],
)
def test_something_else_is_named_and_left_alone(tmp_path, content, said):
    """A file that is no diary is neither opened nor changed."""
    path = tmp_path / "other.symtrack"
    path.write_bytes(content)
    assert said in sentence(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_diary(tmp_path):
    """The sentence says what it is."""
    assert sentence(tmp_path) == f"{tmp_path} is a folder, not a diary."


def test_a_pipe_is_no_diary(tmp_path):
    """It is said at once: whoever read it would wait for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "pipe" in sentence(pipe)


def test_a_diary_in_a_folder_that_can_only_be_read_is_read(tmp_path, monkeypatch):
    """As from a disc: nothing can be written beside it, and what is in it is shown."""
    path = tmp_path / "diary.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(Rating(day=date(2026, 5, 14), item="pain", score=3))
    connecting = sqlite3.connect

    def locked(name, **given):
        if "immutable" not in name:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connecting(name, **given)

    monkeypatch.setattr(sqlite3, "connect", locked)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with DiaryStore.open(path) as store:
        assert len(store.ratings(date.min, date.max)) == 1
        with pytest.raises(DiaryFileError, match="read-only"):
            store.add(Rating(day=date(2026, 5, 14), item="pain", score=4))


def test_another_programs_database_is_left_alone(tmp_path):
    """A database of another program gets no tables of ours."""
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE song (title)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "not a symtrack diary" in sentence(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("newer", ["PRAGMA user_version = 99", "UPDATE diary SET schema = 99"])
def test_a_newer_diary_is_not_touched(tmp_path, newer):
    """An older program says so and leaves a newer file as it is, whichever of the two marks says that it is one."""
    path = tmp_path / "d.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(Rating(day=date(2026, 5, 14), item="pain", score=3))
    other = sqlite3.connect(path)
    other.execute(newer)
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "newer symtrack" in sentence(path)
    assert path.read_bytes() == before


def test_a_folder_that_can_not_be_made_is_one_sentence(tmp_path):
    """A file where a folder should be."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiaryFileError), DiaryStore.open(tmp_path / "file" / "d.symtrack", create=True) as store:
        store.add(Rating(day=date(2026, 5, 14), item="pain", score=3))


def test_a_diary_begins_whole_with_no_leftovers(tmp_path):
    """The new file appears under its name only once it is a diary, and nothing lies beside it when it is closed."""
    path = tmp_path / "a folder" / "d.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(Rating(day=date(2026, 5, 14), item="pain", score=3))
    assert list(path.parent.iterdir()) == [path]


def test_two_programs_see_what_the_other_wrote(tmp_path):
    """Both have the diary open; the version changes for the one that did not write."""
    path = tmp_path / "d.symtrack"
    with DiaryStore.open(path, create=True) as one:
        one.add(Rating(day=date(2026, 5, 14), item="pain", score=3))
        seen = one.version()
        with DiaryStore.open(path) as two:
            two.add(Rating(day=date(2026, 5, 14), item="pain", score=8))
        assert one.version() != seen
        assert [rating.score for rating in one.ratings(date(2026, 5, 14), date(2026, 5, 14))] == [8]


def test_damage_anywhere_is_a_sentence_and_never_a_crash(tmp_path):
    """Bytes are turned all over the file: what opens says what is wrong, but for some letters within a text."""
    path, case = tmp_path / "diary.symtrack", tmp_path / "case.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(*(Event(kind="note", day=date(2026, 5, 14), text=f"{k} words " * 20) for k in range(30)))
        before = store.rows()
    whole, said, unnoticed = path.read_bytes(), 0, 0
    for place in range(0, len(whole), 1597):
        bad = bytearray(whole)
        bad[place : place + 3] = bytes(255 - byte for byte in bad[place : place + 3])
        case.write_bytes(bad)
        try:
            with DiaryStore.open(case) as store:
                said += bool(store.findings())
                unnoticed += not store.findings() and store.rows() != before
        except DiaryFileError:
            said += 1
        for log in tmp_path.glob("case.symtrack-*"):
            log.unlink()
    assert (said > 15, unnoticed) == (True, 0)
