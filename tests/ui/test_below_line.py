"""A panel below the top line: it can be read to its end, and the page stays in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from symtrack.i18n import speaking
from symtrack.ui.main_window import MainWindow
from tests.ui.conftest import settle


def bottom(widget: QWidget) -> int:
    """In the window."""
    return widget.mapTo(widget.window(), QPoint(0, widget.height())).y()


@pytest.mark.parametrize("shape", [(1366, 768, 100), (1366, 768, 200), (800, 600, 100), (800, 600, 200)])
@pytest.mark.parametrize("panel", ["ring", "question", "menu"])
def test_a_panel_is_never_cut_off_by_the_page(
    open_window: Callable[..., MainWindow], shape: tuple[int, int, int], panel: str
) -> None:
    """In German, whose top line takes three rows of a small window in large text: the rest of the panel scrolls."""
    width, height, size = shape
    with speaking("de"):
        window = open_window(width, height, text_size=size)
        window.contents.top.toggle(panel)
        settle()
        area = window.contents.top.below.findChildren(QScrollArea)[-1]
        assert area.isVisible()
        assert bottom(area) <= bottom(window.contents.top)
        assert bottom(window.contents.top.line) <= area.mapTo(window, QPoint()).y()
        assert window.page().height() >= 40
