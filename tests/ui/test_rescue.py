"""A diary that was known and is missing or damaged: never an empty first start, but what is so, and its copies."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from symtrack import app, paths
from symtrack.diary.rows import Rating
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, backup, copies
from symtrack.store.copies import Copy
from symtrack.store.engine import sqlite as sqlite3
from symtrack.ui import stylesheet
from symtrack.ui.journal import Journal
from symtrack.ui.opening import Opened, open_diary
from symtrack.ui.rescue import RescueWindow, Trouble
from symtrack.ui.theme import Theme

DAYS = [date(2026, 5, 10) + timedelta(days=k) for k in range(4)]


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary of four days, with a copy at the end of each."""
    path = tmp_path / "mine" / "diary.symtrack"
    now = [datetime(2026, 5, 10, 20, 0, tzinfo=UTC)]
    with DiaryStore.open(path, create=True, clock=lambda: now[0]) as store:
        for score, day in enumerate(DAYS):
            now[0] = datetime(day.year, day.month, day.day, 20, 0, tzinfo=UTC)
            store.add(Rating(day=day, item="pain", score=score))
            backup.daily(store, paths.backup_folder(), day)
    return path


@pytest.fixture
def known(diary: Path) -> Preferences:
    """The settings of a computer on which that diary was open."""
    with DiaryStore.open(diary) as store:
        return Preferences(known=Preferences().knowing(diary, store.id))


@pytest.fixture
def opened_after(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Opened | None]:
    """Opens the diary while somebody presses these buttons, one each time that the window comes."""

    def opened(path: Path, preferences: Preferences, *presses: str, found: Path | None = None) -> Opened | None:
        left = list(presses)

        def somebody(*_: object) -> int:
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RescueWindow) and w.isVisible())
            while left and window.isVisible():
                press(window, left.pop(0))
            window.close()
            return 0

        monkeypatch.setattr(QApplication, "exec", somebody)
        return open_diary(path, preferences, qapp, lambda _window, _path: found)

    return opened


