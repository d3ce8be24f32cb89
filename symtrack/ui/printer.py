"""Printing pages as they were set: the system's own dialog, and the same pictures that the screen shows."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

PPI = 300
AskPrinter = Callable[[QWidget], QPrinter | None]
"""Asks for a printer; None when the person thinks better of it."""


def ask(parent: QWidget) -> QPrinter | None:
    """The printer that the person chose in the system's dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    return printer if QPrintDialog(printer, parent).exec() else None


def print_pages(pages: Sequence[bytes], printer: QPrinter) -> bool:
    """Prints each PNG on a page of its own, as large as the paper; whether the printer took them."""
    return all(each_page(pages, printer))


def each_page(pages: Sequence[bytes], printer: QPrinter) -> Iterator[bool]:
    """The same page after page: whether the printer took it. Closed before the end, nothing is printed."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        yield False
        return
    try:
        for number, png in enumerate(pages):
            if number:
                printer.newPage()
            _draw(png, printer, painter)
            yield True
        yield painter.end()
    finally:
        if painter.isActive():
            printer.abort()
            painter.end()


def _draw(png: bytes, printer: QPrinter, painter: QPainter) -> None:
    page = QPixmap()
    page.loadFromData(png)
    room = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = page.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    left = room.left() + (room.width() - size.width()) / 2
    painter.drawPixmap(QRectF(left, room.top(), size.width(), size.height()), page, QRectF(page.rect()))
