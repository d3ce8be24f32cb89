"""Screenshots: `python -m tools.pictures [docs|all]`.

`docs` writes the few that README and docs show into docs/pictures. `all`, which is what happens without a word, writes
every state in every look into build/pictures too, with a sheet for each state that shows them side by side.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from symtrack import i18n, report, sample
from symtrack.diary.record import Diary
from symtrack.report import pdf
from symtrack.rules import evaluate
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from tools import pseudo
from tools.states import STATES, State

ROOT = Path(__file__).resolve().parent.parent
DOCS, ALL = ROOT / "docs" / "pictures", ROOT / "build" / "pictures"
DAY, A_DAY = date(2026, 5, 15), timedelta(days=1)
NOON = datetime(2026, 5, 15, 14, 2, tzinfo=timezone(timedelta(hours=1)))
SHAPES = ((1366, 768, 100), (1366, 768, 200), (800, 600, 100), (800, 600, 200))
THEMES = ("light", "dark", "contrast")
SHOWN = {"today", "trends", "diary", "team", "settings"}
"""The states that README and docs show, light and dark."""
MOVING = {"moving-preview", "moving-mapped"}
"""The states that the page about moving in shows, as long as they are."""
SHRUNK, GAP, TURNS = 0.4, 8, 60

Cut = Callable[[MainWindow], QImage]


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture is taken in."""

    theme: str = "light"
    width: int = 1366
    height: int = 768
    text_size: int = 100
    words: str = "english"

    @property
    def name(self) -> str:
        return f"{self.width}-{self.text_size}-{self.theme}-{self.words}"


PAGE = Look(width=1010, height=1200)


def _page(window: MainWindow) -> QImage:
    """The page alone, and of a long one what one sees first."""
    whole = window.page().grab().toImage()
    return whole.copy(0, 0, whole.width(), min(whole.height(), PAGE.height))


def looks() -> Iterator[Look]:
    """Every theme, width and text size, read from left to right, mirrored, and with longer words."""
    for words, theme, (width, height, size) in product(("english", "mirrored", "longer"), THEMES, SHAPES):
        if words != "longer" or theme == "light":
            yield Look(theme, width, height, size, words)


def main(wanted: str = "all") -> int:
    """Writes the pictures; the same diary gives the same ones."""
    app = QApplication.instance() or QApplication(["symtrack"])
    assert isinstance(app, QApplication)
    DOCS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, diary(Path(place)) as store:
        for theme in THEMES[:2]:
            for state in (state for state in STATES if state.name in SHOWN):
                take(store, state, Look(theme), Path(place)).save(str(DOCS / f"{state.name}-{theme}.png"))
            point = take(store, STATES[0], Look(theme), Path(place), points=True)
            point.save(str(DOCS / f"today-point-{theme}.png"))
        for state in (state for state in STATES if state.name in MOVING):
            take(store, state, PAGE, Path(place), cut=_page).save(str(DOCS / f"{state.name}.png"))
        _paper(store, DOCS)
        if wanted == "all":
            for state in STATES:
                _matrix(store, state, Path(place))
    return 0


@contextmanager
def diary(place: Path) -> Iterator[DiaryStore]:
    """The invented diary, as it is on the day of the pictures."""
    with DiaryStore.open(place / "diary.symtrack", create=True, clock=lambda: NOON) as store:
        store.take(sample.build(until=DAY))
        yield store


def take(
    store: DiaryStore,
    state: State,
    look: Look,
    place: Path,
    *,
    points: bool = False,
    copies: str = "",
    cut: Cut | None = None,
) -> QImage:
    """The window in that state and look, or what `cut` makes of it; the diary's copies lie in the folder `copies`."""
    language = {"mirrored": pseudo.mirrored, "longer": pseudo.longer}.get(look.words)
    with i18n.speaking(language() if language else i18n.SOURCE):
        journal = Journal(store, place / "settings.toml")
        journal.set_preferences(
            theme=look.theme,
            text_size=look.text_size,
            points=points or state.page != "today",
            backup_folder=copies or str(place / "copies"),
            writers=("Anna",),
        )
        window = MainWindow(journal)
        window.resize(look.width, look.height)
        window.show()
        journal.start()
        let_qt_draw()
        state.reach(window)
        let_qt_draw()
        image = cut(window) if cut else window.grab().toImage()
        state.leave(window)
        window.close()
        window.deleteLater()
        journal.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # There is no loop to come back to.
        return image


def let_qt_draw() -> None:
    """Give Qt the turns that it needs to lay out and paint, and the points theirs: they come a rule a turn."""
    for _turn in range(TURNS):
        QApplication.processEvents()


def _matrix(store: DiaryStore, state: State, place: Path) -> None:
    taken: dict[str, list[list[QImage]]] = {}
    for look in looks():
        folder = ALL / state.name
        folder.mkdir(parents=True, exist_ok=True)
        image = take(store, state, look, place)
        image.save(str(folder / f"{look.name}.png"))
        rows = taken.setdefault(look.words, [])
        if not rows or len(rows[-1]) == len(SHAPES):
            rows.append([])
        rows[-1].append(image)
    for words, rows in taken.items():
        _sheet(rows).save(str(ALL / f"{state.name}-{words}.png"))
    print(state.name, flush=True)


def _sheet(rows: list[list[QImage]]) -> QImage:
    """The pictures small, side by side, a row for each theme."""
    small = [
        [
            image.scaledToWidth(round(image.width() * SHRUNK), Qt.TransformationMode.SmoothTransformation)
            for image in row
        ]
        for row in rows
    ]
    width = sum(image.width() + GAP for image in small[0])
    height = max(image.height() for image in small[0]) + GAP
    sheet = QImage(width, height * len(small), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for down, row in enumerate(small):
        x = 0
        for image in row:
            painter.drawImage(x, down * height, image)
            x += image.width() + GAP
    painter.end()
    return sheet


def _paper(store: DiaryStore, folder: Path) -> None:
    for old in folder.glob("paper-*.png"):
        old.unlink()
    diary = Diary.of(store.columns(), store.events(), until=DAY, settings=store.settings())
    with i18n.speaking(i18n.SOURCE):
        blocks = report.build(diary, evaluate(diary), report.default_period(diary), settings=store.settings())
        for number, page in enumerate(pdf.pages(blocks, paper="a4"), start=1):
            (folder / f"paper-{number}.png").write_bytes(page)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
