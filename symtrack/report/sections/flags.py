"""What the numbers show: the points that are open, each with its days, its criterion and how it was dealt with."""

from collections.abc import Iterator

from symtrack.i18n import N_, _
from symtrack.report import points
from symtrack.report.blocks import Block, Table, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    if matter.settings.get("flags") == "off":
        return
    shown, left = points.on_page_one(matter), len(points.later(matter))
    heading = _("What the numbers show")
    if not shown:
        nothing = _("No patterns to point out from what was entered.")
        told = (nothing, points.more(left)) if left else (nothing,)
        yield Words(heading=heading, paragraphs=(" ".join(told),), column="both")
        return
    yield Table(
        heading=heading,
        columns=(_("When"), _("What was entered, and what was done"), _("Criterion")),
        rows=tuple(points.row(flag, matter) for flag in shown),
        strong=tuple(k for k, flag in enumerate(shown) if flag.to_phone),
        more=points.more(left) if left else "",
        column="both",
    )


SECTION = Section("flags", 50, _build, N_("What the numbers show"))
