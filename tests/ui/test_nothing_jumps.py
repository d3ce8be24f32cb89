"""What a tired eye follows stays where it is: nothing moves aside, nothing is cut, a form begins at its heading."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.menu_panel import MenuPanel
from symtrack.ui.pages import PageArea
from symtrack.ui.today.team_list_offer import TeamListOffer
from symtrack.ui.widgets.toggle import Toggle
from tests.ui.conftest import TEAM, press, settle


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def area_of(page: QWidget) -> QScrollArea:
    area: QWidget | None = page
    while not isinstance(area, PageArea):
        assert area is not None
        area = area.parentWidget()
    return area


def test_a_scroll_bar_moves_nothing_aside(today, window):
    """An offer that opens below makes the page higher than the window; each card stays as wide as it was."""
    bar = area_of(today).verticalScrollBar()
    before = [(place(card).left(), place(card).right()) for card in today.cards]
    assert not bar.isVisible()
    today.foot.open("more")
    settle()
    assert bar.isVisible()
    assert [(place(card).left(), place(card).right()) for card in today.cards] == before
    assert place(today.cards[0]).right() < place(bar).left()
    assert place(bar).right() <= window.rect().right()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_cards_stay_where_they_are_while_one_goes_through_them(open_window, theme):
    """The thick edge of the card that is answered takes no room of its own, and neither does an answer."""
    today = open_window(theme=theme).page()
    before = [place(card.scale.button(0)) for card in today.cards]
    for _card in today.cards:
        press(Qt.Key.Key_5, Qt.Key.Key_Return)
        settle()
        # The line that is only there before the first answer goes with it, and the others move up.
        assert _apart([place(card.scale.button(0)) for card in today.cards]) == _apart(before)


def _apart(places: list[QRect]) -> list[tuple[int, int]]:
    return [(at.x() - places[0].x(), at.y() - places[0].y()) for at in places]


def test_undo_stays_where_it_is_when_something_is_saved(open_window, journal):
    """The first answer of the day says “Saved”, and neither pushes Undo away nor makes the page longer."""
    journal.rate(journal.today, "pain", 3)
    journal._saved = ""
    window = open_window()
    today = window.page()
    undo, high = place(today.foot.status.undo_button), today.height()
    journal.rate(journal.today, "nausea", 2)
    settle()
    assert today.foot.status.saved_text()
    assert (place(today.foot.status.undo_button), today.height()) == (undo, high)
    assert undo.right() == place(today.cards[0]).right()


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_the_whole_menu_can_be_seen(open_window, theme):
    """On a laptop of 1366 × 768 nothing of it has to be looked for by scrolling."""
    window = open_window(theme=theme)
    window.contents.top.toggle("menu")
    settle()
    (menu,) = window.findChildren(MenuPanel)
    close = place(menu.button("close"))
    assert place(menu.parentWidget()).contains(close)


@pytest.mark.parametrize("text_size", [100, 200])
def test_whom_to_ring_is_in_sight_as_soon_as_something_is_ticked(open_window, journal, text_size):
    """However quickly the tick followed the list, and however high the page is by then."""
    journal.set("team", TEAM)
    window = open_window(text_size=text_size)
    today = window.page()
    today.foot.open("teamlist")
    offer = today.foot.offer
    assert isinstance(offer, TeamListOffer)
    offer.findChildren(Toggle)[1].click()
    settle(20)
    head = today.ticked.card.focusProxy()
    assert area_of(today).viewport().rect().contains(head.mapTo(area_of(today).viewport(), QPoint(0, 0)))
    assert head.hasFocus()


def test_a_form_that_is_higher_than_the_window_begins_at_its_heading(open_window):
    """In a small window the form opens below the month: its name and first fields are what one sees."""
    window = open_window(800, 600)
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    page.add()
    settle(20)
    form = page.findChildren(EventForm)[-1]
    heading = next(label for label in form.findChildren(QLabel) if label.text() == "Add to the diary")
    port = area_of(page).viewport()
    assert heading.mapTo(port, QPoint(0, 0)).y() < 40


def test_a_card_ends_at_one_edge_in_a_small_window(open_window):
    """Where the name stands above the scale, what stands beside it ends where the scale does."""
    card = open_window(800, 600).page().cards[0]
    assert place(card.decline).right() == place(card.scale).right()


def test_words_without_a_border_begin_where_other_words_do(window):
    """“Correct” stands right below what it corrects, and a list below its title."""
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    page.add()
    settle()
    form = page.findChildren(EventForm)[-1]
    field = form.field("text")
    close = next(b for b in form.findChildren(QWidget) if b.accessibleName() == "Put away")
    assert place(close).right() == place(field).right()
