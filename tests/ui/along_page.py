"""For my team with the paper open, and a place for what is saved."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.team import TeamPage
from symtrack.ui.theme import Theme
from tests.ui.conftest import press
from tests.ui.paper_made import pages
from tests.ui.team_page import DAY

K = Qt.Key
SECRET = "Nobody shall read this."


class Place:
    """Answers where to save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = ""
        self.suggested = ""

    def __call__(self, _parent: object, suggested: str) -> str:
        self.suggested = Path(suggested).name
        return str(self.folder / self.name) if self.name else ""


def opened(store: DiaryStore, journal: Journal, place: Place, qtbot: QtBot) -> TeamPage:
    """For my team with the paper open, on a month with a note, a private one, and two questions."""
    store.add(*(Rating(day=DAY - timedelta(days=k), item="pain", score=k % 4) for k in range(30)))
    store.add(
        Event(kind="note", day=DAY, text="Slept on the sofa."), Event(kind="note", day=DAY, text=SECRET, private=True)
    )
    store.add(*(Event(kind="question", day=DAY, text=text, body={"order": k}) for k, text in enumerate(QUESTIONS, 1)))
    page = TeamPage(journal, Theme.load("light"), ask=place)
    qtbot.addWidget(page)
    page.resize(1300, 1400)
    page.show()
    page.open("paper")
    pages(page.paper.part, qtbot)
    along = page.paper.part.along
    along.fold.button.setFocus()
    press(K.Key_Return)
    assert along.presets.isVisible()
    return page


QUESTIONS = ("May I drive?", "What about the stairs?")
