"""The order of the Tab key: as the page is read, however late its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What the Tab key stops at in the widget, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def order_tabs(widget: QWidget, known: list[QWidget]) -> list[QWidget]:
    """Have Tab go through the widget as it is read, unless the stops are still those of `known`; the stops."""
    found = list(stops(widget))
    if found != known:
        for before, after in pairwise(found):
            QWidget.setTabOrder(before, after)
    return found


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inside, below = item.widget(), item.layout()
        if inside is not None:
            yield from stops(inside)
        elif below is not None:
            yield from _stops_of(below)
