"""A sealed diary in the window: locked until its passphrase or its recovery code is typed, and calm about mistakes."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack import app, paths
from symtrack.diary.rows import Rating
from symtrack.errors import SealedError
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, backup, recovery
from symtrack.store.vault import Passphrase, Secret
from symtrack.ui import stylesheet, unlocking
from symtrack.ui.opening import Opened, open_diary
from symtrack.ui.rescue import RescueWindow
from symtrack.ui.theme import Theme
from symtrack.ui.unlocking import UnlockWindow
from tests.ui.conftest import settle

pytestmark = pytest.mark.usefixtures("few_rounds")
DAY = date(2026, 5, 15)
EVENING = datetime(2026, 5, 15, 20, 0, tzinfo=UTC)
WORDS = "three blue geese at noon"
CALM = "That passphrase does not open this diary. Nothing is lost."


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A sealed diary with one answer, and a copy of that day."""
    path = tmp_path / "mine" / "diary.symtrack"
    with DiaryStore.open(path, create=True, secret=Passphrase(WORDS), clock=lambda: EVENING) as store:
        store.add(Rating(day=DAY, item="pain", score=6))
        backup.daily(store, paths.backup_folder(), DAY)
    return path


@pytest.fixture
def known(diary: Path) -> Preferences:
    with DiaryStore.open(diary, secret=Passphrase(WORDS)) as store:
        return Preferences(known=Preferences().knowing(diary, store.id))


@pytest.fixture
def asked(qtbot: QtBot, diary: Path) -> Callable[..., UnlockWindow]:
    """The window that asks, on that diary."""

    def shown(unlock: Callable[[Secret], object] | None = None, *, scale: float = 1.0) -> UnlockWindow:
        theme = Theme.load("light", scale)
        stylesheet.apply(theme, QApplication.instance())  # type: ignore[arg-type]
        window = UnlockWindow(theme, diary, unlock or (lambda secret: DiaryStore.open(diary, secret=secret).close()))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is window.field)
        return window

    return shown


def typed(words: str) -> None:
    """Typed where the focus is, and then Enter."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    QTest.keyClick(focused, Qt.Key.Key_Return)


def shown(*kinds: type[QWidget]) -> QWidget:
    """The window of one of these kinds that can be seen."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kinds) and w.isVisible())


def press(window: QWidget, words: str) -> None:
    next(b for b in window.findChildren(QAbstractButton) if b.text() == words and not b.isHidden()).click()


def test_the_passphrase_and_enter_open_it(asked):
    """The focus is in the field when the window comes: nothing but the words has to be typed."""
    window = asked()
    typed(WORDS)
    assert (window.opened, window.by_code, window.isVisible()) == (True, False, False)


def test_a_wrong_one_is_one_calm_sentence_and_can_be_typed_again_at_once(asked):
    """What was typed is selected, so that typing replaces it."""
    window = asked()
    typed("three blue gees")
    assert (window.sentence, window.waits, window.field.selectedText() != "") == (CALM, False, True)
    typed(WORDS)
    assert window.opened


def test_the_window_grows_with_what_it_says(asked):
    """After two wrong ones it says more and offers the copies: every button can be seen without scrolling."""
    window = asked()
    for _time in range(2):
        typed("three blue gees")
    settle()
    close = next(b for b in window.findChildren(QAbstractButton) if b.text() == "Close")
    assert window.rect().contains(close.mapTo(window, close.rect().bottomRight()))


def test_the_pause_grows_and_ends_by_itself(asked, qtbot, monkeypatch):
    """Nobody is locked out, but a program that tries a list of words gets nowhere. The sentence counts the seconds."""
    monkeypatch.setattr(unlocking, "SECOND", 1)
    tried: list[Secret] = []

    def unlock(secret: Secret) -> None:
        tried.append(secret)
        raise SealedError

    window, waited = asked(unlock), []
    for attempt in range(len(unlocking.PAUSES)):
        typed("wrong")
        waited.append(window.waits)
        if window.waits:
            typed("wrong")  # Not tried.
            assert window.sentence.endswith("seconds.") or window.sentence.endswith("1 second.")
        assert len(tried) == attempt + 1
        qtbot.waitUntil(lambda: not window.waits)
    assert waited == [bool(seconds) for seconds in unlocking.PAUSES]
    assert list(unlocking.PAUSES) == sorted(unlocking.PAUSES)


