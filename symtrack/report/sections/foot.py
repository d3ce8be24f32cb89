"""The foot of every page: who entered it, that nobody has checked or watches it, and how each number is made."""

from collections.abc import Iterator

from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import _
from symtrack.report.blocks import Block, Foot
from symtrack.report.phrases import cut
from symtrack.report.section import Matter, Section

LONGEST = 60


def _build(matter: Matter) -> Iterator[Block]:
    names = cut(", ".join(voice_name(voice) for voice in matter.caregivers(matter.span)), LONGEST)
    typed = cut(", ".join(matter.assisted), LONGEST)
    own = PATIENT in matter.diary.voices
    if own and typed:
        who = _("Self-reported, some of it typed by {names}.").format(names=typed)
    elif own or not names:
        who = _("Self-reported.")
    else:
        who = _("Entered by {names}.").format(names=names)
    if own and names:
        who = _("{who} Hollow: {names}’s own view.").format(who=who, names=names)
    yield Foot(
        text=_("{who} Not checked by a clinician; nobody is watching this diary.").format(who=who),
        made=_(
            "A day’s number is the patient’s own, at its worst. Median: the middle of the days answered. "
            "Days without an answer count nowhere."
        ),
        page=_("Page {page} of {pages}"),
        unprintable=_("Characters that no font on this computer has are named in brackets."),
    )


SECTION = Section("foot", 200, _build)
