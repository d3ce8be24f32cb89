"""A point on its card, on Trends and on the paper is the same one; and it comes in when nobody is answering."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.period import Period
from symtrack.diary.rows import Rating
from symtrack.i18n import number
from symtrack.report.blocks import Table, Words
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import TeamPage
from symtrack.ui.team.picture import Picture
from symtrack.ui.team.printing import summary_of
from symtrack.ui.today import TodayPage
from symtrack.ui.today.points import Points
from symtrack.ui.trends import TrendsPage
from tests.ui.conftest import StandingClock, press
from tests.ui.team_page import DAY, HIGH, fill, keep_drawn, opener, said
from tests.unit.test_rules import RAISES

K = Qt.Key
Drawn = Callable[[str], TeamPage]
DIFFERENT = ("worse-than-usual", "harder-cycle", "nausea-not-eating", "more-doses", "weight-loss", "team-list")
"""One of each kind of picture."""


@pytest.fixture
def drawn(
    store: DiaryStore, clock: StandingClock, journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> Callable[[str], TeamPage]:
    """Keeps a diary in the notation, and opens For my team once its points are known."""

    def opened(picture: str) -> TeamPage:
        keep_drawn(store, clock, picture)
        known(journal, qtbot)
        return opener(open_window, journal, qtbot, "points")()

    return opened


def known(journal: Journal, qtbot: QtBot) -> None:
    journal.start()
    qtbot.waitUntil(lambda: bool(journal.flags))


def paper_of(journal: Journal) -> str:
    blocks = summary_of(journal, Period.ending(DAY, 84)).blocks()
    rows = [" ".join(row) for block in blocks if isinstance(block, Table) for row in block.rows]
    return "\n".join([*rows, *(line for block in blocks if isinstance(block, Words) for line in block.paragraphs)])


@pytest.mark.parametrize("rule", DIFFERENT)
def test_card_and_paper_quote_the_same_numbers(rule: str, journal: Journal, drawn: Drawn) -> None:
    """Every number of the point's evidence stands in its sentence, under “Why this?” and on the paper."""
    card = next(card for card in drawn(RAISES[rule]).points.cards if card.point.flag.rule == rule)
    (flag,) = (flag for flag in journal.flags if flag.named == card.point.flag.named)
    assert flag.text in said(card)
    card.button("why").click()
    words, sentence = said(card), re.sub(r"\s", " ", flag.text)
    for amount in flag.evidence.values():
        assert re.search(rf"(?<![\d.]){re.escape(number(amount))}(?![\d])", sentence)
        assert f": {number(amount)}" in words
    assert sentence in re.sub(r"\s", " ", paper_of(journal))


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        ("severe-days", "12–15 May: 3, 7, 9"),
        ("pain-spells", "4, 1, 5"),
        ("bowels", "0, 0, 0"),
        ("weight-loss", "75.5"),
        ("more-doses", "3, 2, 3, 2, 2, 3, 3"),
        ("harder-cycle", "4, 5, 6, 7, 6, 5, 4, 3, 2, 3"),
        ("doses-help-less", "1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1"),
    ],
)
def test_a_picture_shows_what_the_point_speaks_of(rule: str, marked: str, drawn: Drawn) -> None:
    """Scores, times a day, yes and no, kilograms, doses: the days of the sentence are those on the band."""
    card = next(card for card in drawn(RAISES[rule]).points.cards if card.point.flag.rule == rule)
    picture = card.findChild(Picture)
    assert isinstance(picture, Picture)
    assert marked in picture.accessibleDescription()


