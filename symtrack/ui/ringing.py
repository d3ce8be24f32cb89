"""Whom to ring, in the parts of the top line; the words themselves are the paper’s too."""

from symtrack.diary.ring_words import DAY_NAMES, hours, until_words, whom, whom_until, whom_words, without_number
from symtrack.diary.team import Ring
from symtrack.i18n import _, left_to_right
from symtrack.ui.widgets import Part

__all__ = ["DAY_NAMES", "hours", "ring_parts", "until_words", "whom", "whom_until", "whom_words", "without_number"]


def ring_parts(ring: Ring | None) -> list[tuple[Part, ...]]:
    """What the top line says, from the whole of it to the least that still helps."""
    # Translators: Whom the patient can telephone; a number follows right after it.
    who = Part(_("Who to ring: "))
    if ring is None:
        return [
            (who, Part(_("see your chemotherapy card or ward letter; in an emergency call the emergency service"))),
            (who, Part(_("see your chemotherapy card, or the emergency service"))),
            (Part(_("Ring: chemotherapy card, or emergency service")),),
            (Part(_("Who to ring")),),
        ]
    number = Part(left_to_right(ring.number), bold=True)
    until = [Part(" " + until_words(ring.until))] if ring.until else []
    # Translators: To telephone; the number follows right after it.
    return [(who, number, *until), (who, number), (Part(_("Ring ")), number), (number,)]
