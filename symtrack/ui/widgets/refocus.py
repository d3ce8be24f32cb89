"""Keeping the focus where it is when things are built anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focused_name(inside: QWidget) -> str:
    """The name of what has the focus in there; empty when nothing has."""
    focused = inside.window().focusWidget()
    return focused.accessibleName() if focused is not None and inside.isAncestorOf(focused) else ""


def refocus(inside: QWidget, name: str) -> None:
    """Give the focus to what has this name in there, if anything has."""
    for widget in inside.findChildren(QWidget) if name else ():
        stops = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if stops and widget.accessibleName() == name and widget.isVisibleTo(inside):
            widget.setFocus()
            return
