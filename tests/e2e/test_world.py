"""What the world does to an open diary: full disks, rights that are taken away, files that go, clocks that jump.

Each with the real thing: limits, rights and locks of the system, in a process of its own where one is needed.
"""

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from symtrack.diary.rows import Event, Rating
from symtrack.errors import DiaryFileError, InputError
from symtrack.store import DiaryStore, backup
from symtrack.store.engine import sqlite as sqlite3

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 5, 14)
ONE_BY_ONE = """
import json, os, resource, sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from symtrack.diary.rows import Event
from symtrack.errors import SymtrackError
from symtrack.store import DiaryStore

path, number, then, most = json.loads(sys.argv[1])
note = Event(kind="note", day=date(2026, 5, 14), text="x" * 3000)
with TemporaryDirectory() as scratch, DiaryStore.open(Path(scratch, "diary"), create=True) as store:
    store.add(note)  # Imports what is needed: somebody else may not be let into the folder that Python is in.
os.umask(0)
if os.geteuid() == 0:
    os.setuid(65534)
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))  # Python ignores the signal, so it is an error.
try:
    with DiaryStore.open(Path(path), create=True) as store:
        for _ in range(number):
            print(*store.add(note).ids, flush=True)
            exec(then)
except SymtrackError as error:
    sys.exit(str(error))
"""
"""Writes notes as somebody who is not root, and says each id once it is durable; after each it does what it is told."""


def pain(score: int, day: date = DAY) -> Rating:
    return Rating(day=day, item="pain", score=score)


