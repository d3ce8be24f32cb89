"""Today, behind More…: vomiting, bowels, weight, temperature, drinking; and that nothing there is cut off."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary import spells
from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.measure_offer import MeasureOffer
from symtrack.ui.today.more_offer import OTHERS, MoreOffer
from tests.ui.conftest import press
from tests.ui.looking import findings
from tests.ui.offered import BEFORE, DAY, bodies, button, opened

K = Qt.Key


@pytest.mark.parametrize("key", OTHERS)
def test_each_is_two_presses_away_and_asked_of_nobody(today: TodayPage, key: str) -> None:
    """More… and its own button, by keyboard; before that nothing of it stands on the page."""
    assert today.foot.offer is None
    today.foot.button("more").setFocus()
    press(K.Key_Return)
    more = today.foot.offer
    assert isinstance(more, MoreOffer)
    more.other(key).setFocus()
    press(K.Key_Return)
    assert today.foot.offer is not None
    assert today.foot.offer.objectName() == key
    press(K.Key_Escape)
    assert today.foot.offer is None
    assert today.foot.button("more").hasFocus()


def test_a_temperature_is_typed_with_a_comma_and_kept_with_its_time(
    today: TodayPage, journal: Journal, qtbot: QtBot
) -> None:
    """38,2 and Enter: it is kept at once, said in words, and drawn; one undo takes it back."""
    offer = opened(today, "temperature", MeasureOffer)
    qtbot.keyClicks(offer.field, "38,2")
    press(K.Key_Return)
    (event,) = journal.events()
    assert (event.kind, event.day, event.time) == ("measurement", DAY, "14:02")
    assert dict(event.body) == {"what": "temperature", "value": 38.2, "unit": "C"}
    assert "Saved: Temperature: 38.2 °C, at 14:02." in offer.texts()
    assert offer.field.text() == ""
    assert offer.chart.said() == "Noted on 1 of 28 days, from 38.2 to 38.2, last 38.2 °C (15 May)."
    journal.undo()
    assert journal.events() == []
    assert offer.chart.said() == "Nothing noted in these 28 days."


def test_fahrenheit_is_kept_in_celsius_and_said_as_it_was_typed(
    today: TodayPage, journal: Journal, qtbot: QtBot
) -> None:
    """The unit that was used last stands there the next time."""
    offer = opened(today, "temperature", MeasureOffer)
    offer.units.button("F").click()
    offer.field.setFocus()
    qtbot.keyClicks(offer.field, "101.3")
    press(K.Key_Return)
    assert bodies(journal) == [{"what": "temperature", "value": 38.5, "unit": "F"}]
    assert "Saved: Temperature: 101.3 °F, at 14:02." in offer.texts()
    today.foot.put_away()
    assert opened(today, "temperature", MeasureOffer).unit() == "F"


def test_a_slip_stays_in_the_field_with_one_sentence(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """382 is not kept; it can be mended, or left with Ctrl+Z."""
    offer = opened(today, "temperature", MeasureOffer)
    qtbot.keyClicks(offer.field, "382")
    press(K.Key_Return)
    assert journal.events() == []
    assert any("Is a point missing" in text for text in offer.texts())
    press(K.Key_Escape)
    assert today.foot.offer is offer
    assert offer.field.text() == "382"
    press(K.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert offer.field.text() == ""


def test_a_weight_is_kept_when_it_is_left(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """No button is needed: another offer, and it is in the diary."""
    offer = opened(today, "weight", MeasureOffer)
    qtbot.keyClicks(offer.field, "150 lb")
    today.foot.open("note")
    assert bodies(journal) == [{"what": "weight", "value": 68.039, "unit": "lb"}]


def test_vomiting_is_counted_one_by_one(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """Each press is one more, each can be taken away, and none is a number of its own."""
    offer = opened(today, "vomiting", MeasureOffer)
    button(offer, "One more time").click()
    button(offer, "One more time").click()
    assert offer.chart.said() == "Noted on 1 of 28 days, 2 times in all."
    button(offer, "Take away").click()
    assert bodies(journal) == [{"what": "vomiting", "value": 1}]
    offer.field.setFocus()
    qtbot.keyClicks(offer.field, "3")
    press(K.Key_Return)
    assert offer.chart.said() == "Noted on 1 of 28 days, 4 times in all."


def test_bowels_are_yes_or_no_and_a_day_without_an_answer_is_neither(
    today: TodayPage, journal: Journal, store: DiaryStore
) -> None:
    """Another press corrects the answer, and the one before is kept in its history."""
    offer = opened(today, "bowels", MeasureOffer)
    assert offer.choices.choice() == ""
    assert offer.chart.said() == "Nothing noted in these 28 days."
    press(K.Key_Space)
    assert bodies(journal) == [{"what": "bowels", "value": 1}]
    offer.choices.button("no").click()
    offer.choices.button("no").click()
    (event,) = journal.events()
    assert event.body["value"] == 0
    assert len(store.versions(event.id)) == 2
    assert offer.chart.said() == "Of 28 days: “yes” on 0, “no” on 1, nothing marked on 27."
    journal.undo()
    assert offer.choices.choice() == "yes"


def test_another_day_has_its_own_entries(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """Yesterday's weight is written down today, without a time that nobody knows."""
    today.go_to(BEFORE)
    offer = opened(today, "temperature", MeasureOffer)
    qtbot.keyClicks(offer.field, "37.4")
    press(K.Key_Return)
    (event,) = journal.events()
    assert (event.day, event.time) == (BEFORE, None)


def test_a_caregivers_view_is_kept_apart(today: TodayPage, journal: Journal) -> None:
    """What Anna counts is not added to what the patient counts."""
    journal.add(Event(kind="measurement", day=DAY, body={"what": "vomiting", "value": 2}))
    journal.set_writer(Writer("caregiver:Anna"))
    offer = opened(today, "vomiting", MeasureOffer)
    assert offer.chart.said() == "Nothing noted in these 28 days."
    button(offer, "One more time").click()
    assert offer.chart.said() == "Noted on 1 of 28 days, 1 time in all."


@pytest.mark.parametrize("shape", [(1366, 768, 200), (800, 600, 100)])
@pytest.mark.parametrize("key", OTHERS)
def test_nothing_is_cut_off(
    open_window: Callable[..., MainWindow], journal: Journal, key: str, shape: tuple[int, int, int]
) -> None:
    """With entries of the day, at twice the text and in a small window."""
    helped = "a warm bath and lying on the left side"
    journal.add(
        *(Event(kind="measurement", day=DAY, body={"what": w, "value": v}) for w, v in MEASURED),
        Event(kind="episode", day=DAY, time="09:10", body=spells.body(worst=8, where=["lower_back"], helped=helped)),
        Event(kind="measurement", day=BEFORE, body={"what": "woken", "value": 2}),
    )
    window = open_window(*shape[:2], text_size=shape[2])
    page = window.page()
    assert isinstance(page, TodayPage)
    page.foot.open(key)
    QApplication.processEvents()
    assert findings(window) == []


MEASURED = (("weight", 68.2), ("temperature", 38.2), ("vomiting", 2), ("bowels", 0), ("fluids", 200))
