"""How a test ticks the team's list on Today."""

from PySide6.QtWidgets import QApplication, QWidget

from symtrack.diary.rows import Event
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.now_card import NowCard
from symtrack.ui.today.team_list_offer import TeamListOffer

FEVER = "Shivering or feeling feverish, with or without a thermometer"


def page_of(window: MainWindow) -> TodayPage:
    page = window.page()
    assert isinstance(page, TodayPage)
    return page


def the_list(page: TodayPage) -> TeamListOffer:
    assert isinstance(page.foot.offer, TeamListOffer)
    return page.foot.offer


def card_of(page: TodayPage) -> NowCard:
    assert page.ticked.card is not None
    return page.ticked.card


def tick(page: TodayPage, *lines: str) -> NowCard:
    """Tick the lines one after the other, each in the list opened anew."""
    for line in lines:
        page.foot.keep_open("teamlist")
        the_list(page).button(line).click()
        QApplication.processEvents()
    return card_of(page)


def card_of_fever(window: MainWindow) -> NowCard:
    return tick(page_of(window), FEVER)


def ticks(journal: Journal) -> list[Event]:
    return [event for event in journal.events() if event.kind == "teamlist"]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
