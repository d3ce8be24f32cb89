"""A short film of a good day's entry, from the window itself: `python -m tools.film`.

It plays twice and then stands still, since what moves all the time is hard to look past.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symtrack import i18n, sample
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.theme import Theme
from tools import pictures
from tools.guide_pictures import small

FILM = pictures.DOCS / "entry.gif"
WIDTH, HEIGHT, STRIP, SHOWN = 1366, 768, 64, 860
SCORES = "3125"
LOOK, PICKED, LAST = 1600, 750, 4000
"""Milliseconds: before the first key, for each key, and at the end."""
REPEATS = 1


def scenes(window: MainWindow) -> Iterator[tuple[QImage, int]]:
    """The window after each key, with the key below it, and how long it is looked at."""
    yield _with_key(window, "A good day: four numbers"), LOOK
    for score in SCORES:
        _press(Qt.Key(int(Qt.Key.Key_0) + int(score)))
        yield _with_key(window, score), PICKED
        _press(Qt.Key.Key_Return)
        yield _with_key(window, "Enter"), PICKED
    yield _with_key(window, "Saved. That was all."), LAST


def _press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    pictures.let_qt_draw()


def _with_key(window: MainWindow, words: str) -> QImage:
    """The window, and below it the key that was pressed."""
    theme = Theme.load("light")
    image = QImage(WIDTH, HEIGHT + STRIP, QImage.Format.Format_RGB32)
    image.fill(theme.color("accent"))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, window.grab())
    painter.setPen(theme.color("on_accent"))
    painter.setFont(theme.font(30, bold=True))
    painter.drawText(QRect(0, HEIGHT, WIDTH, STRIP), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return image.scaledToWidth(SHOWN, Qt.TransformationMode.SmoothTransformation)


def take(store: DiaryStore, place: Path) -> list[tuple[Image.Image, int]]:
    """The frames of a day that has no answer yet."""
    with i18n.speaking(i18n.SOURCE):
        journal = Journal(store, place / "settings.toml")
        journal.set_preferences(theme="light", points=False, backup_folder=str(place / "copies"))
        window = MainWindow(journal)
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.activateWindow()
        journal.start()
        pictures.let_qt_draw()
        frames = [(small(image), milliseconds) for image, milliseconds in scenes(window)]
        window.close()
        return frames


def main() -> int:
    """Writes it; the same diary gives the same film."""
    app = QApplication.instance() or QApplication(["symtrack"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with DiaryStore.open(place / "diary.symtrack", create=True, clock=lambda: pictures.NOON) as store:
            store.take(sample.build(until=pictures.DAY - pictures.A_DAY))
            (first, *others), durations = zip(*take(store, place), strict=True)
            first.save(FILM, append_images=others, save_all=True, duration=durations, loop=REPEATS, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
