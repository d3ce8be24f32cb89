"""What Today offers below the cards, as a test opens and reads it."""

from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from symtrack.ui.journal import Journal
from symtrack.ui.today import TodayPage
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button

Kind = TypeVar("Kind", bound=Offer)

DAY = date(2026, 5, 15)
BEFORE = DAY - timedelta(days=1)


def opened(today: TodayPage, key: str, kind: type[Kind]) -> Kind:
    """The offer, opened from the foot."""
    today.foot.open(key)
    offer = today.foot.offer
    assert isinstance(offer, kind)
    return offer


def bodies(journal: Journal) -> list[dict[str, object]]:
    """What the events hold that count."""
    return [dict(event.body) for event in journal.events()]


def button(offer: QWidget, name: str) -> Button:
    """The button of that name that is shown."""
    return next(each for each in offer.findChildren(Button) if each.accessibleName() == name and not each.isHidden())
