"""The menu, the help and today's entry read aloud: everything is found without knowing a key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack import __version__, guide, paths
from symtrack.store import DiaryStore
from symtrack.ui import aloud
from symtrack.ui.acts import ACTS, GROUPS
from symtrack.ui.aloud import AloudPanel
from symtrack.ui.help import HelpPage
from symtrack.ui.help.about import AboutCard
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.menu_panel import MenuPanel
from symtrack.ui.panels import Panel, RingPanel, WriterPanel
from symtrack.ui.rail import Rail
from symtrack.ui.widgets import Text
from tests.ui.conftest import FRIDAY, press

K = Qt.Key
DAY = FRIDAY.date()


def panel(window: MainWindow, kind: type[Panel]) -> Panel | None:
    return next((each for each in window.findChildren(kind) if each.isVisible()), None)


def menu(window: MainWindow) -> MenuPanel:
    found = panel(window, MenuPanel)
    assert isinstance(found, MenuPanel)
    return found


@pytest.mark.parametrize(
    ("key", "modifier"), [(K.Key_F10, Qt.KeyboardModifier.NoModifier), (K.Key_M, Qt.KeyboardModifier.AltModifier)]
)
def test_the_menu_opens_by_key_and_gives_the_focus_back(window: MainWindow, key: Qt.Key, modifier) -> None:
    """F10 or Alt+M, the focus on its first line; Escape puts it away, and a digit picks again at once."""
    card = QApplication.focusWidget()
    press(key, modifier=modifier)
    assert menu(window).button("today").hasFocus()
    press(K.Key_Escape)
    assert panel(window, MenuPanel) is None
    assert QApplication.focusWidget() is card


def test_the_menu_opens_with_the_mouse(window: MainWindow) -> None:
    """A button in the rail, with a word."""
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    assert rail.menu.accessibleName() == "Menu"
    rail.menu.click()
    assert menu(window).isVisible()


def test_everything_the_window_can_do_is_in_the_menu_with_its_key(window: MainWindow, journal: Journal) -> None:
    """Each act by its words, and described by its key; locking only where there is a passphrase."""
    press(K.Key_F10)
    for act in ACTS:
        if act.key == "menu" or act.sealed:
            continue
        button = menu(window).button(act.key)
        assert button.accessibleName() == act.words
        assert button.accessibleDescription() == act.keys[0]
        assert act.keys[0] in button.text()
    assert {act.group for act in ACTS} == set(GROUPS)
    assert len({key for act in ACTS for key in act.keys}) == sum(len(act.keys) for act in ACTS)


def test_a_line_of_the_menu_does_what_it_says(window: MainWindow, journal: Journal) -> None:
    """A page, the text, a panel: by arrows and Enter."""
    press(K.Key_F10, K.Key_Right, K.Key_Return)
    assert window.page_key == "trends"
    assert panel(window, MenuPanel) is None
    press(K.Key_F10)
    menu(window).button("larger").click()
    assert journal.preferences.text_size == 125
    press(K.Key_F10)
    menu(window).button("ring").click()
    assert panel(window, RingPanel) is not None


@pytest.mark.parametrize(("key", "kind"), [(K.Key_F3, RingPanel), (K.Key_F6, WriterPanel), (K.Key_F4, AloudPanel)])
def test_a_panel_opens_and_closes_by_the_same_key(window: MainWindow, key: Qt.Key, kind: type[Panel]) -> None:
    """Whom to ring, who writes, today's entry."""
    press(key)
    assert panel(window, kind) is not None
    press(key)
    assert panel(window, kind) is None


def test_help_says_the_most_important_thing_first_and_every_key(window: MainWindow) -> None:
    """F1 opens it; nobody is watching; each key that works anywhere is on it."""
    press(K.Key_F1)
    page = window.page()
    assert isinstance(page, HelpPage)
    said = [text.text() for text in page.findChildren(Text)]
    assert said[2].startswith("Nobody is watching.")
    assert {act.shown_keys() for act in ACTS if not act.sealed} <= set(said)
    press(*[K.Key_Tab] * (len(guide.KEYS) + 2))  # Past the pages to read, and the card that they are on.
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "What each page is for"
    assert "Trends" in focused.accessibleDescription()
    press(K.Key_1, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.page_key == "today"


def test_about_says_which_symtrack_this_is_and_where_the_files_lie(
    window: MainWindow, journal: Journal, tmp_path: Path
) -> None:
    """Shift+F1, and a screen reader hears all of it; what is kept in another place from now on is told anew."""
    press(K.Key_F1, modifier=Qt.KeyboardModifier.ShiftModifier)
    about = QApplication.focusWidget()
    assert isinstance(about, AboutCard)
    said = about.accessibleDescription()
    assert __version__ in said
    for place in (journal.path, journal.preferences.copies_folder, paths.settings_file()):
        assert str(place) in said
    elsewhere = tmp_path / "elsewhere"
    journal.set_preferences(backup_folder=str(elsewhere))
    assert str(elsewhere) in about.accessibleDescription()


def test_todays_entry_is_one_plain_sentence(journal: Journal, store: DiaryStore) -> None:
    """Numbers with their words, reasons, and what is open; before anything, that nothing is."""
    assert aloud.entry_words(journal) == "Friday 15 May: nothing is entered yet."
    journal.rate(DAY, "pain", 7)
    journal.rate(DAY, "nausea", None, reason="asleep")
    assert aloud.entry_words(journal) == (
        "Friday 15 May: Pain 7, severe; Nausea, asleep. Not answered yet: Loss of appetite, Fatigue."
    )
    journal.rate(DAY, "appetite", 0)
    journal.rate(DAY, "fatigue", 4)
    assert aloud.entry_words(journal).endswith("Fatigue 4, moderate.")


def test_todays_entry_is_told_to_a_screen_reader_and_shown(
    window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """F4: the sentence is announced, and stands in the page for eyes."""
    told: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        told.append(event.message())

    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    journal.rate(DAY, "pain", 7)
    told.clear()
    press(K.Key_F4)
    assert told == [aloud.entry_words(journal)]
    shown = panel(window, AloudPanel)
    assert shown is not None
    assert aloud.entry_words(journal) in shown.texts()
