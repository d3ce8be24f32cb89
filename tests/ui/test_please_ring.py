"""The top line of every page says that there is something to phone about."""

from typing import cast

from pytestqt.qtbot import QtBot

from symtrack.ui.journal import Journal
from symtrack.ui.top_part import TopPart
from tests.ui.conftest import settle
from tests.ui.pointing import DAY, Opens, arrived, click, in_sight, nearly, place, today_of
from tools.states import line


def test_the_top_line_says_at_once_that_there_is_something_to_phone_about(
    journal: Journal, open_window: Opens, qtbot: QtBot
) -> None:
    """Whatever page is open, and while the mouse holds the point out of sight: in other words and in another colour."""
    nearly(journal)
    window = open_window()
    page = today_of(window)
    ring = line(window).ring
    assert (ring.accessibleName(), ring.filled) == ("Who to ring: 01632 960 111", False)
    click(window, place(page.cards[0].scale.button(8)))
    arrived(journal, page, qtbot)
    assert not in_sight(page.points[0])
    for key in ("today", "trends"):
        window.open(key)
        assert (ring.accessibleName(), ring.filled) == ("Please ring: 01632 960 111", True)
    window.open("today")
    page.points[0].button("known").click()
    settle()
    assert (ring.accessibleName(), ring.filled) == ("Who to ring: 01632 960 111", False)


def test_what_the_top_line_opens_says_what_to_phone_about(journal: Journal, open_window: Opens, qtbot: QtBot) -> None:
    """On any page: the sentence of the point, below the number."""
    nearly(journal)
    journal.rate(DAY, "pain", 8)
    window = open_window()
    arrived(journal, today_of(window), qtbot)
    window.open("trends")
    click(window, place(line(window).ring))
    panel = cast("TopPart", window.findChild(TopPart)).below.panel
    assert panel is not None
    assert next(flag.text for flag in journal.flags if flag.urgency == "phone") in panel.texts()


def test_who_would_rather_see_no_points_sees_none_in_the_top_line(
    journal: Journal, open_window: Opens, qtbot: QtBot
) -> None:
    """They are on paper all the same."""
    nearly(journal)
    journal.rate(DAY, "pain", 8)
    journal.set_preferences(points=False)
    window = open_window()
    journal.start()
    qtbot.waitUntil(lambda: bool(journal.flags))
    settle()
    assert not line(window).ring.filled
