"""The Settings page: each change is kept the moment that it is made."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from symtrack.diary import goals
from symtrack.ui.settings import SettingsPage
from symtrack.ui.settings.goals import GoalsCard
from symtrack.ui.settings.own_items import OwnItemsCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Text, TextField
from tests.ui.conftest import StandingClock

EVENING = datetime(2026, 5, 16, 19, 2, tzinfo=UTC)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(EVENING)


@pytest.fixture
def page(journal, qtbot):
    page = SettingsPage(journal, Theme.load("light"))
    qtbot.addWidget(page)
    page.resize(1100, 1500)
    page.show()
    return page


def press(qtbot, page, text: str) -> None:
    qtbot.mouseClick(next(b for b in page.findChildren(QPushButton) if b.text() == text), Qt.MouseButton.LeftButton)


def test_text_size_and_colours_belong_to_this_computer(journal, page, qtbot, tmp_path):
    """They are kept in a file of their own, and no diary is made for them."""
    press(qtbot, page, "150 %")
    press(qtbot, page, "Dark")
    assert (journal.preferences.text_size, journal.preferences.theme) == (150, "dark")
    assert "dark" in (tmp_path / "settings.toml").read_text(encoding="utf-8")
    assert not journal.path.exists()


def test_one_more_item_is_asked_and_one_less(journal, page, qtbot):
    """On and off, in the instrument's order; the last one can't be switched off."""
    press(qtbot, page, "Constipation")
    press(qtbot, page, "✓ Nausea (feeling sick)")
    assert [item.key for item in journal.items] == ["pain", "appetite", "fatigue", "constipation"]
    for name in ("✓ Pain", "✓ Loss of appetite", "✓ Fatigue (tiredness, no energy)", "✓ Constipation"):
        press(qtbot, page, name)
    assert [item.key for item in journal.items] == ["constipation"]


def test_a_name_is_kept_when_its_field_is_left(journal, page, qtbot):
    """No button: leaving the field is enough."""
    field = next(f for f in page.findChildren(TextField) if f.accessibleName() == "Name")
    field.setFocus()
    qtbot.keyClicks(field, "M. Example")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert journal.settings["name"] == "M. Example"


def test_points_can_be_switched_off(journal, page, qtbot):
    """What is left is a plain diary."""
    press(qtbot, page, "✓ Look for patterns at all")
    assert journal.settings["flags"] == "off"


def test_going_on_by_itself_can_be_switched_on(journal, page, qtbot):
    """Somebody whose fingers are numb saves an Enter for each answer."""
    press(qtbot, page, "Go on by itself after a digit")
    assert journal.preferences.goes_on_by_itself


def test_the_hour_at_which_the_day_begins_can_be_chosen(journal, page, qtbot, clock):
    """Somebody who is up at five has a day that begins then, and the page says so."""
    press(qtbot, page, "05:00")
    assert journal.settings["day-start"] == "05:00"
    assert "Your day begins at 05:00." in [text.text() for text in page.findChildren(Text)]
    clock.now = EVENING.replace(day=17, hour=4, minute=30)
    assert journal.today == EVENING.date()


def test_a_question_of_ones_own_is_made_renamed_and_hidden(journal, page, qtbot):
    """Its name and its own words for 0 and 10 are kept as each field is left; hidden, it keeps its answers."""
    card = page.findChild(OwnItemsCard)
    qtbot.keyClicks(card.new, "Itching")
    qtbot.keyClick(card.new, Qt.Key.Key_Return)
    journal.rate(journal.today, "own.itching", 4)
    for part, words in (("name", "Itchy skin"), ("high", "Unbearable")):
        field = card.fields("own.itching").field(part)
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    item = journal.instrument.item("own.itching")
    assert (item.name, item.low, item.high) == ("Itchy skin", "None", "Unbearable")
    assert journal.settings["item.own.itching"] == {"name": "Itchy skin", "high": "Unbearable"}
    card.fields("own.itching").toggle.click()
    assert "own.itching" not in [item.key for item in journal.items]
    assert journal.answers(journal.today)["own.itching"].score == 4
    press(qtbot, page, "Itchy skin")
    assert journal.items[-1].key == "own.itching"


def test_a_rest_is_chosen_and_left_with_one_press_each(journal, page, qtbot):
    """The way back stands first as long as the rest lasts."""
    press(qtbot, page, "Comfort only")
    assert journal.mode == "comfort"
    press(qtbot, page, "Ask everything again")
    assert journal.mode == "normal"


def test_a_level_can_be_chosen_here_too(window, journal):
    """By keys, and it is the one that the page for the team has; chosen anew on the same day it is corrected."""
    window.open("settings")
    card = window.page().findChild(GoalsCard)
    for choice, words in (("3", "Pain: 3"), ("2", "Pain: 2")):
        card.button("pain").click()
        card.scale.button(choice).click()
        assert card.button("pain").text() == words
    assert goals.levels(journal.events(), journal.today) == {"pain": 2}
    assert len([event for event in journal.events() if event.kind == "goal"]) == 1


def test_what_scans_showed_can_be_kept_off_the_screen(journal, page, qtbot):
    """One press hides it on this computer, the next shows it again; the diary itself is as it was."""
    press(qtbot, page, "✓ Show what scans showed")
    assert not journal.preferences.scan_results
    press(qtbot, page, "Show what scans showed")
    assert journal.preferences.scan_results
    assert journal.events() == []


def test_long_words_show_their_beginning_until_they_are_written(journal, page, qtbot):
    """What matters is read from its first word on; whoever goes there writes on at its end."""
    field = next(f for f in page.findChildren(TextField) if f.accessibleName() == "What matters to me")
    words = "Being well enough for my grandson’s birthday, and sleeping in my own bed. " * 3
    journal.set("matters", words.strip())
    assert field.cursorPosition() == 0
    field.setFocus()
    assert field.cursorPosition() == len(field.text())
    field.clearFocus()
    assert field.cursorPosition() == 0
