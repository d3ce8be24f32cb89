"""The shared folder: whatever a sync program or a stick does to it, nothing is lost and nothing doubled."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import DiaryFileError, InputError
from symtrack.store import DiaryStore, changes, file
from symtrack.store.share import MOST_SMALL, SharedFolder
from symtrack.store.vault import SALT_BYTES
from tests.devices import DAY, WORDS, Device, content

CONFLICTS = {
    "Dropbox": "{stem} (Eva’s conflicted copy 2026-05-14){suffix}",
    "Nextcloud": "{stem} (conflicted copy 2026-05-14 101112){suffix}",
    "Syncthing": "{stem}.sync-conflict-20260514-101112-ABC2DEF{suffix}",
    "OneDrive": "{stem}-LAPTOP-EVA{suffix}",
    "Windows": "{stem} - Copy (2){suffix}",
    "a browser": "{stem}(1){suffix}",
    "Google Drive": "Copy of {stem}{suffix}",
}


def test_each_has_what_the_other_wrote(device, folder):
    """Notes, scores and settings arrive, and a second time nothing is left to do."""
    a, b = device("a"), device("b")
    a.note("from a")
    b.store.add(Rating(day=DAY, item="pain", score=7), Setting(key="name", value="Eva M."))
    assert a.sync().sent > 0
    assert (b.sync().came, a.sync().came) == (1, 2)
    assert a.store.rows() == b.store.rows()
    assert {(each.sync().came, each.sync().sent) for each in (a, b)} == {(0, 0)}
    assert {path.name.endswith(changes.SUFFIX) for path in content(folder)} == {True}


@pytest.mark.parametrize("length", [0, 1, 16, 4096, -1])
def test_a_file_that_has_not_come_whole_waits(device, folder, length):
    """Half a file is no error, and its rows are there as soon as the rest has come."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    (path,) = content(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    synced = b.sync()
    assert (synced.came, synced.waiting, synced.bad, b.said()) == (0, (path,), (), [])
    assert path.read_bytes() == whole[:length]
    path.write_bytes(whole)
    assert (b.sync().came, b.said()) == (1, [WORDS])


def test_a_file_with_more_than_its_bytes_waits(device, folder):
    """Some sync programs make room first, and fill it with noughts."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    (path,) = content(folder)
    path.write_bytes(path.read_bytes() + bytes(4096))
    assert (b.sync().came, b.said()) == (0, [])


@pytest.mark.parametrize("pattern", CONFLICTS.values(), ids=CONFLICTS)
def test_a_conflict_copy_is_the_same_file(device, folder, pattern):
    """Beside the file, or in its place: its rows come once."""
    a, b, c = device("a"), device("b"), device("c")
    a.note()
    a.sync()
    (path,) = content(folder)
    copy = folder / pattern.format(stem=path.name.removesuffix(changes.SUFFIX), suffix=changes.SUFFIX)
    shutil.copyfile(path, copy)
    assert (b.sync().came, b.said()) == (1, [WORDS])
    path.unlink()
    assert (c.sync().came, c.said(), c.sync().sent) == (1, [WORDS], 0)


def test_a_conflict_copy_that_is_whole_stands_in_for_one_that_is_not(device, folder):
    """A sync program has cut the file short, and kept the whole one under another name."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    (path,) = content(folder)
    shutil.copyfile(path, path.with_name(f"{path.stem} (conflicted copy){path.suffix}"))
    path.write_bytes(path.read_bytes()[:100])
    synced = b.sync()
    assert (synced.came, synced.waiting, b.said()) == (1, (), [WORDS])


