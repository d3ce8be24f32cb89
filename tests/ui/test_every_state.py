"""Every state of the window in every look that is promised: each thing named, large enough, whole, in its own place."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea
from pytestqt.qtbot import QtBot

from symtrack import i18n, sample
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.looking import findings, untranslated
from tests.ui.visiting import PAGES, visited
from tests.untranslated import sample_words
from tools import pseudo
from tools.states import MOVED, MOVED_FILE, STATES

FOREIGN = (MOVED_FILE, *filter(None, (cell.strip() for cell in re.split(r'[;\n"]', MOVED))))
"""What stands in the table that is moved in, and its name: those are nobody’s sentences."""
NOON = datetime(2026, 5, 15, 14, 2).astimezone()
LANGUAGES: dict[str, Callable[[], i18n.Language]] = {
    "english": lambda: i18n.load(i18n.SOURCE),
    "longer": pseudo.longer,
    "mirrored": pseudo.mirrored,
}
LOOKS = [
    ("english", 1366, 768, 100),
    ("longer", 1366, 768, 200),
    ("longer", 800, 600, 100),
    ("mirrored", 1366, 768, 100),
    ("mirrored", 800, 600, 100),
]
"""Where words that are 40 % longer have room, the shorter English ones have it too."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiaryStore]:
    """The invented diary of half a year."""
    path = tmp_path_factory.mktemp("every-state") / "diary.symtrack"
    with DiaryStore.open(path, create=True, clock=lambda: NOON) as store:
        store.take(sample.build(until=date(2026, 5, 15)))
        yield store


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_nothing_is_wrong_to_see_or_to_hear(
    kept: DiaryStore, tmp_path: Path, qtbot: QtBot, page: str, look: tuple[str, int, int, int]
) -> None:
    """Whoever reads with old eyes, a shaking hand or a screen reader finds each thing, in any language."""
    words, width, height, size = look
    QAccessible.setActive(True)
    with i18n.speaking(LANGUAGES[words]()):
        journal = Journal(kept, tmp_path / "settings.toml")
        journal.set_preferences(text_size=size, theme="light", writers=("Tom",))
        window = MainWindow(journal)
        journal.setParent(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        journal.start()
        settle()
        found = [f"{state.name}: {finding}" for state in visited(window, page) for finding in _looked(window, words)]
        assert found == []


def _looked(window: MainWindow, words: str) -> list[str]:
    return [
        *findings(window),
        *(untranslated(window, (*sample_words(), *FOREIGN)) if words == "mirrored" else ()),
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_trends_fits_a_common_screen(kept: DiaryStore, tmp_path: Path, qtbot: QtBot, language: str) -> None:
    """At 1366 × 768 three months are seen whole, with what their signs mean; and of the table each word."""
    with i18n.speaking(language):
        window = MainWindow(Journal(kept, tmp_path / "settings.toml"))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        settle()
        for name in ("trends-months", "trends-table"):
            next(state for state in STATES if state.name == name).reach(window)
            settle()
            areas = [area for area in window.findChildren(QAbstractScrollArea) if area.isVisible()]
            assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas)
            pages = [area for area in areas if isinstance(area, QScrollArea)]
            assert [area.verticalScrollBar().maximum() for area in pages] == [0] * len(pages)
