"""The passphrase in Settings: chosen, changed, taken away, with the sheet that helps who forgets it."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from symtrack import paths
from symtrack.errors import SealedError
from symtrack.store import DiaryStore, recovery
from symtrack.store.vault import Passphrase
from symtrack.ui import idle
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings import SettingsPage
from symtrack.ui.settings.passphrase import PassphraseCard
from symtrack.ui.settings.passphrase_forms import ChooseForm, SheetForm
from symtrack.ui.team import TeamPage
from tests.ui.conftest import press as press_keys

pytestmark = pytest.mark.usefixtures("few_rounds")
DAY = date(2026, 5, 15)
WORDS = "three blue geese at noon"


@pytest.fixture
def card(window: MainWindow, journal: Journal) -> PassphraseCard:
    """The card, in a diary with one answer and one copy."""
    journal.rate(DAY, "pain", 6)
    journal.copies.make()
    window.open("settings")
    page = window.page()
    assert isinstance(page, SettingsPage)
    found = page.findChild(PassphraseCard)
    assert isinstance(found, PassphraseCard)
    return found


def press(card: QWidget, words: str) -> None:
    """The button of these words, by its key."""
    button = next(b for b in card.findChildren(QPushButton) if b.text() == words and b.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QApplication.processEvents()


def typed(words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    QTest.keyClick(focused, end)
    QApplication.processEvents()


def choose(card: PassphraseCard, words: str, *, first: bool = True) -> None:
    press(card, "Choose a passphrase…" if first else "Change the passphrase…")
    typed(words)
    typed(words)


def opens(path: Path, words: str | None) -> bool:
    try:
        DiaryStore.open(path, secret=Passphrase(words) if words else None).close()
    except SealedError:
        return False
    return True


def test_typed_twice_the_diary_and_its_copies_are_sealed(card, journal):
    """By keys alone. The recovery code stands in the page at once, and it opens the file and the copy."""
    choose(card, WORDS)
    (copy,) = paths.backup_folder().iterdir()
    form = card.slot.form
    assert isinstance(form, SheetForm)
    code = recovery.read(form.code.text())
    for path in (journal.path, copy):
        assert (opens(path, WORDS), opens(path, None)) == (True, False)
        DiaryStore.open(path, secret=code).close()
    assert journal.rate(DAY, "nausea", 2)


def test_two_that_differ_seal_nothing(card, journal):
    """The second one is asked for again; what was typed first stays."""
    press(card, "Choose a passphrase…")
    typed(WORDS)
    typed("three blue gese at noon")
    form = card.slot.form
    assert isinstance(form, ChooseForm)
    assert (journal.sealing.sealed, form.sentence.text()) == (
        False,
        "The two are not the same. Please type the second one again.",
    )
    typed(WORDS)
    assert journal.sealing.sealed


def test_a_changed_passphrase_makes_the_former_one_useless(card, journal):
    """On the diary and on its copies, and the code changes too."""
    choose(card, WORDS)
    former = journal.sealing.code
    choose(card, "four green geese", first=False)
    (copy,) = paths.backup_folder().iterdir()
    for path in (journal.path, copy):
        assert (opens(path, WORDS), opens(path, "four green geese")) == (False, True)
    assert journal.sealing.code != former


def test_taken_away_it_is_a_plain_diary_again(card, journal):
    """So are its copies, and the card offers a passphrase again."""
    choose(card, WORDS)
    press(card, "Take the passphrase away…")
    assert journal.sealing.sealed
    press(card, "Take it away")
    (copy,) = paths.backup_folder().iterdir()
    assert opens(journal.path, None)
    assert opens(copy, None)
    press(card, "Choose a passphrase…")
    assert isinstance(card.slot.form, ChooseForm)


def test_the_focus_stays_in_the_card(card):
    """After the sheet is put away, and after the passphrase is taken away: the buttons are others than before."""
    choose(card, WORDS)
    press(card, "Put away")
    assert focused_in(card) == "Change the passphrase…"
    press(card, "Take the passphrase away…")
    press(card, "Take it away")
    assert focused_in(card) == "Choose a passphrase…"


def focused_in(card: QWidget) -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert card.isAncestorOf(focused)
    return focused.text()


@pytest.mark.parametrize("size", [100, 200])
def test_what_a_form_asks_and_says_can_be_seen(window, journal, qtbot, size):
    """On a small screen, or in large letters, the page scrolls to the form, and to the sentence about a slip."""
    journal.rate(DAY, "pain", 6)
    journal.set_preferences(text_size=size)
    window.resize(*((800, 600) if size == 100 else (1366, 768)))
    window.open("settings")
    QApplication.processEvents()
    card = window.page().findChild(PassphraseCard)

    def is_seen(widget: QWidget | None) -> bool:
        return widget is not None and widget.visibleRegion().boundingRect() == widget.rect()

    press(card, "Choose a passphrase…")
    form = card.slot.form
    assert isinstance(form, ChooseForm)
    qtbot.waitUntil(lambda: is_seen(form.first.field))
    typed("three geese")
    typed("two geese")
    qtbot.waitUntil(lambda: is_seen(form.sentence))
    typed("three geese")
    sheet = card.slot.form
    assert isinstance(sheet, SheetForm)
    qtbot.waitUntil(lambda: is_seen(sheet.code) and is_seen(QApplication.focusWidget()))


def test_escape_puts_the_form_away(card, journal):
    """Nothing is sealed, and the focus is where it was."""
    press(card, "Choose a passphrase…")
    typed(WORDS, Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert (card.slot.form, journal.sealing.sealed) == (None, False)
    assert focused is not None
    assert focused.accessibleName() == "Choose a passphrase…"


def test_while_another_program_has_it_open_the_sentence_says_so(card, journal):
    """Nothing is sealed, nothing is lost, and the form stays."""
    with DiaryStore.open(journal.path) as other:
        other.settings()
        choose(card, WORDS)
        form = card.slot.form
        assert isinstance(form, ChooseForm)
        assert form.sentence.text().startswith("Another program is using the diary")
    assert not journal.sealing.sealed
    assert journal.rate(DAY, "nausea", 2)


def test_the_sheet_can_be_kept_as_pdf_and_the_code_read_from_it(window, journal, tmp_path):
    """The code on paper is the one that opens the diary."""
    journal.rate(DAY, "pain", 6)
    card = PassphraseCard(journal, lambda _parent, _diary: tmp_path / "sheet.pdf")
    card.draw()
    card.show()
    choose(card, WORDS)
    press(card, "Save it as PDF…")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "sheet.pdf").pages)
    assert all(group in "".join(text.split()) for group in journal.sealing.code.split())
    card.close()
    card.deleteLater()


def test_the_sheet_can_be_printed(window, journal, tmp_path):
    """Through the system's printer, here one that prints into a file; the page is not empty."""
    journal.rate(DAY, "pain", 6)

    def printer(_parent: QWidget) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "printed.pdf"))
        made.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMargins())
        )
        return made

    card = PassphraseCard(journal, ask_printer=printer)
    card.draw()
    card.show()
    choose(card, WORDS)
    press(card, "Print the sheet…")
    form = card.slot.form
    assert isinstance(form, SheetForm)
    assert form.sentence.text() == "The sheet is at the printer."
    (page,) = PdfReader(tmp_path / "printed.pdf").pages
    assert len(page.images) == 1
    card.close()
    card.deleteLater()


