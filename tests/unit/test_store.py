"""The diary file: what is written stands, what is corrected stays to be seen, and nothing is ever overwritten."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite as sqlite3
from tests.clock import Clock

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


@pytest.fixture
def store(tmp_path: Path, clock: Clock):
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True, clock=clock) as opened:
        yield opened


def pain(score: int, **more: Any) -> Rating:
    return replace(Rating(day=DAY, item="pain", score=score), **more)


def scores(store: DiaryStore) -> list[int | None]:
    return [rating.score for rating in store.ratings(DAY, DAY)]


def test_a_diary_that_was_never_written_has_no_file(store):
    """Looking at an empty diary leaves nothing behind."""
    assert store.ratings(DAY, DAY) == []
    assert store.columns().day == ()
    assert not store.path.exists()


def test_what_is_added_can_be_read_by_another_program_at_once(store):
    """The row is in the file itself when `add` returns, without this program's help."""
    store.add(pain(7))
    copy = store.path.with_name("copy.sqlite")
    copy.write_bytes(store.path.read_bytes())
    with sqlite3.connect(copy) as other:
        assert other.execute("SELECT day, item, score FROM rating").fetchall() == [("2026-05-14", "pain", 7)]
    other.close()


def test_a_correction_counts_and_names_what_it_corrects(store):
    """The first answer stays in the file; the second one names it and counts."""
    first = store.add(pain(6)).ids[0]
    store.add(pain(4))
    assert scores(store) == [4]
    assert [row["replaces"] for row in store.rows().tables["rating"]] == [None, first]


def test_a_correction_counts_though_the_clock_was_set_back(store, clock):
    """What was given last counts, whatever the clock says."""
    store.add(pain(6))
    clock.now = NOON - timedelta(hours=7)
    store.add(pain(4))
    assert scores(store) == [4]
    ids = [row["id"] for row in store.rows().tables["rating"]]
    assert ids == sorted(ids)


def test_each_voice_and_each_moment_has_a_place_of_its_own(store):
    """A daughter's view and a moment at 15:30 stand beside the patient's answer."""
    store.add(pain(7), pain(5, voice="caregiver:Anna"), pain(9, time="11:30"))
    assert {(r.voice, r.time, r.score) for r in store.ratings(DAY, DAY)} == {
        ("patient", None, 7),
        ("caregiver:Anna", None, 5),
        ("patient", "11:30", 9),
    }


def test_somebody_typing_for_the_patient_corrects_the_patients_own_answer(store):
    """Patient and assisted are one voice."""
    store.add(pain(7))
    store.add(pain(5, entered_by="Anna"))
    assert scores(store) == [5]


@pytest.mark.parametrize(
    "row",
    [
        pain(11),
        pain(-1),
        pain(3, day=DAY + timedelta(days=1)),
        pain(3, day=date(206, 5, 14)),
        Event(kind="visit", day=date(1899, 12, 31)),
        Event(kind="visit", day=date(2201, 1, 1)),
        pain(3, voice="caregiver:\u200b"),
        pain(3, voice="caregiver:\u3164\u2060"),
        pain(3, entered_by="\u200b"),
        pain(3, item="payn"),
        pain(3, voice="stranger"),
        pain(3, time="25:00"),
        Rating(day=DAY, item="pain"),
        Rating(day=DAY, item="pain", score=3, reason="unwell"),
        Rating(day=DAY, item="pain", reason="lazy"),
        Event(kind="party", day=DAY),
        Event(kind="treatment", day=DAY),
        Event(kind="note", day=DAY, text="  "),
        Event(kind="goal", day=DAY, body={"item": "pain", "value": 12}),
        Event(kind="stay", day=DAY, until=DAY - timedelta(days=1)),
        Setting(key="shoe-size", value=42),
    ],
    ids=lambda row: repr(row)[:60],
)
def test_a_bad_row_is_refused_and_nothing_of_its_action_is_written(store, row):
    """One bad answer among good ones leaves the diary as it was, even unmade."""
    with pytest.raises(InputError) as refused:
        store.add(pain(2, item="nausea"), row)
    assert str(refused.value).endswith((".", "?"))
    assert not store.path.exists()


def test_after_midnight_it_is_still_yesterday(store, clock):
    """The person's day ends at 04:00, or when they chose."""
    clock.now = NOON.replace(day=15, hour=0, minute=30)
    assert store.today == DAY
    store.add(Setting(key="day-start", value="00:15"))
    assert store.today == DAY + timedelta(days=1)


def test_a_late_answer_says_how_late(store, clock):
    """Days between the day and its entry, by the person's own day; the same day at night is not late."""
    clock.now = NOON.replace(day=17, hour=1)
    store.add(pain(3), pain(4, day=DAY + timedelta(days=2)))
    assert store.columns().late == (2, 0)


