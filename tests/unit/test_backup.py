"""Copies: opened and checked before they get their name, and kept so that a year can be gone back."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from symtrack.diary.rows import Event, Rating
from symtrack.errors import DiaryFileError
from symtrack.store import DiaryStore, backup, copies
from symtrack.store.engine import sqlite as sqlite3

DAY = date(2026, 5, 14)


@pytest.fixture
def store(tmp_path: Path):
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True) as opened:
        opened.add(Rating(day=DAY, item="pain", score=6), Event(kind="note", day=DAY, text="x"))
        yield opened


@pytest.mark.parametrize("name", [b"copy.symtrack", b"50 % of a?b#c.symtrack", b"from an old disk \xff.symtrack"])
def test_a_copy_is_the_whole_diary(store, tmp_path, name):
    """Every row, whatever the copy is called, and nothing lies beside it."""
    copy = tmp_path / "copies" / os.fsdecode(name)
    store.back_up(copy)
    with DiaryStore.open(copy) as opened:
        assert opened.rows() == store.rows()
    assert list(copy.parent.iterdir()) == [copy]


def test_a_damaged_diary_makes_no_copy_and_leaves_the_last_good_one(store, tmp_path):
    """A bad copy never takes a good one's place."""
    copy = tmp_path / "copy.symtrack"
    store.back_up(copy)
    good = copy.read_bytes()
    store.close()
    other = sqlite3.connect(store.path)
    other.execute("DROP TRIGGER rating_is_never_changed")
    other.execute("PRAGMA ignore_check_constraints = ON")
    other.execute("UPDATE rating SET score = 42")
    other.commit()
    other.close()
    with DiaryStore.open(store.path) as opened, pytest.raises(DiaryFileError):
        opened.back_up(copy)
    assert copy.read_bytes() == good


def test_seven_days_four_weeks_and_twelve_months_are_kept():
    """After two years of daily copies there are few, and one from each of the last twelve months."""
    made = [copies.Copy(DAY - timedelta(days=k), Path(f"{k}")) for k in range(730)]
    kept = {each.day for each in copies.kept(made)}
    assert {DAY - timedelta(days=k) for k in range(7)} <= kept
    assert len({day.isocalendar()[:2] for day in kept if DAY - day < timedelta(days=29)}) >= 4
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


def test_only_this_diarys_copies_are_found(store, tmp_path):
    """Another person's copies, and files that only look alike, are left alone."""
    folder = tmp_path / "copies"
    folder.mkdir()
    mine = copies.name(store.path, store.id, DAY)
    others = [copies.name(store.path, "01a20b48-78a4-73be-bfdc-65149b29d1e0", DAY), "diary someday.symtrack", "x.txt"]
    for name in (mine, *others):
        (folder / name).write_text("x")
    assert [copy.path.name for copy in copies.found(folder, store.path, store.id)] == [mine]


def test_a_copy_each_day_at_most(store, tmp_path):
    """The second time on one day nothing is written; on the next day it is."""
    folder = tmp_path / "copies"
    first = backup.daily(store, folder, DAY)
    again = backup.daily(store, folder, DAY)
    assert first is not None
    assert again is None
    assert backup.daily(store, folder, DAY + timedelta(days=1)) is not None
    assert len(list(folder.iterdir())) == 2


def test_a_folder_that_can_not_be_written_is_one_sentence(store, tmp_path):
    """A file where the folder should be."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiaryFileError):
        backup.daily(store, tmp_path / "file", DAY)


def test_restoring_keeps_what_was_there(store, tmp_path):
    """The copy takes the diary's place, and the diary lies beside it under a name that says when."""
    copy = tmp_path / "copy.symtrack"
    store.back_up(copy)
    store.add(Rating(day=DAY, item="nausea", score=3))
    store.close()
    aside = backup.restore(copy, store.path)
    assert aside is not None
    with DiaryStore.open(store.path) as restored, DiaryStore.open(aside) as moved:
        assert restored.facts().rows["rating"] == 1
        assert moved.facts().rows["rating"] == 2
    assert aside.parent == store.path.parent


def test_a_bad_copy_is_not_restored(store, tmp_path):
    """A copy that is damaged leaves the diary where and as it is."""
    copy = tmp_path / "copy.symtrack"
    store.back_up(copy)
    store.close()
    raw = bytearray(copy.read_bytes())
    raw[4096:8192] = b"\x55" * 4096
    copy.write_bytes(raw)
    before = store.path.read_bytes()
    with pytest.raises(DiaryFileError):
        backup.restore(copy, store.path)
    assert store.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.symtrack", "diary.symtrack"]


def test_what_only_its_owner_may_read_stays_so(store, tmp_path):
    """A copy, what is restored from it, and a copy that was made anew are as private as the diary."""
    copy = tmp_path / "copy.symtrack"
    store.path.chmod(0o600)
    store.back_up(copy)
    store.erase(store.events()[0].id)
    store.renew(copy)
    store.close()
    aside = backup.restore(copy, store.path)
    assert aside is not None
    assert {path.stat().st_mode & 0o777 for path in (copy, store.path, aside)} == {0o600}


def test_a_diary_that_is_a_link_stays_one(store, tmp_path):
    """The file that it points to is restored, where it is."""
    copy, link = tmp_path / "copy.symtrack", tmp_path / "link.symtrack"
    store.back_up(copy)
    store.close()
    link.symlink_to(store.path)
    assert backup.restore(copy, link) is not None
    assert (link.is_symlink(), store.path.is_symlink()) == (True, False)


def test_a_copy_is_not_put_beside_the_log_of_another(store, tmp_path):
    """A program that has an earlier copy open keeps its log; read into the new copy it would spoil it."""
    copy = tmp_path / "copy.symtrack"
    store.back_up(copy)
    with DiaryStore.open(copy) as other, other.stream():
        other.add(*(Event(kind="note", day=DAY, text="y" * 500) for _ in range(50)))
        kept = backup.over(store, copy)
        assert kept is not None
    with DiaryStore.open(copy) as opened, DiaryStore.open(kept) as before:
        assert (opened.rows(), opened.findings()) == (store.rows(), [])
        assert before.facts().rows["event"] == 51


def test_what_a_copy_has_and_the_diary_lacks_is_told(store, tmp_path):
    """Nothing while the diary only went on; rows that are gone are counted; what was erased for good may differ."""
    copy, later = tmp_path / "copy.symtrack", tmp_path / "later.symtrack"
    store.back_up(copy)
    store.add(Rating(day=DAY, item="nausea", score=3))
    store.erase(store.events()[0].id)
    assert backup.compared(store, copy) == []
    store.back_up(later)
    store.close()
    backup.restore(copy, store.path)
    with DiaryStore.open(store.path) as restored:
        (sentence,) = backup.compared(restored, later)
    assert "2 rows" in sentence
