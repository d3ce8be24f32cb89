"""Screenshots of every page, light and dark, and of the paper, into docs/pictures: `python -m tools.pictures`."""

import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtWidgets import QApplication

from symtrack import i18n, report, sample
from symtrack.diary.record import Diary
from symtrack.report import pdf
from symtrack.rules import evaluate
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
DAY = date(2026, 5, 15)
NOON = datetime(2026, 5, 15, 14, 2, tzinfo=timezone(timedelta(hours=1)))
SIZE = (1366, 768)
PAGES = ("today", "trends", "diary", "team", "settings")
WITH_POINT = "today-point"
"""Today as it is while a point to phone about stands on it."""
THEMES = ("light", "dark")


def main() -> int:
    """Writes every picture; the same diary gives the same pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["symtrack"])
    i18n.use(i18n.SOURCE)
    with tempfile.TemporaryDirectory() as place:
        store = DiaryStore.open(Path(place) / "diary.symtrack", create=True, clock=lambda: NOON)
        with store:
            store.take(sample.build(until=DAY))
            for theme in THEMES:
                _pages(store, Path(place) / f"{theme}.toml", theme, folder, app.processEvents)
            _paper(store, folder)
    return 0


def _pages(store: DiaryStore, settings: Path, theme: str, folder: Path, let_qt_draw: Callable[[], None]) -> None:
    journal = Journal(store, settings)
    journal.set_preferences(theme=theme, points=False, backup_folder=str(settings.parent / "copies"))
    window = MainWindow(journal)
    window.resize(*SIZE)
    window.show()
    journal.start()
    for name in (PAGES[0], WITH_POINT, *PAGES[1:]):
        journal.set_preferences(points=name != PAGES[0])
        window.open(PAGES[0] if name == WITH_POINT else name)
        for _turn in range(8):
            let_qt_draw()
        window.grab().save(str(folder / f"{name}-{theme}.png"))
    window.close()
    window.deleteLater()


def _paper(store: DiaryStore, folder: Path) -> None:
    for old in folder.glob("paper-*.png"):
        old.unlink()
    diary = Diary.of(store.columns(), store.events(), until=DAY, settings=store.settings())
    blocks = report.build(diary, evaluate(diary), report.default_period(diary), settings=store.settings())
    for number, page in enumerate(pdf.pages(blocks, paper="a4"), start=1):
        (folder / f"paper-{number}.png").write_bytes(page)


if __name__ == "__main__":
    sys.exit(main())
