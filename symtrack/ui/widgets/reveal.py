"""Scrolling so that something that was just put into the page can be seen."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

AROUND = 12


def reveal(widget: QWidget) -> None:
    """Have the page scroll to the widget, once Qt has given it its place."""

    def scroll() -> None:
        area: QWidget | None = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            # What was just shown is laid out from the inside out, each time by an event that asks for the next.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            area.ensureWidgetVisible(widget, AROUND, AROUND)

    QTimer.singleShot(0, widget, scroll)
