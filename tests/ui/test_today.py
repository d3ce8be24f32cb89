"""Today by keyboard and mouse: what a person does, and what the file holds then."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.errors import InputError
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.more_offer import MoreOffer
from symtrack.ui.today.note_offer import NoteOffer
from symtrack.ui.today.now_offer import NowOffer
from tests.ui.conftest import FRIDAY, StandingClock, press

DAY = date(2026, 5, 15)
K = Qt.Key


def scores(store: DiaryStore, day: date = DAY) -> dict[str, int | str | None]:
    """The day's own answers: a score, or the reason why there is none."""
    return {
        row.item: row.reason if row.score is None else row.score for row in store.ratings(day, day) if row.time is None
    }


def focused_card(today: TodayPage) -> str:
    return next((card.item.key for card in today.cards if card.hasFocus()), "")


def test_a_good_day_is_eight_keys(today: TodayPage, store: DiaryStore) -> None:
    """Four digits, each with Enter, right after the start: four answers in the file."""
    press(K.Key_3, K.Key_Return, K.Key_0, K.Key_Return, K.Key_2, K.Key_Return, K.Key_5, K.Key_Return)
    assert scores(store) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}
    assert today.foot.status.end.text() == "That is all for today."
    assert today.foot.status.saved_text() == "Saved 14:02"


@pytest.mark.parametrize(
    ("keys", "score"),
    [
        ((K.Key_3, K.Key_7), 7),
        ((K.Key_1, K.Key_0), 10),
        ((K.Key_T,), 10),
        ((K.Key_1, K.Key_0, K.Key_0), 10),
        ((K.Key_1, K.Key_1, K.Key_0), 10),
        ((K.Key_7, K.Key_7), 7),
        ((K.Key_1, K.Key_0, K.Key_Backspace, K.Key_0), 0),
        ((K.Key_1, K.Key_4), 4),
        ((K.Key_1, K.Key_Right, K.Key_0), 0),
        ((K.Key_4, K.Key_Right), 5),
        ((K.Key_0, K.Key_Left), 0),
        ((K.Key_Minus,), "declined"),
    ],
)
def test_what_the_keys_pick(today: TodayPage, store: DiaryStore, keys: tuple[Qt.Key, ...], score: int | str) -> None:
    """A digit replaces another, 0 right after 1 makes ten, T is ten, - is prefer not to say."""
    press(*keys, K.Key_Return)
    assert scores(store) == {"pain": score}


def test_a_double_press_changes_nothing(today: TodayPage, store: DiaryStore) -> None:
    """A trembling hand presses each key twice: no number changes, and no question is passed over."""
    for key in (K.Key_3, K.Key_0, K.Key_2, K.Key_5):
        press(key, key, K.Key_Return, K.Key_Return)
    assert scores(store) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}


def test_the_arrow_leaves_a_question_open(today: TodayPage, store: DiaryStore) -> None:
    """Enter on a question without an answer says how to leave it open, and the arrow down does."""
    press(K.Key_Return)
    assert focused_card(today) == "pain"
    assert "No answer yet: ↓ leaves it open." in today.cards[0].texts()
    press(K.Key_Down)
    assert focused_card(today) == "nausea"
    assert scores(store) == {}


def test_a_one_from_before_and_a_nought_now_are_nought(today: TodayPage, store: DiaryStore) -> None:
    """0 makes ten only of a 1 that was pressed on this visit to the card."""
    press(K.Key_1, K.Key_Return, K.Key_Up, K.Key_0, K.Key_Return)
    assert scores(store)["pain"] == 0


def test_a_held_key_counts_once(today: TodayPage, store: DiaryStore) -> None:
    """Repeats of a held digit or Enter neither pick again nor run on through the cards."""
    press(K.Key_1)
    card = today.cards[0]
    for key, text in ((K.Key_0, "0"), (K.Key_Return, "\r")):
        QApplication.sendEvent(
            card, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
        )
    assert focused_card(today) == "pain"
    press(K.Key_Return)
    assert scores(store) == {"pain": 1}


