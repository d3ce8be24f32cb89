"""What is half written: kept outside of the diary, sealed as the diary is, and gone when it is given."""

import stat
from pathlib import Path

import pytest

from symtrack.store import DiaryStore, draft
from symtrack.store.vault import Passphrase
from tests.sealed import NOTE, diary

pytestmark = pytest.mark.usefixtures("few_rounds")

WORDS = "PLANTED, half a sentence"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The diary, plain."""
    return diary(tmp_path)


def test_it_is_there_again_and_can_be_forgotten(path):
    """The newest words take the place of those before; the diary itself has no row more."""
    with DiaryStore.open(path) as store:
        rows = store.ids()
        assert draft.kept(store) == ""
        draft.keep(store, "half")
        draft.keep(store, WORDS)
        assert (draft.kept(store), store.ids()) == (WORDS, rows)
        assert stat.S_IMODE(draft.file_of(path).parent.stat().st_mode) == 0o700
        draft.forget(path)
        assert draft.kept(store) == ""
    assert list(draft.file_of(path).parent.iterdir()) == []


@pytest.mark.parametrize(("before", "after"), [(None, "words"), ("words", "others"), ("words", None)])
def test_it_is_sealed_as_the_diary_is(path, own_home, before, after):
    """It goes along when a passphrase is set, changed or taken away; beside a sealed diary no word lies in the open."""
    with DiaryStore.open(path) as store:
        if before:
            store.seal(Passphrase(before))
        draft.keep(store, WORDS)
        assert _open(own_home) is (before is None)
        store.seal(Passphrase(after) if after else None)
        assert draft.kept(store) == WORDS
        assert _open(own_home) is (after is None)
    with DiaryStore.open(path, secret=Passphrase(after) if after else None) as store:
        assert draft.kept(store) == WORDS


def test_it_stays_with_the_diary_that_it_was_written_for(path):
    """Another diary under the same name has none of it; one that was begun meanwhile by the first entry has it."""
    with DiaryStore.open(path) as store:
        draft.keep(store, WORDS)
    path.unlink()
    with DiaryStore.open(path, create=True) as store:
        store.add(NOTE)
        assert draft.kept(store) == ""


def test_it_outlives_the_first_entry(tmp_path):
    """What is half written before there is any diary is there once one was begun."""
    with DiaryStore.open(tmp_path / "new.symtrack", create=True) as store:
        draft.keep(store, WORDS)
        store.add(NOTE)
        assert draft.kept(store) == WORDS


def test_a_draft_that_no_key_opens_is_none(path):
    """Whatever lies there keeps nobody from their diary."""
    with DiaryStore.open(path) as store:
        file = draft.file_of(path)
        file.parent.mkdir(parents=True)
        for spoilt in (b"", b"no SQLite file at all", bytes(4096)):
            file.write_bytes(spoilt)
            assert draft.kept(store) == ""
        draft.keep(store, WORDS)
        store.seal(Passphrase("words"))
    other = path.with_name("other.symtrack")
    with DiaryStore.open(other, create=True) as store:
        file.rename(draft.file_of(other))
        assert draft.kept(store) == ""


def _open(home: Path) -> bool:
    return any(b"PLANTED" in each.read_bytes() for each in home.rglob("*") if each.is_file())
