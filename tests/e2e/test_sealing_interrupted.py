"""What happens in the middle of sealing: a kill, a full disk, another program. Nothing is lost by it."""

import json
import resource
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from symtrack.errors import DiaryFileError, SealedError
from symtrack.store import DiaryStore, copying, file
from symtrack.store.engine import sqlite
from symtrack.store.vault import Key
from tests.sealed import NEW, NOTE, OLD, WORDS, diary, everything, said_in

ROOT = Path(__file__).resolve().parents[2]

KILLED = """
import json, os, shutil, signal, sys
from pathlib import Path
from symtrack.store import DiaryStore
from symtrack.store.vault import Key

source, folder, before, after, step = json.loads(sys.argv[1])
key = lambda text: Key(bytes.fromhex(text), b"") if text else None
steps = 0

def trace(frame, event, _value):
    global steps
    if os.sep + "store" + os.sep not in frame.f_code.co_filename:
        return None
    steps += 1
    if steps == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return trace

def seal(number):
    global steps
    steps = 0
    place = Path(folder, str(number))
    place.mkdir()
    shutil.copyfile(source, place / "diary.symtrack")
    with DiaryStore.open(place / "diary.symtrack", secret=key(before)) as store:
        sys.settrace(trace)
        store.seal(key(after))
        sys.settrace(None)

last = 0
seal(0)
for last in range(1, steps + 1, step):
    child = os.fork()
    if child == 0:
        seal(last)
        os._exit(1)
    os.waitpid(child, 0)
"""
"""Seals a copy of the diary again and again, and is killed before each `step`-th line of the store that runs then."""

HELD = """
import sys
from pathlib import Path
from symtrack.store import DiaryStore
with DiaryStore.open(Path(sys.argv[1])) as store:
    store.events()
    print("open", flush=True)
    sys.stdin.read()
"""
WRITTEN = """
import sys
from pathlib import Path
from symtrack.diary.rows import Setting
from symtrack.errors import SymtrackError
from symtrack.store import DiaryStore
try:
    with DiaryStore.open(Path(sys.argv[1]), patience=0.05) as store:
        print(*store.add(Setting(key="name", value="somebody")).ids)
except SymtrackError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The diary, plain."""
    return diary(tmp_path)


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize(("before", "after"), [(None, NEW), (OLD, NEW), (OLD, None)], ids=["set", "change", "remove"])
def test_killed_at_any_step_it_is_whole_with_the_old_key_or_the_new(path, tmp_path, before, after):
    """And after the next opening no draft lies beside it, which might be plain."""
    with DiaryStore.open(path) as store:
        store.seal(before)
        whole = store.rows()
    texts = [key.raw.hex() if key else "" for key in (before, after)]
    places = tmp_path / "places"
    places.mkdir()
    done = run(KILLED, json.dumps([str(path), str(places), *texts, 53]))
    assert (done.returncode, done.stderr) == (0, "")
    opened = set()
    for place in sorted(places.iterdir()):
        diary = place / "diary.symtrack"
        secret = after if opens(diary, after) else before
        with DiaryStore.open(diary, secret=secret) as store:
            assert (store.rows(), store.findings()) == (whole, [])
        assert list(place.iterdir()) == [diary]
        opened.add(secret)
    assert opened == {before, after}


def opens(path: Path, secret: Key | None) -> bool:
    """Whether the file is sealed with this key and no other; with None, whether it is plain."""
    try:
        with DiaryStore.open(path, secret=secret) as store:
            return (store.key and store.key.raw) == (secret and secret.raw)
    except SealedError:
        return False


def test_while_another_program_has_it_open_nothing_is_sealed(path):
    """One sentence, the diary is as it was and is written on, and once the other is closed it is sealed."""
    before = everything(path, None)
    with subprocess.Popen(
        [sys.executable, "-c", HELD, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with DiaryStore.open(path, patience=0.05) as store:
            with pytest.raises(DiaryFileError, match="Another program") as refused:
                store.seal(NEW)
            assert len(str(refused.value).splitlines()) == 1
            assert (store.key, store.rows()) == (None, before[1])
            store.add(NOTE)
            other.communicate("")
            store.seal(NEW)
    assert said_in(path.parent) == []


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_nobody_writes_while_it_is_sealed(path, monkeypatch, mode):
    """Another program that comes in the middle is told so, and what it wanted to write is not lost."""
    with closing(sqlite.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")  # As after an entry, or as a copy is that was put in place.
    write, said = copying.write_sealed, []

    def watched(*given: object, **named: object) -> None:
        said.append(run(WRITTEN, str(path)))
        write(*given, **named)  # type: ignore[arg-type]
        said.append(run(WRITTEN, str(path)))

    monkeypatch.setattr(copying, "write_sealed", watched)
    with DiaryStore.open(path) as store:
        before = store.rows()
        store.seal(NEW)
        assert store.rows() == before
    assert [(each.stdout, "Another program" in each.stderr) for each in said] == [("", True)] * 2


def test_a_program_that_waited_does_not_write_into_the_former_file(path):
    """It would have told the person that it is saved, and the file was gone already."""
    with DiaryStore.open(path) as store:
        other = path.with_name("other.symtrack")
        store.back_up(other)
        assert store._connection is not None

        def replace(statement: str) -> None:
            if "journal_mode" in statement and other.exists():
                other.replace(path)

        store._connection.set_trace_callback(replace)
        with pytest.raises(DiaryFileError, match="replaced"):
            store.add(NOTE)


@pytest.mark.parametrize("before", [None, OLD], ids=["plain", "sealed"])
def test_a_damaged_diary_is_not_touched(path, before):
    """It may be the only one, and somebody may yet read what is left of it: each byte is as it was."""
    with DiaryStore.open(path) as store:
        store.add(*[NOTE] * 200)
        if before:
            store.seal(before)
    raw = bytearray(path.read_bytes())
    raw[-6 * 4096 : -4 * 4096] = b"\xff" * 2 * 4096
    path.write_bytes(raw)
    for after in (None, NEW) if before else (NEW,):
        with DiaryStore.open(path, secret=before) as store, pytest.raises(DiaryFileError, match="damaged"):
            store.seal(after)
        assert path.read_bytes() == raw
        assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_changes_nothing(path):
    """One sentence, not a byte of the diary, and no half copy is left."""
    before, raw = everything(path, None), path.read_bytes()
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with DiaryStore.open(path) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, most[1]))
        try:
            with pytest.raises(DiaryFileError, match="disk"):
                store.seal(NEW)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, most)
        assert store.key is None
    assert path.read_bytes() == raw
    assert everything(path, None) == before
    assert list(path.parent.iterdir()) == [path]


def test_a_disk_that_did_not_take_the_new_name_keeps_the_old_file(path, monkeypatch):
    """After a power cut the name may still lead to the old file: it must not have been overwritten."""
    monkeypatch.setattr(file, "make_durable", lambda _folder: False)
    with path.open("rb") as former, DiaryStore.open(path) as store:
        store.seal(NEW)
        assert WORDS.encode() in former.read()
