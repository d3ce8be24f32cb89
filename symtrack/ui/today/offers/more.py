"""More: another day, a whole week, what is asked, a rest."""

from symtrack.diary import asking
from symtrack.diary.setting_keys import WEEKLY
from symtrack.ui.today.more_offer import MoreOffer
from symtrack.ui.today.offers.occasion import ITEMS, Occasion


def make(occasion: Occasion) -> MoreOffer:
    """With what can be asked, and what is; with the focus on that, where the occasion is about it."""
    journal, wishes = occasion.journal, occasion.wishes
    offer = MoreOffer(occasion.theme, occasion.day, journal.today)
    offer.item_made.connect(lambda name: journal.add(*asking.making(journal.settings, name)))
    offer.weekly_chosen.connect(lambda on: journal.set(WEEKLY, "on" if on else "off"))
    offer.day_chosen.connect(wishes.day)
    offer.offer_wanted.connect(wishes.offer)

    def draw() -> None:
        asked = [item.key for item in journal.items]
        weekly = journal.settings.get(WEEKLY) == "on"
        offer.show_items(asking.offered(journal.settings), asked, weekly=weekly)

    def choose(keys: list[str]) -> None:
        if not journal.choose_items(keys):
            draw()  # Something has to be asked: the last switch springs back.

    offer.items_chosen.connect(choose)
    offer.drawn_by(draw)
    if occasion.about == ITEMS:
        offer.begin_with_items()
    return offer
