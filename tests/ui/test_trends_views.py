"""Trends compares: by cycle, before and after a change, doses when needed; its table is sorted, its picture kept."""

from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.analysis.profile import courses, profile
from symtrack.analysis.summary import measures
from symtrack.diary.period import Period
from symtrack.diary.rows import PATIENT, Event, Rating
from symtrack.report import comparisons
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.trends import TrendsPage, figures
from symtrack.ui.trends.sheet import Sheet
from tests.ui.conftest import press
from tests.ui.trends_story import TODAY, days_ago, trends

NAUSEA = (2, 6, 7, 6, 3, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
"""A cycle of three weeks."""


@pytest.fixture
def page(store: DiaryStore, window: MainWindow) -> TrendsPage:
    """Two cycles of three weeks, five days of the third with more nausea, doses, a change and a scan."""
    rows: list[Rating | Event] = [
        Rating(day=days_ago(46 - k), item="nausea", score=min(10, NAUSEA[k % 21] + 2 * (k > 41))) for k in range(47)
    ]
    rows += [Rating(day=days_ago(k), item="pain", score=3 if k > 13 else 8) for k in range(28)]
    rows += [Event(kind="cycle", day=days_ago(k)) for k in (46, 25, 4)]
    rows.append(Event(kind="treatment", day=days_ago(46), text="FOLFOX", body={"type": "chemotherapy"}))
    rows.append(Event(kind="change", day=days_ago(13), body={"medicine": "Morphine", "from": "5 mg", "to": "10 mg"}))
    rows.append(Event(kind="scan", day=days_ago(10), body={"modality": "ct", "result": "bigger"}))
    dose = {"medicine": "Morphine", "when": "needed", "taken": "yes", "before": 8, "after": 4, "after_minutes": 60}
    rows += [Event(kind="dose", day=days_ago(k), body=dose) for k in (2, 2, 6)]
    store.add(*rows)
    return trends(window)


@pytest.fixture
def sheet(page: TrendsPage) -> Sheet:
    assert page.sheet is not None
    return page.sheet


def view(sheet: Sheet, key: str) -> None:
    sheet.head.views.button(key).click()
    QApplication.processEvents()


def said(sheet: Sheet, name: str) -> str:
    figure = sheet.figure_chart.figure
    assert figure is not None
    return next(panel.words for panel in figure.panels if panel.name == name)


def test_by_cycle_says_when_the_bad_days_are(sheet: Sheet) -> None:
    """The usually worst days and this cycle beside the usual, in the words that paper would have."""
    view(sheet, "cycle")
    diary = sheet._journal.diary
    found = profile(diary.series[PATIENT, "nausea"], courses(diary.events)[0], diary.events)
    assert found is not None
    assert said(sheet, "Nausea") == comparisons.by_cycle(found)
    assert said(sheet, "Nausea").startswith("Usually worst on days 2–4: 6, otherwise 0. Cycle 3 is ")
    assert "points higher than usual so far" in said(sheet, "Nausea")


def test_a_day_of_the_cycle_is_read_by_keys(sheet: Sheet) -> None:
    """Arrows, Home, End and the page keys go through the days, and the words below say what the picture shows."""
    view(sheet, "cycle")
    sheet.figure_chart.setFocus()
    press(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert sheet.read_out.accessibleName() == "Day 3 of the cycle: pain 8; nausea 9, usually 7 (7, 7)."
    described = sheet.figure_chart.accessibleDescription()
    assert "Nausea: Usually worst on days 2–4" in described
    assert described.endswith(sheet.read_out.accessibleName())
    press(Qt.Key.Key_PageDown)
    assert sheet.read_out.accessibleName().startswith("Day 10 of the cycle: ")
    press(Qt.Key.Key_End)
    assert sheet.read_out.accessibleName().startswith("Day 21 of the cycle: ")
    press(Qt.Key.Key_Right)
    assert sheet.figure_chart.day == 21


def test_by_cycle_as_a_table_has_the_same_numbers(sheet: Sheet) -> None:
    """A line a day of the cycle, with this cycle and the usual side by side."""
    view(sheet, "cycle")
    sheet.head.as_table.click()
    model = sheet.table.model()
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert heads == ["Day of the cycle", "Pain, cycle 3", "Pain, usually", "Nausea, cycle 3", "Nausea, usually"]
    assert [model.index(2, column).data() for column in range(5)] == ["3", "8", "", "9", "7"]


def test_before_and_after_quotes_both_sides_without_a_cause(sheet: Sheet) -> None:
    """The change of medicine is offered first; its sides are equally long, and nothing is said to come from it."""
    view(sheet, "around")
    assert sheet.head.which.currentText() == "2 May: Morphine: 5 mg → 10 mg"
    assert said(sheet, "Pain") == (
        "Before: middle 3 on 14 of 14 days, 7 or more on 0. After: middle 8 on 14 of 14 days, 7 or more on 14."
    )
    assert comparisons.happened_together() in sheet.read_out.accessibleName()
    words = " ".join(panel.words for panel in sheet.figure_chart.figure.panels)  # type: ignore[union-attr]
    assert "because" not in words + sheet.read_out.accessibleName()


def test_when_needed_says_how_often_and_how_far_it_fell(sheet: Sheet) -> None:
    """The count of each day stands above, the numbers before and after each dose below."""
    view(sheet, "doses")
    assert said(sheet, "Morphine") == (
        "3 doses on 2 of 30 days. After 3 of them the number fell by 4 in the middle, from 8 to 4, 60 minutes later."
    )
    sheet.figure_chart.show_day(days_ago(2).toordinal())
    assert sheet.read_out.accessibleName() == (
        "13 May: 2 doses when needed; Morphine: 8 before, 4 after; Morphine: 8 before, 4 after."
    )


def test_doses_without_numbers_are_told_and_take_no_room(sheet: Sheet, store: DiaryStore, journal: Journal) -> None:
    """An empty chart says nothing; the medicine stands below, and in the table."""
    journal.add(Event(kind="dose", day=days_ago(3), body={"medicine": "Metoclopramide", "when": "needed"}))
    view(sheet, "doses")
    figure = sheet.figure_chart.figure
    assert figure is not None
    assert [panel.name for panel in figure.panels] == ["Morphine"]
    assert sheet.read_out.accessibleName() == "Metoclopramide: 1 dose on 1 of 30 days. No numbers before and after."
    assert figure.headings == ("Day", "Doses", "Morphine", "Metoclopramide")


@pytest.mark.parametrize("doses", [True, False])
def test_days_without_doses_say_so(sheet: Sheet, qtbot: QtBot, *, doses: bool) -> None:
    """Nothing is drawn, and nothing breaks; the line below says why."""
    view(sheet, "doses")
    period = Period(days_ago(9), TODAY) if doses else Period(days_ago(30), days_ago(20))
    figure = figures.when_needed(sheet._course, period)
    sheet.figure_chart.show_figure(figure)
    with qtbot.captureExceptions() as found:
        sheet.figure_chart.grab()
    assert not found
    assert bool(figure.panels) is doses
    assert sheet.figure_chart.words == ("" if doses else "No doses when needed in these days.")


def test_comparisons_that_have_nothing_are_not_offered(window: MainWindow, journal: Journal) -> None:
    """Without cycles, changes and doses there are just the days."""
    journal.rate(TODAY, "pain", 3)
    page = trends(window)
    assert page.sheet is not None
    assert page.sheet.head.views.isHidden()


def test_taking_back_what_was_compared_shows_the_days_again(sheet: Sheet, journal: Journal) -> None:
    """When the doses are gone, so is their view."""
    view(sheet, "doses")
    journal.undo()
    assert sheet.chart.isVisible() or sheet.isHidden()


def test_read_out_table_and_dots_have_the_same_numbers(sheet: Sheet) -> None:
    """What is drawn on a day is what is read out, and what the table and the paper's own sums say."""
    day = days_ago(4).toordinal()
    sheet.chart.show_day(day)
    assert sheet.read_out.accessibleName().startswith("Monday 11 May: pain 8, nausea 4, ")
    drawn = [score for dots in sheet.chart.drawn[1].dots for score in dots.values[dots.days == day].tolist()]
    assert drawn == [4.0]
    shown = measures(sheet._journal.diary.series[PATIENT, "pain"], Period(days_ago(29), TODAY))
    assert f"Pain: {shown.answered} of 30 days answered, middle {shown.median:g}, highest {shown.worst}" in (
        sheet.chart.accessibleDescription()
    )
    sheet.head.as_table.click()
    model = sheet.table.model()
    line = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == "Monday 11 May")
    assert [model.index(line, c).data() for c in (2, 3)] == ["8", "4"]


def test_the_table_is_sorted_by_a_column(sheet: Sheet) -> None:
    """Enter orders by the column: the highest first, once more the lowest; empty ones stay last."""
    sheet.head.as_table.click()
    table = sheet.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 3))
    press(Qt.Key.Key_Return)
    column = [table.model().index(row, 3).data() for row in range(table.model().rowCount())]
    assert column[:2] == ["9", "8"]
    press(Qt.Key.Key_Return)
    column = [table.model().index(row, 3).data() for row in range(table.model().rowCount())]
    assert column[0] == "0"


