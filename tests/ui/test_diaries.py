"""A second diary: another file, opened in place of the first, begun in two presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack import app, paths
from symtrack.diary.rows import Setting
from symtrack.settings import Preferences
from symtrack.store import DiaryStore
from symtrack.ui import diaries
from symtrack.ui.another import Another
from symtrack.ui.diaries import DiariesPanel
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.top_line import TopLine
from tests.ui.conftest import press

K = Qt.Key


def open_panel(window: MainWindow) -> DiariesPanel:
    line = window.findChild(TopLine)
    assert isinstance(line, TopLine)
    line.whose.click()
    return next(each for each in window.findChildren(DiariesPanel) if each.isVisible())


def test_a_caregivers_own_diary_is_two_presses(window: MainWindow, journal: Journal, tmp_path: Path) -> None:
    """Whose diary, then “for Tom’s own strain”: the window closes for a file that asks about strain."""
    journal.set_preferences(writers=("Tom",))
    open_panel(window).press("A diary for Tom’s own strain")
    assert window.another == Another(
        tmp_path / "tom.symtrack",
        (Setting(key="name", value="Tom"), Setting(key="items", value=["strain", "fatigue", "poor_sleep"])),
    )
    assert not window.isVisible()


def test_somebody_elses_diary_begins_with_a_name(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """By keyboard; without a name nothing happens, and the focus is where it is written."""
    panel = open_panel(window)
    panel.press("Begin a diary")
    assert window.another is None
    assert panel.field.hasFocus()
    qtbot.keyClicks(panel.field, "Aunt Rose")
    press(K.Key_Return)
    assert window.another == Another(tmp_path / "aunt-rose.symtrack", (Setting(key="name", value="Aunt Rose"),))


def test_what_is_picked_is_saved_before_the_other_diary_opens(window: MainWindow, journal: Journal) -> None:
    """Nothing that was typed into the first is lost on the way."""
    journal.set_preferences(writers=("Tom",))
    press(K.Key_7)
    open_panel(window).press("A diary for Tom’s own strain")
    assert journal.answers(journal.today)["pain"].score == 7


def test_a_taken_file_name_is_not_taken_again(tmp_path: Path) -> None:
    """Two people of one name have two files."""
    (tmp_path / "tom.symtrack").touch()
    assert diaries.begun("Tom", tmp_path / "diary.symtrack", strain=False).path == tmp_path / "tom-2.symtrack"


@pytest.fixture
def through(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    """Runs the program while somebody does these things, one in each window that comes."""

    def run(path: Path, *doings) -> list[tuple[str, Writer, list[str]]]:
        left, seen = list(doings), []

        def somebody(*_: object) -> int:
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
            journal = window.findChild(Journal)
            assert isinstance(journal, Journal)
            seen.append((window.windowTitle(), journal.writer, [item.key for item in journal.items]))
            doing = left.pop(0) if left else MainWindow.close
            doing(window)
            return 0

        monkeypatch.setattr(QApplication, "exec", somebody)
        assert app.run(path) == 0
        return seen

    return run


def test_from_one_diary_to_the_other_and_back(through, tmp_path: Path) -> None:
    """Each opens as its own person's, in the same program; in Tom's own diary it is Tom who writes."""
    first = tmp_path / "diary.symtrack"
    Preferences(writers=("Tom",), typed_by="Tom").write(paths.settings_file())
    with DiaryStore.open(first, create=True) as store:
        store.add(Setting(key="name", value="Anna"))

    def remember(window: MainWindow) -> None:
        journal = window.findChild(Journal)
        assert isinstance(journal, Journal)
        journal.start()

    def to_tom(window: MainWindow) -> None:
        remember(window)
        open_panel(window).press("A diary for Tom’s own strain")

    def back(window: MainWindow) -> None:
        remember(window)
        open_panel(window).press("Anna’s diary")

    def again(window: MainWindow) -> None:
        open_panel(window).press("Tom’s diary")

    seen = through(first, to_tom, back, again)
    assert [title.split(" ·")[0] for title, *_ in seen] == [
        "Anna’s diary",
        "Tom’s diary",
        "Anna’s diary",
        "Tom’s diary",
    ]
    assert [writer.name for _, writer, _ in seen] == ["Tom", "", "Tom", ""]
    assert seen[1][2] == seen[3][2] == ["strain", "fatigue", "poor_sleep"]
    assert (tmp_path / "tom.symtrack").exists()


def test_another_diary_that_cannot_be_opened_leads_back(qapp, monkeypatch, tmp_path: Path) -> None:
    """A picture under a diary's name: a sentence, and the first diary is there again."""
    first = tmp_path / "diary.symtrack"
    with DiaryStore.open(first, create=True) as store:
        store.add(Setting(key="name", value="Anna"))
    (tmp_path / "photo.symtrack").write_bytes(b"\x89PNG" + bytes(64))
    Preferences(known=("0199 " + str(tmp_path / "photo.symtrack"),)).write(paths.settings_file())
    left = [lambda window: open_panel(window).press("photo’s diary"), lambda window: window.close()]
    seen = []

    def somebody(*_: object) -> int:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        window = shown[0]
        seen.append(window.windowTitle())
        if isinstance(window, MainWindow):
            left.pop(0)(window)
        else:
            window.close()
            window.deleteLater()
        return 0

    monkeypatch.setattr(QApplication, "exec", somebody)
    assert app.run(first) == 0
    assert [title.split(" ·")[0] for title in seen] == ["Anna’s diary", "symtrack", "Anna’s diary"]


def test_the_usual_writer_is_chosen_once_and_kept(
    window: MainWindow, journal: Journal, store: DiaryStore, tmp_path
) -> None:
    """“From now on, at each start”: the next window begins with Tom; until then it began with the person."""
    journal.set_preferences(writers=("Tom",))
    journal.set_writer(Writer("patient", "Tom"))
    assert Journal(store, tmp_path / "settings.toml").writer == Writer()
    press(K.Key_F6)
    panel = window.contents.top.below.panel
    assert panel is not None
    panel.press("From now on, at each start: Tom, writing what the person says")
    assert Journal(store, tmp_path / "settings.toml").writer == Writer("patient", "Tom")
