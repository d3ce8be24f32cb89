"""What is wrong with a diary is found, and named."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import DiaryFileError
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite as sqlite3

DAY = date(2026, 5, 14)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "diary.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(Rating(day=DAY, item="pain", score=6), Event(kind="visit", day=DAY, body={"with": "Dr Lee"}))
        store.add(Rating(day=DAY, item="pain", score=4))
        store.add(Setting(key="name", value="M. Example"))
        note = store.add(Event(kind="note", day=DAY, text="gone")).ids[0]
        store.erase(note)
    return path


@pytest.fixture
def by_hand(path: Path) -> Callable[..., None]:
    """Somebody's own SQL, with the guards of one table taken away for the time being."""

    def run(statement: str, *, guard: str | None = None) -> None:
        other = sqlite3.connect(path)
        if guard is not None:
            (sql,) = other.execute("SELECT sql FROM sqlite_master WHERE name = ?", (guard,)).fetchone()
            other.execute(f"DROP TRIGGER {guard}")
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute(statement)
        if guard is not None:
            other.execute(sql)
        other.commit()
        other.close()

    return run


def findings(path: Path) -> list[str]:
    with DiaryStore.open(path) as store:
        return store.findings()


def test_a_whole_diary_has_no_findings(path):
    """Corrected, erased, set: all of that is in order."""
    assert findings(path) == []


def test_a_score_that_no_scale_has_is_named_with_its_row(path, by_hand):
    """A 42, written past the file's own check."""
    by_hand("UPDATE rating SET score = 42 WHERE replaces IS NULL", guard="rating_is_never_changed")
    found = findings(path)
    assert len(found) == 1
    assert "rating" in found[0]


def test_an_item_that_does_not_exist_is_named(path, by_hand):
    """The tables allow any item; the diary does not."""
    by_hand("UPDATE rating SET item = 'payn' WHERE replaces IS NOT NULL", guard="rating_is_never_changed")
    (found,) = findings(path)
    assert "“payn”" in found


def test_an_event_with_a_body_that_it_can_not_have_is_named(path, by_hand):
    """A treatment of no known type."""
    body = """'{"type": "magic"}'"""
    by_hand(f"UPDATE event SET kind = 'treatment', body = {body} WHERE kind = 'visit'", guard="event_is_never_changed")
    (found,) = findings(path)
    assert "“magic”" in found


def test_a_guard_that_was_taken_away_is_missed(path, by_hand):
    """Without it, rows could be changed."""
    by_hand("DROP TRIGGER event_is_never_deleted")
    (found,) = findings(path)
    assert "event_is_never_deleted" in found


def test_a_guard_that_was_weakened_is_noticed(path):
    """A trigger of the same name that does nothing is not the same trigger."""
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER rating_is_never_deleted")
    other.execute("CREATE TRIGGER rating_is_never_deleted BEFORE DELETE ON rating BEGIN SELECT 1; END")
    other.close()
    (found,) = findings(path)
    assert "rating_is_never_deleted" in found


def test_what_was_erased_and_put_back_is_named(path, by_hand):
    """A redaction is for good."""
    by_hand(
        "UPDATE event SET text = 'back again' WHERE id IN (SELECT target FROM redaction)",
        guard="event_is_never_changed",
    )
    (found,) = findings(path)
    assert "erased" in found


def test_a_row_that_says_nothing_without_being_erased_is_named(path, by_hand):
    """Content that is simply gone is not silence."""
    by_hand("UPDATE rating SET score = NULL WHERE replaces IS NULL", guard="rating_is_never_changed")
    (found,) = findings(path)
    assert "never erased" in found


def test_a_damaged_page_is_damage(path):
    """Bytes of a table's page overwritten: said plainly, whatever part of the file it is."""
    raw = bytearray(path.read_bytes())
    for page in range(1, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 16] = b"\xff" * 16
    path.write_bytes(raw)
    try:
        found = findings(path)
    except DiaryFileError as error:  # Opening may already say it.
        found = [str(error)]
    assert found
    assert "damaged" in found[0]
