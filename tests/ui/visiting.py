"""One window led through all the states of a page; making a new one for each takes longer than looking at it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from symtrack.ui.main_window import MainWindow
from tests.ui.conftest import press, settle
from tests.ui.looking import seen
from tools.states import STATES, State

PAGES = tuple(dict.fromkeys(state.page for state in STATES))


def visited(window: MainWindow, page: str) -> Iterator[State]:
    """Each state of the page, once the window shows it; afterwards the window is as it was."""
    at_first = _begin(window, page)
    for state in (state for state in STATES if state.page == page):
        state.reach(window)
        settle()
        yield state
        state.leave(window)
        _put_away(window, page, at_first)


def _begin(window: MainWindow, page: str) -> list[str]:
    """What can be seen on the page when nothing was pressed yet."""
    window.open(page)
    settle()
    return [f"{type(each).__name__} {each.accessibleName()} {each.size()}" for each in seen(window)]


def _put_away(window: MainWindow, page: str, at_first: list[str]) -> None:
    """Where Escape does not bring the page back to how it was, it is built anew as in a new window."""
    window.contents.top.below.close_panel()
    if QApplication.focusWidget() is not None:
        press(Qt.Key.Key_Escape)
    if _begin(window, page) != at_first:
        window.contents._dress()  # As it does itself when the look changes: no other way takes pages away in use.
        _begin(window, page)