def press(window: RescueWindow, words: str) -> None:
    button = next(b for b in window.findChildren(QAbstractButton) if b.text() == words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def scores(opened: Opened | None) -> list[int | None]:
    assert opened is not None
    with opened.store as store:
        return [rating.score for rating in store.ratings(DAYS[0], DAYS[-1])]


def test_a_known_diary_that_is_missing_comes_back_from_its_copy(diary, known, opened_after, capsys):
    """The newest copy, with one press; the sentence on standard error says what was wrong."""
    diary.unlink()
    opened = opened_after(diary, known, "Open the copy of 13 May 2026")
    assert scores(opened) == [0, 1, 2, 3]
    assert "2026-05-13" in opened.said
    assert capsys.readouterr().err == f"There is no diary at {diary} any more.\n"


def test_an_older_copy_can_be_chosen(diary, known, opened_after):
    """Of the newest three; the day before yesterday's holds two days less."""
    diary.unlink()
    assert scores(opened_after(diary, known, "Open the copy of 11 May 2026")) == [0, 1]


def test_a_damaged_diary_is_kept_when_its_copy_is_opened(diary, known, opened_after):
    """A page in the middle of the file is broken: it is noticed at once, and what was there has a name."""
    damage(diary)
    broken = diary.read_bytes()
    opened = opened_after(diary, known, "Open the copy of 13 May 2026")
    assert scores(opened) == [0, 1, 2, 3]
    (aside,) = [path for path in diary.parent.iterdir() if path.name.startswith("diary before")]
    assert aside.read_bytes() == broken
    assert str(aside) in opened.said


def test_a_diary_that_was_moved_is_looked_for(diary, known, opened_after, tmp_path):
    """What is found is put back where it belongs, and stays where it was found."""
    moved = tmp_path / "stick.symtrack"
    diary.rename(moved)
    assert scores(opened_after(diary, known, "Look for it…", found=moved)) == [0, 1, 2, 3]
    assert moved.exists()


def test_another_diary_is_not_put_in_its_place(diary, known, opened_after, tmp_path):
    """Somebody else's file is refused in a sentence, and nothing is made where the diary was."""
    with DiaryStore.open(tmp_path / "other.symtrack", create=True) as other:
        other.add(Rating(day=DAYS[0], item="pain", score=9))
    diary.unlink()
    assert opened_after(diary, known, "Look for it…", found=tmp_path / "other.symtrack") is None
    assert not diary.exists()


def test_a_new_diary_begins_only_when_it_is_wanted(diary, known, opened_after):
    """“Begin a new diary” is the only way to an empty start, and closing the window is none."""
    diary.unlink()
    assert opened_after(diary, known) is None
    assert scores(opened_after(diary, known, "Begin a new diary")) == []


def test_a_disk_that_is_plugged_in_again_is_tried_again(diary, known, opened_after, tmp_path, monkeypatch):
    """The folder comes back between the window and the press."""
    back = tmp_path / "unplugged"
    diary.parent.rename(back)
    monkeypatch.setattr(RescueWindow, "showEvent", lambda _window, _event: back.rename(diary.parent))
    assert scores(opened_after(diary, known, "Try again")) == [0, 1, 2, 3]


def test_a_first_start_is_a_first_start(tmp_path, opened_after):
    """Where no diary was known, nothing is asked."""
    opened = opened_after(tmp_path / "new.symtrack", Preferences())
    assert scores(opened) == []


def test_a_copy_that_is_bad_is_said_in_the_same_window(diary, known, qtbot):
    """The sentence comes in the window, which stays open for another choice."""
    made = copies.found(paths.backup_folder(), diary, known.diary_at(diary))
    damage(made[-1].path)
    with DiaryStore.open(diary):
        pass
    window = RescueWindow(
        Theme.load("light"),
        Trouble(path=diary, sentence="x", known=True, copies=made),
        lambda source: backup.restore(source, diary),
    )
    qtbot.addWidget(window)
    window.show()
    press(window, "Open the copy of 13 May 2026")
    assert window.isVisible()
    assert any("damaged" in text for text in window.texts())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_is_whole_and_works_by_keyboard(theme: str, scale: float, qapp, qtbot, tmp_path):
    """On a small screen in large text nothing is cut off, and Tab visits each button, 44 px at least."""
    look = Theme.load(theme, scale)
    stylesheet.apply(look, qapp)
    copies = [Copy(day, tmp_path / f"{day}.symtrack") for day in DAYS]
    sentence = f"There is no diary at {tmp_path / 'diary.symtrack'} any more."
    trouble = Trouble(path=tmp_path / "d", sentence=sentence, missing=True, known=True, copies=copies)
    window = RescueWindow(look, trouble, lambda _source: None)
    qtbot.addWidget(window)
    window.show()
    window.resize(800, 600)
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.processEvents()
    buttons = window.findChildren(QAbstractButton)
    assert len(buttons) == 7
    for label in (each for each in window.findChildren(QLabel) if each.isVisible()):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    buttons[0].setFocus()
    for button in buttons:
        assert QApplication.focusWidget() is button
        QApplication.processEvents()
        assert button.height() >= 44
        assert button.width() >= button.minimumSizeHint().width()
        assert window.rect().contains(QRect(button.mapTo(window, QPoint(0, 0)), button.size())), button.text()
        QTest.keyClick(button, Qt.Key.Key_Tab)


def test_the_first_way_has_the_focus(qtbot, tmp_path):
    """Enter opens the newest copy."""
    taken: list[Path] = []
    copies = [Copy(day, tmp_path / f"{day}.symtrack") for day in DAYS]
    window = RescueWindow(
        Theme.load("light"), Trouble(path=tmp_path, sentence="x", known=True, copies=copies), taken.append
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert taken == [copies[-1].path]
    assert window.goes_on


def test_nothing_is_made_where_a_known_diary_is_missing(diary, known, monkeypatch, qapp):
    """Closing the window gives exit code 1, no file appears, and the computer still knows what was there."""
    known.write(paths.settings_file())
    diary.unlink()
    monkeypatch.setattr(QApplication, "exec", lambda *_: [w.close() for w in QApplication.topLevelWidgets()] and 0)
    assert app.run(diary) == 1
    assert not diary.exists()
    assert Preferences.load(paths.settings_file()).diary_at(diary)


def test_what_was_restored_is_said_until_something_is_saved(diary, known, opened_after, qtbot):
    """The points that come a moment later do not take the sentence away; the next entry does."""
    damage(diary)
    opened = opened_after(diary, known, "Open the copy of 13 May 2026")
    with opened.store as store:
        window = app.main_window(store, paths.settings_file())
        qtbot.addWidget(window)
        window.say(opened.said)
        journal = window.findChild(Journal)
        assert isinstance(journal, Journal)
        journal.changed.emit()
        assert window.sentence == opened.said
        assert journal.rate(DAYS[0], "nausea", 1)
        assert window.sentence == ""


def damage(path: Path) -> None:
    """The page that holds the answers is overwritten; the first pages say as before that this is a diary."""
    with closing(sqlite3.connect(path)) as file:
        root = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'rating'").fetchone()[0]
        size = file.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as opened:
        opened.seek((root - 1) * size)
        opened.write(b"\x55" * size)