def notes(path: Path, number: int, *, then: str = "pass", most: int | None = None) -> tuple[list[str], str]:
    """The ids that the other process said, and its sentence; it may write files of `most` bytes."""
    called = subprocess.run(
        [sys.executable, "-c", ONE_BY_ONE, json.dumps([str(path), number, then, most])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in called.stderr, called.stderr
    return called.stdout.split(), called.stderr.strip()


def ids(path: Path) -> list[str]:
    """The ids of the notes in the diary, which has to be whole."""
    with DiaryStore.open(path) as store:
        assert store.findings() == []
        return [event.id for event in store.events()]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may use: root is let through everywhere, so some processes here are somebody else."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.fixture
def path(open_folder: Path) -> Path:
    """A diary that everybody may write, with one note."""
    made = open_folder / "diary.symtrack"
    with DiaryStore.open(made, create=True) as store:
        store.add(Event(kind="note", day=DAY, text="first"))
    made.chmod(0o666)
    return made


def test_a_diary_that_could_only_be_read_for_a_while_is_written_again(open_folder):
    """As after it came from a disc: what SQLite left beside it then was read-only too, and stayed so."""
    path = open_folder / "diary.symtrack"
    first, _said = notes(path, 1)
    path.chmod(0o444)
    assert "read-only" in notes(path, 1)[1]
    path.chmod(0o644)
    second, said = notes(path, 1)
    assert (said, ids(path)) == ("", first + second)


@pytest.mark.parametrize("most", [140_000, 200_000, 300_000])
def test_a_full_disk_is_one_sentence_and_keeps_all_that_was_acknowledged(path, most):
    """The process may not write more: it says so, and every id that it had said is in the diary."""
    said, sentence = notes(path, 200, most=most)
    assert 0 < len(said) < 200
    assert sentence.startswith("The disk")
    assert set(said) <= set(ids(path))
    assert len(sentence.splitlines()) == 1


def test_a_disk_that_is_full_from_the_start_makes_no_half_diary(open_folder):
    """There is one sentence and no file, and once there is room the diary begins."""
    path = open_folder / "new.symtrack"
    said, sentence = notes(path, 1, most=20_000)
    assert (said, sentence.startswith("The disk"), list(open_folder.iterdir())) == ([], True, [])
    said, sentence = notes(path, 1)
    assert (ids(path), sentence) == (said, "")


def test_a_full_disk_makes_no_half_copy(path, open_folder, monkeypatch):
    """The last good copy stays, and nothing is left beside it."""
    copy = open_folder / "copy.symtrack"
    with DiaryStore.open(path) as store:
        store.back_up(copy)
        good = copy.read_bytes()
        store.add(Event(kind="note", day=DAY, text="second"))
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
        try:
            with pytest.raises(DiaryFileError):
                store.back_up(copy)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert copy.read_bytes() == good
    assert sorted(open_folder.iterdir()) == [copy, path]


def test_a_file_that_may_only_be_read_is_shown_and_not_written(path):
    """Reading goes on; writing is one sentence."""
    before = ids(path)
    path.chmod(0o444)
    said, sentence = notes(path, 1)
    assert (said, "read-only" in sentence) == ([], True)
    path.chmod(0o666)
    assert ids(path) == before


def test_a_folder_that_may_only_be_read_makes_no_diary_and_keeps_the_one_in_it(path, open_folder):
    """Neither a new diary nor a new row, and one sentence each."""
    open_folder.chmod(0o555)
    for each in (open_folder / "new.symtrack", path):
        said, sentence = notes(each, 1)
        assert (said, len(sentence.splitlines())) == ([], 1)
    open_folder.chmod(0o777)
    assert list(open_folder.iterdir()) == [path]
    assert len(ids(path)) == 1


def test_rights_that_are_lost_while_it_is_open_lose_nothing(path, open_folder):
    """What was acknowledged after that is in the file; what can no longer be opened is one sentence."""
    path.unlink()
    said, sentence = notes(path, 3, then="os.chmod(path, 0)")
    assert (len(said), sentence) == (3, "")
    said_then, sentence = notes(path, 1)
    assert (said_then, "can’t be read" in sentence) == ([], True)
    path.chmod(0o666)
    assert ids(path) == said


def test_a_diary_that_is_deleted_while_it_is_open_takes_no_more(path, open_folder):
    """What is written would be gone with the file, so it is refused; and no empty diary takes its place."""
    with DiaryStore.open(path) as store:
        store.add(pain(3))
        path.unlink()
        with pytest.raises(DiaryFileError, match="deleted"):
            store.add(pain(4))
    assert not path.exists()


def test_a_diary_that_is_replaced_while_it_is_open_stays_as_it_came(path, open_folder):
    """The other file is not written by somebody who thinks that it is the first one."""
    other = open_folder / "other.symtrack"
    with DiaryStore.open(other, create=True) as store:
        store.add(pain(9))
    whole = other.read_bytes()
    with DiaryStore.open(path) as store:
        store.add(pain(3))
        other.replace(path)
        with pytest.raises(DiaryFileError, match="replaced"):
            store.add(pain(4))
    assert path.read_bytes() == whole


def test_a_diary_that_went_without_its_log_is_not_begun_anew(path):
    """The log would be read into the new one; and where a diary was, there is no empty first start."""
    with DiaryStore.open(path) as store, store.stream():
        store.add(pain(3))
        path.rename(path.with_name("elsewhere"))
        log = path.with_name("diary.symtrack-wal").read_bytes()
        with pytest.raises(DiaryFileError):
            store.add(pain(4))
    path.with_name("diary.symtrack-wal").write_bytes(log)
    with DiaryStore.open(path, create=True) as store, pytest.raises(DiaryFileError, match="only its log"):
        store.add(pain(5))
    assert not path.exists()


def test_a_copy_is_restored_past_a_log_that_was_left(path, open_folder):
    """The log of the file that went is kept, and is not read into the copy."""
    copy = open_folder / "copy.symtrack"
    with DiaryStore.open(path) as store:
        store.back_up(copy)
        before = store.rows()
        with store.stream():
            store.add(*(Event(kind="note", day=DAY, text="y" * 500) for _ in range(50)))
            log = path.with_name("diary.symtrack-wal")
            shutil.copyfile(log, open_folder / "log")
    path.unlink()
    (open_folder / "log").rename(log)
    assert backup.restore(copy, path) is None
    with DiaryStore.open(path) as store:
        assert store.rows() == before
        assert store.findings() == []
    assert len(list(open_folder.glob("diary before *-wal"))) == 1


def test_another_program_that_locks_the_diary_is_waited_for_and_then_named(path):
    """One sentence, nothing written, and afterwards it goes on."""
    other = sqlite3.connect(path, isolation_level=None)
    with DiaryStore.open(path, patience=0.05) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryFileError, match="Another program"):
            store.add(pain(3))
        other.execute("ROLLBACK")
        store.add(pain(4))
        assert [rating.score for rating in store.ratings(DAY, DAY)] == [4]
    other.close()


def test_a_diary_that_another_program_has_for_itself_is_one_sentence(path):
    """It can't even be read then."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DiaryFileError, match="Another program"):
        DiaryStore.open(path, patience=0.05)
    other.execute("ROLLBACK")
    other.close()
    assert len(ids(path)) == 1


def test_what_was_erased_while_another_program_reads_is_said_to_leave_traces(path):
    """The log can't be emptied then: that is said, and erasing once more, later, leaves nothing."""
    with DiaryStore.open(path, patience=0.05) as store:
        secret = store.add(Event(kind="note", day=DAY, text="SECRET")).ids[0]
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM event").fetchone()
        with pytest.raises(DiaryFileError, match="traces"):
            store.erase(secret)
        other.close()
        store.erase(secret)
        assert not [each for each in path.parent.iterdir() if b"SECRET" in each.read_bytes()]


class Clock:
    """Says what it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 14, 20, 0).astimezone()

    def __call__(self) -> datetime:
        return self.now


def test_a_clock_that_is_set_back_a_year_loses_nothing(path):
    """Corrections count, undo takes back what was done last, ids go on, and a day that has not come is a sentence."""
    clock = Clock()
    with DiaryStore.open(path, clock=clock) as store:
        store.add(pain(7))
        first = store.add(Event(kind="note", day=DAY, text="before")).ids[0]
        clock.now -= timedelta(days=365)
        with pytest.raises(InputError, match="not come yet"):
            store.add(pain(4))
        last = store.add(Event(kind="note", day=DAY, text="after", replaces=first))
        assert last.ids[0] > first
        assert "after" in {event.text for event in store.events()}
        store.undo()
        assert {event.text for event in store.events()} == {"first", "before"}
        store.add(pain(2, DAY - timedelta(days=365)))
        assert [rating.score for rating in store.ratings(date.min, date.max)] == [2, 7]
        assert store.findings() == []


def test_a_clock_that_is_set_back_a_year_throws_no_fresh_copy_away(path, open_folder):
    """Its name makes it the oldest of many; it is the only one with today's entries."""
    folder = open_folder / "copies"
    with DiaryStore.open(path) as store:
        for month in range(14):
            backup.daily(store, folder, DAY - timedelta(days=31 * month))
        for day in range(1, 8):
            backup.daily(store, folder, DAY + timedelta(days=day))
        fresh = backup.daily(store, folder, DAY - timedelta(days=800))
    assert fresh is not None
    assert fresh.exists()
