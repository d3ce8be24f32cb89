"""The foot of every page: who entered it, and that nobody has checked or watches it."""

from collections.abc import Iterator

from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import _
from symtrack.report.blocks import Block, Foot
from symtrack.report.figures import caregivers
from symtrack.report.phrases import cut
from symtrack.report.section import Matter, Section

LONGEST = 60


def _build(matter: Matter) -> Iterator[Block]:
    names = cut(", ".join(voice_name(voice) for voice in caregivers(matter)), LONGEST)
    typed = cut(", ".join(matter.assisted), LONGEST)
    own = PATIENT in matter.diary.voices
    if own and typed:
        who = _("Entered by the patient, some of it typed by {names}.").format(names=typed)
    elif own or not names:
        who = _("Entered by the patient.")
    else:
        who = _("Entered by {names}.").format(names=names)
    if own and names:
        who = _("{who} Hollow: {names}’s own view.").format(who=who, names=names)
    yield Foot(
        text=_("{who} Not checked by a clinician; nobody watches this diary.").format(who=who),
        page=_("Page {page} of {pages}"),
        unprintable=_("Characters that no font on this computer has are named in brackets."),
    )


SECTION = Section("foot", 200, _build)
