"""The window: pages, top line, text size, and theme."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack.i18n import speaking
from symtrack.store import DiaryStore
from symtrack.ui import theme
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.panels import RingPanel, WriterPanel
from symtrack.ui.rail import Rail, RailButton
from symtrack.ui.theme import SIDE, SMALL
from symtrack.ui.today import TodayPage
from symtrack.ui.top_line import TopLine
from symtrack.ui.widgets import FocusRing
from tests.ui.conftest import FRIDAY, StandingClock, press

DAY = date(2026, 5, 15)
CONTROL = Qt.KeyboardModifier.ControlModifier
TEAM = [
    {
        "who": "Ward 5",
        "role": "palliative care team",
        "numbers": [{"number": "01632 960 111", "from": "08:00", "to": "17:00"}, {"number": "01632 960 222"}],
    }
]


def line(window: MainWindow) -> TopLine:
    found = window.findChild(TopLine)
    assert isinstance(found, TopLine)
    return found


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_the_keys_open_the_pages(window: MainWindow) -> None:
    """Ctrl+3 is the diary, Ctrl+5 and Ctrl+comma the settings, Ctrl+1 today again."""
    for key, page in ((Qt.Key.Key_3, "diary"), (Qt.Key.Key_5, "settings"), (Qt.Key.Key_1, "today")):
        press(key, modifier=CONTROL)
        assert window.page_key == page
    press(Qt.Key.Key_Comma, modifier=CONTROL)
    assert window.page_key == "settings"


def test_opening_another_page_saves_what_was_picked(window: MainWindow, store: DiaryStore) -> None:
    """Leaving Today with a digit picked keeps it."""
    press(Qt.Key.Key_4)
    window.open("diary")
    assert [row.score for row in store.ratings(DAY, DAY)] == [4]


@pytest.mark.parametrize(("width", "at"), [(1366, "left"), (900, "left"), (899, "bottom"), (800, "bottom")])
def test_the_rail_becomes_a_bar_below_900_px(
    open_window: Callable[..., MainWindow], width: int, at: str, qtbot: QtBot
) -> None:
    """At the left where there is room, along the bottom where there is not."""
    window = open_window(width, 700)

    def rails() -> list[QRect]:
        return [place(rail, window) for rail in window.findChildren(Rail) if rail.isVisible()]

    qtbot.waitUntil(lambda: len(rails()) == 1)
    (rail,) = rails()
    assert (rail.left(), rail.bottom()) == (0, 699)
    assert (rail.height() == 700) == (at == "left")
    assert (rail.width() == width) == (at == "bottom")


def test_the_words_in_the_bar_are_of_one_size(open_window: Callable[..., MainWindow]) -> None:
    """Long German words in a narrow bar make all six smaller, and none of them alone; each has room."""
    with speaking("de"):
        window = open_window(800, 600, text_size=200)
        rail = next(rail for rail in window.findChildren(Rail) if rail.isVisible())
        buttons = rail.findChildren(RailButton)
        (size,) = {button._font.pixelSize() for button in buttons}
        assert all(button.width() >= button.wide(size) for button in buttons)
        assert size < window.contents.theme.px(SMALL)


def test_who_to_ring_is_never_empty(window: MainWindow) -> None:
    """Without a number, it says where one usually stands and names the emergency service."""
    name = line(window).ring.accessibleName()
    assert "chemotherapy card" in name
    assert "ward letter" in name
    assert "emergency service" in name


def test_who_to_ring_is_the_number_of_the_hour(
    journal: Journal, clock: StandingClock, open_window: Callable[..., MainWindow]
) -> None:
    """In the afternoon the ward until five, at night the number that always answers."""
    journal.set("team", TEAM)
    window = open_window()
    assert line(window).ring.accessibleName() == "Who to ring: 01632 960 111 until 17:00"
    clock.now = FRIDAY.replace(hour=23)
    journal.changed.emit()
    assert line(window).ring.accessibleName() == "Who to ring: 01632 960 222"


def test_pressing_it_shows_every_number_in_the_page(journal: Journal, open_window: Callable[..., MainWindow]) -> None:
    """A panel below the line, no dialog; Escape puts it away and the focus goes back."""
    journal.set("team", TEAM)
    window = open_window()
    line(window).ring.click()
    panel = window.findChild(RingPanel)
    assert isinstance(panel, RingPanel)
    assert "01632 960 222: Ward 5, palliative care team, day and night" in panel.texts()
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert line(window).ring.hasFocus()


def test_a_name_is_added_in_the_page_and_writes(window: MainWindow, journal: Journal, qtbot: QtBot) -> None:
    """Somebody new types their name, presses “own view”, and the line says so in colour."""
    line(window).writer.click()
    panel = window.findChild(WriterPanel)
    assert isinstance(panel, WriterPanel)
    panel.field.setText("\u200b")  # Nobody would see who wrote.
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert not journal.preferences.writers
    panel.field.clear()
    qtbot.keyClicks(panel.field, "Tom")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    panel = next(each for each in window.findChildren(WriterPanel) if each.isVisible())
    panel.press("Tom, own view")
    assert journal.writer == Writer("caregiver:Tom")
    assert line(window).writer.accessibleName() == "Writing: Tom, own view"
    assert line(window).property("tinted") == "true"
    assert journal.preferences.writers == ("Tom",)


@pytest.mark.parametrize("size", [100, 200])
def test_a_panel_can_be_reached_whole_on_a_small_screen(
    journal: Journal, open_window: Callable[..., MainWindow], size: int
) -> None:
    """At 200 % on 800 × 600 the panel scrolls: each of its buttons has its room and can be brought into view."""
    journal.set_preferences(writers=("Tom", "Bartholomew"))
    window = open_window(800, 600, text_size=size)
    line(window).writer.click()
    panel = window.findChild(WriterPanel)
    assert isinstance(panel, WriterPanel)
    QApplication.processEvents()
    buttons = panel.findChildren(QAbstractButton)
    assert len(buttons) == 7
    for button in buttons:
        assert panel.rect().contains(place(button, panel)), button.accessibleName()
        button.setFocus()
        QApplication.processEvents()
        assert not button.visibleRegion().isEmpty()


def test_the_windows_title_names_person_and_page(window: MainWindow, journal: Journal) -> None:
    """The task bar and a screen reader say whose diary it is, and which page."""
    assert window.windowTitle() == "My diary · Today – symtrack"
    journal.set("name", "Anna")
    window.open("trends")
    assert window.windowTitle() == "Anna’s diary · Trends – symtrack"


def test_the_line_names_the_person(window: MainWindow, journal: Journal) -> None:
    """With a name in the diary the line says whose it is, also when somebody types for them."""
    journal.set("name", "Anna")
    journal.set_writer(Writer("patient", "Tom"))
    assert line(window).writer.accessibleName() == "Writing: Tom, writing what Anna says"
    assert "Anna’s diary" in line(window).texts()


@pytest.mark.parametrize("width", [480, 800, 1024, 1366, 1920])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_in_the_line_overlaps_or_is_cut_off(
    journal: Journal, open_window: Callable[..., MainWindow], width: int, size: int
) -> None:
    """The line says less, or takes more rows, rather than to hide anything."""
    journal.set("team", TEAM)
    journal.set_writer(Writer("patient", "Bartholomew"))
    window = open_window(width, 768, text_size=size)
    top = line(window)
    shown = [child for child in top.findChildren(QWidget) if child.isVisible()]
    for widget in shown:
        assert top.rect().contains(widget.geometry()), widget.accessibleName()
        assert widget.width() >= widget.sizeHint().width() or widget.width() >= top.width() - 2 * SIDE
        assert not [other for other in shown if other is not widget and other.geometry().intersects(widget.geometry())]


def test_the_text_grows_and_shrinks_by_keys(window: MainWindow, journal: Journal) -> None:
    """Ctrl and plus up to 200 %, Ctrl and minus back, Ctrl and 0 to 100 %."""
    for _ in range(9):
        press(Qt.Key.Key_Plus, modifier=CONTROL)
    assert (journal.preferences.text_size, window.theme.scale) == (200, 2)
    press(Qt.Key.Key_Minus, modifier=CONTROL)
    assert journal.preferences.text_size == 175
    press(Qt.Key.Key_0, modifier=CONTROL)
    assert (journal.preferences.text_size, window.theme.scale) == (100, 1)


def test_another_theme_keeps_page_day_and_pick(window: MainWindow, journal: Journal, store: DiaryStore) -> None:
    """Switching to dark in the middle of an entry loses nothing and stays where one was."""
    press(Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_6)
    journal.set_preferences(theme="dark")
    assert window.theme.name == "dark"
    page = window.page()
    assert isinstance(page, TodayPage)
    assert [card.answer_text() for card in page.cards[:2]] == ["4, moderate", "6, moderate"]
    assert page.cards[1].hasFocus()


def test_the_focus_is_ringed(window: MainWindow, today: TodayPage) -> None:
    """Around whatever has the focus there is a ring, outside of it, on every kind of control."""
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    for widget in (today.cards[1], today.header.button("unwell"), line(window).ring):
        widget.setFocus()
        QApplication.processEvents()
        assert ring.isVisible()
        assert ring.geometry() == place(widget, window).adjusted(-5, -5, 5, 5)


def test_what_has_the_focus_in_a_dialog_is_not_ringed_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    """The system’s dialog for a file draws its own, and no ring stands behind it around nothing."""
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.isVisible()
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not ring.isVisible()
    dialog.close()


def test_a_day_of_the_diary_is_answered_on_today(window, journal, qtbot):
    """“Fill in this day” opens that day's cards."""
    window.open("diary")
    day = journal.today - timedelta(days=3)
    window.page().show_day(day)
    window.page().day_wanted.emit(day)
    assert window.page_key == "today"
    assert window.page().day == day


