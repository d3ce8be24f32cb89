"""What can't be saved is not lost: it stays on its card, and can be kept in another file."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.store.engine import sqlite as sqlite3
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from tests.ui.conftest import press

DAY = date(2026, 5, 15)
KEEP = "Keep it in another place…"


def offers(window: MainWindow) -> list[QPushButton]:
    return [b for b in window.findChildren(QPushButton) if b.text() == KEEP and b.isVisible()]


def taken_away(store: DiaryStore) -> Path:
    """The open diary under another name, as when somebody tidies the folder."""
    elsewhere = store.path.with_name("moved.symtrack")
    store.path.rename(elsewhere)
    return elsewhere


def test_an_answer_that_can_not_be_saved_is_kept_in_another_file(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    """The file that is chosen holds the whole diary and the answer; the answer is still on its card."""
    store.add(Rating(day=DAY, item="nausea", score=2), Event(kind="note", day=DAY, text="slept"))
    window = open_window()
    chosen = tmp_path / "stick" / "kept.symtrack"
    window.contents.ask_file = lambda _window, _diary: chosen
    taken_away(store)
    press(Qt.Key.Key_7, Qt.Key.Key_Return)
    (offer,) = offers(window)
    offer.click()
    assert str(chosen) in window.sentence
    assert "moved, deleted or replaced" in window.sentence
    assert offers(window) == []
    with DiaryStore.open(chosen) as kept:
        assert {row.item: row.score for row in kept.ratings(DAY, DAY)} == {"nausea": 2, "pain": 7}
        assert [event.text for event in kept.events()] == ["slept"]
        assert kept.id == store.id
        assert kept.findings() == []
    page = window.page()
    assert isinstance(page, TodayPage)
    assert page.cards[0].picked == (7, None)


def test_once_it_is_kept_the_window_closes(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    """Not kept, closing has to be decided twice; kept, once is enough."""
    store.add(Rating(day=DAY, item="nausea", score=2))
    window = open_window()
    taken_away(store)
    press(Qt.Key.Key_7)
    assert not window.close()
    assert journal.keep_elsewhere(tmp_path / "kept.symtrack")
    assert window.close()


def test_the_diary_coming_back_takes_the_answer(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow]
) -> None:
    """Nothing is left to keep elsewhere once a write succeeds."""
    store.add(Rating(day=DAY, item="nausea", score=2))
    window = open_window()
    moved = taken_away(store)
    press(Qt.Key.Key_7, Qt.Key.Key_Return)
    assert offers(window)
    moved.rename(store.path)
    window.open("diary")
    assert window.sentence == ""
    assert offers(window) == []
    assert journal.unsaved.rows == ()
    assert journal.answers(DAY)["pain"].score == 7


def test_nothing_is_written_over(journal: Journal, store: DiaryStore, tmp_path: Path) -> None:
    """A file that is there already stays as it is, and the sentence says so."""
    store.add(Rating(day=DAY, item="nausea", score=2))
    taken_away(store)
    journal.rate(DAY, "pain", 7)
    (tmp_path / "letter.txt").write_text("dear")
    assert not journal.keep_elsewhere(tmp_path / "letter.txt")
    assert "letter.txt already" in journal.failure
    assert (tmp_path / "letter.txt").read_text() == "dear"
    assert [row.score for row in journal.unsaved.rows if isinstance(row, Rating)] == [7]


def test_a_bad_value_is_no_entry_to_keep(journal: Journal) -> None:
    """What the diary refuses as impossible is a sentence, and nothing to carry elsewhere."""
    assert not journal.rate(DAY, "pain", 42)
    assert journal.failure
    assert journal.unsaved.rows == ()


def test_a_correction_of_what_can_not_be_read_is_kept_as_an_entry(
    journal: Journal, store: DiaryStore, tmp_path: Path
) -> None:
    """The pages between the first rows and the last are damaged: both ends are kept, and the correction."""
    for k in range(400):
        store.add(Event(kind="note", day=DAY, text=f"note {k} " + "x" * 200))
    notes = journal.events()
    damage_middle(store)
    moved = taken_away(store)
    assert moved.exists()
    assert not journal.add(Event(kind="note", day=DAY, text="newest", replaces=notes[200].id))
    assert journal.keep_elsewhere(tmp_path / "kept.symtrack")
    with DiaryStore.open(tmp_path / "kept.symtrack") as kept:
        texts = [(event.text or "").split(" x")[0] for event in kept.events()]
    assert {"note 0", "note 399", "newest"} <= set(texts)
    assert len(texts) > 200


def damage_middle(store: DiaryStore) -> None:
    """One page of the notes is overwritten behind the open diary's back."""
    with closing(sqlite3.connect(store.path)) as file:
        size = int(file.execute("PRAGMA page_size").fetchone()[0])
        row = file.execute("SELECT text FROM event ORDER BY id LIMIT 1 OFFSET 200").fetchone()[0]
    raw = bytearray(store.path.read_bytes())
    at = raw.index(row.encode()) // size * size
    with store.path.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\x55" * size)


def test_what_comes_after_it_was_kept_is_offered_again(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    """The file that was made does not hold the next answer: the sentence no longer says so, and the offer is back."""
    store.add(Rating(day=DAY, item="nausea", score=2))
    window = open_window()
    taken_away(store)
    press(Qt.Key.Key_7, Qt.Key.Key_Return)
    journal.keep_elsewhere(tmp_path / "kept.symtrack")
    journal.note(DAY, "one more thing")
    assert "kept.symtrack" not in window.sentence
    assert len(offers(window)) == 1
    assert journal.keep_elsewhere(tmp_path / "again.symtrack")
    with DiaryStore.open(tmp_path / "again.symtrack") as kept:
        assert [event.text for event in kept.events()] == ["one more thing"]
        assert {row.item: row.score for row in kept.ratings(DAY, DAY)} == {"nausea": 2, "pain": 7}
