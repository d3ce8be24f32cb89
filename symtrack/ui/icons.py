"""The project's own line icons, drawn in whatever colour the theme gives."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from symtrack import paths

SIZES = (24, 36, 48, 72, 96)
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def drawing(name: str, colour: str) -> QSvgRenderer:
    """The icon `resources/icons/NAME.svg`, its lines in `colour` (`#RRGGBB`)."""
    svg = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


def icon(name: str, colour: str) -> QIcon:
    """The same as a QIcon, sharp from 24 to 96 px, drawn once."""
    made, renderer = QIcon(), None
    for size in SIZES:
        key = f"{paths.APP}-{name}-{colour}-{size}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            renderer = renderer or drawing(name, colour)
            pixmap = _pixmap(renderer, size)
            QPixmapCache.insert(key, pixmap)
        made.addPixmap(pixmap)
    return made


def app_icon() -> QIcon:
    """The program's own icon, which has its own colours."""
    renderer = QSvgRenderer(str(paths.resource(f"icons/{paths.APP}.svg")))
    made = QIcon()
    for size in APP_SIZES:
        made.addPixmap(_pixmap(renderer, size))
    return made


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
