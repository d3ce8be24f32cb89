"""Our own JSON is all of a diary: whatever was done to it comes back to the byte, and is what the schema says."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.exchange import everything
from symtrack.exchange.format import Own, recognised, writers
from symtrack.exchange.importing import bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore
from tools import json_schema

NOON = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
SCHEMA = Draft202012Validator(json.loads(json_schema.PAGE.read_text(encoding="utf-8")), format_checker=FormatChecker())

days = st.integers(0, 40).map(lambda before: date(2026, 5, 20) - timedelta(days=before))
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
voices = st.sampled_from(["patient", "caregiver:Eva", "caregiver:李, “2”"])
ratings = st.builds(
    lambda day, item, score, time, voice, private: Rating(
        day=day,
        item=item,
        score=score if isinstance(score, int) else None,
        reason=None if isinstance(score, int) else score,
        time=time,
        voice=voice,
        private=private,
    ),
    days,
    st.sampled_from(["pain", "nausea", "own.itch"]),
    st.one_of(st.integers(0, 10), st.sampled_from(["declined", "unwell"])),
    st.sampled_from([None, None, "08:30"]),
    voices,
    st.booleans(),
)
events = st.one_of(
    st.builds(lambda day, text: Event(kind="note", day=day, text=text), days, texts),
    st.builds(
        lambda day, text: Event(kind="other", day=day, until=day, text=text, body={"ä": [text, 1.5]}), days, texts
    ),
    st.builds(
        lambda day, n: Event(kind="dose", day=day, body={"medicine": "Morphine", "before": n}), days, st.integers(0, 10)
    ),
    st.builds(lambda day: Event(kind="goal", day=day, body={"item": "pain", "value": None}), days),
)
changes = st.builds(lambda key, value: Setting(key=key, value=value), st.sampled_from(["matters", "name"]), texts)
done = st.lists(
    st.one_of(ratings, events, changes, st.sampled_from(["undo", "withdraw", "correct", "erase", "private"])),
    min_size=1,
    max_size=14,
)


def exported(store: DiaryStore) -> str:
    return "".join(writers()["json"].write(store, None, None))


def do(store: DiaryStore, what: Row | str, ids: list[str]) -> None:
    """One action, on the last row where it is about one."""
    if not isinstance(what, str):
        ids += store.add(what).ids
    elif what == "undo" and store.undoable:
        store.undo()
    elif what == "erase" and ids:
        store.erase(ids.pop())
    elif what == "withdraw" and ids and _counts(store, ids[-1]):
        store.withdraw(ids.pop())
    elif what == "private" and ids and _counts(store, ids[-1]):
        store.mark_private(ids[-1], private=True)
    elif what == "correct" and ids and (found := _counts(store, ids[-1])):
        ids += store.add(Event(kind="note", day=found.day, text="again", replaces=found.id)).ids


def _counts(store: DiaryStore, id_: str) -> Event | None:
    return next((event for event in store.events() if event.id == id_ and event.kind == "note"), None)


@settings(max_examples=20, deadline=None)
@given(done)
def test_whatever_was_done_comes_back_to_the_byte(actions):
    """An empty diary that takes the export in exports the same bytes, and the documented schema knows all of it."""
    with TemporaryDirectory() as folder:
        with DiaryStore.open(Path(folder, "mine"), create=True, clock=lambda: NOON) as mine:
            ids: list[str] = []
            mine.add(Rating(day=date(2026, 5, 20), item="pain", score=1))
            for what in actions:
                do(mine, what, ids)
            text = exported(mine)
        assert [error.message for error in SCHEMA.iter_errors(json.loads(text))] == []
        source = Source.of_bytes("mine.json", text.encode())
        form = recognised(source)
        assert isinstance(form, Own)
        with DiaryStore.open(Path(folder, "copy"), create=True, clock=lambda: NOON) as copy:
            bring_in(copy, source, form)
            assert exported(copy) == text


def test_the_zip_of_everything_comes_in_again(tmp_path: Path) -> None:
    """Whoever kept only that has all of the diary."""
    with (
        DiaryStore.open(tmp_path / "a", create=True, clock=lambda: NOON) as store,
        DiaryStore.open(tmp_path / "b", create=True, clock=lambda: NOON) as empty,
    ):
        store.add(Rating(day=store.today, item="pain", score=7, private=True))
        source = Source.of_bytes("all.zip", everything.packed(store, b"%PDF"))
        form = recognised(source)
        assert isinstance(form, Own)
        bring_in(empty, source, form)
        assert exported(empty) == exported(store)
