"""The paper of a long diary: the window goes on while it is made, it can be stopped, and nothing of it is left over."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import TeamPage
from symtrack.ui.team.paper_page import PaperKeeper
from symtrack.ui.theme import Theme
from tests.ui.conftest import StandingClock, press
from tests.ui.paper_made import PATIENCE, pages, told
from tests.ui.team_page import DAY, write

K = Qt.Key
YEARS = 10 * 365


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten years of answers, the last of them three months ago, so that the usual paper is short."""
    path = tmp_path_factory.mktemp("written") / "diary.symtrack"
    first = DAY - timedelta(days=YEARS)
    with DiaryStore.open(path, create=True, clock=StandingClock()) as store:
        store.add(
            *(
                Rating(day=first + timedelta(days=k), item=item, score=(k + place) % 9)
                for k in range(YEARS)
                for place, item in enumerate(("pain", "nausea", "appetite", "fatigue"))
            )
        )
    return path


@pytest.fixture
def store(written: Path, tmp_path: Path, clock: StandingClock) -> Iterator[DiaryStore]:
    """A copy of them."""
    path = tmp_path / "diary.symtrack"
    shutil.copyfile(written, path)
    with DiaryStore.open(path, clock=clock) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> TeamPage:
    """For my team in its window, with the pages of the usual paper."""
    window.open("team")
    page = window.page()
    assert isinstance(page, TeamPage)
    page.open("paper")
    pages(page.paper.part, qtbot)
    return page


def all_years(page: TeamPage) -> None:
    """Choose the whole diary by keyboard, and wait for nothing."""
    page.paper.part.choices()[0].button("own").setFocus()
    press(K.Key_Space)
    day = DAY - timedelta(days=YEARS)
    page.paper.part.own_days()[0].setDate(QDate(day.year, day.month, day.day))
    QApplication.processEvents()


def test_a_question_is_written_while_ten_years_of_pages_are_made(page: TeamPage, store: DiaryStore) -> None:
    """The window answers keys meanwhile: the question is saved before the pages are there."""
    all_years(page)
    page.choices.button("questions").setFocus()
    making = page.paper.making
    assert making.setting_pages
    page.questions.field.setText("May I drive?")
    page.questions.give()
    assert making.setting_pages
    assert store.events()[-1].text == "May I drive?"


def test_it_is_said_that_pages_are_being_made_and_they_can_be_stopped(page: TeamPage, qtbot: QtBot) -> None:
    """By one key; no page is shown then, and another key has them after all."""
    all_years(page)
    working, making = page.paper.part.working, page.paper.making
    qtbot.waitUntil(working.isVisible, timeout=PATIENCE)
    assert working.sentence() == "The pages are being made. You can go on meanwhile."
    working.stop_button.setFocus()
    press(K.Key_Return)
    assert not making.setting_pages
    assert page.paper.part.sheets == ()
    assert working.sentence() == "The pages are not shown. You can save and print all the same."
    assert QApplication.focusWidget() is working.again_button
    press(K.Key_Return)
    assert making.setting_pages


def test_the_pages_are_those_of_the_last_choice(page: TeamPage, qtbot: QtBot) -> None:
    """Ten years, and before they are there four weeks: the four weeks are shown, and nothing else comes."""
    all_years(page)
    page.paper.part.choices()[0].button("weeks").setFocus()
    press(K.Key_Space)
    with qtbot.waitSignal(page.paper.making.pages, timeout=PATIENCE):
        QApplication.processEvents()
    assert "18 Apr 2026 to 15 May 2026" in page.paper.part.sheets[0].accessibleDescription()
    assert not page.paper.making.setting_pages


def test_another_page_of_the_window_stops_the_pages_and_coming_back_makes_them(
    page: TeamPage, window: MainWindow, qtbot: QtBot
) -> None:
    """Nothing is made that nobody looks at."""
    all_years(page)
    assert page.paper.making.setting_pages
    window.open("today")
    assert not page.paper.making.setting_pages
    window.open("team")
    qtbot.waitUntil(lambda: page.paper.making.setting_pages, timeout=PATIENCE)


@pytest.fixture
def path(page: TeamPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the page saves its paper."""
    path = tmp_path / "for the visit.pdf"
    monkeypatch.setattr(page.paper, "_ask", lambda *_: str(path))
    return path


@pytest.mark.parametrize("leave", ["today", "close"])
def test_what_was_saved_is_there_after_the_page_or_the_window_was_left(
    page: TeamPage, window: MainWindow, path: Path, qtbot: QtBot, leave: str
) -> None:
    """The file is made to its end."""
    page.paper.part.buttons()[0].setFocus()
    press(K.Key_Return)
    assert page.paper.making.busy_with_files
    if leave == "close":
        window.close()
    else:
        window.open("today")
        qtbot.waitUntil(path.exists, timeout=PATIENCE)
    assert PdfReader(path).pages


def test_a_file_that_is_stopped_is_never_there(page: TeamPage, path: Path, qtbot: QtBot) -> None:
    """Nor is half of it."""
    all_years(page)
    page.paper.part.buttons()[0].click()
    working = page.paper.part.working
    qtbot.waitUntil(working.isVisible, timeout=PATIENCE)
    working.stop_button.click()
    assert not page.paper.making.busy_with_files
    assert list(path.parent.glob("*visit*")) == []


def test_the_print_is_the_pages_on_the_screen(
    store: DiaryStore, journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    """Printed into a file and looked at again: as many pages, and each looks like the one on the screen."""

    def printer(_parent: QWidget) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFileName(str(tmp_path / "printed.pdf"))
        return made

    store.add(*(Rating(day=DAY - timedelta(days=k), item="pain", score=k % 9) for k in range(80)))
    store.add(*(Event(kind="note", day=DAY - timedelta(days=k), text="A long night. " * 20) for k in range(40)))
    keeper = PaperKeeper(journal, Theme.load("light"), lambda *_: "", printer)
    qtbot.addWidget(keeper)
    keeper.show()
    keeper.draw()
    shown = pages(keeper.part, qtbot)
    keeper.part.print_button.setFocus()
    press(K.Key_Space)
    assert told(keeper.part, qtbot) == "The paper is at the printer."
    assert len(shown) > 1
    subprocess.run(["pdftoppm", "-r", "40", "-png", tmp_path / "printed.pdf", tmp_path / "page"], check=True)
    looked = sorted(tmp_path.glob("page*.png"))
    assert len(looked) == len(shown)
    for file, sheet in zip(looked, shown, strict=True):
        assert ink(QImage(str(file))) == pytest.approx(ink(sheet.page.toImage()), abs=0.02)


def ink(page: QImage) -> list[float]:
    """How dark each of 12 by 16 fields of the page is."""
    small = page.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        QSize(12, 16), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [1 - small.pixelColor(x, y).lightnessF() for y in range(16) for x in range(12)]


def test_a_second_question_is_typed_with_keys_while_a_file_is_made(
    page: TeamPage, store: DiaryStore, path: Path
) -> None:
    """Saving does not hold the window either."""
    all_years(page)
    page.paper.part.buttons()[0].click()
    page.choices.button("questions").click()
    write(page.questions.field, "And the stairs?")
    assert page.paper.making.busy_with_files
    assert store.events()[-1].text == "And the stairs?"
    page.paper.making.stop()
    assert not path.exists()
