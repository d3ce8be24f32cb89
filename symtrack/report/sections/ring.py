"""Whom to ring, and who else lives there: on page one, if the person gave it."""

from collections.abc import Iterator

from symtrack.diary import ring_words, team
from symtrack.diary.team import Contact
from symtrack.i18n import _, left_to_right
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section

MOST, LONGEST = 2, 80


def _build(matter: Matter) -> Iterator[Block]:
    told = [_line(contact) for contact in team.contacts(matter.settings.get("team"))[:MOST]]
    if household := phrases.cut(matter.text("household"), LONGEST):
        told.append(_("Lives with: {household}").format(household=household))
    if told:
        yield Words(heading=_("Whom to ring, and who lives there"), paragraphs=tuple(told))


def _line(contact: Contact) -> str:
    numbers = (left_to_right(number.number.replace(" ", "\u00a0")) for number in contact.numbers)
    whom = phrases.cut(ring_words.whom(contact), LONGEST)
    return _("{whom}: {numbers}").format(whom=whom, numbers=", ".join(numbers))


SECTION = Section("ring", 58, _build)
