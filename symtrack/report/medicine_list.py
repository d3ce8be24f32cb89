"""The person's own list of medicines, and what was noted about the regular ones; no word about either."""

from collections import Counter
from collections.abc import Iterator

from symtrack.diary import medicines
from symtrack.diary.doses import SKIPPED, UNKNOWN, YES
from symtrack.diary.event_words import one_line
from symtrack.diary.medicines import REGULAR, Medicine
from symtrack.i18n import N_, _
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter

NOTED = {YES: N_("taken {n}"), SKIPPED: N_("skipped {n}"), UNKNOWN: N_("not known {n}")}


def listed(matter: Matter) -> Iterator[Block]:
    """The person's own list; nothing without one."""
    lines = tuple(_line(medicine, matter) for medicine in medicines.taken_now(matter.settings))
    if lines:
        yield Words(heading=_("Medicines, with what was copied from their labels"), paragraphs=lines)


def _line(medicine: Medicine, matter: Matter) -> str:
    said = _("{medicine}: {when}").format(medicine=medicine.words, when=medicine.times)
    label = _("Copied from the label: “{text}”.").format(text=medicine.limit) if medicine.limit else ""
    noted = _noted(medicine, matter) if medicine.when == REGULAR else ""
    return " ".join(part for part in (f"{said}.", label, noted) if part)


def _noted(medicine: Medicine, matter: Matter) -> str:
    """Only what was noted is counted: a day without a note says nothing about whether it was taken."""
    window = matter.windows.now
    counts = Counter(
        str(event.body.get("taken", YES))
        for event in matter.of_kind("dose")
        if event.day in window and one_line(event.body.get("medicine")) == medicine.name
    )
    parts = [_(words).format(n=counts[key]) for key, words in NOTED.items() if counts[key]]
    if not parts:
        return ""
    return _("Noted in the last {days} days: {counts}.").format(days=len(window), counts=", ".join(parts))