def test_the_other_way_waits_too_and_says_only_that(asked, monkeypatch):
    """A code that was not typed yet is not said to be wrong."""
    monkeypatch.setattr(unlocking, "SECOND", 60_000)
    window = asked()
    for _attempt in range(3):
        typed("wrong")
    press(window, "I have forgotten it…")
    assert window.sentence == "You can try again in 1 second."


def test_who_has_forgotten_it_types_the_code_from_the_sheet(asked, diary):
    """Small letters, dashes and other blanks do not matter; a wrong letter is pointed out by its group."""
    with DiaryStore.open(diary, secret=Passphrase(WORDS)) as store:
        assert store.key is not None
        code = recovery.written(store.key)
    window = asked()
    press(window, "I have forgotten it…")
    assert window.code.hasFocus()
    window.code.setPlainText(code.replace(code[0], "A" if code[0] != "A" else "B", 1))
    press(window, "Open")
    assert window.sentence.startswith("Group 1 of the code can’t be right")
    window.code.setPlainText(code.lower().replace(" ", "-"))
    QTest.keyClick(window.code, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (window.opened, window.by_code) == (True, True)


def test_the_dots_become_letters_for_who_would_rather_see_them(asked):
    """And dots again."""
    window = asked()
    assert window.field.echoMode() is QLineEdit.EchoMode.Password
    press(window, "Show what I type")
    assert window.field.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_in_it_can_be_reached_and_is_large_enough(asked, scale):
    """By the Tab key, with a name, at least 44 px high."""
    window = asked(scale=scale)
    reached = []
    for _stop in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        assert focused.height() >= 44
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"Passphrase", "Show what I type", "Open", "I have forgotten it…", "Close"} <= set(reached)
    assert window.isVisible()


@pytest.fixture
def opened_while(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Opened | None]:
    """Opens the diary while somebody does these things, one with each window that comes."""

    def opened(path: Path, preferences: Preferences, *acts: Callable[[QWidget], object]) -> Opened | None:
        left = list(acts)

        def somebody(*_: object) -> int:
            window = shown(UnlockWindow, RescueWindow)
            window.activateWindow()
            QApplication.processEvents()
            left.pop(0)(window)
            window.close()
            return 0

        monkeypatch.setattr(QApplication, "exec", somebody)
        return open_diary(path, preferences, qapp)

    return opened


def give(words: str) -> Callable[[QWidget], None]:
    def act(window: QWidget) -> None:
        assert isinstance(window, UnlockWindow)
        window.field.setText(words)
        press(window, "Open")

    return act


def test_the_diary_opens_with_what_was_typed(diary, known, opened_while):
    """And shows what is in it."""
    opened = opened_while(diary, known, give(WORDS))
    with opened.store as store:
        assert [rating.score for rating in store.ratings(DAY, DAY)] == [6]


def test_closing_it_opens_nothing(diary, known, opened_while, capsys):
    """And nothing is said about it: a locked diary is no trouble."""
    assert opened_while(diary, known, lambda window: window.close()) is None
    assert capsys.readouterr().err == ""


def test_where_the_right_passphrase_does_not_open_it_the_copies_are_there(diary, known, opened_while):
    """The first page is damaged: no passphrase opens that. The copy asks for its own, once, and takes its place."""
    raw = bytearray(diary.read_bytes())
    raw[100] ^= 255
    diary.write_bytes(raw)

    def doubtful(window: QWidget) -> None:
        give(WORDS)(window)
        give(WORDS)(window)
        press(window, "Show the copies…")

    def restoring(window: QWidget) -> None:
        QTimer.singleShot(0, lambda: give(WORDS)(shown(UnlockWindow)))
        press(window, "Open the copy of 15 May 2026")

    opened = opened_while(diary, known, doubtful, restoring)
    with opened.store as store:
        assert [rating.score for rating in store.ratings(DAY, DAY)] == [6]
        assert store.key is not None


def test_a_locked_diary_asks_again(diary, known, qapp, monkeypatch, qtbot):
    """Ctrl+L closes the window and the file; the passphrase from before is not remembered."""
    Preferences(known=known.known).write(paths.settings_file())
    seen: list[str] = []

    def somebody(*_: object) -> int:
        window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
        seen.append(type(window).__name__)
        if isinstance(window, UnlockWindow):
            if len(seen) == 1:
                give(WORDS)(window)
        else:
            window.activateWindow()
            qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
            assert not window.isVisible()
        window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", somebody)
    app.run(diary)
    assert seen == ["UnlockWindow", "MainWindow", "UnlockWindow"]