def test_a_mark_on_trends_opens_the_card(
    store: DiaryStore, clock: StandingClock, journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """With the cursor on the day that it was raised, Trends says the same sentence, and Enter goes to the card."""
    fill(store, clock)
    known(journal, qtbot)
    flag = next(flag for flag in journal.flags if flag.text == HIGH)
    window = open_window()
    window.open("trends")
    page = window.page()
    assert isinstance(page, TrendsPage)
    assert page.sheet is not None
    assert page.chart is not None
    assert page.sheet.open_point.isHidden()
    page.chart.show_day(flag.raised.toordinal())
    assert HIGH in page.sheet.read_out.accessibleName()
    assert page.sheet.open_point.isVisible()
    page.chart.setFocus()
    press(K.Key_Return)
    assert window.page_key == "team"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleDescription() == HIGH


def test_points_that_are_hidden_leave_no_mark_on_trends(
    store: DiaryStore, clock: StandingClock, journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """For some it is better not to look."""
    fill(store, clock)
    journal.set_preferences(points=False)
    known(journal, qtbot)
    window = open_window()
    window.open("trends")
    page = window.page()
    assert isinstance(page, TrendsPage)
    assert page.chart is not None
    assert page.sheet is not None
    page.chart.show_day(DAY.toordinal())
    assert page.sheet.open_point.isHidden()
    assert "For the team" not in page.sheet.read_out.accessibleName()


def test_no_point_comes_in_between_two_answers(
    journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """Pain of 9 is worth a call, which is said after the last question and not while the others are answered."""
    page = open_window().page()
    assert isinstance(page, TodayPage)
    journal.start()
    press(K.Key_9, K.Key_Return)
    qtbot.waitUntil(lambda: bool(journal.flags))
    press(K.Key_2, K.Key_Return, K.Key_3)
    assert page.points == ()
    press(K.Key_Return, K.Key_4, K.Key_Return)
    qtbot.waitUntil(lambda: bool(page.points))


def test_what_is_picked_is_saved_before_a_point_comes_in(
    journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """Another copy of the diary brings a point while a number is picked: it waits until that is saved."""
    page = open_window().page()
    assert isinstance(page, TodayPage)
    press(K.Key_3)
    journal.add(*(Rating(day=DAY - timedelta(days=back), item="nausea", score=8) for back in (1, 2, 3)))
    qtbot.waitUntil(lambda: bool(journal.flags))
    assert page.points == ()
    page.take_back()
    qtbot.waitUntil(lambda: bool(page.points))


@pytest.mark.parametrize("leave", ["button", "page"])
def test_a_point_does_not_wait_for_answers_that_never_come(
    leave: str, journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """Who answers pain alone sees the point on turning to anything else or coming back, however slow they are."""
    window = open_window()
    page = window.page()
    assert isinstance(page, TodayPage)
    press(K.Key_9, K.Key_Return)
    qtbot.waitUntil(lambda: bool(journal.flags))
    points = page.findChild(Points)
    assert isinstance(points, Points)
    points.minute.emit()  # Another minute has begun: who answers slowly is still answering.
    assert page.points == ()
    if leave == "button":
        page.foot.button("note").setFocus()
    else:
        window.open("diary")
        window.open("today")
    qtbot.waitUntil(lambda: bool(page.points))


def test_what_the_team_said_is_kept_from_today(
    journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """“We phoned” on Today asks whom and what they said, and the paper has both beside the point."""
    journal.set("team", [{"who": "Ward 5", "numbers": [{"number": "01632 960 111"}]}])
    journal.add(*(Rating(day=DAY - timedelta(days=back), item="pain", score=8) for back in (0, 1, 2)))
    page = open_window().page()
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.points))
    page.points[0].button("talked").click()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "come in tomorrow")
    press(K.Key_Return)
    qtbot.waitUntil(lambda: page.points == ())
    assert "Phoned 15 May, Ward 5, 01632 960 111: come in tomorrow" in paper_of(journal)


def test_switched_off_no_page_and_no_paper_shows_a_point(
    store: DiaryStore, clock: StandingClock, journal: Journal, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """A plain diary: nothing on Today, on Trends, in For my team or on the paper."""
    fill(store, clock)
    journal.set("flags", "off")
    journal.start()
    window = open_window()
    shown = {}
    for key in ("today", "trends", "team"):
        window.open(key)
        QApplication.processEvents()
        shown[key] = said(window)
    assert journal.flags == ()
    page = window.page()
    for text in (*shown.values(), paper_of(journal)):
        assert HIGH not in text
        assert "Phone the team" not in text
        assert "a point for the team" not in text
    assert "What the numbers show" not in paper_of(journal)
    assert page.isVisible()


@pytest.mark.parametrize("rule", ["above-goal", "swings", "voices-apart", "gap-after-high"])
def test_what_is_not_announced_is_no_card(rule: str, journal: Journal, drawn: Drawn) -> None:
    """A standing point and one for the paper are on the paper alone; a note is a line here, and on the paper."""
    page = drawn(RAISES[rule])
    (flag,) = (flag for flag in journal.flags if flag.rule == rule)
    assert rule not in {card.point.flag.rule for card in page.points.cards}
    assert (flag.text in said(page)) == (flag.shown == "note")
    assert re.sub(r"\s", " ", flag.text) in re.sub(r"\s", " ", paper_of(journal))


def test_three_points_stand_there_and_the_rest_under_more(journal: Journal, drawn: Drawn) -> None:
    """What to phone about comes first; nothing is lost."""
    story = "\n".join(f"{item} 2 2 3 2 2 3 2 2 3 2 2 9 9 9" for item in ("pain", "nausea", "appetite", "fatigue"))
    page = drawn(story)
    window = page.window()
    assert isinstance(window, MainWindow)
    waiting = [flag for flag in journal.flags if flag.on_screen(DAY)]
    assert len(waiting) > 3
    assert len(page.points.cards) == len(waiting)
    assert sum(card.isVisible() for card in page.points.cards) == 3
    assert [card.point.flag.to_phone for card in page.points.cards] == sorted(
        (card.point.flag.to_phone for card in page.points.cards), reverse=True
    )
    window.open("today")
    shown = window.page()
    assert isinstance(shown, TodayPage)
    assert len(shown.points) == 3
    assert "more are under “For my team”." in said(shown)
