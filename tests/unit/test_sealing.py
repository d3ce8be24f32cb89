"""Setting, changing and removing a passphrase: everything is there afterwards, whatever happens in the middle."""

import os
import shutil
from pathlib import Path

import pytest

from symtrack.errors import DiaryFileError, InputError, SealedError
from symtrack.store import DiaryStore
from symtrack.store.vault import Passphrase
from tests.sealed import NEW, NOTE, OLD, diary, everything, said_in

pytestmark = pytest.mark.usefixtures("few_rounds")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The diary, plain."""
    return diary(tmp_path)


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


def test_what_the_plain_file_said_is_overwritten_on_the_disk(path):
    """Whoever still has the old file open, as one who looks at the disk's blocks has, finds nothing in it."""
    with path.open("rb") as former, DiaryStore.open(path) as store:
        store.seal(NEW)
        assert set(former.read()) == {0}


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