def test_files_may_come_in_any_order_and_one_by_one(device, folder, tmp_path):
    """A correction before what it corrects, an erasure before what it erases: the end is the same."""
    a, b = device("a"), device("b")
    first = a.note("first")
    a.sync()
    a.store.add(Event(kind="note", day=DAY, text="second", replaces=first))
    gone = a.note("gone")
    a.sync()
    kept = tmp_path / "kept"
    shutil.copytree(folder, kept)
    a.store.erase(gone)
    a.sync()
    files = {path.name: path for place in (kept, folder) for path in content(place)}
    assert len(files) == 3
    names = sorted(files)
    for number, order in enumerate(permutations(names)):
        replica = tmp_path / f"replica {number}"
        replica.mkdir()
        path = tmp_path / f"b{number}.symtrack"
        b.store.back_up(path)
        with DiaryStore.open(path) as store:
            late = Device(store, replica, "late")
            for name in order:
                shutil.copyfile(files[name], replica / name)
                assert late.sync().bad == ()
            assert (late.said(), store.findings()) == (["second"], [])
            assert store.rows() == a.store.rows()


def test_a_file_that_was_lost_is_written_again(device, folder):
    """By whoever has its rows, at the next exchange."""
    a, b, c = device("a"), device("b"), device("c")
    a.note()
    a.sync()
    b.sync()
    for path in content(folder):
        path.unlink()
    assert b.sync().sent > 0
    assert (c.sync().came, c.said(), a.sync().sent) == (1, [WORDS], 0)


def test_a_file_that_was_cut_short_after_it_was_read_is_written_again(device, folder):
    """Also while the window that read it is still open."""
    a, b = device("a"), device("b")
    a.note()
    a.sync()
    (path,) = content(folder)
    path.write_bytes(path.read_bytes()[:4096])
    assert a.sync().sent > 0
    assert (b.sync().came, b.said()) == (1, [WORDS])


def test_a_file_that_came_back_after_it_was_deleted_harms_nothing(device, folder):
    """An old file with an erased note returns: the note does not."""
    a, b = device("a"), device("b")
    id_ = a.note()
    a.sync()
    old = {path: path.read_bytes() for path in content(folder)}
    a.store.erase(id_)
    a.sync()
    for path, raw in old.items():
        path.write_bytes(raw)
    b.sync()
    assert (b.said(), b.store.findings()) == ([], [])
    assert a.sync().came == 0
    assert not set(old) & set(content(folder))


def test_the_diarys_own_folder_is_not_shared(device, folder):
    """Nor one above it: a sync program would come upon the file while it is open, and damage it."""
    a = device("a")
    a.note()
    for above in list(a.store.path.parents)[:2]:
        before = content(above)
        with pytest.raises(InputError, match="own file lies in"):
            SharedFolder(above, "a").sync(a.store)
        assert content(above) == before


def test_a_folder_that_is_not_there_is_one_sentence(device, folder):
    """The stick was taken out: before, or in the middle of it."""
    a = device("a")
    a.note()
    folder.rename(folder.with_name("away"))
    with pytest.raises(DiaryFileError, match="not there"):
        a.sync()
    folder.with_name("away").rename(folder)
    before = a.store.rows()

    def taken_out(statement: str) -> None:
        if "FROM redaction" in statement and folder.exists():
            folder.rename(folder.with_name("away"))

    assert a.store._connection is not None
    a.store._connection.set_trace_callback(taken_out)
    synced = a.sync()
    a.store._connection.set_trace_callback(None)
    assert (len(synced.bad), a.store.rows()) == (1, before)
    folder.with_name("away").rename(folder)
    assert a.sync().sent > 0


@contextmanager
def somebody_else() -> Iterator[None]:
    """Root may write everywhere, so for a while this process is somebody else."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_may_only_be_read_is_read():
    """What others wrote comes in, and one sentence tells that nothing could be written."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        top, folder = Path(name), Path(name, "shared")
        folder.mkdir()
        top.chmod(0o777)
        a = Device(stack.enter_context(DiaryStore.open(top / "a.symtrack", create=True)), folder, "a")
        a.note()
        a.store.back_up(top / "b.symtrack")
        b = Device(stack.enter_context(DiaryStore.open(top / "b.symtrack")), folder, "b")
        a.note("from a")
        a.sync()
        b.note("from b")
        folder.chmod(0o555)
        with somebody_else():
            synced = b.sync()
        assert (synced.came, synced.sent, len(synced.bad), b.said()) == (1, 0, 1, ["from a", "from b", WORDS])
        folder.chmod(0o755)
        assert b.sync().sent > 0


