"""What an offer is made from: the day that it is about, the journal, and what it may want of the page around it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from symtrack.diary.rows import Event
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme

ITEMS = "items"
"""What the offer *more* may be about."""


class Wishes(QObject):
    """`day` wants another day, `offer` another offer to open, `window` something of the window, such as `ring`.

    `said` gives words on what was saved.
    """

    day = Signal(date)
    offer = Signal(str)
    window = Signal(str)
    said = Signal(str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A day, and what the offer is about on it, if anything: the item of an answer, or ITEMS."""

    journal: Journal
    theme: Theme
    wishes: Wishes
    day: date
    about: str = ""


def correcting(occasion: Occasion, event: Event, body: Mapping[str, object]) -> Event:
    """The event with another body, in its place; it says who typed it now."""
    typed_by = occasion.journal.writer.entered_by
    return replace(event, id="", action="", recorded_at="", replaces=event.id, body=body, entered_by=typed_by)
