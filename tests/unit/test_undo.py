"""Undo: any action can be taken back, whole, and the one before it next."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.store import DiaryStore

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path):
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True, clock=lambda: NOON) as opened:
        yield opened


def rate(store: DiaryStore, **answers: int) -> str:
    return store.add(*(Rating(day=DAY, item=item, score=score) for item, score in answers.items())).action


def now(store: DiaryStore) -> dict[str, int | None]:
    return {rating.item: rating.score for rating in store.ratings(DAY, DAY)}


def test_undo_goes_further_back_each_time(store):
    """Three actions, taken back one after the other, until there is nothing left."""
    rate(store, pain=6, nausea=2)
    rate(store, pain=4)
    rate(store, pain=9)
    seen = []
    while store.undoable:
        store.undo()
        seen.append(now(store))
    assert seen == [{"pain": 4, "nausea": 2}, {"pain": 6, "nausea": 2}, {}]
    with pytest.raises(InputError):
        store.undo()


def test_an_answer_after_an_undo_can_be_taken_back_too(store):
    """Undo, answer anew, undo: what stood before stands again."""
    rate(store, pain=6)
    rate(store, pain=4)
    store.undo()
    rate(store, pain=1)
    store.undo()
    assert now(store) == {"pain": 6}
    store.undo()
    assert now(store) == {}


def test_an_earlier_action_can_be_named(store):
    """Not only the last: a named action goes, later ones stay."""
    first = rate(store, pain=6, nausea=2)
    rate(store, pain=4)
    assert store.undo(first) == first
    assert now(store) == {"pain": 4}
    with pytest.raises(InputError):
        store.undo(first)


def test_a_note_taken_away_comes_back(store):
    """Taking away is an action as well."""
    note = store.add(Event(kind="note", day=DAY, text="slept")).ids[0]
    store.withdraw(note)
    store.undo()
    assert [event.text for event in store.events()] == ["slept"]
    store.undo()
    assert store.events() == []


def test_a_setting_gets_its_former_value_back(store):
    """A chosen name is restored, and the first choice can be taken back as well."""
    store.add(Setting(key="name", value="A"))
    store.add(Setting(key="name", value="B"))
    store.undo()
    assert store.settings() == {"name": "A"}
    store.undo()
    assert store.settings() == {}


def test_a_value_that_is_brought_back_is_no_later_than_it_was(tmp_path):
    """A wrong correction, ten days on and undone, does not mark the day's own answer as late."""
    moment = [NOON]
    with DiaryStore.open(tmp_path / "d.symtrack", create=True, clock=lambda: moment[0]) as store:
        rate(store, pain=6)
        moment[0] = NOON + timedelta(days=10)
        rate(store, pain=1)
        assert store.columns().late == (10,)
        store.undo()
        assert store.columns().late == (0,)


def test_undo_without_a_diary_makes_none(store):
    """There is nothing to take back, and no file is left behind."""
    with pytest.raises(InputError):
        store.undo()
    assert not store.path.exists()


@given(st.lists(st.one_of(st.none(), st.tuples(st.sampled_from(["pain", "nausea"]), st.integers(0, 10))), max_size=14))
def test_undo_is_a_stack_whatever_the_order(tmp_path_factory, steps):
    """Answers and undos in any order give what a plain list of states gives."""
    path = tmp_path_factory.mktemp("stack") / "diary.symtrack"
    states: list[dict[str, int | None]] = [{}]
    with DiaryStore.open(path, create=True, clock=lambda: NOON) as store:
        for step in steps:
            if step is not None:
                rate(store, **dict([step]))
                states.append(states[-1] | dict([step]))
            elif len(states) > 1:
                store.undo()
                states.pop()
            assert now(store) == states[-1]
