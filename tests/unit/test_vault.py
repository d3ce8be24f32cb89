"""Passphrases and recovery codes: what opens a sealed diary, and what does not."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from symtrack.diary.rows import Event
from symtrack.errors import DiaryFileError, InputError, SealedError
from symtrack.store import DiaryStore, recovery
from symtrack.store.engine import sqlite
from symtrack.store.vault import KEY_BYTES, SALT_BYTES, Key, Passphrase
from tests.examples import examples
from tests.sealed import rounds

pytestmark = pytest.mark.usefixtures("few_rounds")
DAY = date(2026, 5, 14)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
COMPOSED, APART = "caf\u00e9 \u1e69", "cafe\u0301 s\u0323\u0307"
WORDS = ['it\'s "mine"', "x'" + "00" * 32 + "'", COMPOSED, " \u65e5\u672c \U0001f511 "]


def sealed(path: Path, text: str) -> Key:
    """A sealed diary with one note; its key."""
    with DiaryStore.open(path, create=True, secret=Passphrase(text)) as store:
        store.add(Event(kind="note", day=DAY, text="planted"))
        assert store.key is not None
        return store.key


def read_by_sqlcipher(path: Path, text: str) -> list[tuple[str]]:
    """The notes that SQLCipher itself reads with a passphrase, as any other program would."""
    with closing(sqlite.connect(path, isolation_level=None)) as connection:
        quoted = text.replace("'", "''")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = '{quoted}'")
        return list(connection.execute("SELECT text FROM event"))


def sealed_by_sqlcipher(folder: Path, text: str) -> Path:
    """A diary with one note that SQLCipher itself has sealed with the passphrase."""
    path, other = folder / "plain.symtrack", folder / "sealed.symtrack"
    with DiaryStore.open(path, create=True) as store:
        store.add(Event(kind="note", day=DAY, text="planted"))
    with closing(sqlite.connect(path, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS other KEY ?", (str(other), text))
        connection.execute("SELECT sqlcipher_export('other')")
        connection.execute("PRAGMA other.user_version = 1")
        connection.execute(f"PRAGMA other.application_id = {0x53594D54}")
        connection.execute("DETACH other")
    return other


def notes(path: Path, secret: Passphrase | Key) -> list[str | None]:
    with DiaryStore.open(path, secret=secret) as store:
        return [event.text for event in store.events()]


keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES).map(lambda raw: Key(raw, b""))


@pytest.fixture
def true_rounds(few_rounds: tuple[int, int]) -> Iterator[None]:
    """As many rounds as the program has, and SQLCipher of its own: only where they are one number does a file open."""
    with rounds(few_rounds):
        yield


@pytest.mark.parametrize("text", [WORDS[0], *WORDS[2:]])
def test_any_program_with_sqlcipher_opens_it_with_the_passphrase(tmp_path, text):
    """Whoever no longer has symtrack still reads the diary: quotes, accents and other scripts alike."""
    sealed(tmp_path / "diary.symtrack", text)
    assert read_by_sqlcipher(tmp_path / "diary.symtrack", text) == [("planted",)]


@pytest.mark.parametrize("text", [WORDS[0], COMPOSED])
def test_what_sqlcipher_sealed_with_a_passphrase_is_opened(tmp_path, text):
    """The derivation is SQLCipher's own, in both directions."""
    assert notes(sealed_by_sqlcipher(tmp_path, text), Passphrase(text)) == ["planted"]


def test_the_number_of_rounds_is_sqlciphers_own(tmp_path, true_rounds):
    """With any other number, neither would open what the other has sealed."""
    sealed(tmp_path / "diary.symtrack", "plain")
    assert read_by_sqlcipher(tmp_path / "diary.symtrack", "plain") == [("planted",)]
    assert notes(sealed_by_sqlcipher(tmp_path, "plain"), Passphrase("plain")) == ["planted"]


def test_a_passphrase_that_looks_like_a_key_is_a_passphrase(tmp_path):
    """SQLCipher would take x'00…' as the key itself: here it is words like any others."""
    path = tmp_path / "diary.symtrack"
    key = sealed(path, WORDS[1])
    assert key.raw != bytes(KEY_BYTES)
    assert notes(path, Passphrase(WORDS[1])) == ["planted"]


def test_the_same_letters_composed_in_another_way_open_it(tmp_path):
    """One keyboard writes é as one letter, another as an e and an accent."""
    path = tmp_path / "diary.symtrack"
    sealed(path, APART)
    assert APART != COMPOSED
    assert notes(path, Passphrase(COMPOSED)) == ["planted"]


@pytest.mark.parametrize("text", ["", "nul\0inside"])
def test_what_can_be_no_passphrase_is_refused(text):
    """An empty one would be none, and SQLCipher ends words at a NUL: one sentence."""
    with pytest.raises(InputError):
        Passphrase(text)


