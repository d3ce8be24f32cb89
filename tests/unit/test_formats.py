"""What leaves a diary and enters it: both of our own formats, out and in again."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.exchange import formats
from symtrack.exchange.format import Own, every_format, recognised, writers
from symtrack.exchange.importing import bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=timezone(timedelta(hours=2)))
NOTE = '=1+1; "so", they said\r\nsecond line\rthird\n@end'


@pytest.fixture
def opened(tmp_path: Path):
    """Opens diaries by name, at noon on 20 May 2026."""
    stores: list[DiaryStore] = []

    def opening(name: str) -> DiaryStore:
        stores.append(DiaryStore.open(tmp_path / name, create=True, clock=lambda: NOON))
        return stores[-1]

    yield opening
    for store in stores:
        store.close()


@pytest.fixture
def full(opened):
    """A diary with an answer, a moment, a reason, a caregiver's view, a correction, events, a note and a setting."""
    store = opened("full")
    store.add(Rating(day=DAY, item="pain", score=3), Rating(day=DAY, item="nausea", reason="unwell"))
    store.add(Rating(day=DAY, item="pain", score=7))
    store.add(Rating(day=DAY, item="pain", score=9, time="15:30"))
    store.add(Rating(day=DAY, item="own.itch", score=2, voice="caregiver:Eva, 2"))
    store.add(Event(kind="treatment", day=DAY, text="FOLFOX; 1", body={"type": "chemotherapy", "line": 1}))
    store.add(Event(kind="dose", day=DAY, body={"medicine": "morphine"}))
    store.add(Event(kind="dose", day=DAY, body={"medicine": "morphine"}))
    store.add(Event(kind="goal", day=DAY, body={"item": "pain", "value": 3}))
    store.add(Event(kind="visit", day=DAY + timedelta(days=30), body={"with": "Dr Lee", "own": [1, {"é": None}]}))
    store.add(Event(kind="note", day=DAY, text=NOTE), Event(kind="question", day=DAY, text="日本?", private=True))
    store.add(Setting(key="name", value="Ann"), Setting(key="items", value=["pain", "own.itch"]))
    store.withdraw(store.add(Rating(day=DAY, item="fatigue", score=1)).ids[0])
    return store


def text(store: DiaryStore, form: str, first: date | None = None, last: date | None = None) -> str:
    return "".join(writers()[form].write(store, first, last))


def bring(store: DiaryStore, content: str, *, dry_run: bool = False):
    given = Source.of_bytes("given", content.encode())
    form = recognised(given)
    assert isinstance(form, Own)
    return bring_in(store, given, form, dry_run=dry_run)


def answers(store: DiaryStore):
    return {(r.day, r.time, r.item, r.voice): (r.score, r.reason) for r in store.ratings(date.min, date.max)}


def test_every_format_is_found_under_a_key_of_its_own():
    """One that goes missing would look as if it had never been there; of two with one key one would be out of reach."""
    modules = [path for path in Path(formats.__path__[0]).glob("*.py") if path.stem != "__init__"]
    assert len({form.key for form in every_format()}) == len(modules)


def test_json_holds_every_row_and_gives_the_same_bytes_from_a_copy(full, opened):
    """Brought into an empty diary, twice, it exports byte for byte what it came from, and what counts is the same."""
    exported = text(full, "json")
    copy = opened("copy")
    assert bring(copy, exported).added["ratings"] == 7
    again = bring(copy, exported)
    assert (sum(again.added.values()), again.same > 0) == (0, True)
    assert text(copy, "json") == exported
    assert (answers(copy), copy.events(), copy.settings()) == (answers(full), full.events(), full.settings())


def test_json_is_as_documented(full):
    """The parts, their order, each list by id, and JSON inside as JSON."""
    found = json.loads(text(full, "json"))
    assert list(found) == ["format", "version", "diary", "ratings", "events", "settings", "redactions"]
    assert (found["format"], found["version"], found["diary"]) == ("symtrack", 1, full.id)
    ids = [row["id"] for row in found["ratings"]]
    assert ids == sorted(ids)
    assert found["events"][0]["body"] == {"type": "chemotherapy", "line": 1}
    assert [row["value"] for row in found["settings"] if row["key"] == "name"] == ["Ann"]


