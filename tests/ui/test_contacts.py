"""The team's numbers in Settings: several people, each with hours, written by keyboard."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.team import contacts, ring_at, ring_now
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.number_form import NumberForm
from symtrack.ui.settings import SettingsPage
from symtrack.ui.settings.contacts import ContactsCard
from symtrack.ui.settings.holidays import HolidaysCard
from symtrack.ui.widgets import Text, TextField
from tests.ui.conftest import press

K = Qt.Key
WEEK = ["mon", "tue", "wed", "thu", "fri"]
OFFICE = {"who": "Ward 5", "numbers": [{"number": "01632 960 111", "days": WEEK, "from": "08:00", "to": "17:00"}]}
HOSPITAL = {"who": "Hospital", "numbers": [{"number": "01632 960 333"}]}
Opened = Callable[[], ContactsCard]


@pytest.fixture
def opened(open_window: Callable[..., MainWindow]) -> Opened:
    def open_card() -> ContactsCard:
        window = open_window()
        window.open("settings")
        page = window.page()
        assert isinstance(page, SettingsPage)
        return page.contacts

    return open_card


def form(card: ContactsCard) -> NumberForm:
    assert isinstance(card.slot.form, NumberForm)
    return card.slot.form


def click(widget: QWidget, *names: str) -> None:
    for name in names:
        QApplication.processEvents()  # What was just put into the page is shown then.
        next(
            b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisibleTo(widget)
        ).click()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def rung(journal: Journal, moment: str) -> str:
    ring = ring_at(contacts(journal.settings["team"]), datetime.fromisoformat(moment))
    return ring.number if ring else ""


def test_a_night_number_is_added_by_keyboard(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """Number, who, Nurse with three arrows, Nights with two: at three in the morning that one is rung."""
    journal.set("team", [OFFICE])
    card = opened()
    card.add_button.setFocus()
    press(K.Key_Return)
    for text in ("01632 960 222", "Night line"):
        qtbot.keyClicks(focused(), text)
        press(K.Key_Tab)
    press(K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Return, K.Key_Tab)
    press(K.Key_Right, K.Key_Right, K.Key_Return)
    assert [field.text() for field in form(card).findChildren(QTimeEdit)] == ["17:00", "08:00"]
    while focused().accessibleName() != "Keep this number":
        press(K.Key_Tab)
    press(K.Key_Return)
    assert rung(journal, "2026-05-15 10:00") == "01632 960 111"
    assert rung(journal, "2026-05-16 03:00") == "01632 960 222"
    assert contacts(journal.settings["team"])[1].role == "nurse"
    assert card.add_button.hasFocus()


def test_a_role_in_ones_own_words(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """None of the usual ones: what is written is what the line says."""
    card = opened()
    card.add_button.click()
    form(card).findChildren(TextField)[0].setText("01632 960 444")
    click(form(card), "In my own words…")
    qtbot.keyClicks(focused(), "the pump")
    press(K.Key_Return)
    assert contacts(journal.settings["team"])[0].role == "the pump"


def test_a_number_for_weekends_and_public_holidays(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """With a country chosen, a holiday Monday has the number of the weekend, and another Monday has not."""
    journal.set("holidays", {"country": "GB", "region": "ENG"})
    journal.set("team", [OFFICE])
    card = opened()
    card.add_button.click()
    form(card).findChildren(TextField)[0].setText("01632 960 555")
    click(form(card), "Weekends", "On public holidays too")
    form(card).give()
    holiday, monday = (
        ring_now(journal.settings, datetime.fromisoformat(f"2026-05-{day} 10:00")) for day in ("25", "18")
    )
    assert holiday is not None
    assert monday is not None
    assert (holiday.number, monday.number) == ("01632 960 555", "01632 960 111")


def test_letters_typed_slowly_are_one_word(opened: Opened) -> None:
    """Whoever needs five seconds from the I to the r of Ireland gets Ireland."""
    opened()
    assert QApplication.keyboardInputInterval() >= 5000


def test_a_country_is_chosen_by_keyboard(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """From the button to the list of countries; the next holiday stands there, so that one sees whether it is right."""
    opened()
    page = journal.parent() or QApplication.activeWindow()
    assert page is not None
    card = page.findChild(HolidaysCard)
    assert isinstance(card, HolidaysCard)
    click(card, "Choose a country…")
    qtbot.keyClicks(focused(), "Irel")
    press(K.Key_Return)
    assert journal.settings["holidays"] == {"country": "IE"}
    assert "The next one: Monday 1 June, June Bank Holiday." in [text.text() for text in card.findChildren(Text)]
    click(card, "Count this day as a holiday", "Take away")
    assert journal.settings["holidays"] == {"country": "IE"}


def test_only_some_days_and_hours(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """Tuesdays and Thursdays until noon."""
    card = opened()
    card.add_button.click()
    form(card).findChildren(TextField)[0].setText("01632 960 444")
    click(form(card), "Other days…", "Mon", "Wed", "Fri", "Sat", "Sun", "Only at certain hours")
    begins, ends = form(card).findChildren(QTimeEdit)
    begins.setTime(QTime(9, 0))
    ends.setTime(QTime(12, 0))
    form(card).give()
    assert rung(journal, "2026-05-12 11:59") == "01632 960 444"
    assert rung(journal, "2026-05-12 12:00") == rung(journal, "2026-05-13 10:00") == ""


def test_without_a_day_a_sentence_asks_for_one(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """Nothing is kept, and the focus is where a day can be chosen."""
    card = opened()
    card.add_button.click()
    form(card).findChildren(TextField)[0].setText("01632 960 444")
    click(form(card), "Other days…", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    form(card).give()
    assert journal.settings.get("team") is None
    assert focused().accessibleName() == "Mon"


def test_the_order_is_the_order_of_ringing(journal: Journal, opened: Opened, qtbot: QtBot) -> None:
    """The ward before the hospital's number, which always answers; taken away, it can be brought back by undo."""
    journal.set("team", [HOSPITAL, OFFICE])
    card = opened()
    assert rung(journal, "2026-05-15 10:00") == "01632 960 333"
    click(card, "Up")
    assert rung(journal, "2026-05-15 10:00") == "01632 960 111"
    click(card, "Take away")
    assert rung(journal, "2026-05-15 10:00") == "01632 960 333"
    journal.undo()
    assert rung(journal, "2026-05-15 10:00") == "01632 960 111"
