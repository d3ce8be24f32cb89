"""Erased for good: in no page of the file, in no copy, and gone in every other diary that takes it in."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from symtrack.diary.rows import Event, Rating
from symtrack.errors import InputError
from symtrack.store import DiaryStore
from tests.examples import examples

DAY = date(2026, 5, 14)


@pytest.fixture
def store(tmp_path: Path):
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True) as opened:
        yield opened


def note(store: DiaryStore, text: str, *, replaces: str | None = None) -> str:
    return store.add(Event(kind="note", day=DAY, text=text, replaces=replaces)).ids[0]


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def test_what_was_erased_is_in_no_file_of_the_folder(store, tmp_path):
    """The words are gone from the file, its log and its free pages, and the row is still counted."""
    first = note(store, "SECRET of Tuesday")
    note(store, "an ordinary note")
    store.erase(first)
    assert b"SECRET" not in everything(tmp_path)
    assert [event.text for event in store.events()] == ["an ordinary note"]
    assert store.facts().rows["event"] == 2


def test_every_wording_goes_with_it(store, tmp_path):
    """Corrected, taken away, brought back: all of it meant the same note."""
    first = note(store, "SECRET one")
    second = note(store, "SECRET two", replaces=first)
    store.withdraw(second)
    store.undo()
    store.erase(first)
    assert b"SECRET" not in everything(tmp_path)
    assert store.events() == []


def test_a_score_that_was_erased_does_not_bring_the_former_one_back(store):
    """Erasing what corrected a 6 leaves no 6 behind."""
    store.add(Rating(day=DAY, item="pain", score=6))
    latest = store.add(Rating(day=DAY, item="pain", score=4)).ids[0]
    store.erase(latest)
    assert store.ratings(DAY, DAY) == []
    assert store.columns().day == ()


def test_an_unknown_id_is_one_sentence_and_erases_nothing(store):
    """One wrong id among good ones, and all stay."""
    first = note(store, "stays")
    with pytest.raises(InputError):
        store.erase(first, "01a20b48-78a4-73be-bfdc-65149b29d1e0")
    assert [event.text for event in store.events()] == ["stays"]


def test_it_goes_from_a_copy_as_well(store, tmp_path):
    """A copy that still holds it is made anew without it."""
    first = note(store, "SECRET of Tuesday")
    copy = tmp_path / "copies" / "copy.symtrack"
    store.back_up(copy)
    assert b"SECRET" in copy.read_bytes()
    store.erase(first)
    store.renew(copy)
    assert b"SECRET" not in everything(copy.parent)
    with DiaryStore.open(copy) as opened:
        assert opened.events() == []
        assert opened.findings() == []


class Erasing(RuleBasedStateMachine):
    """Writes, corrects, undoes and erases notes in any order; a plain dictionary says what must be left."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "diary.symtrack"
        self.store = DiaryStore.open(self.path, create=True)
        self.left: dict[str, str] = {}
        self.erased: set[str] = set()
        self.number = 0

    def fresh_words(self) -> str:
        self.number += 1
        return f"planted{self.number:04d}words"

    @rule()
    def write(self) -> None:
        words = self.fresh_words()
        self.left[note(self.store, words)] = words

    @precondition(lambda self: self.left)
    @rule(data=st.data())
    def correct(self, data: st.DataObject) -> None:
        old = data.draw(st.sampled_from(sorted(self.left)))
        words = self.fresh_words()
        self.left[note(self.store, words, replaces=old)] = words
        del self.left[old]

    @precondition(lambda self: self.left)
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        target = data.draw(st.sampled_from(sorted(self.left)))
        self.erased |= {version.text or "" for version in self.store.versions(target)}  # type: ignore[attr-defined]
        self.store.erase(target)
        del self.left[target]

    @invariant()
    def what_was_erased_is_nowhere(self) -> None:
        raw = everything(Path(self.folder.name))
        assert not [words for words in self.erased - {""} if words.encode() in raw]

    @invariant()
    def the_rest_stands(self) -> None:
        assert sorted(event.text or "" for event in self.store.events()) == sorted(self.left.values())

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert self.store.findings() == []
            self.store.close()
            self.folder.cleanup()


TestErasing = Erasing.TestCase
TestErasing.settings = settings(max_examples=examples(0.25), stateful_step_count=20, deadline=None, print_blob=True)