def test_the_teams_number_is_asked_for_on_today_and_written_in_settings(window, journal, qtbot):
    """One press on Today, and the form is open with the focus in it."""
    window.page().asked.emit("number")
    assert window.page_key == "settings"
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "The number"
    qtbot.keyClicks(field, "01632 960 111")
    press(Qt.Key.Key_Return)
    assert line(window).ring.accessibleName() == "Who to ring: 01632 960 111"


def test_every_number_leads_to_where_it_is_changed(journal, open_window, qtbot):
    """From the panel that the top line opens, by one press."""
    journal.set("team", TEAM)
    window = open_window()
    line(window).ring.click()
    panel = window.findChild(RingPanel)
    assert isinstance(panel, RingPanel)
    panel.press("Change the numbers…")
    assert window.page_key == "settings"
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "01632 960 111"


def test_the_systems_colours_are_followed_while_the_window_is_open(open_window, qapp, monkeypatch):
    """Evening comes and the system turns dark, or somebody asks it for more contrast: so does the window."""
    window = open_window(theme="system")
    hints, says = qapp.styleHints(), ["light"]
    monkeypatch.setattr(theme, "name_for", lambda *_: says[-1])
    says.append("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.theme.name == "dark"
    says.append("contrast")
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert window.theme.name == "contrast"
