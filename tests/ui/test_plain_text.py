"""What people wrote is shown as they wrote it: nothing in it is taken for mark-up, on any page."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

from symtrack.diary.rows import Event, Rating, Setting
from tests.ui.visiting import PAGES, visited

DAY = date(2026, 5, 15)
MARKED = '<img src="/etc/hostname"><b>bold</b> &amp; <a href="file:///etc/passwd">here</a>'
LIQUID = {"name": "Morphine, liquid", "strength": "5 mg", "when": "needed", "limit": MARKED}
MORNING = {"name": f"Omeprazole {MARKED}"[:60], "strength": MARKED[:40], "when": "regular", "parts": ["morning"]}
NUMBERS = [{"who": MARKED, "role": MARKED, "numbers": [{"number": MARKED}]}]


@pytest.fixture
def marked(store):
    """A diary in which everything that can hold words holds mark-up."""
    voice = "caregiver:<b>Anna</b>"
    store.add(
        *(Rating(day=DAY - timedelta(days=back), item="pain", score=8) for back in range(4)),
        Rating(day=DAY, item="pain", score=9, voice=voice),
        Rating(day=DAY, item="nausea", score=9, entered_by=MARKED),
        Event(kind="note", day=DAY, text=MARKED),
        Event(kind="question", day=DAY, text=MARKED),
        Event(kind="treatment", day=DAY, text=MARKED, body={"type": "chemotherapy", "line": 1}),
        Event(kind="scan", day=DAY, text=MARKED, body={"modality": "ct", "result": "bigger"}),
        Event(kind="visit", day=DAY, text=MARKED, body={"with": MARKED}),
        Event(kind="change", day=DAY, text=MARKED, body={"medicine": MARKED}),
        Event(kind="other", day=DAY, text=MARKED),
        Event(kind="dose", day=DAY, text=MARKED, body={"medicine": MARKED, "when": "needed"}),
        Event(kind="episode", day=DAY, body={"item": "pain", "places": [MARKED], "helped": MARKED}),
        Event(kind="measurement", day=DAY, body={"what": "marker", "value": 5, "name": MARKED, "unit": MARKED}),
        Event(kind="call", day=DAY, body={"whom": MARKED, "number": MARKED, "said": MARKED}),
        Event(kind="teamlist", day=DAY, body={"ticked": [MARKED], "part": "team"}),
        Setting(key="name", value=MARKED),
        Setting(key="matters", value=MARKED),
        Setting(key="team", value=NUMBERS),
        Setting(key="teamlist", value={"emergency": ["Chest pain", MARKED], "team": ["Fever", MARKED]}),
        Setting(key="medicine.liquid", value=LIQUID),
        Setting(key="medicine.omeprazole", value=MORNING),
    )
    return store


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_was_written_is_taken_for_mark_up(marked, journal, open_window, qtbot, page):
    """Every label is plain text, or holds what was written escaped; no tooltip looks like mark-up to Qt."""
    window = open_window()
    journal.start()
    qtbot.waitUntil(lambda: bool(journal.flags))
    for state in visited(window, page):
        widgets = window.findChildren(QWidget)
        assert len(widgets) > 20
        for widget in widgets:
            assert not Qt.mightBeRichText(widget.toolTip()), (state, widget.toolTip())
            if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
                words = widget.text()
                assert "<img" not in words, (state, words)
                assert "<a" not in words, (state, words)
                assert widget.textFormat() is not Qt.TextFormat.AutoText or not Qt.mightBeRichText(words), state
