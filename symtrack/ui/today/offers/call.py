"""A call: kept as an event of its day, with the number of whoever it was."""

from datetime import date

from symtrack.diary import moment, team
from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.ui.today.call_offer import CallOffer
from symtrack.ui.today.offers.occasion import Occasion


def make(occasion: Occasion) -> CallOffer:
    """With the team's people to choose from."""
    journal = occasion.journal
    known = journal.contacts
    people = {contact.who or team.role_words(contact.role): contact for contact in known}
    people.pop("", None)
    time = f"{journal.now:%H:%M}"
    offer = CallOffer(tuple(people), occasion.day, journal.today, time, occasion.theme)

    def note(day: date, at: str, whom: str, said: str) -> None:
        if not moment.has_come(day, at, now=journal.now, today=journal.today, day_start=journal.day_start):
            offer.refuse(_("That time has not come yet."))
            return
        contact = people.get(whom)
        number = contact.numbers[0].number if contact and len(contact.numbers) == 1 else ""
        body = {"whom": whom, "number": number, "said": said}
        kept = {key: value for key, value in body.items() if value}
        if journal.add(Event(kind="call", day=day, time=at, body=kept)):
            offer.settle()
            occasion.wishes.said.emit(_("The call is noted."))

    offer.noted.connect(note)
    return offer
