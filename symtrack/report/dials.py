"""The team's numbers, as they are dialled from paper."""

from symtrack.diary import ring_words, team
from symtrack.i18n import _, left_to_right
from symtrack.report.blocks import Dial, Dials, Table
from symtrack.report.sheet import Ground


def dials(ground: Ground, heading: str) -> Dials:
    """All numbers in the person's own order: whose, and when they answer; lines to write on where there are none."""
    known = tuple(
        Dial(number=left_to_right(number.number), whom=ring_words.whom(contact), hours=ring_words.hours(number))
        for contact in team.contacts(ground.settings.get("team"))
        for number in contact.numbers
    )
    if not known:
        blank = (_("By day"), _("At night"), _("At the weekend"))
        lines = tuple(Dial(number="", whom=when) for when in blank)
        return Dials(heading=heading, dials=lines, more=ring_words.without_number())
    emergency = team.emergency_number(ground.settings)
    return Dials(
        heading=heading, dials=known, more="" if emergency else _("In an emergency call the emergency service.")
    )


def numbers(ground: Ground, heading: str) -> Dials | Table:
    """The same as a short table, for a sheet that has more to say; lines to write on where there are none."""
    found = dials(ground, heading)
    if not any(dial.number for dial in found.dials):
        return found
    rows = tuple((dial.number, "\n".join(filter(None, (dial.whom, dial.hours)))) for dial in found.dials)
    return Table(heading=heading, columns=(_("Number"), _("Who, and when")), rows=rows, strong=tuple(range(len(rows))))