def test_up_goes_back_and_down_goes_on(today: TodayPage, store: DiaryStore) -> None:
    """Both save what was picked on the way."""
    press(K.Key_4, K.Key_Down, K.Key_5, K.Key_Up)
    assert focused_card(today) == "pain"
    assert scores(store) == {"pain": 4, "nausea": 5}


def test_a_click_saves_at_once(today: TodayPage, store: DiaryStore, qtbot: QtBot) -> None:
    """Four large clicks are a whole day; none needs anything after it."""
    for card in today.cards:
        qtbot.mouseClick(card.scale.button(6), Qt.MouseButton.LeftButton)
    assert scores(store) == dict.fromkeys(("pain", "nausea", "appetite", "fatigue"), 6)
    assert today.cards[0].answer_text() == "6, moderate"


def test_leaving_the_card_saves(today: TodayPage, store: DiaryStore) -> None:
    """Tab away from a card, and what was picked is kept."""
    press(K.Key_7, K.Key_Tab)
    assert scores(store) == {"pain": 7}


def test_closing_the_window_saves(window: MainWindow, today: TodayPage, store: DiaryStore) -> None:
    """What was picked and not confirmed is in the file after the window is gone."""
    press(K.Key_8)
    window.close()
    assert scores(store) == {"pain": 8}


def test_one_press_for_an_unwell_day(today: TodayPage, store: DiaryStore) -> None:
    """“Too unwell to answer” fills what is open and leaves what was answered."""
    press(K.Key_6, K.Key_Return)
    today.header.button("unwell").click()
    assert scores(store) == {"pain": 6, "nausea": "unwell", "appetite": "unwell", "fatigue": "unwell"}


def test_a_number_is_never_replaced_by_a_reason(today: TodayPage, store: DiaryStore) -> None:
    """Where every question has its number, “Too unwell” changes nothing and says so; a reason can be corrected."""
    press(K.Key_6, K.Key_Return, K.Key_6, K.Key_Return, K.Key_6, K.Key_Return, K.Key_Minus, K.Key_Return)
    today.header.button("asleep").click()
    assert scores(store) == {"pain": 6, "nausea": 6, "appetite": 6, "fatigue": "asleep"}
    press(K.Key_Up, K.Key_4, K.Key_Return)
    today.header.button("unwell").click()
    assert scores(store) == {"pain": 6, "nausea": 6, "appetite": 6, "fatigue": 4}
    assert today.foot.said() == "Every question has a number, and they stay as they are."


def test_correcting_what_somebody_else_entered_keeps_it_and_says_so(
    today: TodayPage, journal: Journal, store: DiaryStore
) -> None:
    """Tom typed a 3 for the person, who makes it a 5: the 3 is still in the file, and the page says whose it was."""
    journal.set("name", "Anna")
    journal.set_writer(Writer("patient", "Tom"))
    press(K.Key_3, K.Key_Return)
    journal.set_writer(Writer())
    press(K.Key_Up, K.Key_5, K.Key_Return)
    assert today.foot.said() == "It was “3, mild” before, entered by Tom on 15 May at 14:02. That is kept too."
    (now,) = store.ratings(DAY, DAY)
    versions = [row for row in store.versions(now.id) if isinstance(row, Rating)]
    assert [(row.score, row.entered_by) for row in versions] == [(3, "Tom"), (5, None)]


def test_a_caregivers_own_view_is_coloured_and_kept_apart(
    today: TodayPage, journal: Journal, store: DiaryStore
) -> None:
    """Tom's cards begin empty, the page says whose view it is, and the person's answer stays."""
    journal.set("name", "Anna")
    press(K.Key_3, K.Key_Return)
    journal.set_writer(Writer("caregiver:Tom"))
    assert today.view.text() == "Tom’s own view, drawn hollow. What Anna says is kept apart from it."
    assert {card.answer_text() for card in today.cards} == {""}
    press(K.Key_Up, K.Key_7, K.Key_Return)
    assert today.cards[0].scale.button(7).hollow
    assert [(row.voice, row.score) for row in store.ratings(DAY, DAY)] == [("patient", 3), ("caregiver:Tom", 7)]
    journal.set_writer(Writer())
    assert today.view.isHidden()
    assert today.cards[0].answer_text() == "3, mild"


