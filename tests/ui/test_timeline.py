"""The Diary over all time: what happened by kind and by word, what is still to come, and the numbers of a day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.line_list import AT_ONCE
from symtrack.ui.diary.month import DayCell, MonthGrid
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.widgets.line_button import LineButton
from tests.ui.conftest import StandingClock, press
from tests.ui.diary_page import button, diary_page, texts
from tests.ui.looking import seen

TODAY = date(2026, 5, 15)
CHEMOTHERAPY = {"type": "chemotherapy", "line": 2, "cycle_days": 21, "cycles": 4}


@pytest.fixture
def page(open_window: Callable[..., MainWindow]) -> DiaryPage:
    return diary_page(open_window())


def lines(page: DiaryPage) -> list[str]:
    QApplication.processEvents()
    return [line.whole for line in seen(page, LineButton) if isinstance(line, LineButton)]


def grid(page: DiaryPage) -> MonthGrid:
    found = page.findChild(MonthGrid)
    assert isinstance(found, MonthGrid)
    return found


def focused() -> DayCell:
    cell = QApplication.focusWidget()
    assert isinstance(cell, DayCell)
    return cell


def on_course(journal: Journal) -> None:
    """A treatment since March with its second cycle, a scan, a note and a visit to come."""
    journal.add(Event(kind="treatment", day=date(2026, 3, 30), text="FOLFIRI", body=CHEMOTHERAPY))
    (treatment,) = journal.events()
    for day, body in (
        (date(2026, 4, 20), {"number": 1, "treatment": treatment.origin}),
        (date(2026, 5, 11), {"number": 2, "treatment": treatment.origin}),
    ):
        journal.add(Event(kind="cycle", day=day, body=body))
    journal.add(Event(kind="scan", day=date(2026, 4, 2), body={"modality": "ct", "result": "same"}))
    journal.add(Event(kind="note", day=date(2026, 4, 3), text="walked to the sea"))
    journal.add(Event(kind="visit", day=date(2026, 5, 18), body={"with": "Dr Lee"}))


def test_all_that_happened_the_newest_first(page: DiaryPage, journal: Journal) -> None:
    """What is planned, what is expected and never kept, what lasts since when; a note is of another kind."""
    on_course(journal)
    rows = len(journal.events())
    button(page, "What happened").setFocus()
    press(Qt.Key.Key_Space)
    assert lines(page) == [
        "1 Jun 2026, expected: First day of cycle 3. FOLFIRI, second line",
        "18 May 2026, planned: Visit: Dr Lee",
        "11 May 2026: First day of cycle 2",
        "20 Apr 2026: First day of cycle 1",
        "2 Apr 2026: CT: the same",
        "Since 30 Mar 2026: FOLFIRI, second line",
    ]
    assert len(journal.events()) == rows


def test_one_kind_alone_and_only_kinds_that_there_are(page: DiaryPage, journal: Journal) -> None:
    """Chosen with the arrow keys; a kind of which there is nothing is not offered."""
    on_course(journal)
    page.show_view("all")
    page.take_focus()
    box = page.happened.kind
    assert [box.itemText(k) for k in range(box.count())] == [
        "Treatments, scans, visits",
        "Treatments",
        "Cycles",
        "Scans",
        "Visits",
        "Notes",
        "Everything",
    ]
    press(*[Qt.Key.Key_Down] * 5)
    assert lines(page) == ["3 Apr 2026: Note: walked to the sea"]
    press(Qt.Key.Key_Down)
    assert len(lines(page)) == 7


def test_the_search_goes_through_every_kind_and_opens_the_day(page: DiaryPage, journal: Journal, qtbot: QtBot) -> None:
    """Typed while the month is there: the list comes by itself, and a press has the day beside it."""
    on_course(journal)
    journal.add(Event(kind="call", day=date(2025, 12, 24), body={"whom": "the ward", "said": "SEA air is fine"}))
    page.heading.search.setFocus()
    qtbot.keyClicks(page.heading.search, "sea")
    found = lines(page)
    assert found[0] == "3 Apr 2026: Note: walked to the sea"
    assert "SEA air is fine" in found[1]
    assert "2 found" in texts(page)
    seen(page, LineButton)[1].setFocus()
    press(Qt.Key.Key_Return)
    assert "Wednesday 24 December 2025" in texts(page)
    assert lines(page) == found
    page.show_view("month")
    assert "December 2025" in texts(page)
    assert page.heading.words == ""


def test_a_long_list_shows_more_with_a_press(page: DiaryPage, journal: Journal) -> None:
    """The focus goes to the first of the new lines."""
    journal.add(*(Event(kind="visit", day=TODAY - timedelta(days=k)) for k in range(AT_ONCE + 3)))
    page.show_view("all")
    assert len(lines(page)) == AT_ONCE
    button(page, "Show 3 more").setFocus()
    press(Qt.Key.Key_Return)
    assert len(lines(page)) == AT_ONCE + 3
    assert QApplication.focusWidget() is seen(page, LineButton)[AT_ONCE]


def test_an_empty_diary_says_where_it_comes_from(page: DiaryPage) -> None:
    """In the list, and below the month."""
    page.show_view("all")
    assert "Open a day and add what happened." in texts(page)


def test_the_numbers_of_a_day_are_read_with_the_focus_and_with_the_mouse(page: DiaryPage, journal: Journal) -> None:
    """Below the month; when the mouse is gone, those of the day with the focus are back."""
    journal.add(Rating(day=TODAY, item="pain", score=6), Rating(day=date(2026, 5, 12), item="nausea", score=2))
    page.take_focus()
    assert grid(page).numbers == "Friday 15 May: pain 6"
    press(Qt.Key.Key_Left)
    assert grid(page).numbers == "Thursday 14 May: nothing entered"
    cell = grid(page).cell(date(2026, 5, 12))
    QTest.mouseMove(cell, QPoint(5, 5))
    QApplication.processEvents()
    assert grid(page).numbers == "Tuesday 12 May: nausea 2"
    QTest.mouseMove(page.heading, QPoint(1, 1))
    QApplication.processEvents()
    assert grid(page).numbers == "Thursday 14 May: nothing entered"


def test_keys_walk_the_months_and_back_to_today(page: DiaryPage) -> None:
    """Page Up and Down, Home and End, and one press for today, from however far."""
    page.take_focus()
    press(Qt.Key.Key_PageUp)
    assert focused().marks.day == date(2026, 4, 15)
    press(Qt.Key.Key_Home)
    assert focused().marks.day == date(2026, 4, 1)
    press(Qt.Key.Key_End)
    assert focused().marks.day == date(2026, 4, 30)
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert "June 2026" in texts(page)
    button(page, "Go to today").setFocus()
    press(Qt.Key.Key_Return)
    assert focused().marks.day == TODAY
    assert "Friday 15 May" in texts(page)


def test_a_day_says_what_is_going_on_and_what_is_expected(page: DiaryPage, journal: Journal) -> None:
    """A treatment is there on each of its days, a stay until its end; an expected cycle is not an entry."""
    on_course(journal)
    journal.add(Event(kind="stay", day=date(2026, 5, 1), until=date(2026, 5, 3), body={"where": "hospital"}))
    page.show_day(date(2026, 5, 2))
    assert "FOLFIRI, second line, since 30 Mar 2026" in texts(page)
    assert "In hospital, 1–3 May 2026" in texts(page)
    page.show_day(date(2026, 6, 1))
    expected = "Expected on this day: First day of cycle 3. FOLFIRI, second line. Counted on from the last cycle."
    assert expected in texts(page)
    assert "FOLFIRI, second line, since 30 Mar 2026" not in texts(page)


def test_a_late_answer_says_so(page: DiaryPage, journal: Journal, clock: StandingClock) -> None:
    """Three days after its day; the next day is not late."""
    journal.rate(date(2026, 5, 12), "pain", 6)
    journal.rate(date(2026, 5, 14), "pain", 6)
    page.show_day(date(2026, 5, 12))
    assert any(text.endswith("15 May 14:02, 3 days later") for text in texts(page))
    page.show_day(date(2026, 5, 14))
    assert not any("later" in text and "14:02" in text for text in texts(page))


def test_in_a_narrow_window_the_opened_day_comes_into_view(open_window: Callable[..., MainWindow]) -> None:
    """It lies below the month: a press on a day goes there, and Tab goes on from there."""
    page = diary_page(open_window(800, 600))
    cell = grid(page).cell(date(2026, 5, 12))
    cell.setFocus()
    press(Qt.Key.Key_Return)
    focused_now = QApplication.focusWidget()
    assert focused_now is not None
    assert focused_now is button(page, "Fill in this day")
