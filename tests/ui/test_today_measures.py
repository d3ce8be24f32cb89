"""Today, behind More…: sudden bad pain, the night, vomiting, bowels, weight, temperature, drinking."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary import spells
from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.measure_offer import MeasureOffer
from symtrack.ui.today.more_offer import OTHERS, MoreOffer
from symtrack.ui.today.night_offer import NightOffer
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.spell_offer import SpellOffer
from symtrack.ui.widgets import Button, TimeField
from tests.ui.conftest import StandingClock, press
from tests.ui.looking import findings

Kind = TypeVar("Kind", bound=Offer)

DAY = date(2026, 5, 15)
BEFORE = DAY - timedelta(days=1)
K = Qt.Key


def opened(today: TodayPage, key: str, kind: type[Kind]) -> Kind:
    """The offer, opened from the foot."""
    today.foot.open(key)
    offer = today.foot.offer
    assert isinstance(offer, kind)
    return offer


def bodies(journal: Journal) -> list[dict[str, object]]:
    return [dict(event.body) for event in journal.events()]


def button(offer: QWidget, name: str) -> Button:
    return next(each for each in offer.findChildren(Button) if each.accessibleName() == name and not each.isHidden())


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


def test_sudden_bad_pain_is_written_down_with_the_keyboard_alone(
    today: TodayPage, journal: Journal, qtbot: QtBot
) -> None:
    """A number, Enter, the first letters of each place, what helped, Enter: one row, said in words, one undo."""
    offer = opened(today, "spell", SpellOffer)
    press(K.Key_8, K.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "lo")
    press(K.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "my scar")
    press(K.Key_Return)
    assert offer.places.chosen() == ["lower_back", "my scar"]
    press(K.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "warm bath")
    press(K.Key_Return)
    (event,) = journal.events()
    assert (event.kind, event.day, event.time) == ("episode", DAY, "14:02")
    assert dict(event.body) == spells.body(worst=8, where=["lower_back", "my scar"], helped="warm bath")
    assert today.foot.offer is None
    said = "Saved: Sudden bad pain at 14:02, worst 8, lower back, my scar; helped: warm bath."
    assert today.foot.said() == said
    journal.undo()
    assert journal.events() == []


def test_a_place_is_taken_back_with_backspace_and_chosen_with_a_press(today: TodayPage) -> None:
    """Those that are chosen stand first and have a tick."""
    offer = opened(today, "spell", SpellOffer)
    offer.places.button("belly").click()
    offer.places.button("neck").click()
    offer.places.button("belly").click()
    assert offer.places.chosen() == ["neck"]
    offer.places.setFocus()
    press(K.Key_Backspace)
    assert offer.places.chosen() == []


def test_a_spell_has_its_beginning_and_its_end(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """Times that have not been, and an end before the beginning, are refused with one sentence."""
    offer = opened(today, "spell", SpellOffer)
    offer.when.button("at").click()
    offer.over.click()
    for begins, ends, sentence in (
        ("1510", "1520", "15:10 has not come yet."),
        ("1310", "1240", "It can’t have ended at 12:40, before it began."),
        ("1310", "1340", ""),
    ):
        for field, typed in ((offer.begins, begins), (offer.ends, ends)):
            field.setFocus()
            field.setSelectedSection(TimeField.Section.HourSection)
            qtbot.keyClicks(field, typed)
        button(offer, "Done").click()
        assert (sentence in offer.texts()) == bool(sentence)
    (event,) = journal.events()
    assert (event.time, dict(event.body)) == ("13:10", {"item": "pain", "ended": "13:40"})


def test_a_spell_that_goes_on_is_ended_later(today: TodayPage, journal: Journal, clock: StandingClock) -> None:
    """Done alone says that there was one; “It is over now” puts the end to it."""
    offer = opened(today, "spell", SpellOffer)
    button(offer, "Done").click()
    clock.back(minutes=-30)
    offer = opened(today, "spell", SpellOffer)
    button(offer, "It is over now").click()
    (event,) = journal.events()
    assert (event.time, event.body["ended"]) == ("14:02", "14:32")
    assert "Sudden bad pain 14:02 to 14:32" in offer.texts()
    assert offer.chart.said() == "Noted on 1 of 28 days, 1 in all."


def test_looking_at_the_form_says_nothing(today: TodayPage, journal: Journal) -> None:
    """Escape, and nothing was written down."""
    opened(today, "spell", SpellOffer)
    press(K.Key_Escape)
    assert today.foot.offer is None
    assert journal.events() == []


def test_what_was_written_of_a_spell_is_kept_when_it_is_left(today: TodayPage, journal: Journal) -> None:
    """A number alone is enough, and the window may close over it."""
    opened(today, "spell", SpellOffer)
    press(K.Key_7, K.Key_Escape)
    assert bodies(journal) == [{"item": "pain", "worst": 7}]


def test_a_spell_written_with_a_pause_is_one_row(
    today: TodayPage, journal: Journal, store: DiaryStore, clock: StandingClock, qtbot: QtBot
) -> None:
    """The window is left and come back to: what is said then belongs to the same spell, with its first time."""
    offer = opened(today, "spell", SpellOffer)
    press(K.Key_7)
    today.keep()
    clock.back(minutes=-10)
    offer.helped.setFocus()
    qtbot.keyClicks(offer.helped, "warm bath")
    today.keep()
    today.keep()
    (event,) = journal.events()
    assert (event.time, dict(event.body)) == ("14:02", spells.body(worst=7, helped="warm bath"))
    assert len(store.versions(event.id)) == 2
    journal.undo()
    journal.undo()
    assert journal.events() == []
    press(K.Key_Escape)
    assert journal.events() == []


def test_a_key_that_is_held_counts_once(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """Enter held down in a field goes on by one step, and is no Done."""
    offer = opened(today, "spell", SpellOffer)
    press(K.Key_8, K.Key_Return)
    for _again in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, K.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
        QApplication.sendEvent(QApplication.focusWidget() or offer, held)
    assert offer.places.field.hasFocus()
    assert journal.events() == []


def test_the_night_is_kept_as_moments_that_the_pattern_counts(
    today: TodayPage, journal: Journal, store: DiaryStore
) -> None:
    """Woken twice, worst about three o'clock: the count belongs to the evening before, and 5 o'clock to today."""
    offer = opened(today, "night", NightOffer)
    offer.times.button("2").click()
    offer.times.button("3").click()
    assert bodies(journal) == [{"what": "woken", "value": 3}]
    assert journal.events()[0].day == BEFORE
    offer.hours.button("03:00").click()
    press(K.Key_6, K.Key_Return)
    offer.hours.button("05:00").click()
    press(K.Key_4, K.Key_Return)
    moments = [(row.day, row.time, row.score) for row in store.ratings(BEFORE, DAY)]
    assert sorted(moments) == [(BEFORE, "03:00", 6), (DAY, "05:00", 4)]
    assert offer.chart.said() == "Pain noted in 1 of 28 nights, worst 6."
    night = journal.diary.series["patient", "pain"].night
    assert night is not None
    assert night.tolist() == [6, 4]
    journal.undo()
    journal.undo()
    journal.undo()
    assert bodies(journal) == [{"what": "woken", "value": 2}]


def test_a_score_of_the_night_waits_for_its_hour(today: TodayPage, store: DiaryStore) -> None:
    """Nothing is assumed about when it was: the page asks, and the hour saves it."""
    offer = opened(today, "night", NightOffer)
    offer.card.setFocus()
    press(K.Key_7, K.Key_Return)
    assert store.ratings(BEFORE, DAY) == []
    assert "Please choose about when it was." in offer.texts()
    press(K.Key_Space)
    assert [(row.time, row.score) for row in store.ratings(BEFORE, DAY)] == [("22:00", 7)]


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
