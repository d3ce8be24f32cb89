"""A rest from the diary: the mode that is chosen is set."""

from symtrack.ui.today.offers.occasion import Occasion
from symtrack.ui.today.rest_offer import RestOffer


def make(occasion: Occasion) -> RestOffer:
    """It is put away once a mode is chosen."""
    offer = RestOffer()

    def rest(mode: str) -> None:
        if occasion.journal.set("mode", mode):
            offer.put_away.emit()

    offer.chosen.connect(rest)
    return offer
