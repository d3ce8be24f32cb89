"""The pages of the window: which there are, how one is made when it is first opened, and what a page may offer."""

import importlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QTimer, SignalInstance
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from symtrack.diary.flag import Flag
from symtrack.i18n import N_
from symtrack.ui.half_written import Way
from symtrack.ui.journal import Journal
from symtrack.ui.rail import Place
from symtrack.ui.steady import Steady
from symtrack.ui.theme import Theme
from symtrack.ui.widgets.scrolling import Scrolling

PLACES = (
    Place(key="today", word=N_("Today"), icon="today", shortcut="Ctrl+1"),
    Place(key="trends", word=N_("Trends"), icon="trends", shortcut="Ctrl+2"),
    Place(key="diary", word=N_("Diary"), icon="diary", shortcut="Ctrl+3"),
    Place(key="team", word=N_("For my team"), icon="team", shortcut="Ctrl+4"),
    Place(key="settings", word=N_("Settings"), icon="settings", shortcut="Ctrl+5", at_foot=True),
)
WORDS = {place.key: place.word for place in PLACES} | {"help": N_("Help"), "moving": N_("Moving in")}
AROUND = 12
CARDS = {"card", "tinted", "now"}


@runtime_checkable
class KeepsPicked(Protocol):
    """A page that may hold something picked or typed and not saved yet."""

    def keep(self) -> bool:
        """Save it; whether nothing is left unsaved."""


@runtime_checkable
class TakesBack(Protocol):
    """A page that may hold something picked and not saved, which an undo takes back first."""

    def take_back(self) -> bool:
        """Leave it; whether there was anything."""


class Picks(Protocol):
    """A card on which something may be picked and not given yet."""

    @property
    def picked(self) -> object | None:
        """What is picked."""


@runtime_checkable
class HasCards(Protocol):
    """A page on which somebody may be in the middle of an answer."""

    @property
    def cards(self) -> Sequence[Picks]:
        """Its cards."""


@runtime_checkable
class TakesFocus(Protocol):
    """A page that knows where its work begins."""

    def take_focus(self) -> None:
        """Put the focus there."""


@runtime_checkable
class Asks(Protocol):
    """A page that may ask the window for something: `writer`, the team's `number`, the `paper`, or a page."""

    asked: SignalInstance


@runtime_checkable
class WantsDay(Protocol):
    """A page that may ask for a day's cards."""

    day_wanted: SignalInstance


@runtime_checkable
class WantsPoint(Protocol):
    """A page that may ask for the card of a point."""

    point_wanted: SignalInstance


@runtime_checkable
class ShowsPoint(Protocol):
    """The page that has the cards of the points."""

    def show_point(self, flag: Flag) -> None:
        """Show that of `flag`."""


@runtime_checkable
class GoesToDay(Protocol):
    """The page that has a day's cards."""

    def go_to(self, day: date) -> None:
        """Show those of `day`."""


@runtime_checkable
class Grants(Protocol):
    """A page that has what another one may ask for, such as the team's `number` or the `paper`."""

    def grant(self, wish: str) -> None:
        """Have that open; nothing for any other wish."""


@runtime_checkable
class KeepsPlace(Protocol):
    """A page on which something is read, that it comes back to when the window is built anew."""

    @property
    def place(self) -> str:
        """What is read; empty where nothing is."""

    def read(self, place: str) -> None:
        """Show that."""


@runtime_checkable
class HasParts(Protocol):
    """A page of several parts, of which one is open."""

    @property
    def part(self) -> str:
        """The part that is open."""

    def open(self, part: str) -> None:
        """Open that part."""


@runtime_checkable
class OpensAgain(Protocol):
    """A page, or what stands above them, that knows the way back to a form which was half written."""

    def open_again(self, way: Way) -> QWidget | None:
        """Open that form again; the form, None where it can't be any more."""


PAGE_OF = {
    "number": "settings",
    "passphrase": "settings",
    "list": "settings",
    "words": "help",
    "about": "help",
    "paper": "team",
    "data": "team",
    "teamlist": "today",
    "call": "today",
}
"""The page that has what another page asked for; any other wish is a page itself."""