def test_columns_hold_what_counts_with_ordinal_days(store):
    """The columns are those of the counting rows, a day as date.toordinal gives it."""
    store.add(pain(6), Rating(day=DAY, item="nausea", reason="unwell"))
    store.add(pain(4))
    columns = store.columns()
    assert sorted(zip(columns.day, columns.item, columns.score, columns.reason, strict=True)) == [
        (DAY.toordinal(), "nausea", None, "unwell"),
        (DAY.toordinal(), "pain", 4, None),
    ]


def test_columns_hold_any_name(store):
    """Who looks after the person and what they ask themselves may be called anything."""
    voice, item = 'caregiver:Zo\u00eb "\\, [\U0001f9e1]', "own.m\u00fcde_\u75b2"
    store.add(Rating(day=DAY, item=item, score=2, time="23:30", voice=voice))
    columns = store.columns()
    assert (columns.voice, columns.item, columns.time, columns.score) == ((voice,), (item,), ("23:30",), (2,))


def test_an_event_can_be_corrected_and_taken_away(store):
    """Its latest correction counts; taken away it is gone from view, and its rows stay."""
    first = store.add(Event(kind="visit", day=DAY, body={"with": "Dr Lee"})).ids[0]
    second = store.add(Event(kind="visit", day=DAY, body={"with": "Dr Leigh"}, replaces=first)).ids[0]
    assert [event.body["with"] for event in store.events()] == ["Dr Leigh"]
    store.withdraw(second)
    assert store.events() == []
    assert len(store.rows().tables["event"]) == 3


def test_an_event_that_was_replaced_can_not_be_corrected_again(store):
    """Two corrections of one row would leave both standing."""
    first = store.add(Event(kind="note", day=DAY, text="a")).ids[0]
    store.add(Event(kind="note", day=DAY, text="b", replaces=first))
    with pytest.raises(InputError):
        store.add(Event(kind="note", day=DAY, text="c", replaces=first))


def test_the_latest_of_a_setting_counts(store):
    """A setting is a row like others: the last one holds."""
    store.add(Setting(key="name", value="M. Example"))
    store.add(Setting(key="name", value="Mara Example"))
    assert store.settings() == {"name": "Mara Example"}


@pytest.mark.parametrize("table", ["rating", "event", "setting", "diary"])
def test_the_file_itself_refuses_to_change_or_lose_a_row(store, table):
    """Another program with the file open can't overwrite, delete or replace what was written."""
    store.add(pain(7), Event(kind="note", day=DAY, text="x"), Setting(key="name", value="M"))
    store.close()
    other = sqlite3.connect(store.path)
    for statement in (
        f"UPDATE {table} SET id = id || 'x'",
        f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            other.execute(statement)
    other.close()


def test_content_can_be_erased_only_where_a_redaction_names_it(store):
    """Score and words may become nothing, once a redaction says so, and nothing else may change."""
    saved = store.add(pain(7)).ids[0]
    store.close()
    other = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError):
        other.execute("UPDATE rating SET score = NULL")
    other.execute(
        "INSERT INTO redaction VALUES ('01a20b48-78a4-73be-bfdc-65149b29d1e0', '2026-05-15T10:00:00.000+02:00', ?)",
        (saved,),
    )
    with pytest.raises(sqlite3.IntegrityError):
        other.execute("UPDATE rating SET score = 3")
    with pytest.raises(sqlite3.IntegrityError):
        other.execute("UPDATE rating SET score = NULL, day = '2026-05-13'")
    other.execute("UPDATE rating SET score = NULL")
    assert other.execute("SELECT count(*) FROM current_rating").fetchone() == (0,)
    other.close()


def test_every_column_says_what_it_is_for(store):
    """Whoever opens the file with another tool reads a comment at each column."""
    store.add(pain(7))
    store.close()
    other = sqlite3.connect(store.path)
    for table, sql in other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'"):
        for (column,) in other.execute("SELECT name FROM pragma_table_info(?)", (table,)):
            lines = [line for line in sql.splitlines() if line.strip().startswith(f"{column} ")]
            assert len(lines) == 1, (table, column)
            assert " -- " in lines[0], (table, column)
    other.close()


def test_the_days_of_a_diary_are_those_of_its_entries(store):
    """Bringing in a file today, or dealing with a point, is no entry for today."""
    store.add(pain(3, day=DAY - timedelta(days=40)))
    store.add(Event(kind="import", day=DAY, body={"file": "old.csv"}))
    facts = store.facts()
    assert (facts.first, facts.last, facts.days) == (DAY - timedelta(days=40), DAY - timedelta(days=40), 1)
