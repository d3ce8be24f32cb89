"""A diary that is read where nothing can be written: on a full disk, or where the folder may only be read."""

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 5, 14)
READS = """
import json, os, resource, sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from symtrack.diary.rows import Event
from symtrack.errors import SymtrackError
from symtrack.store import DiaryStore

def add(store, text):
    try:
        store.add(Event(kind="note", day=date(2026, 5, 14), text=text))
    except SymtrackError as error:
        print(error)

path, most = json.loads(sys.argv[1])
with TemporaryDirectory() as scratch, DiaryStore.open(Path(scratch, "diary"), create=True) as store:
    add(store, "x")  # Imports what is needed: somebody else may not be let into the folder that Python is in.
    store.events()
if os.geteuid() == 0:
    os.setuid(65534)  # Root may write everywhere.
resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
try:
    with DiaryStore.open(Path(path)) as store:
        print(*(event.text for event in store.events()))
        add(store, "x" * 3000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        add(store, "again")
except SymtrackError as error:
    print(error)
"""
"""Says what is in the diary, writes where no file may be longer than `most` bytes, and once more where it may."""


@pytest.fixture
def path() -> Iterator[Path]:
    """A diary that everybody may write, in a folder that everybody may use, with one note."""
    with TemporaryDirectory() as name:
        made = Path(name, "diary.symtrack")
        made.parent.chmod(0o777)
        with DiaryStore.open(made, create=True) as store:
            store.add(Event(kind="note", day=DAY, text="first"))
        made.chmod(0o666)
        yield made
        made.parent.chmod(0o777)


def killed(path: Path) -> Path:
    """The same diary with a second note, which is still in the log that a killed program left."""
    left = path.with_name("left.symtrack")
    with DiaryStore.open(path) as store, store.stream():
        store.add(Event(kind="note", day=DAY, text="second"))
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{left}{ending}")
            Path(f"{left}{ending}").chmod(0o666)
    return left


def said(path: Path, *, most: int = resource.RLIM_INFINITY) -> list[str]:
    """What the other process says, line by line."""
    given = [sys.executable, "-c", READS, json.dumps([str(path), most])]
    called = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert called.stderr == ""
    return called.stdout.splitlines()


@pytest.mark.parametrize("left", [False, True])
def test_a_diary_on_a_full_disk_is_read(path, left):
    """Also what a killed program left in its log. What can't be written is said, and once there is room it can."""
    path, texts = (killed(path), ["first", "second"]) if left else (path, ["first"])
    told, refused = said(path, most=1)
    assert (told.split(), "Nothing was saved" in refused) == (texts, True)
    with DiaryStore.open(path) as store:
        assert [event.text for event in store.events()] == [*texts, "again"]
        assert store.findings() == []


def test_a_diary_in_a_folder_that_may_only_be_read_is_read(path):
    """It is shown, and writing is one sentence."""
    path.parent.chmod(0o555)
    told, *refused = said(path)
    assert (told, [("read-only" in each) for each in refused]) == ("first", [True, True])
    assert list(path.parent.iterdir()) == [path]


def test_a_log_that_was_left_where_nothing_can_be_written_is_named(path):
    """What was written last is in it: to show the diary without would show less than there is."""
    path = killed(path)
    path.parent.chmod(0o555)
    (refused,) = said(path)
    assert "left.symtrack-wal" in refused
