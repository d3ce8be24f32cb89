"""Whom to ring, in the parts of the top line; the words themselves are the paper’s too."""

from symtrack.diary.flag import Flag
from symtrack.diary.ring_words import DAY_NAMES, hours, until_words, whom, whom_until, whom_words, without_number
from symtrack.diary.team import Ring
from symtrack.i18n import _, left_to_right
from symtrack.ui.journal import Journal
from symtrack.ui.widgets import Part

__all__ = [
    "DAY_NAMES",
    "hours",
    "ring_parts",
    "to_phone_about",
    "until_words",
    "whom",
    "whom_until",
    "whom_words",
    "without_number",
]


def to_phone_about(journal: Journal) -> tuple[Flag, ...]:
    """The points to phone about that are open, where points are shown at all."""
    if not journal.preferences.points or journal.mode == "finished":
        return ()
    today = journal.today
    return tuple(flag for flag in journal.flags if flag.to_phone and flag.on_screen(today))


def ring_parts(ring: Ring | None, *, please: bool = False) -> list[tuple[Part, ...]]:
    """What the top line says, from the whole of it to the least that still helps; `please` when there is a reason."""
    # Translators: There is a reason to telephone the team; a number follows right after it.
    reason = Part(_("Please ring: "))
    # Translators: Whom the patient can telephone; a number follows right after it.
    who = reason if please else Part(_("Who to ring: "))
    if ring is None:
        short = [] if please else [(Part(_("Ring: chemotherapy card, or emergency service")),)]
        return [
            (who, Part(_("see your chemotherapy card or ward letter; in an emergency call the emergency service"))),
            (who, Part(_("see your chemotherapy card, or the emergency service"))),
            *short,
            (Part(_("Please ring") if please else _("Who to ring")),),
        ]
    number = Part(left_to_right(ring.number), bold=True)
    until = [Part(" " + until_words(ring.until))] if ring.until else []
    # Translators: To telephone; the number follows right after it.
    ring_it = who if please else Part(_("Ring "))
    return [(who, number, *until), (who, number), (ring_it, number), (number,)]
