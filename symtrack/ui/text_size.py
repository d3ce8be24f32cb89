"""Larger and smaller text, by keys."""

from symtrack.settings import next_text_size
from symtrack.ui.journal import Journal


def resize(journal: Journal, direction: int) -> None:
    """The next larger text, the next smaller one, or for no direction text as it was at first."""
    now = journal.preferences.text_size
    wanted = next_text_size(now, direction)
    if wanted != now:
        journal.set_preferences(text_size=wanted)
