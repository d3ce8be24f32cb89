"""Today, behind More…: sudden bad pain and the night, written down by keyboard and by press."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary import spells
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.today import TodayPage
from symtrack.ui.today.night_offer import NightOffer
from symtrack.ui.today.spell_offer import SpellOffer
from symtrack.ui.widgets import TimeField
from tests.ui.conftest import StandingClock, press
from tests.ui.offered import BEFORE, DAY, bodies, button, opened

K = Qt.Key


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