def show(page: QWidget, what: date | Flag) -> None:
    """Have the page show the cards of that day, or the card of that point, if it has any."""
    if isinstance(what, Flag) and isinstance(page, ShowsPoint):
        page.show_point(what)
    elif isinstance(what, date) and isinstance(page, GoesToDay):
        page.go_to(what)


def build(key: str, journal: Journal, theme: Theme) -> QWidget:
    """The page `key`, from its own module, which is imported here so that the first page need not wait for it."""
    made = getattr(importlib.import_module(f"symtrack.ui.{key}"), f"{key.capitalize()}Page")
    page: QWidget = made(journal, theme)
    return page


def listen(
    page: QWidget, asked: Callable[[str], None], day: Callable[[date], None], point: Callable[[Flag], None]
) -> None:
    """Have what the page may want done by these."""
    if isinstance(page, Asks):
        page.asked.connect(asked)
    if isinstance(page, WantsDay):
        page.day_wanted.connect(day)
    if isinstance(page, WantsPoint):
        page.point_wanted.connect(point)


def answering(page: QWidget) -> bool:
    """Whether something is picked on one of the page's cards and not given yet."""
    return isinstance(page, HasCards) and any(card.picked is not None for card in page.cards)


class PageArea(Scrolling):
    """Scrolls its page up and down where the page is higher than the window, and follows the focus."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._steady = Steady(self)

    def fill(self) -> None:
        """Put the page in. It is laid out once where this area has its place by then."""
        self.put(self._page)

    @property
    def page(self) -> QWidget:
        return self._page

    @property
    def holds(self) -> bool:
        """Whether what the mouse points at is kept where it is."""
        return self._steady.holds

    def let_go(self) -> None:
        """Let the page move: something was opened on it that is to be seen."""
        self._steady.let_go()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._steady.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._steady.rest()

    def ensureWidgetVisible(self, widget: QWidget, xmargin: int = AROUND, ymargin: int = AROUND) -> None:
        self._steady.scroll()
        super().ensureWidgetVisible(widget, xmargin, ymargin)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's own
        bar = self.verticalScrollBar()
        at = bar.value()
        found = super().focusNextPrevChild(next_)
        if self._steady.holds:  # What had the focus went away under the mouse: Qt looks for another, and scrolls to it.
            bar.setValue(at)
        return found

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._steady.place()

    def reveal(self, focused: QWidget) -> None:
        """Scroll so that what has the focus can be seen, with the whole card that it is in where that fits.

        What has it from a click was seen; between press and release nothing may move.
        """
        if self._page.isAncestorOf(focused) and not self._steady.keeps_from(focused):
            self._scroll_to(focused)
            # What was just put into the page has its place only once Qt has laid it out, which may take two turns.
            QTimer.singleShot(0, focused, lambda: self._scroll_to(focused, again=True))

    def _scroll_to(self, focused: QWidget, *, again: bool = False) -> None:
        if not isValid(self) or not self._page.isAncestorOf(focused):
            return
        if self.window().focusWidget() is not focused:  # It went on meanwhile, and the page with it.
            return
        if again:
            QTimer.singleShot(0, focused, lambda: self._scroll_to(focused))
        widget: QWidget | None = focused
        room = self.viewport().height()
        while widget is not None and widget is not self._page:
            if widget.property("kind") in CARDS and widget.height() < room:
                self.ensureWidgetVisible(widget, AROUND, AROUND)
            elif widget.property("kind") in CARDS and not self._sees(focused):
                # As much of it as there is room for, from its heading on.
                self.verticalScrollBar().setValue(widget.mapTo(self._page, QPoint(0, 0)).y() - AROUND)
            widget = widget.parentWidget()
        self.ensureWidgetVisible(focused, AROUND, AROUND)

    def _sees(self, widget: QWidget) -> bool:
        """Whether the whole widget can be seen."""
        return self.viewport().rect().contains(QRect(widget.mapTo(self.viewport(), QPoint(0, 0)), widget.size()))


def is_held(page: QWidget) -> bool:
    """Whether the mouse is on the page, so that what it points at is kept where it is."""
    port = page.parentWidget()
    area = port.parentWidget() if port is not None else None
    return isinstance(area, PageArea) and area.holds
