"""What Today offers below the cards: a module each, with `make`, which gives its widget and does what that wishes.

The widgets lie beside this package, as `…_offer`: they take values, give wishes, and know no journal.
"""

from collections.abc import Callable
from functools import partial

from symtrack.ui.today.more_offer import MEASURED
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.offers import (
    call,
    dose,
    measure,
    more,
    night,
    note,
    now,
    rest,
    spell,
    team_list,
    week,
)
from symtrack.ui.today.offers.occasion import ITEMS, Occasion, Wishes

__all__ = ["ITEMS", "TEAM_LIST", "Occasion", "Wishes", "make"]

TEAM_LIST = "teamlist"

MAKERS: dict[str, Callable[[Occasion], Offer]] = {
    "dose": dose.make,
    "note": note.make,
    "now": now.make,
    "more": more.make,
    "week": week.make,
    "rest": rest.make,
    "spell": spell.make,
    "night": night.make,
    "call": call.make,
    TEAM_LIST: team_list.make,
    **{what: partial(measure.make, what=what) for what in MEASURED},
}


def make(key: str, occasion: Occasion) -> Offer:
    """The offer `key`, drawn."""
    offer = MAKERS[key](occasion)
    offer.setObjectName(key)
    offer.draw()
    return offer
