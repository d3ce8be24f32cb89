"""The one writer: saved when the call returns, or a sentence that says why not."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from symtrack.diary.rows import Event, Rating
from symtrack.settings import Preferences
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer

DAY = date(2026, 5, 14)
EVENING = datetime(2026, 5, 14, 19, 2, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path, qtbot):
    store = DiaryStore.open(tmp_path / "diary.symtrack", create=True, clock=lambda: EVENING)
    journal = Journal(store, tmp_path / "settings.toml")
    yield journal
    journal.deleteLater()
    store.close()


def test_a_save_says_when(journal, qtbot):
    """The page can say “Saved 19:02”, and every page is told once."""
    with qtbot.waitSignal(journal.changed):
        assert journal.rate(DAY, "pain", 7)
    assert journal.saved == "Saved 19:02"
    assert journal.answers(DAY)["pain"].score == 7


def test_the_same_answer_twice_is_written_once(journal):
    """Leaving a card again leaves no second row behind."""
    journal.rate(DAY, "pain", 7)
    journal.rate(DAY, "pain", 7)
    assert len(journal.ratings(DAY, DAY)) == 1
    journal.undo()
    assert journal.ratings(DAY, DAY) == []


def test_each_writer_sees_the_answers_of_their_own_voice(journal):
    """A daughter's own view is beside the patient's; what she types for the patient is the patient's."""
    journal.rate(DAY, "pain", 7)
    journal.set_writer(Writer("caregiver:Anna"))
    assert journal.answers(DAY) == {}
    journal.rate(DAY, "pain", 5)
    journal.set_writer(Writer("patient", "Anna"))
    assert journal.answers(DAY)["pain"].score == 7
    journal.rate(DAY, "nausea", 2)
    assert journal.answers(DAY)["nausea"].entered_by == "Anna"


def test_too_unwell_is_one_action_for_what_is_open(journal):
    """What was answered stays; one undo takes the rest back."""
    journal.rate(DAY, "pain", 7)
    journal.rate_all(DAY, "unwell")
    assert {key: rating.reason for key, rating in journal.answers(DAY).items()} == {
        "pain": None,
        "nausea": "unwell",
        "appetite": "unwell",
        "fatigue": "unwell",
    }
    journal.undo()
    assert list(journal.answers(DAY)) == ["pain"]


def test_what_can_not_be_saved_stays_said_until_something_is(journal, tmp_path, qtbot):
    """A diary whose place has gone: a sentence, no crash, and the next save clears it."""
    (tmp_path / "file").write_text("x")
    store = DiaryStore.open(tmp_path / "file" / "diary.symtrack", create=True, clock=lambda: EVENING)
    broken = Journal(store, tmp_path / "settings.toml")
    assert not broken.rate(DAY, "pain", 7)
    assert "diary.symtrack" in broken.failure
    (tmp_path / "file").unlink()
    assert broken.rate(DAY, "pain", 7)
    assert broken.failure == ""
    store.close()


def test_points_appear_once_nothing_else_is_to_do(journal, qtbot):
    """Flags are computed when the app is idle, and `changed` says that they are there."""
    for day in (12, 13, 14):
        journal.rate(date(2026, 5, day), "pain", 8)
    qtbot.waitUntil(lambda: [flag.rule for flag in journal.flags] == ["severe-days"])
    journal.set("flags", "off")
    qtbot.waitUntil(lambda: journal.flags == ())


def test_another_program_that_writes_is_noticed(journal, qtbot):
    """What the command line adds shows in the open window."""
    journal.rate(DAY, "pain", 7)
    with DiaryStore.open(journal.path, clock=lambda: EVENING) as other:
        other.add(Rating(day=DAY, item="nausea", score=3), Event(kind="note", day=DAY, text="by hand"))
    journal.start()
    with qtbot.waitSignal(journal.changed, timeout=5_000):
        pass
    assert journal.answers(DAY)["nausea"].score == 3


def test_settings_of_this_computer_are_kept_beside_the_diary_not_in_it(journal, tmp_path):
    """Text size survives the window; the diary does not know it."""
    journal.set_preferences(text_size=150)
    store = DiaryStore.open(tmp_path / "other.symtrack", create=True)
    assert Journal(store, tmp_path / "settings.toml").preferences.text_size == 150
    assert not journal.path.exists()


def test_this_computer_remembers_which_diary_it_has(journal, tmp_path):
    """From its first entry on; nothing is remembered of a diary that was never begun."""
    assert Preferences.load(tmp_path / "settings.toml").diary_at(journal.path) == ""
    journal.rate(DAY, "pain", 7)
    with DiaryStore.open(journal.path) as store:
        assert Preferences.load(tmp_path / "settings.toml").diary_at(journal.path) == store.id
