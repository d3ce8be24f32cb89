"""For my team: the points as cards, how each is dealt with, and the team’s number."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary import team
from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.number_form import NumberForm
from symtrack.ui.team.picture import Picture
from symtrack.ui.widgets import TextField
from tests.ui.conftest import StandingClock, press
from tests.ui.team_page import DAY, HIGH, Opened, button, fill, opener, said, write

K = Qt.Key
WARD = [
    {
        "who": "Day ward",
        "numbers": [
            {"number": "01632 960 111", "days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "17:00"},
            {"number": "01632 960 222"},
        ],
    }
]


@pytest.fixture
def kept(store: DiaryStore, clock: StandingClock) -> DiaryStore:
    return fill(store, clock)


@pytest.fixture
def opened(open_window: Callable[..., MainWindow], journal: Journal, qtbot: QtBot) -> Opened:
    return opener(open_window, journal, qtbot, "points")


def test_the_point_to_phone_about_comes_first_with_the_number_of_this_hour(
    kept: DiaryStore, journal: Journal, opened: Opened
) -> None:
    """Number, until when, and the number after that; the other point waits for the visit."""
    journal.set("team", WARD)
    words = said(opened())
    assert words.index(HIGH) < words.index("Pain went up")
    assert "01632 960 111" in words
    assert "Day ward, until 17:00 (after that 01632 960 222)" in words
    assert "You could ask: “What can we try when my pain is this high?”" in words
    assert "From what you entered. This app has told nobody." in words


def test_a_call_is_noted_with_the_keyboard(kept: DiaryStore, journal: Journal, opened: Opened) -> None:
    """Enter opens, Tab goes on, Enter notes: the mark and the call are one action, and the card is gone."""
    journal.set("team", WARD)
    page = opened()
    page.points.cards[0].button("talked").setFocus()
    press(K.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, TextField)
    assert focused.accessibleName() == "What did they say?"
    focused.setText("Take the evening dose earlier.")
    press(K.Key_Return)
    call = next(event for event in kept.events() if event.kind == "call")
    assert call.body["whom"] == "Day ward"
    assert call.body["number"] == "01632 960 111"
    assert call.body["said"] == "Take the evening dose earlier."
    assert call.time == "14:02"
    assert [card.point.flag.urgency for card in page.points.cards] == ["visit"]
    assert page.status.sentence() == "The call is noted. If this goes on, it comes back after 14 days."
    page.points._earlier.button.click()
    assert "phoned on 15 May, Day ward: Take the evening dose earlier." in said(page)
    journal.undo()
    assert kinds(kept) == []


def test_a_point_put_on_the_list_brings_its_question(kept: DiaryStore, opened: Opened) -> None:
    """One press: the mark, the question, and the count in the button; Undo takes both back."""
    page = opened()
    page.points.cards[1].button("listed").click()
    assert sorted(kinds(kept)) == ["flagmark", "question"]
    assert page.choices.button("questions").text() == "What I want to ask (1)"
    assert [card.point.flag.rule for card in page.points.cards] == ["severe-days"]
    page.status.button.click()
    assert kinds(kept) == []
    assert len(page.points.cards) == 2


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("known", "The team knows. This stays quiet for 14 days, unless it gets 2 points worse."),
        ("later", "This comes back tomorrow."),
    ],
)
def test_a_point_goes_when_it_is_known_or_put_off(
    kept: DiaryStore, opened: Opened, qtbot: QtBot, how: str, sentence: str
) -> None:
    """The card goes, the line says for how long, and how it was dealt with stands under the earlier ones."""
    page = opened()
    page.points.cards[0].button(how).click()
    qtbot.waitUntil(lambda: len(page.points.cards) == 1)
    assert marks(kept) == [how]
    assert page.status.sentence() == sentence
    assert page.points._earlier.button.accessibleName() == "Earlier points (1)"


def test_why_a_point_is_shown_stands_in_the_page(kept: DiaryStore, opened: Opened) -> None:
    """Criterion, numbers, source, and that nobody checked it; Escape puts it away and the focus goes back."""
    page = opened()
    card = page.points.cards[0]
    card.button("why").setFocus()
    press(K.Key_Space)
    words = said(card)
    assert "7 or more on that day" in words
    assert "It rests on: days as high as that: 3; days answered: 3; counted from: 7." in words
    assert "10.1016/j.jpainsymman.2009.06.010" in words
    assert "No clinician has checked this rule." in words
    press(K.Key_Escape)
    assert card.slot.form is None
    assert QApplication.focusWidget() is card.button("why")


def test_a_picture_says_in_words_what_it_shows(kept: DiaryStore, opened: Opened) -> None:
    """Scale, days, range, and the scores of the days that the point speaks of."""
    page = opened()
    picture = page.points.cards[0].findChild(Picture)
    assert isinstance(picture, Picture)
    assert picture.accessibleDescription() == (
        "Pain, 2–15 May, on a scale from 0 to 10. 14 days with a number, from 2 to 8. 13–15 May: 8, 8, 8."
    )


def test_without_a_number_the_card_says_where_one_stands_and_takes_it_in_place(
    kept: DiaryStore, journal: Journal, opened: Opened
) -> None:
    """The number written there answers day and night, and the card shows it at once."""
    page = opened()
    assert "See your chemotherapy card or ward letter." in said(page)
    page.points.cards[0].button("number").click()
    form = page.points.cards[0].slot.form
    assert isinstance(form, NumberForm)
    write(form.findChildren(TextField)[0], "ward")
    assert "Write the number as you would dial it." in said(form)
    write(form.findChildren(TextField)[0], "01632 960 333")
    (contact,) = team.contacts(journal.settings["team"])
    assert contact.numbers[0].number == "01632 960 333"
    assert page.points.cards[0].point.number == "01632 960 333"


def test_the_page_asks_for_the_number_once(kept: DiaryStore, opened: Opened) -> None:
    """In the card of the point to phone about, which opens where the top line's panel leads; without a card below."""

    def asking() -> list[QWidget | None]:
        found = page.findChildren(QAbstractButton)
        return [b.parentWidget() for b in found if b.text() == "Write your team’s number here" and b.isVisible()]

    page = opened()
    assert asking() == [page.points.cards[0]]
    page.points.change.click()
    assert isinstance(page.points.cards[0].slot.form, NumberForm)
    page.points.cards[0].slot.close_form()
    page.points.cards[0].button("known").click()
    assert asking() == [page.points]
    page.points.change.click()
    assert isinstance(page.points.slot.form, NumberForm)


