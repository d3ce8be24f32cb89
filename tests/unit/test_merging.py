"""Several copies of one diary, written on apart and brought together in any order, beside a model in plain Python."""

import os
import shutil
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.errors import DiaryFileError, InputError
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite
from tests.plain_diary import PlainDiary, by_id

DAY = date(2020, 5, 14)
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)
COPIES = st.integers(0, 2)
DAYS = st.integers(0, 1).map(lambda number: DAY + timedelta(days=number))
VOICES = st.sampled_from(["patient", "caregiver:Eva"])
RATINGS = st.builds(
    lambda day, item, time, voice, answer: Rating(day=day, item=item, time=time, voice=voice, **answer),
    DAYS,
    st.sampled_from(["pain", "own.itch"]),
    st.sampled_from([None, "08:00"]),
    VOICES,
    st.sampled_from([{"score": 0}, {"score": 10}, {"reason": "asleep"}]),
)
EVENTS = st.builds(
    lambda kind, day, text, voice: Event(kind=kind, day=day, text=text, voice=voice, private=text == "é"),
    st.sampled_from(["note", "question"]),
    DAYS,
    st.sampled_from(["y", "x", "é"]),
    VOICES,
)
SETTINGS = st.builds(
    lambda key, value: Setting(key=key, value=value), st.sampled_from(["name", "matters"]), st.sampled_from(["x", None])
)


