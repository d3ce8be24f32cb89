"""The medicines as they are now, on page one: names and strengths, the regular ones and those when needed."""

import re
from collections.abc import Iterator
from itertools import accumulate

from symtrack.diary import medicines
from symtrack.diary.medicines import REGULAR, Medicine
from symtrack.i18n import _, n_
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section

LONGEST = 200
_TOGETHER = re.compile(r"(?<=\d) (?=\w)")
"""A number and its unit stay on one line."""


def _build(matter: Matter) -> Iterator[Block]:
    listed = medicines.taken_now(matter.settings)
    regular = _names(medicine for medicine in listed if medicine.when == REGULAR)
    needed = _names(medicine for medicine in listed if medicine.when != REGULAR)
    told = (
        _("Regularly: {medicines}.").format(medicines=regular) if regular else "",
        _("When needed: {medicines}.").format(medicines=needed) if needed else "",
    )
    if lines := tuple(line for line in told if line):
        yield Words(heading=_("Medicines now, from the person’s own list"), paragraphs=lines)


def _names(listed: Iterator[Medicine]) -> str:
    """As many as there is room for, each whole, and how many more there are: the whole list stands on a later page."""
    words = [phrases.cut(medicine.words, LONGEST) for medicine in listed]
    shown = max(1, sum(length <= LONGEST for length in accumulate(len(each) + 2 for each in words)))
    named, left = "; ".join(words[:shown]), len(words[shown:])
    if left:
        named = n_("{medicines}; and {n} more", "{medicines}; and {n} more", left).format(medicines=named, n=left)
    return _TOGETHER.sub("\u00a0", named)


SECTION = Section("medicines-now", 54, _build)
