"""Today: what is offered below the cards."""

from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from symtrack.store import DiaryStore
from symtrack.ui.diary import DiaryPage
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.theme import Theme
from symtrack.ui.today import TodayPage
from symtrack.ui.today.more_offer import MoreOffer
from symtrack.ui.today.note_offer import NoteOffer
from symtrack.ui.today.now_offer import NowOffer
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, TimeField
from tests.ui.conftest import StandingClock, press, scores

Kind = TypeVar("Kind", bound=Offer)

DAY = date(2026, 5, 15)
K = Qt.Key


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


def offer_of(today: TodayPage, key: str, kind: type[Kind]) -> Kind:
    """The offer, opened."""
    today.foot.open(key)
    offer = today.foot.offer
    assert isinstance(offer, kind)
    return offer


def test_a_moment_can_be_of_an_earlier_time_and_another_day(today: TodayPage, store: DiaryStore, qtbot: QtBot) -> None:
    """Last night's pain is written down in the morning, at the time that it had; the day's moments are listed."""
    offer = offer_of(today, "now", NowOffer)
    offer.when.button("other").click()
    offer.day_field.show_day(DAY - timedelta(days=1))
    offer.time_field.setFocus()
    qtbot.keyClicks(offer.time_field, "0215")
    offer.choices.button("nausea").click()
    press(K.Key_6, K.Key_Return)
    moments = [(row.day, row.time, row.item, row.score) for row in store.ratings(DAY - timedelta(days=2), DAY)]
    assert moments == [(DAY - timedelta(days=1), "02:15", "nausea", 6)]
    assert "Noted for Thursday 14 May:" in offer.texts()
    assert "Nausea at 02:15: 6, moderate." in offer.texts()


def test_a_moment_that_has_not_come_is_not_kept(today: TodayPage, store: DiaryStore, qtbot: QtBot) -> None:
    """23:10 at two in the afternoon is a slip: the page says so, and the number stays picked."""
    offer = offer_of(today, "now", NowOffer)
    offer.when.button("other").click()
    offer.time_field.setFocus()
    qtbot.keyClicks(offer.time_field, "2310")
    offer.choices.button("pain").click()
    press(K.Key_6, K.Key_Return)
    assert store.ratings(DAY, DAY) == []
    assert "23:10 has not come yet." in offer.texts()
    assert today.take_back()


def test_a_moment_is_taken_away_and_brought_back(today: TodayPage, journal: Journal, clock: StandingClock) -> None:
    """Each moment of the list can be taken away, with one undo."""
    offer = offer_of(today, "now", NowOffer)
    press(K.Key_4, K.Key_Return)
    clock.back(minutes=-30)
    press(K.Key_5, K.Key_Return)
    assert [text for text in offer.texts() if "Pain at" in text][-2:] == [
        "Pain at 14:02: 4, moderate.",
        "Pain at 14:32: 5, moderate.",
    ]
    next(button for button in offer.findChildren(Button) if button.accessibleName() == "Take away").click()
    assert [row.score for row in journal.ratings(DAY, DAY)] == [5]
    journal.undo()
    assert [row.score for row in journal.ratings(DAY, DAY)] == [4, 5]


def test_a_note_can_be_about_one_score(today: TodayPage, journal: Journal, store: DiaryStore, qtbot: QtBot) -> None:
    """“On pain” stays with that answer, also when it is corrected later, and the Diary says which it was."""
    press(K.Key_6, K.Key_Return)
    offer = offer_of(today, "note", NoteOffer)
    pain = journal.answers(DAY)["pain"].id
    offer.about.button(pain).click()
    qtbot.keyClicks(offer.field, "After " + "the stairs. " * 400)
    press(K.Key_Tab)
    (note,) = journal.events()
    assert dict(note.body) == {"about": pain}
    assert len(note.text or "") > 4_000
    journal.rate(DAY, "pain", 7)
    page = DiaryPage(journal, Theme.load("light"))
    qtbot.addWidget(page)
    page.show()
    assert any(label.text().startswith("Note on pain: After the stairs.") for label in page.findChildren(QLabel))


