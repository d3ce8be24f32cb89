"""The sheets on For my team: shown as they will print, saved, printed, and a week of them typed in again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.instrument import LETTERS
from symtrack.diary.rows import Event, Rating, Setting
from symtrack.report.blocks import Grid
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import TeamPage
from symtrack.ui.team.paper_page import PaperKeeper
from symtrack.ui.team.printing import sheet_blocks
from symtrack.ui.theme import Theme
from symtrack.ui.today import TodayPage
from symtrack.ui.today.week_offer import WeekOffer
from tests.ui.conftest import StandingClock, press, scores
from tests.ui.paper_made import pages, told

DAY = date(2026, 5, 15)
NIGHT = [{"who": "Ward 5", "numbers": [{"number": "01632 960 222"}]}]
K = Qt.Key


@pytest.fixture
def keeper(store: DiaryStore, journal: Journal, tmp_path: Path, qtbot: QtBot) -> PaperKeeper:
    """The paper part on a bad evening; it saves into sheet.pdf and prints into printed.pdf."""

    def printer(_parent: QWidget) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFileName(str(tmp_path / "printed.pdf"))
        return made

    store.add(Setting(key="name", value="Eva Brandt"), Setting(key="team", value=NIGHT))
    store.add(Rating(day=DAY, item="pain", score=8), Rating(day=DAY - timedelta(days=1), item="pain", score=7))
    dose = {"medicine": "Morphine", "when": "needed", "for": "pain", "before": 7, "after": 3, "after_minutes": 45}
    store.add(Event(kind="dose", day=DAY, time="13:10", text="10 mg", body=dose))
    keeper = PaperKeeper(journal, Theme.load("light"), lambda *_: str(tmp_path / "sheet"), printer)
    qtbot.addWidget(keeper)
    keeper.resize(1000, 800)
    keeper.show()
    keeper.draw()
    pages(keeper.part, qtbot)
    return keeper


def choose(keeper: PaperKeeper, qtbot: QtBot, key: str) -> None:
    """By keyboard, and waits for the pages."""
    before = keeper.part.sheets[0]
    keeper.part.which.button(key).setFocus()
    press(K.Key_Space)
    pages(keeper.part, qtbot, before)


def printed(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("calls", ("Who to ring", "01632 960 222")),
        ("handoff", ("Hand-off sheet", "Pain 7 → 3 after 45 minutes")),
        ("week", ("My week", "10: No appetite at all")),
    ],
)
def test_a_sheet_is_shown_and_saved(
    keeper: PaperKeeper, qtbot: QtBot, tmp_path: Path, key: str, said: tuple[str, str]
) -> None:
    """Its page stands on the screen, a screen reader hears its words, and the PDF says the same."""
    choose(keeper, qtbot, key)
    assert len(keeper.part.sheets) == 1
    assert said[0] in keeper.part.sheets[0].accessibleDescription()
    assert not keeper.part.choices()[0].isVisible()
    assert not keeper.part.buttons()[2].isVisible()
    keeper.part.buttons()[0].setFocus()
    press(K.Key_Space)
    assert told(keeper.part, qtbot) == f"Saved: {tmp_path / 'sheet.pdf'}"
    assert "Eva Brandt" in printed(tmp_path / "sheet.pdf")
    assert said[1] in printed(tmp_path / "sheet.pdf")


def test_the_summary_comes_back(keeper: PaperKeeper, qtbot: QtBot) -> None:
    """With its days and the visit."""
    choose(keeper, qtbot, "week")
    choose(keeper, qtbot, "summary")
    assert "Symptom summary" in keeper.part.sheets[0].accessibleDescription()
    assert keeper.part.choices()[0].isVisible()


def test_a_sheet_goes_to_the_printer(keeper: PaperKeeper, qtbot: QtBot, tmp_path: Path) -> None:
    """Here one that prints into a file."""
    choose(keeper, qtbot, "calls")
    keeper.part.print_button.setFocus()
    press(K.Key_Space)
    assert told(keeper.part, qtbot) == "The paper is at the printer."
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1


def test_a_sheet_says_when_it_was_saved_and_does_not_move_by_itself(
    keeper: PaperKeeper, qtbot: QtBot, clock: StandingClock, tmp_path: Path
) -> None:
    """A minute later the page on the screen is the same one; the file has the time at which it was saved."""
    choose(keeper, qtbot, "handoff")
    shown = keeper.part.sheets[0]
    clock.now += timedelta(minutes=9)
    keeper.draw()
    QApplication.processEvents()
    assert keeper.part.sheets[0] is shown
    keeper.part.buttons()[0].click()
    told(keeper.part, qtbot)
    assert "Made Friday 15 May 2026, 14:11" in printed(tmp_path / "sheet.pdf")


def test_the_blank_week_can_have_days(keeper: PaperKeeper, qtbot: QtBot, tmp_path: Path) -> None:
    """Blank at first; with the days of next week by one press."""
    choose(keeper, qtbot, "week")
    assert "Week beginning:" in keeper.part.sheets[0].accessibleDescription()
    before = keeper.part.sheets[0]
    keeper.part.week.choices.button("dated").setFocus()
    press(K.Key_Space)
    pages(keeper.part, qtbot, before)
    assert keeper.part.week.first.day() == date(2026, 5, 18)
    keeper.part.buttons()[0].click()
    told(keeper.part, qtbot)
    assert "18–24 May" in printed(tmp_path / "sheet.pdf")


def test_what_is_written_on_the_blank_week_is_typed_in_as_it_stands(
    journal: Journal, store: DiaryStore, window: MainWindow
) -> None:
    """Down each column of the sheet, one key and Enter a box: the diary then holds what was on the paper."""
    store.add(Setting(key="item.own.cramps", value={"name": "Cramps"}))
    journal.choose_items(["pain", "nausea", "appetite", "fatigue", "own.cramps"])
    first = DAY - timedelta(days=6)
    grid = next(each for each in sheet_blocks(journal, "week", first, journal.now) if isinstance(each, Grid))
    asked = [line.name for line in grid.lines if not line.words]
    paper = [["3", "0", "2", "5", "1"], ["u"] * 5, ["4", "x", "a", "h", "9"]]
    page = window.page()
    assert isinstance(page, TodayPage)
    page.foot.open("week")
    assert isinstance(page.foot.offer, WeekOffer)
    QApplication.processEvents()
    for column in paper:
        for box in column:
            press(Qt.Key(ord(box.upper())), K.Key_Return)
    names = {item.key: item.name for item in journal.items}
    for k, column in enumerate(paper):
        held = {names[key]: value for key, value in scores(store, first + timedelta(days=k)).items()}
        assert [held[name] for name in asked] == [LETTERS.get(box) or int(box) for box in column]


def test_for_my_team_offers_the_sheets_beside_the_summary(window: MainWindow, qtbot: QtBot) -> None:
    """In the part with the paper, reachable with Tab and the arrows."""
    window.open("team")
    page = window.page()
    assert isinstance(page, TeamPage)
    page.open("paper")
    pages(page.paper.part, qtbot)
    which = page.paper.part.which
    keys = ("summary", "calls", "handoff", "week")
    assert [which.button(key).text() for key in keys] == ["For the visit", "Call sheet", "Hand-off sheet", "Blank week"]
