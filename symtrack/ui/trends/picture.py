"""What is on the screen as a picture in a file, or on paper: the same drawing, in the colours that paper bears."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgGenerator

from symtrack.store import outgoing
from symtrack.ui.theme import NAME, Theme

SHARPER = 2
"""A PNG has so many dots for one of the screen's."""
MARGIN = 12.0
"""Millimetres of paper left free."""


class Drawing(Protocol):
    """A chart of a certain size that can be drawn anywhere."""

    def size(self) -> QSize: ...

    def paint(self, painter: QPainter, theme: Theme | None = None) -> None: ...


class Picture:
    """A drawing below its heading; `words` say for a screen reader what it shows."""

    def __init__(self, drawing: Drawing, theme: Theme, *, heading: str, words: str = "") -> None:
        self._drawing = drawing
        self._theme = Theme.load("light", theme.scale)
        self._heading = heading
        self._words = words
        self._head = theme.px(NAME) * 2

    @property
    def size(self) -> QSize:
        size = self._drawing.size()
        return QSize(size.width(), size.height() + self._head)

    def write(self, path: Path) -> None:
        """Put the picture into a file, of the kind that its name ends in; SymtrackError when it can’t be written."""
        kinds: dict[str, Callable[[QBuffer], None]] = {".svg": self._svg, ".pdf": self._pdf}
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        kinds.get(path.suffix.lower(), self._png)(buffer)
        buffer.close()
        outgoing.write(path, (bytes(buffer.data().data()),))

    def print(self, printer: QPrinter) -> bool:
        """Print it across the paper; whether the printer took it."""
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        return self._on_page(printer)

    def _png(self, buffer: QBuffer) -> None:
        image = QImage(self.size * SHARPER, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARPER)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's own devices are taken too.

    def _svg(self, buffer: QBuffer) -> None:
        svg = QSvgGenerator()
        svg.setOutputDevice(buffer)
        svg.setSize(self.size)
        svg.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        svg.setTitle(self._heading)
        svg.setDescription(self._words)
        painter = QPainter(svg)
        self._paint(painter)
        painter.end()

    def _pdf(self, buffer: QBuffer) -> None:
        pdf = QPdfWriter(buffer)
        pdf.setTitle(self._heading)
        pdf.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        pdf.setPageOrientation(QPageLayout.Orientation.Landscape)
        pdf.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
        self._on_page(pdf)

    def _on_page(self, device: QPagedPaintDevice) -> bool:
        painter = QPainter()
        if not painter.begin(device):
            return False
        room = painter.viewport()
        part = min(room.width() / self.size.width(), room.height() / self.size.height())
        painter.scale(part, part)
        self._paint(painter)
        return painter.end()

    def _paint(self, painter: QPainter) -> None:
        size = self.size
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.color("panel"))
        painter.setFont(self._theme.font(NAME, bold=True))
        painter.setPen(self._theme.color("ink"))
        head = QRectF(self._head / 3, 0, size.width() - self._head / 3, self._head)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._heading)
        painter.translate(0, self._head)
        self._drawing.paint(painter, self._theme)
