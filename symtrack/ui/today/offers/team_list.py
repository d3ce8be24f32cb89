"""The team's list: a tick is kept at once, and the page shows whom to ring."""

from symtrack.diary import team_list
from symtrack.diary.setting_keys import OPIOID
from symtrack.ui.today import ticking
from symtrack.ui.today.offers.occasion import Occasion
from symtrack.ui.today.team_list_offer import TeamListOffer


def make(occasion: Occasion) -> TeamListOffer:
    """With what is ticked and waits. It is about now, whichever day is open."""
    journal, wishes = occasion.journal, occasion.wishes
    offer = TeamListOffer(occasion.theme)

    def draw() -> None:
        settings = journal.settings
        shown = team_list.listed(settings, journal.events(), journal.today)
        ticked = team_list.ticked(ticking.standing(journal))
        offer.show_list(shown, ticked, opioid=settings.get(OPIOID) == "on")

    def turn(text: str) -> None:
        ticking.turn(journal, text)  # Where it can't be saved the page says so; whom to ring it shows all the same.
        offer.put_away.emit()
        wishes.window.emit("today")  # Its focus goes to that.

    offer.pressed.connect(turn)
    offer.opioid_chosen.connect(lambda on: journal.set(OPIOID, "on" if on else "off"))
    offer.change_wanted.connect(lambda: wishes.window.emit("list"))
    offer.drawn_by(draw)
    return offer
