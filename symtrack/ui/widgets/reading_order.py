"""The order of the Tab key: as the page is read, however late its parts were made.

No item of Qt's own layouts is asked for: Python would keep it in mind after Qt has deleted it, and take whatever comes
to lie in its place for it, with which the program dies sooner or later.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What the Tab key stops at in the widget, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from stops(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout, widget.findChildren(QWidget, options=CHILDREN))


def order_tabs(widget: QWidget, known: list[QWidget]) -> list[QWidget]:
    """Have Tab go through the widget as it is read, unless the stops are still those of `known`; the stops."""
    found = list(stops(widget))
    if found != known:
        for before, after in pairwise(found):
            QWidget.setTabOrder(before, after)
    return found


def _stops_of(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that stand in the layout, and in the layouts within it."""
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    placed += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    for _place, each in sorted((pair for pair in placed if pair[0] >= 0), key=lambda pair: pair[0]):
        if isinstance(each, QWidget):
            yield from stops(each)
        else:
            yield from _stops_of(each, widgets)