def test_what_was_erased_leaves_our_own_change_files(device, folder, tmp_path):
    """Opened with the key, none of the files that this computer wrote holds the words; what was beside them stays."""
    a, b = device("a"), device("b")
    id_ = a.note()
    a.note("beside it")
    a.sync()
    a.restart()
    a.store.erase(id_)
    a.sync()
    key = a.store.share_keys()[0]
    for number, path in enumerate(content(folder)):
        plain = tmp_path / f"plain {number}"
        with closing(file.bare(path, "ro", key.key(path.read_bytes()[:SALT_BYTES]))) as opened:
            opened.execute("ATTACH ? AS plain KEY ''", (file.uri(plain, "rwc"),))
            opened.execute("SELECT sqlcipher_export('plain')")
        raw = plain.read_bytes()
        assert (WORDS.encode() in raw, b"redaction" in raw, b"beside it" in raw) == (False, True, True)
    assert (b.sync().bad, b.said()) == ((), ["beside it"])
    assert b.store.rows() == a.store.rows()


def test_many_small_files_become_one(device, folder):
    """After weeks of single entries the folder holds few files, and a computer that comes late gets all of it."""
    a, b = device("a"), device("b")
    for number in range(MOST_SMALL + 5):
        a.note(f"note {number}", DAY - timedelta(days=number))
        a.sync()
    assert len(content(folder)) < MOST_SMALL
    b.sync()
    assert (len(b.said()), b.store.rows()) == (MOST_SMALL + 5, a.store.rows())


def test_the_files_of_others_are_never_touched(device, folder):
    """Also when they hold what was erased, or are many: each computer cleans up after itself only."""
    a, b = device("a"), device("b")
    ids = []
    for number in range(MOST_SMALL - 2):
        ids.append(a.note(f"note {number}"))
        a.sync()
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in content(folder)}
    b.sync()
    b.store.erase(*ids)
    b.sync()
    b.sync()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    assert len(content(folder)) == len(before) + 1


def test_what_a_killed_program_left_in_the_folder_goes(device, folder):
    """Its half-written file has another name than a change file, and is cleared by the one that writes next."""
    a = device("a")
    (folder / ".a.999999999.new").write_bytes(b"half")
    a.note()
    a.sync()
    assert [path.name.endswith(changes.SUFFIX) for path in content(folder)] == [True]


def test_no_word_of_the_diary_stands_in_the_folder(device, folder):
    """Neither a note, nor a name, nor an item, nor the diary's id, in any byte of any file or name."""
    a, b = device("a"), device("b")
    for each in (a, b):
        each.note()
        each.store.add(Rating(day=DAY, item="own.itch", score=2, voice="caregiver:Ottilie"))
        each.sync()
    a.sync()
    raw = b"".join(path.name.encode() + path.read_bytes() for path in content(folder))
    told = [WORDS, "own.itch", "Ottilie", a.store.id, "Eva", "rating", "SQLite format"]
    assert [word for word in told if word.encode() in raw] == []


def test_a_computer_without_a_diary_is_told_how_to_begin(folder, tmp_path):
    """It cannot know the key, so nothing is taken or written."""
    with DiaryStore.open(tmp_path / "new.symtrack", create=True) as store, pytest.raises(InputError, match="bring in"):
        SharedFolder(folder, "new").sync(store)
    assert content(folder) == []


def test_the_key_of_the_change_files_can_not_be_erased(device):
    """The copies could not read each other any more; nobody gave it, so nobody can take it away."""
    a = device("a")
    (id_,) = [str(each["id"]) for each in a.store.rows().tables["setting"] if each["key"] == "share-key"]
    with pytest.raises(InputError):
        a.store.erase(id_)
    assert len(a.store.share_keys()) == 1