def test_an_undo_takes_back_the_pick_first_and_then_what_was_saved(today: TodayPage, store: DiaryStore) -> None:
    """Ctrl+Z goes back one thing at a time, from wherever the focus is."""
    press(K.Key_6, K.Key_Return, K.Key_3)
    press(K.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert today.cards[1].answer_text() == ""
    assert scores(store) == {"pain": 6}
    press(K.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert scores(store) == {}


def test_what_cannot_be_saved_stays_with_its_sentence(
    window: MainWindow, today: TodayPage, store: DiaryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: the sentence stands in the page, the pick stays, and Enter saves it once there is room."""

    def full(*_: object) -> None:
        raise InputError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(store, "add", full)
        press(K.Key_9, K.Key_Return)
        assert "The disk is full." in window.sentence
        assert today.cards[0].answer_text() == "9, severe"
        assert not window.close()
    press(K.Key_Up, K.Key_Return)
    assert scores(store) == {"pain": 9}
    assert window.sentence == ""


def test_the_strip_shows_the_days_and_goes_there(journal: Journal, open_window: Callable[..., MainWindow]) -> None:
    """A press on a day of the strip opens it, with its own answers."""
    journal.rate_all(DAY - timedelta(days=3), "unwell")
    journal.rate(DAY - timedelta(days=2), "pain", 6)
    journal.rate_all(DAY - timedelta(days=2), "unwell")
    journal.rate(DAY - timedelta(days=1), "pain", 4)
    today = open_window().page()
    assert isinstance(today, TodayPage)
    assert today.strip.button(DAY - timedelta(days=3)).accessibleName() == "Tuesday 12 May: unwell"
    part = today.strip.button(DAY - timedelta(days=2))
    assert part.accessibleName() == "Wednesday 13 May: 1 of 4 answered, unwell"
    yesterday = today.strip.button(DAY - timedelta(days=1))
    assert yesterday.accessibleName() == "Thursday 14 May: 1 of 4 answered"
    yesterday.click()
    assert today.day == DAY - timedelta(days=1)
    assert today.cards[0].answer_text() == "4, moderate"
    assert today.header.question_text() == "How was yesterday, at its worst?"


def test_a_late_entry_is_marked(today: TodayPage, store: DiaryStore) -> None:
    """Three days later it can still be filled in, and the page says how late it is."""
    day = DAY - timedelta(days=3)
    today.go_to(day)
    assert "3 days late" in today.header.date_text()
    press(K.Key_5, K.Key_Return)
    assert scores(store, day) == {"pain": 5}


def test_before_noon_yesterday_comes_first(
    journal: Journal, clock: StandingClock, open_window: Callable[..., MainWindow]
) -> None:
    """Opened in the morning with yesterday unanswered, yesterday is open, and today one press away."""
    clock.back(days=3)
    journal.rate(journal.today, "pain", 3)
    clock.now = FRIDAY.replace(hour=9)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    assert page.day == DAY - timedelta(days=1)
    assert "On to today" in page.notices.texts()


def test_a_fresh_diary_never_asks_about_yesterday(clock: StandingClock, open_window: Callable[..., MainWindow]) -> None:
    """On the first morning there is no yesterday to ask about."""
    clock.now = FRIDAY.replace(hour=9)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    assert page.day == DAY


def test_after_midnight_it_is_still_the_day_before(
    clock: StandingClock, open_window: Callable[..., MainWindow], store: DiaryStore
) -> None:
    """At half past midnight the entry belongs to the day that just ended, and the page says so."""
    clock.now = FRIDAY.replace(hour=0, minute=30)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    assert page.header.date_text().startswith("Thursday 14 May. It is after midnight")
    press(K.Key_2, K.Key_Return)
    assert scores(store, DAY - timedelta(days=1)) == {"pain": 2}


def test_after_midnight_the_other_day_is_one_press_away(
    clock: StandingClock, open_window: Callable[..., MainWindow], store: DiaryStore
) -> None:
    """Whose Friday has begun says so once; the next night the page says which day it is, and offers the one before."""
    clock.now = FRIDAY.replace(hour=0, minute=30)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    assert page.notices.texts()[-2:] == ["Your day begins at 04:00.", "It is Friday for me already"]
    press(K.Key_2, K.Key_Return)
    page.notices.press("It is Friday for me already")
    press(K.Key_5, K.Key_Return)
    assert (scores(store, DAY - timedelta(days=1)), scores(store)) == ({"pain": 2}, {"pain": 5})
    assert page.notices.texts() == ["Your day began at 00:00.", "Back to Thursday"]
    page.notices.press("Back to Thursday")
    assert page.day == DAY - timedelta(days=1)


def test_a_note_is_kept_when_it_is_left(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """A note needs no button: leaving it is enough, and it is kept once."""
    today.foot.open("note")
    offer = today.foot.offer
    assert isinstance(offer, NoteOffer)
    qtbot.keyClicks(offer.field, "Slept badly.")
    today.cards[0].setFocus()
    today.foot.open("note")
    assert [event.text for event in journal.events()] == ["Slept badly."]


def test_right_now_is_a_moment_that_can_become_todays_worst(
    today: TodayPage, store: DiaryStore, journal: Journal
) -> None:
    """A higher “right now” is kept with its time, and one press makes it the day's answer."""
    press(K.Key_3, K.Key_Return)
    today.foot.open("now")
    press(K.Key_8, K.Key_Return)
    moments = [(row.item, row.score, row.time) for row in store.ratings(DAY, DAY) if row.time]
    assert moments == [("pain", 8, "14:02")]
    offer = today.foot.offer
    assert isinstance(offer, NowOffer)
    assert offer.raise_button.isVisible()
    offer.raise_button.click()
    assert scores(store)["pain"] == 8


def test_more_switches_an_item_on(today: TodayPage, journal: Journal) -> None:
    """A symptom that is off gets its card at once, and the others keep theirs."""
    today.foot.open("more")
    offer = today.foot.offer
    assert isinstance(offer, MoreOffer)
    offer.button("anxiety").click()
    assert [card.item.key for card in today.cards] == ["pain", "nausea", "appetite", "fatigue", "anxiety"]
    assert journal.settings["items"] == ["pain", "nausea", "appetite", "fatigue", "anxiety"]


def test_a_day_under_the_wrong_name_is_moved_with_one_press(
    today: TodayPage, journal: Journal, store: DiaryStore, qtbot: QtBot
) -> None:
    """What was entered as somebody's own view becomes the person's, and one undo takes the move back."""
    journal.set_writer(Writer("caregiver:Tom"))
    press(K.Key_6, K.Key_Return)
    journal.set_writer(Writer())
    assert "Entered just now as: Tom, own view." in today.notices.texts()
    today.notices.press("Move it to: me")
    assert [(row.voice, row.score) for row in store.ratings(DAY, DAY)] == [("patient", 6)]
    journal.undo()
    assert [(row.voice, row.score) for row in store.ratings(DAY, DAY)] == [("caregiver:Tom", 6)]


def test_the_first_start_offers_three_things_and_needs_none(today: TodayPage, journal: Journal) -> None:
    """One line with three offers, gone with the first answer; the first digit works without a click."""
    assert today.notices.texts() == ["When you like:", "Who is writing", "Your team’s number", "More symptoms"]
    press(K.Key_1, K.Key_Return)
    assert today.notices.texts() == []


def test_earlier_answers_are_not_shown(journal: Journal, open_window: Callable[..., MainWindow]) -> None:
    """Yesterday's numbers stand nowhere on the cards of today: they would draw the answer."""
    for item in ("pain", "nausea", "appetite", "fatigue"):
        journal.rate(DAY - timedelta(days=1), item, 9)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    assert {card.answer_text() for card in page.cards} == {""}


def test_one_card_a_screen_at_200_per_cent(open_window: Callable[..., MainWindow], store: DiaryStore) -> None:
    """On a small laptop at 200 % there is one card, and the same keys still do the whole day."""
    page = open_window(1366, 768, text_size=200).page()
    assert isinstance(page, TodayPage)
    assert [card.isVisible() for card in page.cards] == [True, False, False, False]
    press(K.Key_3, K.Key_Return, K.Key_0, K.Key_Return, K.Key_2, K.Key_Return, K.Key_5, K.Key_Return)
    assert scores(store) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}
