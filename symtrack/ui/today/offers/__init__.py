"""What Today offers below the cards: a module each, with `make`, which gives its widget and does what that wishes.

The widgets lie beside this package, as `…_offer`: they take values, give wishes, and know no journal. Each is imported
when it is first opened, so that the first page need not wait for any.
"""

from importlib import import_module

from symtrack.ui.today.offer import Offer
from symtrack.ui.today.offers.occasion import ITEMS, Occasion, Wishes

__all__ = ["ITEMS", "TEAM_LIST", "Occasion", "Wishes", "make"]

TEAM_LIST = "teamlist"
MODULES = {
    **dict.fromkeys(("dose", "note", "now", "more", "week", "rest", "spell", "night", "call")),
    TEAM_LIST: "team_list",
}
"""The module of each offer where it has another name; whatever is not here is something that is measured."""


def make(key: str, occasion: Occasion) -> Offer:
    """The offer `key`, drawn."""
    module = import_module(f"{__name__}.{(MODULES[key] or key) if key in MODULES else 'measure'}")
    offer: Offer = module.make(occasion) if key in MODULES else module.make(occasion, what=key)
    offer.setObjectName(key)
    offer.draw()
    return offer
