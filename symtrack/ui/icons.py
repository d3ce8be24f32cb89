"""The project's own line icons, drawn in whatever colour the theme gives."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from symtrack import paths

SIZES = (24, 36, 48, 72, 96)
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def drawing(name: str, colour: str) -> QSvgRenderer:
    """The icon `resources/icons/NAME.svg`, its lines in `colour` (`#RRGGBB`)."""
    svg = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


def icon(name: str, colour: str) -> QIcon:
    """The same as a QIcon, sharp from 24 to 96 px."""
    return _drawn(drawing(name, colour), SIZES)


def app_icon() -> QIcon:
    """The program's own icon, which has its own colours."""
    return _drawn(QSvgRenderer(str(paths.resource(f"icons/{paths.APP}.svg"))), APP_SIZES)


def _drawn(renderer: QSvgRenderer, sizes: Iterable[int]) -> QIcon:
    drawn = QIcon()
    for size in sizes:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn
