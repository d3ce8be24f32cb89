"""Trends in the window: ranges, keys, mouse, the read-out, the table."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.trends import TrendsPage
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.sheet import Sheet
from symtrack.ui.widgets import Button
from tests.ui.conftest import StandingClock, press
from tests.ui.trends_story import TODAY, days_ago, place_of, story, trends, turn_wheel

Opens = Callable[..., MainWindow]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as a file, each day entered on that day."""
    clock = StandingClock()
    now, rows = clock.now, story()
    path: Path = tmp_path_factory.mktemp("story") / "diary.symtrack"
    with DiaryStore.open(path, create=True, clock=clock) as store, store.stream():
        for day in sorted({row.day for row in rows}):
            clock.now = now - (TODAY - day)
            store.add(*(row for row in rows if row.day == day))
    return path


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: StandingClock) -> Iterator[DiaryStore]:
    """An empty diary, or a copy of the story for a test that asks for `told`."""
    path = tmp_path / "diary.symtrack"
    if "told" in request.fixturenames:
        shutil.copy(request.getfixturevalue("written"), path)
    with DiaryStore.open(path, create=True, clock=clock) as opened:
        yield opened


@pytest.fixture
def told(store: DiaryStore) -> DiaryStore:
    return store


@pytest.fixture
def page(told: DiaryStore, window: MainWindow) -> TrendsPage:
    return trends(window)


@pytest.fixture
def sheet(page: TrendsPage) -> Sheet:
    assert page.sheet is not None
    return page.sheet


@pytest.fixture
def chart(sheet: Sheet) -> Chart:
    sheet.chart.setFocus()
    return sheet.chart


def shown(chart: Chart) -> tuple[date, date]:
    window = chart.window_shown
    return date.fromordinal(window.first), date.fromordinal(window.last)


def day_under(chart: Chart) -> date | None:
    return None if chart.day is None else date.fromordinal(chart.day)


def test_begins_with_the_last_month(sheet: Sheet) -> None:
    """The page opens on 30 days up to today, and its heading says so."""
    assert sheet.heading.text() == "The last month"
    assert shown(sheet.chart) == (days_ago(29), TODAY)
    assert sheet.head.choices.choice() == "month"


def test_a_range_is_chosen_by_its_button(sheet: Sheet) -> None:
    """“Since last visit” shows the days since then, and the heading names the visit."""
    sheet.head.choices.button("visit").click()
    assert sheet.heading.text() == "Since the visit on 25 Apr"
    assert shown(sheet.chart) == (days_ago(20), TODAY)
    sheet.head.choices.button("all").click()
    assert shown(sheet.chart) == (days_ago(119), TODAY)


def test_a_range_is_chosen_by_its_figure(chart: Chart, sheet: Sheet) -> None:
    """1 is the first button and so on; a figure without a button does nothing."""
    press(Qt.Key.Key_3)
    assert sheet.heading.text() == "The last three months"
    press(Qt.Key.Key_1, Qt.Key.Key_9)
    assert shown(chart) == (days_ago(13), TODAY)


def test_arrows_read_out_day_by_day(chart: Chart, sheet: Sheet) -> None:
    """The first arrow puts the cursor on the newest day; then it goes day by day, and the words follow."""
    press(Qt.Key.Key_Left)
    assert day_under(chart) == TODAY
    press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert day_under(chart) == days_ago(2)
    assert "Wednesday 13 May" in sheet.read_out.text()
    press(Qt.Key.Key_Right)
    assert sheet.read_out.accessibleName().startswith("Thursday 14 May: pain 7, nausea 10, ")


def test_an_unwell_day_is_read_in_words(chart: Chart, sheet: Sheet) -> None:
    """A day that was asked and not answered says why, not a number."""
    chart.show_day(days_ago(5).toordinal())
    assert sheet.read_out.accessibleName() == "Sunday 10 May: too unwell to answer. Day 3 of cycle 2."