def test_an_empty_diary_can_be_copied_too(opened):
    """A diary that only has an id gives that id to the copy."""
    full = opened("full")
    full.add(Rating(day=DAY, item="pain", score=1))
    empty = json.dumps(json.loads(text(full, "json")) | {"ratings": []})
    copy = opened("copy")
    bring(copy, empty)
    assert json.loads(text(copy, "json")) == json.loads(empty)


def test_two_peoples_diaries_are_never_put_together(full, opened):
    """Another diary's JSON is refused, in a trial run as well, and nothing of it stays."""
    other = opened("other")
    other.add(Rating(day=DAY, item="pain", score=1))
    before = text(other, "json")
    for dry_run in (True, False):
        with pytest.raises(InputError, match="another person"):
            bring(other, text(full, "json"), dry_run=dry_run)
    assert text(other, "json") == before


def changed(exported: str, **columns: object) -> str:
    found = json.loads(exported)
    found["ratings"][0] |= columns
    return json.dumps(found)


@pytest.mark.parametrize(
    "columns",
    [
        {"score": 11},
        {"score": True},
        {"score": "3"},
        {"score": 3, "reason": "unwell"},
        {"day": "2026-02-30"},
        {"time": "9:30"},
        {"id": "1"},
        {"action": None},
        {"recorded_at": "yesterday"},
        {"recorded_at": "2026-05-14T10:00:00.000+15:00"},
        {"recorded_at": "9999-12-31T23:59:59.000-12:00"},
        {"voice": "stranger"},
        {"withdrawn": 2},
        {"item": ""},
        {"item": "a\ud800"},
        {"mood": 3},
    ],
)
def test_a_row_that_no_diary_holds_is_refused_before_a_file_is_made(full, opened, columns):
    """One sentence that names the row's id or what is wrong with it, and no diary."""
    copy = opened("copy")
    with pytest.raises(InputError):
        bring(copy, changed(text(full, "json"), **columns))
    assert not copy.path.exists()


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "{}",
        '{"format": "symtrack", "version": 2}',
        '{"format": "symtrack", "version": 1, "diary": "x"}',
        '{"format": "symtrack", "version": 1, "version": 1}',
        "{" + '"a": [' * 100000,
        '{"a": NaN}',
        '{"format": "symtrack", "version": true}',
    ],
)
def test_json_that_is_no_diary_is_refused_in_a_sentence(opened, content):
    """Half a file, another program's, a newer symtrack's."""
    with pytest.raises(InputError):
        bring(opened("copy"), content)


def test_a_very_long_note_comes_back_from_a_table(full, opened):
    """Longer than Python's own reader takes."""
    full.add(Event(kind="note", day=date(2026, 5, 15), text="x" * 200_000))
    copy = opened("copy")
    bring(copy, text(full, "csv"))
    assert "x" * 200_000 in [event.text for event in copy.events()]


def test_csv_brings_back_what_counts(full, opened):
    """Answers, moments, reasons, voices, events and notes come back, whatever signs are in them."""
    copy = opened("copy")
    bring(copy, text(full, "csv"))
    assert answers(copy) == answers(full)
    assert [event.text for event in copy.events() if event.kind == "note"] == [NOTE]
    kinds = [event.kind for event in copy.events() if event.kind != "import"]
    assert sorted(kinds) == ["dose", "dose", "goal", "note", "treatment", "visit"]
    assert text(copy, "csv") == text(full, "csv")


def test_csv_says_how_much_it_leaves_out(full):
    """The question has no column."""
    assert writers()["csv"].left_out(full, None, None) == 1


def test_csv_can_be_a_part_of_the_diary(full):
    """Only the days that were asked for."""
    days = [line.split(",")[0] for line in text(full, "csv", DAY + timedelta(days=1)).splitlines()]
    assert days == ["day", "2026-06-13"]


def test_two_notes_of_one_day_become_one_cell_and_are_known_again(opened):
    """A table has one row for a day and voice; the notes share it, and bringing the table back adds nothing."""
    store = opened("notes")
    store.add(Event(kind="note", day=DAY, text="one"))
    store.add(Event(kind="note", day=DAY, text="two"))
    exported = text(store, "csv")
    assert '"one\ntwo"' in exported
    assert bring(store, exported).added == {"ratings": 0, "events": 0}


