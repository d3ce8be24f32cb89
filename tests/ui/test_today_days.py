"""Today: which day is open, whose view it is, and the ways to another one."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from tests.ui.conftest import FRIDAY, StandingClock, press, scores

DAY = date(2026, 5, 15)
K = Qt.Key


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


def test_a_day_that_was_begun_goes_on_where_it_was_left(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow]
) -> None:
    """Whoever comes back to it and types a number corrects nothing that was said before; so it is on an earlier day."""
    earlier = DAY - timedelta(days=2)
    journal.rate(earlier, "pain", 4)
    journal.rate(DAY, "pain", 6)
    journal.rate(DAY, "nausea", 2)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    assert scores(store) == {"pain": 6, "nausea": 2, "appetite": 3}
    page.go_to(earlier)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Return)
    assert scores(store, earlier) == {"pain": 4, "nausea": 5}


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
