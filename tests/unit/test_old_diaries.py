"""A diary that any released version wrote opens, says the same, and its old file is kept."""

import json
import os
import shutil
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from symtrack.diary.rows import Rating
from symtrack.errors import DiaryFileError
from symtrack.store import DiaryStore, backup, header, migrating, schema
from symtrack.store.engine import sqlite as sqlite3
from symtrack.store.vault import Key
from tests import fixtures
from tests.older import older


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary of schema 1 where schema 2 is the present one."""
    return older(tmp_path, monkeypatch)


def columns(path: Path) -> list[str]:
    other = sqlite3.connect(path)
    try:
        return [row[1] for row in other.execute("PRAGMA table_info(rating)")]
    finally:
        other.close()


@pytest.mark.parametrize("released", list(fixtures.versions()), ids=lambda path: path.stem)
def test_every_released_schema_opens_and_says_the_same(released, tmp_path):
    """Rows and flags are as they were when the file was written, and nothing is wrong with it."""
    path = tmp_path / released.name
    shutil.copyfile(released, path)
    golden = json.loads(released.with_suffix(".json").read_text(encoding="utf-8"))
    with DiaryStore.open(path) as store:
        assert fixtures.contents(store, golden["rules"]) == golden
        assert store.findings() == []


def test_the_present_schema_has_its_fixture():
    """A release without one could break the diaries that it wrote."""
    assert f"schema-{header.SCHEMA}" in {path.stem for path in fixtures.versions()}


def test_an_older_diary_is_changed_on_a_copy_and_its_own_file_is_kept(old):
    """The new file takes its place, and the old one lies beside it, under a name that says why."""
    before = json.loads((fixtures.FOLDER / "schema-1.json").read_text(encoding="utf-8"))
    with DiaryStore.open(old) as store:
        assert fixtures.contents(store, before["rules"]) == before
        assert (store.facts().schema, store.findings()) == (2, [])
        store.add(Rating(day=fixtures.LAST, item="pain", score=1))
    kept = old.with_name("diary before version 2.symtrack")
    assert sorted(old.parent.iterdir()) == [kept, old]
    assert ("weather" in columns(old), "weather" in columns(kept)) == (True, False)


def test_a_step_that_breaks_leaves_the_older_diary_as_it_was(old, monkeypatch):
    """One sentence, the same bytes, and no file beside it."""

    def broken(_connection):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(schema, "migrate", broken)
    rows = ratings_in(old)
    with pytest.raises(DiaryFileError):
        DiaryStore.open(old)
    assert (ratings_in(old), list(old.parent.iterdir())) == (rows, [old])


def ratings_in(path: Path) -> list[tuple[object, ...]]:
    other = sqlite3.connect(path)
    try:
        return other.execute("SELECT * FROM rating ORDER BY id").fetchall()
    finally:
        other.close()


def test_an_older_diary_that_another_program_has_open_waits(old):
    """What that program writes next would be lost with the old file; so it is asked to close first."""
    other = sqlite3.connect(old)
    other.execute("SELECT count(*) FROM rating").fetchone()
    with pytest.raises(DiaryFileError, match="Another program"):
        DiaryStore.open(old, patience=0.05)
    other.close()
    with DiaryStore.open(old) as store:
        assert store.facts().schema == 2


def test_an_older_diary_that_may_only_be_read_is_read(old, monkeypatch):
    """As from a disc: it is shown as this version has it, and writing is one sentence."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    before = old.read_bytes()
    with DiaryStore.open(old) as store:
        assert len(store.ratings(fixtures.LAST, fixtures.LAST)) > 0
        with pytest.raises(DiaryFileError, match="read-only"):
            store.add(Rating(day=fixtures.LAST, item="pain", score=1))
    assert old.read_bytes() == before


def test_two_programs_that_open_an_older_diary_change_it_once(old):
    """The second finds it done."""
    assert migrating.bring_up(old) is not None
    assert migrating.bring_up(old) is None


def test_an_older_copy_can_be_restored_and_stays_as_it_is(old):
    """It is read as this version has it; the file itself may be wanted by an older program."""
    copy = old.with_name("copy.symtrack")
    shutil.copyfile(old, copy)
    before = copy.read_bytes()
    DiaryStore.open(old).close()
    assert backup.restore(copy, old) is not None
    with DiaryStore.open(old) as store:
        assert store.facts().schema == 2
    assert copy.read_bytes() == before


def test_what_is_erased_goes_from_the_older_file_that_was_kept_too(old):
    """It holds the same words, under another name."""
    with DiaryStore.open(old) as store:
        store.erase(store.ratings(fixtures.LAST, fixtures.LAST)[0].id)
        (kept,) = backup.holding(store, [old.parent])
        assert kept.name == "diary before version 2.symtrack"
        store.renew(kept)
        assert backup.holding(store, [old.parent]) == []


def test_an_older_sealed_diary_stays_sealed_with_the_same_key(old, monkeypatch):
    """The new file, the one that is kept, and what is made of either."""
    key = sealed(old, monkeypatch)
    with DiaryStore.open(old, secret=key) as store:
        assert (store.facts().schema, store.key, store.findings()) == (2, key, [])
        store.back_up(old.with_name("copy.symtrack"))
    files = sorted(old.parent.iterdir())
    assert [path.name for path in files] == ["copy.symtrack", "diary before version 2.symtrack", "diary.symtrack"]
    for path in files:
        assert not path.read_bytes().startswith(b"SQLite")
        with DiaryStore.open(path, secret=key) as store:
            assert store.ratings(fixtures.LAST, fixtures.LAST)


def test_an_older_sealed_diary_that_may_only_be_read_makes_sealed_copies(old, monkeypatch, tmp_path):
    """It is brought up in memory, where nothing is sealed: its copies are, all the same."""
    key = sealed(old, monkeypatch)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    copy = tmp_path / "copies" / "copy.symtrack"
    with DiaryStore.open(old, secret=key) as store:
        store.back_up(copy)
        assert store.key == key
    assert not copy.read_bytes().startswith(b"SQLite")
    with DiaryStore.open(copy, secret=key) as store:
        assert store.findings() == []


def sealed(old: Path, monkeypatch: pytest.MonkeyPatch) -> Key:
    """The older diary, sealed by the program of its own time; its key."""
    with monkeypatch.context() as then:
        then.setattr(header, "SCHEMA", 1)
        earlier = Migrations("symtrack")
        earlier()(schema.version_1)
        then.setattr(schema, "migrations", earlier)
        with DiaryStore.open(old) as store:
            key = store.seal(Key.new())
    assert key is not None
    return key