def test_a_file_that_was_brought_in_adds_nothing_a_second_time(opened):
    """Not by its name, but by what is in it; and with one more day only that day is new."""
    store = opened("diary")
    first = "day,pain,note\n2026-05-14,3,slept\n"
    assert bring(store, first).added == {"ratings": 1, "events": 1}
    before = text(store, "json")
    again = bring(store, first)
    assert (again.added, again.same) == ({"ratings": 0, "events": 0}, 2)
    assert text(store, "json") == before
    more = bring(store, first + "2026-05-15,4,\n")
    assert (more.added, more.same) == ({"ratings": 1, "events": 0}, 2)


def test_an_import_is_taken_back_whole_and_can_be_repeated(opened):
    """One undo; and after it the same file is new again."""
    store = opened("diary")
    table = "day,pain,event\n2026-05-14,3,cycle\n2026-05-15,4,\n"
    bring(store, table)
    store.undo()
    assert (answers(store), store.events()) == ({}, [])
    assert bring(store, table).added == {"ratings": 2, "events": 1}


def test_an_answer_that_contradicts_the_diary_is_left_out_and_named(opened):
    """What the person entered stays."""
    store = opened("diary")
    store.add(Rating(day=DAY, item="pain", score=7))
    brought = bring(store, "day,pain,nausea\n2026-05-14,3,1\n")
    assert (brought.added["ratings"], brought.different) == (1, 1)
    assert ["“7” stays" in sentence and "14 May 2026" in sentence for sentence in brought.kept] == [True]
    assert answers(store)[DAY, None, "pain", "patient"] == (7, None)


def test_a_trial_run_writes_nothing(opened, full):
    """It counts, and no file is made."""
    store = opened("none")
    assert bring(store, "day,pain\n2026-05-14,3\n", dry_run=True).added == {"ratings": 1, "events": 0}
    assert bring(store, text(full, "json"), dry_run=True).added["ratings"] == 7
    assert not store.path.exists()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("day,pain\n2026-05-14,3\n2026-05-21,3\n", "Line 3"),
        ("day,pain,person\n2026-05-14,3,p1\n", "person"),
        ("day,pain\n2026-05-14,3\n2026-05-14,3\n", "Lines 2 and 3"),
    ],
)
def test_a_table_is_brought_in_whole_or_not_at_all(opened, table, said):
    """A score for a day to come, several people, a day twice: refused, and no file is made."""
    store = opened("diary")
    with pytest.raises(InputError, match=said):
        bring(store, table)
    assert not store.path.exists()


def test_a_planned_visit_may_lie_ahead(opened):
    """Only scores are of days that have been."""
    assert bring(opened("diary"), "day,pain,event\n2026-06-14,,visit\n").added == {"ratings": 0, "events": 1}


def test_imported_days_were_not_entered_late(opened):
    """The other program knew them in time."""
    store = opened("diary")
    bring(store, "day,pain\n2026-05-01,3\n")
    assert store.columns().late == (0,)


def test_a_picture_is_no_table():
    """What is neither of our formats is refused by its content, whatever its name."""
    with pytest.raises(InputError, match="none of these"):
        recognised(Source.of_bytes("given", b"\x89PNG\r\n\x1a\n" + b"\0" * 100))


@pytest.mark.parametrize("key", ["json", "fhir"])
def test_json_on_one_line_is_what_it_was_on_many(full, key):
    """Servers and other programs write it so; a line with a thousand commas is no table for that."""
    full.add(*(Rating(day=DAY - timedelta(days=at), item="pain", score=1) for at in range(1, 60)))
    one_line = json.dumps(json.loads(text(full, key))).encode()
    assert one_line.count(b",") > 500
    assert recognised(Source.of_bytes("given", one_line)).key == key


def test_what_was_erased_for_good_stays_erased_in_a_copy(full, opened):
    """Its row comes without content, beside the row that says so; a setting that is JSON's null is no such row."""
    full.add(Setting(key="matters", value=None))
    found = json.loads(text(full, "json"))
    name = next(row for row in found["settings"] if row["key"] == "name")
    found["redactions"] = [{"id": found["diary"], "recorded_at": name["recorded_at"], "target": name["id"]}]
    name["value"] = None
    copy = opened("copy")
    bring(copy, json.dumps(found))
    assert json.loads(text(copy, "json")) == found
    assert copy.settings() == {"items": ["pain", "own.itch"], "matters": None}