def test_a_changed_number_leaves_the_others_as_they_are(kept: DiaryStore, journal: Journal, opened: Opened) -> None:
    """Only the first number is changed, with its hours."""
    journal.set("team", WARD)
    page = opened()
    page.points.change.click()
    form = page.points.slot.form
    assert isinstance(form, NumberForm)
    write(form.findChildren(TextField)[0], "01632 960 444")
    first, second = (contact.numbers[0] for contact in team.contacts(journal.settings["team"]))
    assert (first.number, second.number) == ("01632 960 444", "01632 960 222")
    assert (first.days, f"{first.ends:%H:%M}") == (frozenset(range(5)), "17:00")


def test_an_empty_diary_has_nothing_to_point_out(opened: Opened) -> None:
    """The sentence neither praises nor says that all is well."""
    page = opened()
    assert "No patterns to point out from what you entered. If you feel unwell, ring your team." in said(page)


def test_points_switched_off_can_be_switched_on(
    kept: DiaryStore, journal: Journal, opened: Opened, qtbot: QtBot
) -> None:
    """A calm line, one press, and the points are there."""
    page = opened()
    journal.set("flags", "off")
    qtbot.waitUntil(lambda: not journal.flags)
    assert "Looking for patterns is switched off. This is a plain diary." in said(page)
    assert page.points.cards == ()
    button(page, "Look for patterns").click()
    qtbot.waitUntil(lambda: len(page.points.cards) == 2)
    assert journal.settings["flags"] == "on"


def test_hidden_points_say_so_and_can_be_shown(kept: DiaryStore, journal: Journal, opened: Opened) -> None:
    """Nothing of what they say is on the screen until they are wanted."""
    journal.set_preferences(points=False)
    page = opened()
    assert "The points are hidden from this screen. They are still on the paper." in said(page)
    assert "Pain" not in said(page)
    button(page, "Show the points").click()
    assert HIGH in said(page)


def test_only_three_points_stand_on_the_screen_at_once(store: DiaryStore, journal: Journal, opened: Opened) -> None:
    """The rest waits under “More”, and opens there."""
    for item in ("pain", "nausea", "appetite", "fatigue"):
        store.add(*(Rating(day=DAY - timedelta(days=k), item=item, score=8) for k in range(3)))
    page = opened()
    shown = [card for card in page.points.cards if card.isVisible()]
    assert len(shown) == 3
    assert len(page.points.cards) == 5
    button(page, "More (2)").click()
    assert all(card.isVisible() for card in page.points.cards)


def test_a_caregivers_screen_does_not_say_you(kept: DiaryStore, journal: Journal, opened: Opened) -> None:
    """What was entered is not the reader’s own."""
    page = opened()
    journal.set_writer(Writer("caregiver:Anna"))
    assert "From what was entered. This app has told nobody." in said(page)


def kinds(store: DiaryStore) -> list[str]:
    return [event.kind for event in store.events()]


def marks(store: DiaryStore) -> list[object]:
    return [event.body["as"] for event in store.events() if event.kind == "flagmark"]