def test_a_sealed_diary_locks_itself_when_nobody_is_there(
    card: PassphraseCard, window: MainWindow, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Off until a time is chosen; what was picked is saved before."""
    choose(card, WORDS)
    assert journal.preferences.lock_after == 0
    window.open("today")
    monkeypatch.setattr(idle, "MINUTE", 4)
    press_keys(Qt.Key.Key_7)
    journal.set_preferences(lock_after=5)
    qtbot.waitUntil(lambda: window.locked and not window.isVisible())
    assert [rating.score for rating in journal.ratings(DAY, DAY)] == [7]


def test_what_is_half_written_keeps_no_diary_open(
    card: PassphraseCard, window: MainWindow, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever falls asleep over a form finds the diary locked, and the form’s words when it is open again."""
    choose(card, WORDS)
    window.open("team")
    page = window.page()
    assert isinstance(page, TeamPage)
    page.points.change.click()
    field = next(line for line in window.findChildren(QLineEdit) if line.isVisible())
    QTest.keyClicks(field, "01632")
    monkeypatch.setattr(idle, "MINUTE", 2)
    journal.set_preferences(lock_after=5)
    qtbot.waitUntil(lambda: window.locked and not window.isVisible())
    assert "01632" in journal.half_written


def test_a_plain_diary_never_locks(window, journal):
    """There is nothing that would open it again. Ctrl+L leads to where a passphrase is chosen."""
    journal.rate(DAY, "pain", 6)
    window.lock()
    focused = QApplication.focusWidget()
    assert (window.locked, window.isVisible()) == (False, True)
    assert focused is not None
    assert focused.accessibleName() == "Choose a passphrase…"


def test_nothing_of_a_note_is_left_in_the_open(card, journal, tmp_path, own_home):
    """Not in the file, its log, the copies, the settings or anything else that was written."""
    journal.note(DAY, "PLANTED WORDS")
    journal.copies.make()
    choose(card, WORDS)
    journal.note(DAY, "PLANTED WORDS too")
    journal.copies.make()
    files = [path for folder in (tmp_path, own_home) for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 3
    assert [path for path in files if b"PLANTED" in path.read_bytes()] == []
