"""Setting, changing and removing a passphrase: everything is there afterwards, whatever happens in the middle."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from symtrack.diary.rows import Event
from symtrack.errors import DiaryFileError, InputError, SealedError
from symtrack.store import DiaryStore, copying, file
from symtrack.store.vault import KEY_BYTES, Key, Passphrase
from tests import fixtures

ROOT = Path(__file__).resolve().parents[2]
WORDS = "planted words of a night"
OLD, NEW = Key(b"o" * KEY_BYTES, b""), Key(b"n" * KEY_BYTES, b"")
NOTE = Event(kind="note", day=fixtures.LAST, text=WORDS)

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
    """A diary with everything that a file can hold, and a planted note."""
    made = tmp_path / "folder" / "diary.symtrack"
    made.parent.mkdir()
    shutil.copyfile(fixtures.FOLDER / "schema-1.symtrack", made)
    with DiaryStore.open(made) as store:
        store.add(NOTE)
    return made


def everything(path: Path, secret: Key | Passphrase | None) -> tuple[object, ...]:
    """All that the diary says, once it was found to be whole."""
    with DiaryStore.open(path, secret=secret) as store:
        assert store.findings() == []
        return store.id, store.rows(), store.settings(), store.share_keys(), store.columns()


def said_in(folder: Path) -> list[str]:
    """The files of the folder in which the planted words stand."""
    return [each.name for each in folder.iterdir() if WORDS.encode() in each.read_bytes()]


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_passphrase_is_set_changed_and_removed_and_nothing_else(path):
    """Every row and setting is there each time, what opened it before does not, and nothing lies beside it."""
    first, second = Passphrase("first"), Passphrase("second")
    plain = everything(path, None)
    assert said_in(path.parent) == ["diary.symtrack"]
    with DiaryStore.open(path) as store:
        key = store.seal(first)
        assert (store.key, store.events() != []) == (key, True)
    assert (everything(path, first), said_in(path.parent)) == (plain, [])
    with DiaryStore.open(path, secret=first) as store:
        store.seal(second)
    assert (everything(path, second), said_in(path.parent)) == (plain, [])
    for former in (None, first, key):
        with pytest.raises(SealedError):
            DiaryStore.open(path, secret=former)
    with DiaryStore.open(path, secret=second) as store:
        assert store.seal(None) is None
    assert everything(path, None) == plain
    assert list(path.parent.iterdir()) == [path]


def test_the_same_passphrase_set_anew_gives_another_key(path):
    """Then a recovery code that somebody has seen opens nothing any more."""
    words = Passphrase("words")
    with DiaryStore.open(path) as store:
        before, after = store.seal(words), store.seal(words)
    assert before != after
    with pytest.raises(SealedError):
        DiaryStore.open(path, secret=before)


def test_it_goes_on_after_sealing(path):
    """What is written next, in the same window, is in the sealed file."""
    with DiaryStore.open(path) as store:
        store.seal(NEW)
        id_ = store.add(NOTE).ids[0]
        store.undo()
        store.back_up(path.with_name("copy.symtrack"))
    assert id_ in {row["id"] for row in everything(path, NEW)[1].tables["event"]}  # type: ignore[attr-defined]
    assert everything(path.with_name("copy.symtrack"), NEW) == everything(path, NEW)
    assert said_in(path.parent) == []


def test_a_diary_that_was_not_begun_has_nothing_to_seal(tmp_path):
    """One sentence, and no file."""
    with DiaryStore.open(tmp_path / "new.symtrack", create=True) as store, pytest.raises(InputError):
        store.seal(NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("before", "after"), [(None, NEW), (OLD, NEW), (OLD, None)], ids=["set", "change", "remove"])
def test_killed_at_any_step_it_is_whole_with_the_old_key_or_the_new(path, fast, before, after):
    """And after the next opening no draft lies beside it, which might be plain."""
    with DiaryStore.open(path) as store:
        store.seal(before)
        whole = store.rows()
    texts = [key.raw.hex() if key else "" for key in (before, after)]
    done = run(KILLED, json.dumps([str(path), str(fast), *texts, 29]))
    assert (done.returncode, done.stderr) == (0, "")
    opened = set()
    for place in sorted(fast.iterdir()):
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


def test_nobody_writes_while_it_is_sealed(path, monkeypatch):
    """Another program that comes in the middle is told so, and what it wanted to write is not lost."""
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


def test_a_full_disk_changes_nothing(path):
    """One sentence, the diary opens as before, and no half copy is left."""
    before = everything(path, None)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with DiaryStore.open(path) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, most[1]))
        try:
            with pytest.raises(DiaryFileError, match="disk"):
                store.seal(NEW)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, most)
        assert store.key is None
    assert everything(path, None) == before
    assert list(path.parent.iterdir()) == [path]


def test_what_the_plain_file_said_is_overwritten_on_the_disk(path):
    """Whoever still has the old file open, as one who looks at the disk's blocks has, finds nothing in it."""
    with path.open("rb") as former, DiaryStore.open(path) as store:
        store.seal(NEW)
        assert set(former.read()) == {0}