def test_a_wrong_passphrase_is_one_sentence_that_says_both(tmp_path, capfd):
    """Nobody can tell a wrong passphrase from a file that is no diary, so both are said; and nothing is changed."""
    path, noise = tmp_path / "diary.symtrack", tmp_path / "noise"
    sealed(path, "right")
    noise.write_bytes(bytes(range(255, -1, -1)) * 32)
    before = path.read_bytes()
    said = []
    for file in (path, noise):
        for secret in (Passphrase("Right"), None):
            with pytest.raises(SealedError) as refused:
                DiaryStore.open(file, secret=secret)
            said.append(str(refused.value).replace(str(file), "FILE"))
    assert (said[:2] == said[2:], len(set(said))) == (True, 2)
    assert all("passphrase" in sentence and "no symtrack diary" in sentence for sentence in said)
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["diary.symtrack", "noise"]
    assert capfd.readouterr() == ("", "")


def test_what_is_plainly_something_else_is_not_asked_for_a_passphrase(tmp_path):
    """A picture, a text, a sealed diary that was cut: none of them would open with any passphrase."""
    path = tmp_path / "diary.symtrack"
    sealed(path, "right")
    content = path.read_bytes()
    for wrong in (b"\x89PNG" + content[4:], b"Dear diary, " * 500, content[:-100]):
        path.write_bytes(wrong)
        with pytest.raises(DiaryFileError) as refused:
            DiaryStore.open(path, secret=Passphrase("right"))
        assert not isinstance(refused.value, SealedError)


def test_the_recovery_code_opens_the_diary_and_its_copies(tmp_path):
    """When the passphrase is forgotten, the sheet is enough: for the diary, for backups, and to go on writing."""
    path, copy = tmp_path / "diary.symtrack", tmp_path / "copy.symtrack"
    code = recovery.written(sealed(path, "right"))
    with DiaryStore.open(path, secret=recovery.read(code)) as store:
        store.back_up(copy)
        store.add(Event(kind="note", day=DAY, text="more"))
    for secret in (recovery.read(code), Passphrase("right")):
        assert notes(path, secret) == ["planted", "more"]
        assert notes(copy, secret) == ["planted"]


@given(key=keys)
def test_every_code_is_read_as_it_was_written(key):
    """65 characters in groups of five, and no letter that looks like another."""
    code = recovery.written(key)
    assert recovery.read(code) == key
    assert [len(group) for group in code.split(" ")] == [5] * 13
    assert set(code) <= {*LETTERS, " "}


@given(key=keys, data=st.data())
def test_a_code_is_read_however_it_is_typed(key, data):
    """Lower case, dashes or nothing between the groups, and O, I, L for 0, 1, 1."""
    typed = recovery.written(key)
    for letter, others in (("0", "oO0"), ("1", "iIlL1")):
        typed = "".join(data.draw(st.sampled_from(others)) if each == letter else each for each in typed)
    typed = typed.replace(" ", data.draw(st.sampled_from(["", "-", " - ", "\n", "\u2013", "\u00a0"])))
    assert recovery.read(data.draw(st.sampled_from([typed, typed.lower()]))) == key


@settings(max_examples=examples(0.1))
@given(key=keys)
def test_every_single_wrong_character_is_found(key):
    """At each place, each other letter: the sentence names the group."""
    code = recovery.written(key).replace(" ", "")
    for place, right in enumerate(code):
        for wrong in LETTERS.replace(right, "") + "U*":
            with pytest.raises(InputError) as refused:
                recovery.read(code[:place] + wrong + code[place + 1 :])
            assert wrong == "*" or str(place // 5 + 1) in str(refused.value)


@given(key=keys, places=st.lists(st.integers(0, 12), min_size=2, max_size=2, unique=True))
def test_groups_that_changed_places_are_found(key, places):
    """Lines of the sheet read in the wrong order never give another key."""
    one, two = places
    groups = recovery.written(key).split()
    groups[one], groups[two] = groups[two], groups[one]
    with pytest.raises(InputError):
        recovery.read(" ".join(groups))


@pytest.mark.parametrize("text", ["", "0", "0" * 64, "0" * 66, "\u00e9" * 65, "\u0967" * 65, "\ufb01" * 65])
def test_what_is_no_code_is_one_sentence(text):
    """Too short, too long, letters of other scripts."""
    with pytest.raises(InputError):
        recovery.read(text)


def test_neither_key_nor_passphrase_is_shown_by_mistake(caplog):
    """Not in a message, a log line or the story of an error."""
    passphrase, key = Passphrase("hush hush"), Key(b"\x5a" * KEY_BYTES, b"\x3c" * SALT_BYTES)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").info("%s %r %s %r", passphrase, passphrase, key, key)
    story = "".join(traceback.format_exception(ValueError(passphrase, key)))
    shown = f"{caplog.text}{story}{[passphrase, key]}"
    assert not [each for each in ("hush", "5a5a", "Z" * 4, "3c3c", "<" * 4, "\\x") if each in shown]