def test_copy_puts_the_table_on_the_clipboard(sheet: Sheet) -> None:
    """With tabs between the cells, as it is sorted."""
    sheet.head.as_table.click()
    sheet.head.copy.click()
    first, second, *rest = QGuiApplication.clipboard().text().splitlines()
    assert first.split("\t")[:4] == ["Day", "Who", "Pain", "Nausea"]
    assert second.split("\t")[:4] == ["Friday 15 May", "me", "8", "5"]
    assert len(rest) == 29


def _answer(path: Path, _parent: object, _name: str) -> Path:
    return path


@pytest.mark.parametrize("key", ["days", "cycle", "around", "doses"])
def test_the_picture_is_saved_in_three_kinds(sheet: Sheet, tmp_path: Path, key: str) -> None:
    """PNG for a message, SVG for a drawing, PDF for paper: each opens, with the heading and the items in it."""
    view(sheet, key)
    sheet.head.keep.click()
    for ending in ("png", "svg", "pdf"):
        path = tmp_path / f"trends.{ending}"
        sheet.ask_file = partial(_answer, path)
        sheet.head.save.click()
        assert sheet.read_out.accessibleName() == f"Saved in {path}"
    image = QImage(str(tmp_path / "trends.png"))
    assert image.width() >= 2 * sheet.chart.width() * 0.9
    written = "".join(ET.parse(tmp_path / "trends.svg").getroot().itertext())
    assert sheet.heading.text() in written
    (sheet_of_paper,) = PdfReader(tmp_path / "trends.pdf").pages
    assert sheet_of_paper.mediabox.width > sheet_of_paper.mediabox.height
    assert "Morphine" in written if key == "doses" else "Nausea" in written


