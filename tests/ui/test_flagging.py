"""The points while they are computed: in steps, so that a key that is pressed need not wait for all of them."""

from datetime import timedelta
from itertools import count

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.rules import evaluate, every_rule
from symtrack.ui.flagging import Flagging
from symtrack.ui.journal import Journal

AMONG_RULES = 8
"""So many turns after the start the diary was read, and not all rules have been asked."""


@pytest.fixture
def severe(journal: Journal) -> Journal:
    """Three days of severe pain, which are a point."""
    days = [journal.today - timedelta(days=before) for before in range(3)]
    journal.add(*(Rating(day=day, item="pain", score=9) for day in days))
    return journal


def test_keys_are_dealt_with_between_two_rules(severe: Journal, qtbot: QtBot) -> None:
    """Whatever waits for Qt has its turn before each rule, and the points are those that all rules give at once."""
    flagging, turns = Flagging(severe, severe), list[bool]()
    turn = QTimer(severe, interval=0)
    turn.timeout.connect(lambda: turns.append(flagging.due))
    flagging.wait()
    turn.start()
    qtbot.waitUntil(lambda: not flagging.due)
    assert turns.count(True) >= len(every_rule())
    assert flagging.flags == evaluate(severe.diary) != ()


def test_what_is_entered_meanwhile_is_in_the_points(severe: Journal, qtbot: QtBot) -> None:
    """An answer that comes between two rules begins them anew: no point rests on the diary of before."""
    flagging, turns = Flagging(severe, severe), count()

    def undo_among_rules() -> None:
        if next(turns) == AMONG_RULES:
            _undo(severe, flagging)

    turn = QTimer(severe, interval=0)
    turn.timeout.connect(undo_among_rules)
    flagging.wait()
    turn.start()
    qtbot.waitUntil(lambda: not flagging.due)
    assert flagging.flags == ()


def test_who_hears_of_points_may_write(severe: Journal, qtbot: QtBot) -> None:
    """What is written because there are other points is computed too, and not left until the next answer."""
    flagging = Flagging(severe, severe)
    flagging.changed.connect(lambda: _undo(severe, flagging))
    flagging.wait()
    qtbot.waitUntil(lambda: not flagging.due)
    assert flagging.flags == ()


def _undo(journal: Journal, flagging: Flagging) -> None:
    if journal.undo():
        flagging.wait()
