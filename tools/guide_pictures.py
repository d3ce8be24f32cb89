"""The pictures of the pages for patients, cut from the window: `python -m tools.guide_pictures`.

They are small, since they are installed along and shown in Help.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PIL import Image
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from symtrack.store import DiaryStore
from symtrack.ui.below_line import BelowLine
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings.computers import ComputersCard
from symtrack.ui.settings.copies import CopiesCard
from symtrack.ui.team import TeamPage
from symtrack.ui.team.sheet import Sheet
from symtrack.ui.theme import Theme
from symtrack.ui.today import TodayPage
from symtrack.ui.widgets import Card
from tools import pictures
from tools.states import STATES, named

FOLDER = pictures.ROOT / "docs" / "patients" / "pictures"
LOOK = pictures.Look(width=1010, height=1200)
MARGIN, GAP, COLOURS = 12, 10, 128


@dataclass(frozen=True, slots=True)
class Cut:
    """A picture: a state of the window, and the parts of it that are shown, one below the other."""

    name: str
    state: str
    parts: Callable[[MainWindow], Sequence[QWidget]]


def _today(window: MainWindow) -> TodayPage:
    return cast("TodayPage", window.page())


def _team(window: MainWindow) -> TeamPage:
    return cast("TeamPage", window.page())


def _panel(window: MainWindow) -> Sequence[QWidget]:
    panel = cast("BelowLine", window.findChild(BelowLine)).panel
    assert panel is not None
    return [panel]


def _offer(window: MainWindow) -> Sequence[QWidget]:
    return [cast("QWidget", _today(window).foot.offer)]


def _ticked(window: MainWindow) -> Sequence[QWidget]:
    return [cast("QWidget", _today(window).ticked.card)]


def _copies(window: MainWindow) -> Sequence[QWidget]:
    card = cast("CopiesCard", window.page().findChild(CopiesCard))
    named(card, "Make a copy now").click()
    return [card]


CUTS = (
    Cut("today", "today", lambda window: [_today(window).header, *_today(window).cards[:2]]),
    Cut("more", "today-more", _offer),
    Cut("ring", "ring", _panel),
    Cut("ticked", "today-ring-team", _ticked),
    Cut("unwell", "today", lambda window: [_today(window).header]),
    Cut("writer", "writer", _panel),
    Cut("questions", "team-questions", lambda window: _team(window).questions.findChildren(Card)[:2]),
    Cut("paper", "team-paper", lambda window: _team(window).paper.part.findChildren(Sheet)[:1]),
    Cut("point", "team", lambda window: [_team(window).points.cards[1]]),
    Cut("copies", "settings", _copies),
    Cut("computers", "settings", lambda window: window.page().findChildren(ComputersCard)),
)


def stacked_of(cut: Cut, window: MainWindow) -> QImage:
    """The parts that the picture shows, one below the other on the ground of the page."""
    images = [part.grab().toImage() for part in cut.parts(window)]
    width = max(image.width() for image in images)
    height = sum(image.height() for image in images) + GAP * (len(images) - 1)
    sheet = QImage(width + 2 * MARGIN, height + 2 * MARGIN, QImage.Format.Format_RGB32)
    sheet.fill(Theme.load(LOOK.theme).color("bg"))
    painter = QPainter(sheet)
    y = MARGIN
    for image in images:
        painter.drawImage(MARGIN, y, image)
        y += image.height() + GAP
    painter.end()
    return sheet


def small(image: QImage) -> Image.Image:
    """The same with few colours, which letters and lines don’t miss."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = plain.width(), plain.height()
    read = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())
    return read.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def taken(store: DiaryStore, place: Path) -> Iterator[tuple[str, Image.Image]]:
    """Each picture with its name."""
    states = {state.name: state for state in STATES}
    for cut in CUTS:
        shown = pictures.take(
            store, states[cut.state], LOOK, place, copies="symtrack copies", cut=partial(stacked_of, cut)
        )
        yield cut.name, small(shown)


def main() -> int:
    """Writes them; the same diary gives the same ones."""
    app = QApplication.instance() or QApplication(["symtrack"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder, chdir(folder), pictures.diary(Path(folder)) as store:
        for name, image in taken(store, Path(folder)):
            image.save(FOLDER / f"{name}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
