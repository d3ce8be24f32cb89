"""What is marked as private: it stays in the diary as it was given, and is on no paper unless it is ticked."""

import json
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from symtrack.cli import summaries
from symtrack.cli.group import Commands
from symtrack.cli.opening import opened
from symtrack.cli.summaries import Parts
from symtrack.diary.day import day_of, local_now
from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from tests.clock import Clock

TODAY = day_of(local_now(), time(4))
"""The command’s own today: it has no other clock."""
DAYS = [TODAY - timedelta(days=k) for k in range(30)]


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.combine(TODAY, time(12), UTC))


@pytest.fixture
def store(tmp_path: Path, clock: Clock):
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True, clock=clock) as opened:
        yield opened


def run(path: Path, *given: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(Commands(), [*given, "-d", str(path)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def paper(path: Path, *sections: str, private: bool = False) -> str:
    """All that the summary has, as data."""
    with click.Context(Commands()), opened(path) as store:
        return str(summaries.ordered(store, None, TODAY, Parts(sections=sections, private=private)).blocks())


def test_a_mark_changes_nothing_but_whether_it_is_private(store, clock):
    """A week later it is neither late nor corrected, and one undo takes the mark back."""
    pain, note = store.add(Rating(day=TODAY, item="pain", score=8), Event(kind="note", day=TODAY, text="Bad.")).ids
    clock.now += timedelta(days=7)
    store.mark_private(pain, note, private=True)
    (rating,), (event,) = store.ratings(TODAY, TODAY), store.events()
    assert (rating.private, rating.score, rating.recorded_at) == (True, 8, f"{TODAY}T12:00:00.000+00:00")
    assert (event.private, event.text) == (True, "Bad.")
    assert store.columns().late == (0,)
    store.mark_private(rating.id, event.id, private=False)
    assert store.corrected(TODAY, TODAY) == ()
    store.undo()
    assert [each.private for each in (*store.ratings(TODAY, TODAY), *store.events())] == [True, True]
    store.undo()
    assert [each.private for each in (*store.ratings(TODAY, TODAY), *store.events())] == [False, False]
    assert store.findings() == []


def test_a_private_answer_stays_private_when_it_is_answered_anew(store):
    """Whoever wants it on the paper again says so."""
    store.add(Rating(day=TODAY, item="pain", score=8, private=True))
    store.add(Rating(day=TODAY, item="pain", score=9))
    assert [(each.score, each.private) for each in store.ratings(TODAY, TODAY)] == [(9, True)]
    assert store.corrected(TODAY, TODAY, private=False) == ()
    assert store.corrected(TODAY, TODAY) == (TODAY,)


def test_what_was_imported_is_not_late_once_it_is_marked(store):
    """The other program knew it in time, and that does not change."""
    old = DAYS[-1]
    _file, pain = store.add(Event(kind="import", day=TODAY), Rating(day=old, item="pain", score=8)).ids
    store.mark_private(pain, private=True)
    assert store.columns().late == (0,)


def test_private_answers_are_neither_numbers_nor_dots_nor_points_on_the_paper(store):
    """Three days of pain 9 that nobody is to see: no 9, no point, and the days count as without an answer."""
    path = store.path
    for k, day in enumerate(DAYS):
        store.add(Rating(day=day, item="pain", score=9 if k < 4 else 2, private=k < 4))
    told = paper(path, "days", "answers", "points")
    assert "score=9" not in told
    assert "'9'" not in told
    assert "Pain was 7 or more" not in told
    assert "No entry: on 4 days" in told
    with_it = paper(path, "days", "answers", "points", private=True)
    assert "score=9" in with_it
    assert "'9'" in with_it
    assert "Pain was 7 or more" in with_it


def test_the_sheet_for_the_next_caregiver_has_nothing_that_is_private(store):
    """Neither the number, nor the point that rests on it, nor the note; and all of it when it is asked for."""
    for day in DAYS[:4]:
        store.add(Rating(day=day, item="pain", score=9, private=True))
    store.add(Event(kind="note", day=TODAY, text="Afraid.", private=True))
    told = store.path.with_suffix(".txt")
    run(store.path, "paper", "-o", str(told), "--kind", "handoff")
    assert not {"Pain", "Afraid.", "9"} & set(told.read_text(encoding="utf-8").split())
    run(store.path, "paper", "-o", str(told), "--kind", "handoff", "--private")
    assert "Afraid" in told.read_text(encoding="utf-8")
    assert "To phone the team about" in told.read_text(encoding="utf-8")


def test_a_note_on_a_private_answer_does_not_say_what_it_is_on(store):
    """The note itself is not private, and stands there alone, also where the mark came later."""
    (pain,) = store.add(Rating(day=TODAY, item="pain", score=8)).ids
    store.add(Event(kind="note", day=TODAY, text="A bad night.", body={"about": pain}))
    assert "On pain: A bad night." in paper(store.path, "notes")
    store.mark_private(pain, private=True)
    told = paper(store.path, "notes")
    assert "A bad night." in told
    assert "On pain" not in told
    assert "On pain: A bad night." in paper(store.path, "notes", private=True)


def test_the_command_line_marks_and_unmarks(store):
    """When it is added, and later by its id; the table says it with a word."""
    path = store.path
    ids = json.loads(run(path, "add", "pain=7", "--note", "Between us.", "--private"))["saved"]
    assert "7 (private)" in run(path, "show")
    assert "Note: Between us. (private)" in run(path, "show")
    run(path, "private", "--not", *ids)
    assert "(private)" not in run(path, "show")
    assert "not private any more since" in run(path, "show", "--history")
    lines = '{"pain": 3, "private": true}\n{"event": "note", "text": "Mine.", "private": true}\n'
    done = CliRunner().invoke(Commands(), ["add", "--jsonl", "-", "-d", str(path)], input=lines)
    assert done.exit_code == 0
    with DiaryStore.open(path) as written:
        ratings, notes = written.ratings(TODAY, TODAY), written.events()
    assert [rating.private for rating in ratings] == [True]
    assert [(note.text, note.private) for note in notes] == [("Between us.", False), ("Mine.", True)]


@pytest.mark.parametrize("written", ['"yes"', "1", "null"])
def test_private_is_true_or_false(store, written):
    """Anything else is refused, and nothing is kept that was meant for nobody."""
    lines = f'{{"pain": 3, "private": {written}}}\n'
    done = CliRunner().invoke(Commands(), ["add", "--jsonl", "-", "-d", str(store.path)], input=lines)
    assert done.exit_code == 1
    assert "“private” is true or false" in done.stderr
    assert not store.path.exists()
