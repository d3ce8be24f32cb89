"""A point to phone about, as it stands on Today."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.score_card import ScoreCard

DAY = date(2026, 5, 15)


def severe_pain(journal: Journal) -> None:
    """A diary with a point to phone about, and a number for it."""
    journal.set("team", [{"who": "Ward 5", "numbers": [{"number": "01632 960 111"}]}])
    for back in range(4):
        journal.add(Rating(day=DAY - timedelta(days=back), item="pain", score=8))


def first_open(page: TodayPage) -> ScoreCard:
    """The card where answering goes on: pain has its answer."""
    return page.cards[1]


def test_a_point_to_phone_about_stands_until_dealt_with(
    journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """Pain of 8 on four days: the number stands on Today, and “My team knows” puts the point away."""
    severe_pain(journal)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.points))
    assert "Ring 01632 960 111" in page.points[0].texts()
    while page.points:
        point = page.points[0]
        point.button("known").click()
        qtbot.waitUntil(partial(lambda page, point: point not in page.points, page, point))
    assert not any(flag.on_screen(DAY) for flag in journal.flags if flag.urgency == "phone")


def test_the_number_beside_a_point_is_the_one_to_ring_now(
    journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """When the team’s number changes, the point shows the new one, and the focus stays where answering goes on."""
    severe_pain(journal)
    page = open_window().page()
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.points))
    page.points[0].button("known").setFocus()
    journal.set("team", [{"who": "Ward 5", "numbers": [{"number": "01632 960 222"}]}])
    assert page.points[0].texts()[0] == "Ring 01632 960 222"
    assert first_open(page).hasFocus()


def test_a_point_that_comes_in_leaves_the_card_in_sight(
    journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """At 200 % on a small screen a point is higher than the page: the card with the focus can still be seen whole."""
    severe_pain(journal)
    window = open_window(800, 600, text_size=200)
    page = window.page()
    assert isinstance(page, TodayPage)
    journal.start()
    qtbot.waitUntil(lambda: bool(page.points))
    for _ in range(10):
        QApplication.processEvents()
    card = first_open(page)
    assert page.points[0].geometry().bottom() < page.header.y()
    assert card.visibleRegion().boundingRect() == card.rect()
    assert card.hasFocus()