class Copy:
    """One copy of the diary, on a computer with a clock of its own, and what its model says."""

    def __init__(self, path: Path) -> None:
        self.now = NOON
        self.store = DiaryStore.open(path, create=True, clock=self.tick)
        self.model = PlainDiary()

    def tick(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def counting(self) -> tuple[dict[object, str], dict[object, str], dict[object, str]]:
        ratings = self.store.ratings(date.min, date.max)
        return (
            {(row.day.isoformat(), row.time, row.item, row.voice): row.id for row in ratings},
            {row.origin: row.id for row in self.store.events()},
            dict(map(tuple, self.store._connection.execute("SELECT key, id FROM current_setting"))),  # type: ignore[union-attr]
        )


class Merging(RuleBasedStateMachine):
    """Three computers, of which the second and third begin with an empty diary."""

    @initialize()
    def begin(self) -> None:
        memory = Path("/dev/shm")
        self.folder = TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        self.copies = [Copy(Path(self.folder.name, name)) for name in "abc"]
        self.copies[0].store.add(Setting(key="name", value="Eva"))
        self.known(0)
        for other in (1, 2):
            self.merge(other, 0, by_path=True)

    def known(self, copy: int) -> None:
        """What was written there by hand changed or lost no row."""
        each = self.copies[copy]
        assert each.model.learn(each.store.rows()) == []

    def write(self, copy: int, *given: Row) -> tuple[str, ...]:
        ids = self.copies[copy].store.add(*given).ids
        self.known(copy)
        return ids

    @rule(copy=COPIES, given=st.lists(RATINGS | SETTINGS | EVENTS, min_size=1, max_size=3))
    def add(self, copy: int, given: list[Row]) -> None:
        """What was written last counts, however the clock stands; the same action taken back leaves what was there."""
        ids = self.write(copy, *given)
        counting = {id_ for places in self.copies[copy].counting() for id_ in places.values()}
        assert ids[-1] in counting

    @rule(copy=COPIES, given=st.lists(RATINGS | SETTINGS | EVENTS, min_size=1, max_size=3))
    def add_and_take_back(self, copy: int, given: list[Row]) -> None:
        """Everything says what it said before, whatever stood in those places."""
        before = self.says(copy)
        self.write(copy, *given)
        self.copies[copy].store.undo()
        self.known(copy)
        assert self.says(copy) == before

    def says(self, copy: int) -> object:
        store = self.copies[copy].store
        ratings = [(r.day, r.time, r.item, r.voice, r.score, r.reason) for r in store.ratings(date.min, date.max)]
        events = sorted((e.origin, e.kind, e.day, e.text or "") for e in store.events())
        return sorted(ratings, key=repr), events, store.settings()

    @rule(copy=COPIES, data=st.data(), event=EVENTS)
    def correct(self, copy: int, data: st.DataObject, event: Event) -> None:
        """The correction counts, and no other wording of the same event does."""
        events = self.copies[copy].model.events()
        if events:
            origin, id_ = data.draw(st.sampled_from(sorted(events.items(), key=repr)))
            corrected = Event(kind=event.kind, day=event.day, text=event.text, voice=event.voice, replaces=id_)
            assert self.write(copy, corrected)[0] == self.copies[copy].counting()[1][origin]

    @rule(copy=COPIES, data=st.data())
    def withdraw(self, copy: int, data: st.DataObject) -> None:
        """Nothing is left in its place."""
        each = self.copies[copy]
        places = {**each.model.ratings(), **each.model.events()}
        if places:
            place, id_ = data.draw(st.sampled_from(sorted(places.items(), key=repr)))
            each.store.withdraw(id_)
            self.known(copy)
            assert all(place not in counting for counting in each.counting()[:2])

    @rule(copy=COPIES, data=st.data())
    def undo(self, copy: int, data: st.DataObject) -> None:
        actions = sorted(
            {str(row["action"]) for _table, row in self.copies[copy].model.rows.values() if "action" in row}
        )
        with suppress(InputError):
            self.copies[copy].store.undo(data.draw(st.sampled_from([None, *actions])))
        self.known(copy)

    @rule(copy=COPIES, data=st.data())
    def erase(self, copy: int, data: st.DataObject) -> None:
        each = self.copies[copy]
        ids = sorted({**each.model.ratings(), **each.model.events()}.values())
        if ids:
            each.store.erase(data.draw(st.sampled_from(ids)))
            self.known(copy)

    @rule(copy=COPIES, hours=st.sampled_from([-9000, -30, -1, 1, 30]))
    def set_the_clock(self, copy: int, hours: int) -> None:
        self.copies[copy].now += timedelta(hours=hours)

    @rule(copy=COPIES, other=COPIES, by_path=st.booleans())
    def merge(self, copy: int, other: int, *, by_path: bool) -> None:
        if copy == other:
            return
        mine, theirs = self.copies[copy], self.copies[other]
        before = len(mine.model.rows)
        mine.model.merge(theirs.model.rows)
        came = mine.store.bring_in(theirs.store.path).added if by_path else mine.store.take(theirs.store.rows())
        assert sum(came.values()) == len(mine.model.rows) - before
        assert by_id(mine.store.rows()) == mine.model.rows
        assert not any(mine.store.take(theirs.store.rows()).values())

    @invariant()
    def what_counts_is_what_the_model_says(self) -> None:
        for each in getattr(self, "copies", ()):
            assert each.counting() == (each.model.ratings(), each.model.events(), each.model.settings())

    def teardown(self) -> None:
        if hasattr(self, "copies"):
            self.any_order_gives_the_same()
            for each in self.copies:
                assert each.store.findings() == []
                each.store.close()
            self.folder.cleanup()

    def any_order_gives_the_same(self) -> None:
        rows = [each.store.rows() for each in self.copies]
        unions = []
        for number, order in enumerate(((0, 1, 2), (2, 1, 0), (1, 0, 2, 1))):
            with DiaryStore.open(Path(self.folder.name, f"union {number}"), create=True) as union:
                for copy in order:
                    union.take(rows[copy])
                unions.append((union.rows(), union.ratings(date.min, date.max), union.events(), union.settings()))
        assert unions[0] == unions[1] == unions[2]
        for each in self.copies:
            for found in rows:
                each.store.take(found)
        assert {by_id(each.store.rows()) == by_id(unions[0][0]) for each in self.copies} == {True}


TestMerging = Merging.TestCase
TestMerging.settings = settings(
    max_examples=20,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


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
    last = mine.add(Event(kind="note", day=DAY, text="here", replaces=first)).ids[0]
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