def test_n_writes_a_note_on_the_score_that_one_is_at(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """N on a card saves what is picked and opens a note about it; Tab leaves the note, and nothing is lost."""
    press(K.Key_6, K.Key_N)
    offer = today.foot.offer
    assert isinstance(offer, NoteOffer)
    assert offer.about.choice() == journal.answers(DAY)["pain"].id
    qtbot.keyClicks(offer.field, "Since noon.")
    press(K.Key_Tab)
    assert not offer.field.hasFocus()
    assert [event.text for event in journal.events()] == ["Since noon."]


def test_a_question_of_ones_own_is_asked_at_once(today: TodayPage, store: DiaryStore, qtbot: QtBot) -> None:
    """A name and Enter: there is its card, and its answer is kept under a key of its own."""
    offer = offer_of(today, "more", MoreOffer)
    offer.own.setFocus()
    qtbot.keyClicks(offer.own, "Itchy skin")
    press(K.Key_Return)
    assert today.cards[-1].accessibleName() == "Itchy skin, from 0, None, to 10, Worst I can imagine"
    today.cards[-1].setFocus()
    press(K.Key_8, K.Key_Return)
    assert scores(store) == {"own.itchy_skin": 8}
    offer.button("own.itchy_skin").click()
    assert len(today.cards) == 4
    assert scores(store) == {"own.itchy_skin": 8}


def test_the_last_question_springs_back(today: TodayPage) -> None:
    """Something is always asked: a rest from the diary is another thing."""
    offer = offer_of(today, "more", MoreOffer)
    for key in ("pain", "nausea", "appetite", "fatigue"):
        offer.button(key).click()
    assert [card.item.key for card in today.cards] == ["fatigue"]
    assert offer.button("fatigue").isChecked()


def test_up_and_about_is_asked_once_a_week_where_it_is_wanted(
    today: TodayPage, journal: Journal, clock: StandingClock
) -> None:
    """One press answers; another corrects it the same day; it comes back after a week."""
    assert today.weekly.isHidden()
    journal.set("up-and-about", "on")
    today.weekly.choices.button("3").click()
    today.weekly.choices.button("1").click()
    assert [dict(event.body) for event in journal.events()] == [{"what": "upandabout", "value": 1}]
    assert not today.weekly.isHidden()
    for days, hidden in ((1, True), (5, True), (1, False)):
        clock.back(days=-days)
        journal.changed.emit()
        today.go_to(journal.today)
        assert today.weekly.isHidden() == hidden


def test_a_question_is_written_down_from_anywhere_with_one_key(
    window: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    """F2 on any page: the question is last on the list, and the focus is where it was."""
    press(K.Key_6)
    press(K.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Is it the new tablets?")
    press(K.Key_Return)
    assert [event.text for event in journal.events() if event.kind == "question"] == ["Is it the new tablets?"]
    page = window.page()
    assert isinstance(page, TodayPage)
    assert page.cards[0].hasFocus()
    window.open("diary")
    press(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "May I drive?")
    press(K.Key_F2)
    assert [event.text for event in journal.events() if event.kind == "question"][-1] == "May I drive?"


def test_closing_the_window_keeps_a_question_that_is_being_written(
    window: MainWindow, store: DiaryStore, qtbot: QtBot
) -> None:
    """Nothing that was typed is lost."""
    press(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "May I drive?")
    window.close()
    assert [event.text for event in store.events()] == ["May I drive?"]


def test_a_time_reads_the_same_in_a_mirrored_window(today: TodayPage) -> None:
    """Hours come first in every language: 14:02 is never 02:14."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        field = TimeField("The time", "14:02")
        assert field.lineEdit().text() == "14:02"
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