def test_a_disk_that_did_not_take_the_new_name_keeps_the_old_file(path, monkeypatch):
    """After a power cut the name may still lead to the old file: it must not have been overwritten."""
    monkeypatch.setattr(file, "make_durable", lambda _folder: False)
    with path.open("rb") as former, DiaryStore.open(path) as store:
        store.seal(NEW)
        assert WORDS.encode() in former.read()


def test_a_second_name_of_the_file_is_never_overwritten(path):
    """A hard link, such as some backup programs make, is a whole diary afterwards, too."""
    second = path.with_name("second name.symtrack")
    second.hardlink_to(path)
    before = everything(path, None)
    with DiaryStore.open(path) as store:
        store.seal(NEW)
    assert everything(second, None) == before
    assert everything(path, NEW) == before


def test_a_diary_that_is_a_link_is_sealed_where_it_is(path, tmp_path):
    """The link stays, and the file behind it is sealed."""
    link = tmp_path / "link.symtrack"
    link.symlink_to(path)
    before = everything(path, None)
    with DiaryStore.open(link) as store:
        store.seal(NEW)
    assert link.is_symlink()
    assert everything(path, NEW) == before
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208 - the link's folder holds nothing else of it
    assert list(link.parent.glob(".*")) == []


def test_only_the_owner_may_read_it_afterwards_too(path):
    """Sealing and unsealing leave the rights as they were."""
    path.chmod(0o600)
    with DiaryStore.open(path) as store:
        store.seal(NEW)
        assert path.stat().st_mode & 0o777 == 0o600
        store.seal(None)
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_copies_are_sealed_as_the_diary_is(path, tmp_path):
    """Those that it made are, and no plain byte of them stays; what is no copy of it is left alone."""
    copy, handmade, theirs = (path.with_name(name) for name in ("diary 1.symtrack", "mine.symtrack", "theirs.symtrack"))
    with DiaryStore.open(theirs, create=True) as store:
        store.add(NOTE)
    before = theirs.read_bytes()
    with DiaryStore.open(path) as store:
        store.back_up(copy)
        store.back_up(handmade)
        key = store.seal(NEW)
        with copy.open("rb") as former:
            assert (store.seal_copy(copy, None), store.seal_copy(copy, None)) == (True, False)
            assert set(former.read()) == {0}
        assert store.seal_copy(theirs, None) is False
        with pytest.raises(DiaryFileError, match="may be in use"):
            store.seal_copy(handmade, None)
        other = store.seal(OLD)
        assert store.seal_copy(copy, key) is True
    assert everything(copy, other) == everything(path, other)
    assert theirs.read_bytes() == before
    assert sorted(said_in(path.parent)) == ["mine.symtrack", "theirs.symtrack"]


def test_a_copy_that_was_made_by_hand_and_has_a_log_is_not_taken_for_one_in_use(path):
    """A plain copy of the open file is in the same way of writing, and opening it makes a log of our own."""
    copy = path.with_name("diary by hand.symtrack")
    with DiaryStore.open(path) as store:
        store.add(NOTE)
        shutil.copyfile(path, copy)
        key = store.seal(NEW)
        assert store.seal_copy(copy, None) is True
    assert everything(copy, key) == everything(path, key)
