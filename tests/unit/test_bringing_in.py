"""Bringing in a copy: what came is told, and what is no copy of this diary is one sentence."""

import os
import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from symtrack.diary.day import local_now
from symtrack.diary.rows import Event, Rating
from symtrack.errors import DiaryFileError, InputError
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite

DAY = date(2020, 5, 14)


@pytest.fixture
def mine(tmp_path: Path):
    with DiaryStore.open(tmp_path / "mine.symtrack", create=True) as store:
        store.add(Rating(day=DAY, item="pain", score=3))
        yield store


@pytest.fixture
def other(mine: DiaryStore, tmp_path: Path) -> Path:
    """A copy of the diary that has a score and a note more."""
    path = tmp_path / "other.symtrack"
    mine.back_up(path)
    with DiaryStore.open(path) as store:
        store.add(Rating(day=DAY, item="nausea", score=8), Event(kind="note", day=DAY, text="more"))
    return path


def test_what_came_is_told(mine, other):
    """New answers and notes, answers that another one took the place of, and what was taken away there."""
    with DiaryStore.open(other) as store:
        store.add(Rating(day=DAY, item="pain", score=9))
        gone = mine.add(Event(kind="note", day=DAY, text="gone")).ids[0]
        store.take(mine.rows())
        store.withdraw(gone)
    came = mine.bring_in(other)
    assert (came.any, [row.item for row in came.ratings], [row.text for row in came.events]) == (
        True,
        ["nausea"],
        ["more"],
    )
    assert [(was.score, now.score) for was, now in came.changed] == [(3, 9)]
    assert [row.id for row in came.gone] == [gone]
    assert not mine.bring_in(other).any


def test_of_two_answers_in_one_place_one_counts(mine, other):
    """Two computers answered one question of one day: what is drawn and computed rests on the later answer."""
    mine.add(Rating(day=DAY, item="pain", score=4))
    with DiaryStore.open(other, clock=lambda: local_now() + timedelta(minutes=1)) as later:
        later.add(Rating(day=DAY, item="pain", score=9))
    mine.bring_in(other)
    columns = mine.columns()
    assert sorted(zip(columns.item, columns.score, strict=True)) == [("nausea", 8), ("pain", 9)]


def test_another_persons_diary_is_refused_and_neither_is_changed(mine, tmp_path):
    """Two people's diaries are never put together, in neither direction."""
    path = tmp_path / "theirs.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(Rating(day=DAY, item="pain", score=1))
    before, theirs = mine.rows(), path.read_bytes()
    with pytest.raises(InputError, match="another person"):
        mine.bring_in(path)
    assert (mine.rows(), path.read_bytes()) == (before, theirs)


def test_the_diary_itself_is_no_other_copy(mine, tmp_path):
    """Also under the name of a link to it: it is said, and nothing is read twice."""
    link, hard = tmp_path / "link.symtrack", tmp_path / "hard.symtrack"
    link.symlink_to(mine.path)
    hard.hardlink_to(mine.path)
    for path in (mine.path, link, hard):
        with pytest.raises(InputError, match="itself"):
            mine.bring_in(path)


def test_after_a_merge_a_note_that_is_deleted_stays_deleted(mine, tmp_path):
    """It was worded anew on two computers: no other wording comes up in its place."""
    first = mine.add(Event(kind="note", day=DAY, text="first")).ids[0]
    path = tmp_path / "other.symtrack"
    mine.back_up(path)
    with DiaryStore.open(path) as store:
        store.add(Event(kind="note", day=DAY, text="there", replaces=first))
    with DiaryStore.open(mine.path, clock=lambda: local_now() + timedelta(minutes=1)) as later:
        last = later.add(Event(kind="note", day=DAY, text="here", replaces=first)).ids[0]
    mine.bring_in(path)
    mine.withdraw(last)
    assert mine.events() == []
    mine.undo()
    assert [event.text for event in mine.events()] == ["here"]


ENDLESS = "WITH RECURSIVE e(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM e) SELECT"
FREED = "DROP TRIGGER {0}_is_never_changed; PRAGMA ignore_check_constraints = ON; UPDATE {0} SET {1}"
HOSTILE = {
    "a view that never ends": f"DROP TABLE diary; CREATE VIEW diary AS {ENDLESS} n AS id, 1 AS schema FROM e",
    "a view for the scores": "ALTER TABLE rating RENAME TO real; CREATE VIEW rating AS SELECT * FROM real",
    "a trigger": "CREATE TRIGGER own AFTER INSERT ON rating BEGIN DELETE FROM event; END",
    "a changed view": "DROP VIEW current_rating; CREATE VIEW current_rating AS SELECT *, 1 AS place FROM rating",
    "a table too many": "CREATE TABLE own (x)",
    "a guard too few": "DROP TRIGGER event_is_never_deleted",
    "a score of 11": FREED.format("rating", "score = 11"),
    "a year nought": FREED.format("rating", "day = '0000-01-01'"),
    "no moment": FREED.format("rating", "recorded_at = '12:00'"),
    "no hex": FREED.format("rating", "id = 'zzzzzzzz-zzzz-7zzz-zzzz-zzzzzzzzzzzz' WHERE item = 'nausea'"),
    "the last of all ids": FREED.format("event", "id = 'ffffffff-ffff-7fff-bfff-ffffffffffff'"),
    "an unknown item": FREED.format("rating", "item = '<img src=x>'"),
    "bytes that are no text": FREED.format("event", "text = CAST(x'ff00fe' AS TEXT)"),
    "JSON without end": FREED.format("event", f"""body = '{'{"a":' * 900}1{"}" * 900}'"""),
    "two diaries": "DROP TRIGGER diary_is_one; INSERT INTO diary SELECT substr(id, 1, 35) || 'x', 1, '2026' FROM diary",
    "a newer version": "PRAGMA user_version = 99",
    "another program's file": "PRAGMA application_id = 1",
}  # fmt: skip


@pytest.mark.parametrize("script", HOSTILE.values(), ids=HOSTILE)
def test_a_copy_that_was_made_by_hand_is_refused(mine, other, script):
    """One sentence, nothing of it is taken, and the diary is written on."""
    with closing(sqlite.connect(other, isolation_level=None)) as connection:
        connection.executescript(script)
    refused(mine, other)


@pytest.mark.parametrize("at", [100, 4096, 12_288, 40_960])
def test_a_damaged_copy_is_refused(mine, other, at):
    """Pages that a bad disk has spoilt."""
    raw = bytearray(other.read_bytes())
    raw[at : at + 600] = b"\x55" * 600
    other.write_bytes(raw)
    refused(mine, other)


@pytest.mark.parametrize("name", ["not there", ".", "pipe", "text", "picture"])
def test_what_is_no_copy_is_refused(mine, other, name, tmp_path):
    """A wrong name, a folder, a pipe, any other file."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "text").write_text("Dear diary")
    (tmp_path / "picture").write_bytes(b"\x89PNG" + bytes(5000))
    refused(mine, tmp_path / name)


def refused(mine: DiaryStore, other: Path) -> None:
    before = mine.rows()
    with pytest.raises((DiaryFileError, InputError)) as sentence:
        mine.bring_in(other)
    assert len(str(sentence.value).splitlines()) == 1
    assert mine.rows() == before
    mine.add(Rating(day=DAY, item="pain", score=5))
    assert mine.findings() == []


def test_a_hostile_name_of_a_copy_is_only_a_name(mine, other):
    """Nothing in it is read as a part of SQL or of an address."""
    odd = other.with_name("o'ther? mode=ro&#%41;--.symtrack")
    shutil.move(other, odd)
    assert mine.bring_in(odd).any
