"""How a test waits for the paper: its pages on the screen, and what is said of a file or a print."""

from pytestqt.qtbot import QtBot

from symtrack.ui.team.paper import PaperPart
from symtrack.ui.team.sheet import Sheet

PATIENCE = 120_000
"""Milliseconds, for a machine that is busy with other things; a test goes on as soon as the paper is there."""


def pages(part: PaperPart, qtbot: QtBot, before: Sheet | None = None) -> tuple[Sheet, ...]:
    """The pages, once others than `before` are shown."""
    qtbot.waitUntil(lambda: bool(part.sheets) and part.sheets[0] is not before, timeout=PATIENCE)
    return part.sheets


def told(part: PaperPart, qtbot: QtBot) -> str:
    """What is said of the file or the print that was asked for."""
    qtbot.waitUntil(lambda: bool(part.sentence), timeout=PATIENCE)
    return part.sentence
