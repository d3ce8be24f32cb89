"""Scrolling so that something that was just put into the page can be seen."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

AROUND, TURNS = 12, 3


@runtime_checkable
class LetsGo(Protocol):
    """An area that keeps its page where it is while the mouse is on it."""

    def let_go(self) -> None:
        """Have it do so no longer: something was opened that is to be seen."""


def reveal(widget: QWidget, part: QRect | None = None) -> None:
    """Have the page scroll to the widget, or to a part of it, once Qt has given it its place.

    What is higher than the window is shown from its top.
    """

    def scroll() -> None:
        area: QWidget | None = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, LetsGo):
            area.let_go()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None and part is not None:
            centre = widget.mapTo(inside, part.center())
            area.ensureVisible(centre.x(), centre.y(), part.width() // 2 + AROUND, part.height() // 2 + AROUND)
        elif area is not None and inside is not None and widget.height() > area.viewport().height() - 2 * AROUND:
            area.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - AROUND)
        elif area is not None:
            area.ensureWidgetVisible(widget, AROUND, AROUND)

    def turn(left: int) -> None:
        scroll()
        if left:
            QTimer.singleShot(0, widget, lambda: turn(left - 1))

    # What was just shown is laid out from the inside out, each time by an event that asks for the next.
    QTimer.singleShot(0, widget, lambda: turn(TURNS))
