"""One diary on two computers: a copy that is brought in, and a folder that two windows share."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.store.vault import Passphrase
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings.came_form import CameForm
from symtrack.ui.settings.computers import ComputersCard, SealedCopyForm
from tests.ui.conftest import StandingClock, press as press_keys

pytestmark = pytest.mark.usefixtures("few_rounds")
DAY = date(2026, 5, 15)
WORDS = "three blue geese at noon"


@pytest.fixture
def other(journal: Journal, tmp_path: Path, clock: StandingClock, qtbot: QtBot) -> Iterator[Journal]:
    """The diary as it is on the other computer: a copy from when it had one answer."""
    journal.rate(DAY, "pain", 6)
    there = tmp_path / "there"
    there.mkdir()
    with DiaryStore.open(journal.path) as opened:
        opened.back_up(there / "diary.symtrack")
    with DiaryStore.open(there / "diary.symtrack", clock=clock) as store:
        journal_there = Journal(store, there / "settings.toml")
        yield journal_there
        journal_there.deleteLater()


@pytest.fixture
def card(window: MainWindow, journal: Journal, tmp_path: Path) -> Iterator[Callable[[Path], ComputersCard]]:
    """The card in Settings, for somebody who chooses this path whenever they are asked for one."""
    made: list[ComputersCard] = []

    def shown(chosen: Path) -> ComputersCard:
        card = ComputersCard(journal, lambda _parent, _path: chosen, lambda _parent, _path: chosen)
        card.draw()
        card.show()
        made.append(card)
        return card

    yield shown
    for card in made:
        card.close()
        card.deleteLater()


def press(card: QWidget, words: str) -> None:
    button = next(b for b in card.findChildren(QPushButton) if b.text() == words and b.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QApplication.processEvents()


def said(card: ComputersCard) -> list[str]:
    form = card.slot.form
    assert isinstance(form, CameForm)
    return form.texts()


def scores(journal: Journal) -> dict[tuple[str, str], int | None]:
    return {(rating.item, rating.voice): rating.score for rating in journal.ratings(DAY, DAY)}


def test_the_page_says_what_came(card, journal, other):
    """By whom, on which days, what was corrected and what was taken away; the copy stays as it is."""
    journal.rate(DAY, "fatigue", 2)
    other.rate(DAY, "pain", 4)
    other.rate(DAY, "nausea", 3)
    other.note(DAY, "Slept <b>badly</b>")
    other.set_writer(Writer("caregiver:Anna"))
    other.rate(DAY, "pain", 8)
    before = other.path.read_bytes()
    shown = card(other.path)
    press(shown, "Bring in a copy…")
    texts = "\n".join(said(shown))
    assert "1 answer on 15 May.\n" in texts
    assert "1 answer on 15 May, as Anna saw it." in texts
    assert "15 May: Note: Slept <b>badly</b>" in texts
    assert "15 May, Pain: 6 became 4, as it was corrected on the other computer." in texts
    assert scores(journal) == {
        ("pain", "patient"): 4,
        ("nausea", "patient"): 3,
        ("fatigue", "patient"): 2,
        ("pain", "caregiver:Anna"): 8,
    }
    assert other.path.read_bytes() == before


def test_a_second_time_nothing_is_new(card, journal, other):
    """And the page says so in one sentence."""
    other.rate(DAY, "nausea", 3)
    shown = card(other.path)
    press(shown, "Bring in a copy…")
    press(shown, "Put away")
    press(shown, "Bring in a copy…")
    assert "Nothing in it was new: everything that it has is here already." in said(shown)


def test_what_was_taken_away_there_is_named(card, journal, other):
    """A note that is gone on the other computer is gone here, and its words are said once more."""
    journal.note(DAY, "Wrong day")
    with DiaryStore.open(other.path) as there, DiaryStore.open(journal.path) as here:
        there.take(here.rows())
        (note,) = [event for event in there.events() if event.kind == "note"]
        there.withdraw(note.id)
    shown = card(other.path)
    press(shown, "Bring in a copy…")
    assert "15 May: “Note: Wrong day” was taken away on the other computer." in said(shown)


def test_another_persons_diary_is_refused_in_one_sentence(card, journal, tmp_path):
    """Nothing of it comes in."""
    journal.rate(DAY, "pain", 6)
    with DiaryStore.open(tmp_path / "else.symtrack", create=True) as stranger:
        stranger.add(Rating(day=DAY, item="nausea", score=9))
    shown = card(tmp_path / "else.symtrack")
    press(shown, "Bring in a copy…")
    assert "That is another person’s diary. Two people’s diaries are never put together." in said(shown)
    assert scores(journal) == {("pain", "patient"): 6}


def test_a_copy_with_a_passphrase_of_its_own_asks_for_it_in_the_page(card, journal, other):
    """A wrong one is asked for again; the right one brings the copy in."""
    other.rate(DAY, "nausea", 3)
    assert other.sealing.seal(WORDS)
    shown = card(other.path)
    press(shown, "Bring in a copy…")
    for words in ("wrong", WORDS):
        form = shown.slot.form
        assert isinstance(form, SealedCopyForm)
        assert QApplication.focusWidget() is form.secret.field
        QTest.keyClicks(form.secret.field, words)
        QTest.keyClick(form.secret.field, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert "1 answer on 15 May." in said(shown)


def test_a_first_computer_can_begin_with_a_copy(card, journal, tmp_path, clock):
    """Before anything was entered, a copy that is brought in becomes the diary; a sealed one stays sealed."""
    with DiaryStore.open(tmp_path / "first.symtrack", create=True, secret=Passphrase(WORDS), clock=clock) as first:
        first.add(Rating(day=DAY, item="pain", score=6), Event(kind="note", day=DAY, text="PLANTED"))
    shown = card(tmp_path / "first.symtrack")
    press(shown, "Bring in a copy…")
    form = shown.slot.form
    assert isinstance(form, SealedCopyForm)
    QTest.keyClicks(form.secret.field, WORDS)
    QTest.keyClick(form.secret.field, Qt.Key.Key_Return)
    assert scores(journal) == {("pain", "patient"): 6}
    assert b"PLANTED" not in journal.path.read_bytes()


def test_two_windows_that_share_a_folder_show_the_same(card, journal, other, tmp_path, qtbot):
    """What is entered in one comes up in the other by itself, in both directions, and only sealed files lie there."""
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    for each in (journal, other):
        each.sharing.quiet.setInterval(10)
        each.sharing.watch.setInterval(20)
        each.set_preferences(shared_folder=str(folder), device=each.preferences.with_device().device)
        each.start()
    journal.rate(DAY, "nausea", 3)
    other.note(DAY, "PLANTED")
    qtbot.waitUntil(lambda: scores(other).get(("nausea", "patient")) == 3)
    qtbot.waitUntil(lambda: any(event.text == "PLANTED" for event in journal.events()))
    other.rate(DAY, "nausea", 5)
    qtbot.waitUntil(lambda: scores(journal).get(("nausea", "patient")) == 5)
    assert {path.suffix for path in folder.iterdir()} == {".symtrack-changes"}
    assert not any(b"PLANTED" in path.read_bytes() for path in folder.iterdir())
    shown = card(folder)
    assert any(text.startswith("Last exchanged at 14:02") for text in journal.sharing.sentences())
    press(shown, "Share it no more")
    assert (journal.sharing.folder, journal.preferences.shared_folder) == (None, "")


def test_choosing_the_folder_exchanges_at_once(card, journal, other, tmp_path):
    """One press and a folder: what is here lies there, sealed. The focus stays in the card, whose buttons changed."""
    folder = tmp_path / "stick"
    folder.mkdir()
    shown = card(folder)
    press(shown, "Choose a shared folder…")
    assert len(list(folder.glob("*.symtrack-changes"))) == 1
    assert focused_button(shown) == "Exchange now"
    press(shown, "Share it no more")
    assert focused_button(shown) == "Choose a shared folder…"


def focused_button(card: QWidget) -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert card.isAncestorOf(focused)
    return focused.text()


def test_the_diarys_own_folder_is_refused_and_not_tried_again(journal):
    """One sentence, which does not promise that it will pass."""
    journal.rate(DAY, "pain", 6)
    journal.set_preferences(shared_folder=str(journal.path.parent), device="one")
    assert not journal.sharing.exchange()
    (sentence,) = journal.sharing.sentences()
    assert "own file lies in" in sentence


def test_a_stick_that_was_pulled_out_is_one_sentence_and_loses_nothing(journal, other, tmp_path, qtbot):
    """It goes on by itself once the stick is back."""
    folder = tmp_path / "stick"
    journal.set_preferences(shared_folder=str(folder), device="one")
    assert not journal.sharing.exchange()
    assert journal.sharing.sentences()[0] == f"The shared folder {folder} is not there."
    assert journal.rate(DAY, "nausea", 3)
    folder.mkdir()
    assert journal.sharing.exchange()
    other.set_preferences(shared_folder=str(folder), device="two")
    assert other.sharing.exchange()
    assert scores(other)["nausea", "patient"] == 3


def test_nothing_comes_in_while_somebody_is_answering(
    window: MainWindow, journal: Journal, other: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    """A picked number is not disturbed; once it is given, what waited comes."""
    folder = tmp_path / "shared"
    folder.mkdir()
    other.set_preferences(shared_folder=str(folder), device="two")
    other.rate(DAY, "nausea", 3)
    assert other.sharing.exchange()
    journal.set_preferences(shared_folder=str(folder), device="one")
    journal.sharing.quiet.setInterval(5)
    press_keys(Qt.Key.Key_4)
    journal.sharing.watch.setInterval(5)
    with qtbot.waitSignal(journal.sharing.watch.timeout):
        journal.start()
    assert ("nausea", "patient") not in scores(journal)
    press_keys(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("nausea", "patient") in scores(journal))
    assert scores(journal)["pain", "patient"] == 4


def test_what_scans_showed_there_is_not_said_to_who_would_rather_not_look(card, journal, other):
    """That there was one is said, and no more."""
    other.add(Event(kind="scan", day=DAY, text="TWO spots", body={"modality": "ct", "result": "bigger"}))
    journal.set_preferences(scan_results=False)
    shown = card(other.path)
    press(shown, "Bring in a copy…")
    assert "15 May: CT" in said(shown)
    assert not [line for line in said(shown) if "bigger" in line or "TWO" in line]