def test_what_is_private_is_in_no_picture(sheet: Sheet, store: DiaryStore, journal: Journal, tmp_path: Path) -> None:
    """On the screen it is there; in the file neither its number nor its dots, nor a comparison that rests on it."""
    assert "Pain: 28 of" in sheet.chart.accessibleDescription()
    ids = [rating.id for rating in store.ratings(days_ago(27), TODAY) if rating.item == "pain"]
    ids += [event.id for event in store.events() if event.kind == "change"]
    store.mark_private(*ids[:-1], private=True)
    assert journal.mark_private(ids[-1], private=True)
    sheet.head.keep.click()
    path = tmp_path / "trends.svg"
    sheet.ask_file = partial(_answer, path)
    sheet.head.save.click()
    assert sheet.read_out.accessibleName() == f"Saved in {path}. What is marked as private is not in it."
    assert "Pain: 28 of" in sheet.chart.accessibleDescription()
    written = "".join(ET.parse(path).getroot().itertext())
    assert "Pain: 28 of" not in written
    assert "Pain" in written
    view(sheet, "around")
    path.unlink()
    sheet.head.save.click()
    assert sheet.read_out.accessibleName() == "All of this is private, and goes into no picture."
    assert not path.exists()


def test_a_picture_that_can_not_be_saved_says_why(sheet: Sheet, tmp_path: Path) -> None:
    """A folder that is gone is a sentence on the page."""
    sheet.ask_file = partial(_answer, tmp_path / "gone" / "trends.png")
    sheet.head.keep.click()
    sheet.head.save.click()
    assert sheet.read_out.accessibleName() == f"There is no folder {tmp_path / 'gone'}."


def test_a_picture_never_takes_the_place_of_a_diary(sheet: Sheet) -> None:
    """Whatever the dialog was told: the diary is still there, and a sentence says why nothing was saved."""
    diary = sheet._journal.path
    before = diary.read_bytes()
    sheet.ask_file = partial(_answer, diary)
    sheet.head.keep.click()
    sheet.head.save.click()
    assert sheet.read_out.accessibleName() == f"{diary} is or may be a diary, and is not written over."
    assert diary.read_bytes() == before


def test_what_is_on_the_screen_is_printed(sheet: Sheet, tmp_path: Path) -> None:
    """One page across, with the same picture."""
    path = tmp_path / "printed.pdf"

    def answer(_parent: object) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    sheet.ask_printer = answer
    sheet.head.keep.click()
    sheet.head.print.click()
    (printed,) = PdfReader(path).pages
    assert "Nausea" in printed.extract_text()


def test_how_a_scan_came_out_can_be_hidden(sheet: Sheet, journal: Journal) -> None:
    """The scan stays, its result is on no part of Trends."""
    sheet.chart.show_day(days_ago(10).toordinal())
    assert "CT: bigger." in sheet.read_out.accessibleName()
    journal.set_preferences(scan_results=False)
    assert "CT." in sheet.read_out.accessibleName()
    sheet.head.as_table.click()
    model = sheet.table.model()
    cells = [model.index(r, model.columnCount() - 1).data() for r in range(model.rowCount())]
    assert "CT" in cells
    assert not any("bigger" in cell for cell in cells)


def test_an_expected_cycle_is_read_out(sheet: Sheet, journal: Journal) -> None:
    """What is planned can be gone to, and is no answer."""
    journal.add(Event(kind="cycle", day=days_ago(-17), body={"status": "planned", "number": 4}))
    sheet.choose("all")
    sheet.chart.show_day(days_ago(-17).toordinal())
    assert sheet.read_out.accessibleName() == "Monday 1 June: Cycle 4, expected."
