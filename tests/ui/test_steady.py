"""Nothing moves under the mouse by itself: real clicks on a window, while things come in above and go from there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from tests.ui.conftest import scores, settle
from tests.ui.pointing import (
    ANSWERED,
    DAY,
    SHAPES,
    Opens,
    Shape,
    arrived,
    click,
    handle,
    in_sight,
    nearly,
    place,
    point_to,
    scrolled,
    today_of,
)
from tools.states import named


@pytest.mark.parametrize("shape", SHAPES)
def test_a_point_that_comes_in_moves_nothing_under_the_mouse(
    shape: Shape, journal: Journal, open_window: Opens, qtbot: QtBot
) -> None:
    """After 8 a point comes in above; a second click at the same place would otherwise be another number, or none."""
    nearly(journal)
    window = open_window(*shape[:2], text_size=shape[2])
    page = today_of(window)
    eight, nine = page.cards[0].scale.button(8), page.cards[0].scale.button(9)
    there, beside = place(eight), place(nine)
    click(window, there)
    assert journal.answers(DAY)["pain"].score == 8
    arrived(journal, page, qtbot)
    assert (place(eight), place(nine)) == (there, beside)
    click(window, beside)
    settle()
    assert {item: answer.score for item, answer in journal.answers(DAY).items()} == ANSWERED | {"pain": 9}


def test_the_point_is_seen_once_the_mouse_leaves_the_page(journal: Journal, open_window: Opens, qtbot: QtBot) -> None:
    """On its way to the top line the page takes its place again: the number stands in the page."""
    nearly(journal)
    window = open_window()
    page = today_of(window)
    click(window, place(page.cards[0].scale.button(8)))
    arrived(journal, page, qtbot)
    assert not in_sight(page.points[0])
    point_to(window, QPoint(window.width() // 2, 20))
    assert in_sight(page.points[0])


def test_the_point_is_seen_at_once_by_whoever_types(journal: Journal, open_window: Opens, qtbot: QtBot) -> None:
    """The pointer rests on the page, and the keys are used: no click is on its way."""
    nearly(journal)
    window = open_window()
    page = today_of(window)
    point_to(window, place(page.cards[0].scale.button(3)))
    page.cards[0].setFocus()
    for key in (Qt.Key.Key_8, Qt.Key.Key_Return):
        QTest.keyClick(handle(window), key)
    arrived(journal, page, qtbot)
    assert in_sight(page.points[0])


@pytest.mark.parametrize("shape", SHAPES)
def test_a_key_after_a_click_leaves_the_card_in_sight(
    shape: Shape, journal: Journal, open_window: Opens, qtbot: QtBot
) -> None:
    """The point takes its room above with the first key; what the key is for can still be seen whole."""
    nearly(journal)
    window = open_window(*shape[:2], text_size=shape[2])
    page = today_of(window)
    click(window, place(page.cards[0].scale.button(8)))
    arrived(journal, page, qtbot)
    QTest.keyClick(handle(window), Qt.Key.Key_9)
    settle()
    assert page.cards[0].picked == (9, None)
    assert in_sight(page.cards[0])


def test_a_point_that_goes_moves_nothing_under_the_mouse(journal: Journal, open_window: Opens, qtbot: QtBot) -> None:
    """The 8 was a slip: once it is a 2 there is no point any more, and the next question stays where it is."""
    nearly(journal)
    journal.rate(DAY, "pain", 8)
    window = open_window()
    page = today_of(window)
    arrived(journal, page, qtbot)
    two, next_two = page.cards[0].scale.button(2), page.cards[1].scale.button(2)
    there = place(next_two)
    click(window, place(two))
    point_to(window, there)
    qtbot.waitUntil(lambda: not page.points)
    settle()
    assert place(next_two) == there


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_number_of_all_moves_nothing(shape: Shape, open_window: Opens) -> None:
    """The line that welcomes goes with the first answer, and the strip of days comes: the scale stays."""
    window = open_window(*shape[:2], text_size=shape[2])
    three = today_of(window).cards[0].scale.button(3)
    there = place(three)
    click(window, there)
    settle()
    assert three.isChecked()
    assert place(three) == there


def test_a_card_that_is_half_in_sight_takes_the_first_click(
    store: DiaryStore, journal: Journal, open_window: Opens, qtbot: QtBot
) -> None:
    """Between press and release the page does not scroll to what gets the focus: the click would be lost."""
    nearly(journal)
    journal.rate(DAY, "pain", 8)
    window = open_window()
    page = today_of(window)
    arrived(journal, page, qtbot)
    last = page.cards[-1]
    five = last.scale.button(5)
    there = place(five)
    assert not in_sight(last)
    click(window, there)
    settle()
    assert scores(store)["fatigue"] == 5
    assert place(five) == there


def test_a_line_above_the_page_moves_nothing_under_the_mouse(journal: Journal, open_window: Opens) -> None:
    """What has to be read stands between the top line and the page, which shows the same there."""
    window = open_window()
    three = today_of(window).cards[2].scale.button(3)
    there = place(three)
    point_to(window, there)
    window.say("Please read this.")
    settle()
    assert place(three) == there
    window.say("")
    settle()
    assert place(three) == there


def test_the_wheel_and_another_page_put_it_in_its_place(journal: Journal, open_window: Opens, qtbot: QtBot) -> None:
    """Who turns the wheel wants to see something else, and a page that is opened anew begins at its top."""
    nearly(journal)
    window = open_window()
    page = today_of(window)
    at = place(page.cards[0].scale.button(8))
    click(window, at)
    arrived(journal, page, qtbot)
    assert page.y() < 0
    turn = QPoint(0, 120)
    QApplication.sendEvent(
        handle(window),
        QWheelEvent(
            QPointF(at),
            QPointF(at),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    settle()
    assert in_sight(page.points[0])
    window.open("team")
    window.open("today")
    assert page.y() == 0


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_put_away_with_the_mouse_leaves_the_page_in_its_place(shape: Shape, open_window: Opens) -> None:
    """The team’s list stands in place of the questions. Put away, they are in sight again: nothing is pointed at."""
    window = open_window(*shape[:2], text_size=shape[2])
    page = today_of(window)
    page.foot.open("teamlist")
    settle()
    away = named(page.foot, "Nothing of this: put it away")
    away.setFocus()
    settle()
    click(window, place(away))
    settle()
    assert page.foot.offer is None
    assert page.y() == -scrolled(window)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("key", ["teamlist", "dose", "now"])
def test_what_is_opened_with_the_mouse_is_in_sight(shape: Shape, key: str, open_window: Opens) -> None:
    """The questions go, and the list stands in their place: it is shown from its top, without room left free above."""
    window = open_window(*shape[:2], text_size=shape[2])
    page = today_of(window)
    opener = page.foot.button(key)
    opener.setFocus()
    settle()
    click(window, place(opener))
    settle(12)
    offer = page.foot.offer
    assert offer is not None
    assert not offer.visibleRegion().isEmpty()
    assert offer.visibleRegion().boundingRect().top() == 0
    assert page.y() == -scrolled(window)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_second_press_does_not_deal_with_the_next_point(
    shape: Shape, journal: Journal, open_window: Opens, qtbot: QtBot
) -> None:
    """Its place stays free under the mouse: the next card does not come up to be pressed by a hand that trembles."""
    journal.set("team", [{"who": "Ward 5", "numbers": [{"number": "01632 960 111"}]}])
    for back in range(4):
        journal.add(*(Rating(day=DAY - timedelta(days=back), item=item, score=8) for item in ("pain", "nausea")))
    window = open_window(*shape[:2], text_size=shape[2])
    page = today_of(window)
    arrived(journal, page, qtbot)
    assert len(page.points) == 2
    known = page.points[0].button("known")
    known.setFocus()
    settle()
    at = place(known)
    second = place(page.points[1].button("known"))
    click(window, at)
    click(window, at)
    settle()
    assert len(page.points) == 1
    assert place(page.points[0].button("known")) == second