def test_a_screen_reader_hears_the_chart(chart: Chart) -> None:
    """The chart has a name, a summary of the days shown, and the day under the cursor."""
    press(Qt.Key.Key_End)
    seen = QAccessible.queryAccessibleInterface(chart)
    assert seen.text(QAccessible.Text.Name) == "Chart: pain, nausea, loss of appetite, fatigue"
    described = seen.text(QAccessible.Text.Description)
    assert described.startswith("Pain: 29 of 30 days answered, middle ")
    assert "Friday 15 May: pain 0, nausea 3" in described


def test_a_held_arrow_counts_once(chart: Chart) -> None:
    """Numb fingers may stay on a key."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    press(Qt.Key.Key_Left)
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(chart, held)
    assert day_under(chart) == TODAY


def test_keys_pan_and_zoom_within_the_diary(chart: Chart, sheet: Sheet) -> None:
    """Page up goes back in time, + shows fewer days, and the heading turns into dates; the diary is the limit."""
    press(Qt.Key.Key_PageUp)
    assert shown(chart)[1] == days_ago(27)
    assert sheet.head.choices.choice() == ""
    assert "Apr" in sheet.heading.text()
    before = chart.window_shown.span
    press(Qt.Key.Key_Plus)
    assert chart.window_shown.span < before
    for _ in range(12):
        press(Qt.Key.Key_Minus)
    assert shown(chart) == (days_ago(119), TODAY)


def test_shift_and_arrows_move_the_days_by_a_week(chart: Chart) -> None:
    """Shift+← shows a week earlier and leaves the cursor alone."""
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert shown(chart) == (days_ago(36), days_ago(7))
    assert chart.day is None


def test_the_cursor_takes_the_days_along(chart: Chart) -> None:
    """Home goes to the first day of the diary, and the chart goes there with it."""
    press(Qt.Key.Key_Home)
    assert day_under(chart) == days_ago(119)
    assert shown(chart)[0] == days_ago(119)
    press(Qt.Key.Key_Left)
    assert day_under(chart) == days_ago(119)


def test_a_click_reads_out_its_day(chart: Chart) -> None:
    """The day under the pointer, whichever row it is in."""
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place_of(chart, days_ago(11)))
    assert day_under(chart) == days_ago(11)


def test_dragging_moves_all_rows(chart: Chart) -> None:
    """The days follow the pointer; no day is chosen by that."""
    start = place_of(chart, days_ago(20))
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart, start + QPoint(200, 0))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=start + QPoint(200, 0))
    assert chart.window_shown.right < TODAY.toordinal() - 4
    assert chart.day is None
    assert place_of(chart, days_ago(20)).x() == pytest.approx(start.x() + 200, abs=2)


def test_the_wheel_zooms_and_moves(chart: Chart) -> None:
    """Up and down zooms around the pointer, sideways moves through the days."""
    turn_wheel(chart, down=-120)
    assert chart.window_shown.span < 30
    before = chart.window_shown
    turn_wheel(chart, across=120)
    assert chart.window_shown.left < before.left
    assert chart.window_shown.span == pytest.approx(before.span)


def test_the_wheel_scrolls_a_page_that_is_too_tall(told: DiaryStore, open_window: Opens) -> None:
    """Where the chart does not fit into the window, the wheel shows the rest of it."""
    window = open_window(800, 600, text_size=200)
    chart = trends(window).chart
    assert chart is not None
    turn_wheel(chart, down=120)
    assert chart.window_shown.span == pytest.approx(30)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("size", "text_size"), [((1366, 768), 100), ((1366, 768), 200), ((800, 600), 100), ((800, 600), 200)]
)
def test_nothing_overlaps_at_any_size(
    told: DiaryStore, open_window: Opens, size: tuple[int, int], text_size: int, theme: str
) -> None:
    """Rows, lanes, axis and words each have their place; what does not fit is scrolled to."""
    window = open_window(*size, text_size=text_size, theme=theme)
    page = trends(window)
    assert page.chart is not None
    places = page.chart.places
    line = window.theme.px(16)
    tops = [*places.tracks, places.marks or 0, *(box.top() for box in places.names), places.axis]
    assert all(below - above >= line for above, below in itertools.pairwise(tops))
    for k, (name, plot) in enumerate(zip(places.names, places.plots, strict=True)):
        assert name.bottom() <= plot.top()
        assert places.y(k, 4) - places.y(k, 7) >= line
    assert places.bottom <= page.chart.height()
    assert page.width() <= size[0]
    assert page.grab().toImage().pixelColor(5, 5) == window.theme.color("bg")


def test_the_whole_page_fits_into_a_small_laptop(sheet: Sheet, page: TrendsPage) -> None:
    """At 1366 × 768 and normal text, nothing has to be scrolled."""
    viewport = page.parentWidget()
    assert viewport is not None
    assert page.height() <= viewport.height()


def test_the_table_says_the_same(sheet: Sheet) -> None:
    """The newest day first, the caregiver's own view in a line of its own, reasons in words, and what happened."""
    sheet.head.as_table.click()
    model = sheet.table.model()
    lines = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    assert sheet.table.isVisible()
    assert lines[0] == ["Friday 15 May", "me", "0", "3", "6", "9", ""]
    assert ["Tuesday 12 May", "daughter", "4", "", "", "", ""] in lines
    assert ["Sunday 10 May", "me", *["too unwell to answer"] * 4, ""] in lines
    assert ["Friday 8 May", "me", "5", "8", "0", "3", "cycle 2"] in lines


