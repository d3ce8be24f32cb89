"""Short words for the three layouts that pages are built of."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from symtrack.ui.widgets.flow_layout import FlowLayout


def column(*things: QWidget | QLayout, gap: int = 8) -> QVBoxLayout:
    """The things one below the other, `gap` px apart."""
    layout = QVBoxLayout()
    _fill(layout, things, gap)
    return layout


def row(*things: QWidget | QLayout, gap: int = 8) -> QHBoxLayout:
    """The things side by side, `gap` px apart."""
    layout = QHBoxLayout()
    _fill(layout, things, gap)
    return layout


def flow(*things: QWidget, gap: int = 8) -> QWidget:
    """The things side by side, `gap` px apart, and in the next row where there is no more room."""
    line = QWidget()
    layout = FlowLayout(line, gap=gap)
    for thing in things:
        layout.addWidget(thing)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout. A widget goes once Qt is back in its loop: it may be the one being pressed."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _fill(layout: QBoxLayout, things: tuple[QWidget | QLayout, ...], gap: int) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(0, 0, 0, 0)
    for thing in things:
        if isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)
