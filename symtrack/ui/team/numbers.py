"""The words that show the team's number."""

from collections.abc import Sequence

from symtrack.diary.public_holidays import Holidays, never
from symtrack.diary.team import Contact, Ring, ring_at
from symtrack.i18n import _, left_to_right
from symtrack.ui import ringing


def whom_and_hours(ring: Ring, known: Sequence[Contact], free: Holidays = never) -> str:
    """Who answers the number, until when, and which number to use after that."""
    words = ringing.whom(ring.contact)
    if ring.until is None:
        return words
    words = _("{whom}, {until}").format(whom=words, until=ringing.until_words(ring.until))
    after = ring_at(known, ring.until, free)
    if after is None or after.number == ring.number:
        return words
    return _("{words} (after that {number})").format(words=words, number=left_to_right(after.number))


def listed(known: Sequence[Contact]) -> str:
    """The first number with whose it is and its hours; an empty string without any."""
    for contact in known:
        for number in contact.numbers:
            return _("{number} · {whom}, {hours}").format(
                number=left_to_right(number.number), whom=ringing.whom(contact), hours=ringing.hours(number)
            )
    return ""
