"""Showing what stands in something that cannot be seen yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_when(widget: QWidget, shown: bool) -> None:  # noqa: FBT001 - it is what the function is about
    """Show the widget or hide it. One that was never hidden is left to come with what it is in.

    Qt would lay it out at once, and once more when it has its place.
    """
    if not shown or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.setVisible(shown)
