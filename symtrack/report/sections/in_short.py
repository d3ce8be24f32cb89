"""In short: the few sentences that a reader with ten seconds gets."""

from collections.abc import Iterator

from symtrack.analysis.completeness import completeness, covered
from symtrack.analysis.summary import Summary, above, cycle_rhythm, levels, numbered_cycles
from symtrack.diary.instrument import Item
from symtrack.diary.rows import PATIENT
from symtrack.i18n import _, n_, number
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.points import points
from symtrack.report.section import Matter, Section

POINTS, SYMPTOMS = 2, 3
DIFFERENT = 1.0
"""Points of median from which a symptom gets its own sentence: the smallest difference that matters to people with
advanced cancer, Hui et al. 2015, doi 10.1002/cncr.29437."""
CLEARLY = 2.0
LONGEST = 220
LINES, LETTERS_A_LINE = 13, 58
"""Room for what stands before the last sentence: the charts have to stay on the first page."""


def _build(matter: Matter) -> Iterator[Block]:
    told, room = list[str](), LINES
    for line in (*_points(matter), *_symptoms(matter), _levels(matter), _cycles(matter)):
        room -= -(-len(line) // LETTERS_A_LINE)
        if line and room >= 0:
            told.append(line)
    yield Words(heading=_("In short"), paragraphs=(*told, _answered(matter)), column="right")


def _points(matter: Matter) -> Iterator[str]:
    urgent = [flag for flag in points(matter) if flag.urgency in {"phone", "now"} and flag.open_on(matter.period.last)]
    return (phrases.cut(flag.text, LONGEST) for flag in urgent[:POINTS])


def _symptoms(matter: Matter) -> Iterator[str]:
    """A sentence for each symptom that differs or is severe, the worst first; one more names those that do neither."""
    held = [(item, matter.summaries[item.key]) for item in matter.items if matter.summaries[item.key].now.answered]
    told = sorted((pair for pair in held if _telling(pair[1])), key=lambda pair: _weight(pair[1]), reverse=True)
    yield from (_symptom(item, summary) for item, summary in told[:SYMPTOMS])
    steady = [_(item.name) for item, summary in held if not _telling(summary) and summary.change is not None]
    if steady:
        yield _("Median less than 1 point from before: {items}.").format(items=", ".join(steady))


def _telling(summary: Summary) -> bool:
    return summary.now.severe > 0 or (summary.change is not None and abs(summary.change) >= DIFFERENT)


def _weight(summary: Summary) -> tuple[float, float]:
    return (abs(summary.change or 0) + summary.now.severe / 2, summary.now.median or 0)


def _symptom(item: Item, summary: Summary) -> str:
    now, before = summary.now, summary.before
    if now.median is None:
        return ""
    if before.median is None:
        return _("{name}: median {now} in the last {n} days, worst {worst}; {severe}.").format(
            name=_(item.name),
            now=number(now.median),
            n=now.days,
            worst=now.worst,
            severe=phrases.severe_days(now.severe),
        )
    said = _("{name}: median {now} in the last {n} days, {before} in the {n} before").format(
        name=_(item.name), now=number(now.median), n=now.days, before=number(before.median)
    )
    if not now.severe and not before.severe:
        return said + "."
    return _("{said}; {severe}, before on {earlier}.").format(
        said=said, severe=phrases.severe_days(now.severe), earlier=before.severe
    )


def _levels(matter: Matter) -> str:
    """How often a score was above the level that the person chose."""
    said = []
    for item in matter.items:
        chosen = levels(matter.events, item.key, matter.windows.now)
        higher, counted = above(matter.diary.series.get((PATIENT, item.key)), chosen, matter.windows.now)
        if counted and higher:
            said.append(
                _("{name} was above the level chosen ({level}) on {higher} of {counted} days.").format(
                    name=_(item.name), level=chosen[-1][1], higher=higher, counted=counted
                )
            )
    return phrases.sentence(said)


def _cycles(matter: Matter) -> str:
    """Which symptoms are higher on the first days of a cycle: days side by side, no cause."""
    cycles = [event for event, _number in numbered_cycles(matter.events)]
    said: list[str] = []
    for item in matter.items:
        rhythm = cycle_rhythm(matter.diary.series.get((PATIENT, item.key)), cycles, matter.period)
        if rhythm is not None and rhythm.first_days - rhythm.other_days >= CLEARLY:
            first, other = number(rhythm.first_days), number(rhythm.other_days)
            said.append(
                _("{item} {first} (other days {other})").format(item=_(item.phrase), first=first, other=other)
                if not said
                else _("{item} {first} ({other})").format(item=_(item.phrase), first=first, other=other)
            )
    return _("Medians on days 1–5 of the cycles: {items}.").format(items=", ".join(said)) if said else ""


def _answered(matter: Matter) -> str:
    part = covered(matter.diary, matter.period)
    if part is None:
        return _("There are no answers in this period.")
    found = completeness(matter.diary, PATIENT, part)
    return n_("Answered on {n} of {days} day.", "Answered on {n} of {days} days.", len(part)).format(
        n=len(found.answered), days=len(part)
    )


SECTION = Section("in-short", 30, _build)