def test_the_table_is_copied_with_its_headings(sheet: Sheet) -> None:
    """Ctrl+C gives the clipboard what is selected, with tabs between."""
    sheet.head.as_table.click()
    sheet.table.setFocus()
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    first, second, *_rest = QGuiApplication.clipboard().text().splitlines()
    assert first == "Day\tWho\tPain\tNausea\tLoss of appetite\tFatigue\tWhat happened"
    assert second == "Friday 15 May\tme\t0\t3\t6\t9\t"


def test_the_table_follows_the_range(sheet: Sheet) -> None:
    """Another stretch shows its own days."""
    sheet.head.as_table.click()
    month = sheet.table.model().rowCount()
    sheet.head.choices.button("weeks").click()
    assert sheet.table.model().rowCount() < month


def test_the_legend_names_what_can_be_seen(sheet: Sheet, journal: Journal) -> None:
    """“me” for the patient; for a caregiver, the person by name."""
    assert sheet.legend.accessibleName() == "me, asked, no number, daughter’s own view, middle of 7 days"
    journal.set("name", "Ann")
    journal.set_writer(Writer("caregiver:daughter"))
    assert sheet.legend.accessibleName() == "Ann, asked, no number, my own view, middle of 7 days"


def test_a_new_answer_is_drawn_at_once(sheet: Sheet, chart: Chart, journal: Journal) -> None:
    """What is entered elsewhere shows here, and the cursor stays on its day."""
    press(Qt.Key.Key_End)
    journal.rate(TODAY, "pain", 9)
    assert sheet.read_out.accessibleName().startswith("Friday 15 May: pain 9")
    assert day_under(chart) == TODAY


def test_hidden_trends_can_be_shown_again(told: DiaryStore, journal: Journal, open_window: Opens) -> None:
    """For some it is better not to look: the page says that it is hidden, and one press shows it."""
    journal.set_preferences(trends=False)
    window = open_window()
    page = trends(window)
    assert page.chart is None
    button = next(button for button in page.findChildren(Button) if button.text() == "Show trends")
    button.click()
    assert page.chart is not None
    assert page.chart.isVisible()


def test_the_focus_begins_on_the_stretch_that_is_shown(page: TrendsPage) -> None:
    """What has the focus when Trends opens is what is chosen, not the first of the row."""
    assert page.sheet is not None
    assert page.sheet.head.choices.button("month").hasFocus()
