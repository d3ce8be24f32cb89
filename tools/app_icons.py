"""Draws the program's icon in every size that a system asks for: `python -m tools.app_icons FOLDER`.

FOLDER gets `hicolor/48x48/apps/symtrack.png` and so on for Linux, `symtrack.ico` for Windows, `symtrack.icns` for
macOS. All three are made from the one drawing, resources/icons/symtrack.svg, and none of them is kept.
"""

import os
import shutil
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from symtrack import paths

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 128, 256)
ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""The name that each size of a PNG has in a Mac's file."""


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """The drawing as a square picture."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's own devices are taken too.
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows’ file: a table of sizes (256 is written as 0), then a PNG for each."""
    table, content = b"", b""
    begins = 6 + 16 * len(ICO)
    for size in ICO:
        picture = pictures[size]
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), begins + len(content))
        content += picture
    return struct.pack("<HHH", 0, 1, len(ICO)) + table + content


def icns(pictures: dict[int, bytes]) -> bytes:
    """A Mac’s file: each PNG behind its name and length, the length counting both."""
    content = b"".join(
        name + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for size, name in ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(content)) + content


def draw(folder: Path) -> None:
    """Everything, into the folder."""
    drawing = paths.resource(f"icons/{paths.APP}.svg")
    renderer = QSvgRenderer(str(drawing))
    pictures = {size: png(renderer, size) for size in SIZES}
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable / drawing.name)
    for size, picture in pictures.items():
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{paths.APP}.png").write_bytes(picture)
    (folder / f"{paths.APP}.ico").write_bytes(ico(pictures))
    (folder / f"{paths.APP}.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    draw(Path(sys.argv[1]))
