"""In short: at most five sentences, made from the numbers, for a reader with ten seconds."""

from collections.abc import Iterator, Sequence

from symtrack.analysis.completeness import covered
from symtrack.analysis.summary import Summary, above, cycle_rhythm, levels, numbered_cycles
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import Item
from symtrack.diary.rows import PATIENT
from symtrack.i18n import _, n_, number, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.points import open_points
from symtrack.report.section import Matter, Section
from symtrack.report.since import since

SENTENCES, SYMPTOMS = 5, 3
DIFFERENT = 1.0
"""Points of median from which a symptom gets its own sentence: the smallest difference that matters to people with
advanced cancer, Hui et al. 2015, doi 10.1002/cncr.29437."""
CLEARLY = 2.0
LONGEST = 200
LINES, LETTERS_A_LINE = 13, 58
"""Room for the sentences: the charts have to stay on the first page."""
ROSE = "worse-than-usual"


def _build(matter: Matter) -> Iterator[Block]:
    told, room = list[str](), LINES
    symptoms = _symptoms(matter)
    worst = (_symptom(matter, *each) for each in symptoms)
    for line in (*worst, _urgent(matter), _levels(matter), _cycles(matter), _steady(matter)):
        room -= -(-len(line) // LETTERS_A_LINE)
        if line and room >= 0:
            told.append(line)
    if covered(matter.diary, matter.period) is None:
        told = [_("There are no answers in this period.")]
    if told:
        lead = "".join(_went_up(matter, item, held, rise) for item, held, rise in symptoms[:1] if rise is not None)
        yield Words(heading=_("In short"), paragraphs=tuple(told[:SENTENCES]), lead=lead, column="right")


def _symptoms(matter: Matter) -> Sequence[tuple[Item, Summary, Flag | None]]:
    """The symptoms that rose, differ or are severe, the worst first; a lasting rise with it."""
    held = [(item, matter.summaries[item.key], _rise(matter, item)) for item in matter.items]
    told = [each for each in held if each[1].now.answered and (each[2] is not None or _telling(each[1]))]
    told.sort(key=lambda each: _weight(each[1], each[2]), reverse=True)
    return told[:SYMPTOMS]


def _rise(matter: Matter, item: Item) -> Flag | None:
    """The lasting rise that is open now, in the patient's own numbers."""
    found = (flag for flag in open_points(matter) if flag.rule == ROSE and flag.voice == PATIENT)
    return next((flag for flag in found if flag.items == (item.key,)), None)


def _telling(summary: Summary) -> bool:
    """Whether it is severe, differs, or has nothing to be compared with."""
    return summary.now.severe > 0 or summary.change is None or abs(summary.change) >= DIFFERENT


def _weight(summary: Summary, rise: Flag | None) -> tuple[bool, float, float]:
    risen = rise.evidence.get("after", 0) - rise.evidence.get("before", 0) if rise else 0.0
    return rise is not None, max(abs(summary.change or 0), risen) + summary.now.severe / 2, summary.now.median or 0


def _symptom(matter: Matter, item: Item, summary: Summary, rise: Flag | None) -> str:
    now, before = summary.now, summary.before
    if now.median is None:
        return ""
    if rise is not None:
        return _rose(matter, item, summary, rise)
    if before.median is None:
        return n_(
            "{name}: median {now} on the last day, worst {worst}; {severe}.",
            "{name}: median {now} in the last {n} days, worst {worst}; {severe}.",
            now.days,
        ).format(
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


def _went_up(matter: Matter, item: Item, summary: Summary, rise: Flag) -> str:
    """Pain went up on 13 Nov, day 15 of cycle 2: 5.8 on average since then, 2.6 before; and how often it was severe."""
    begun = ", ".join(filter(None, (short_day(rise.first), since(matter.events, rise.first))))
    said = _("{name} has been higher since {day}: {after} on average, {before} before that").format(
        name=_(item.name),
        day=begun,
        after=number(rise.evidence.get("after", 0)),
        before=number(rise.evidence.get("before", 0)),
    )
    severe = summary.now.severe
    return _("{said}; {severe}.").format(said=said, severe=phrases.severe_days(severe)) if severe else said + "."


def _rose(matter: Matter, item: Item, summary: Summary, rise: Flag) -> str:
    """When and how far it went up; and, where the numbers beside its chart seem to say the opposite, what they are."""
    said = _went_up(matter, item, summary, rise)
    if summary.now.median is None or summary.before.median is None or (summary.change or 0) >= DIFFERENT:
        return said
    whole = _("Over all of the last {n} days: median {now}, {before} in the {days} before.").format(
        n=summary.now.days,
        now=number(summary.now.median),
        before=number(summary.before.median),
        days=summary.before.days,
    )
    return f"{said} {whole}"


def _urgent(matter: Matter) -> str:
    """The first point to phone about, as far as no sentence before it told the same."""
    urgent = [flag for flag in open_points(matter) if flag.to_phone and len(flag.items) != 1]
    return phrases.cut(urgent[0].text, LONGEST) if urgent else ""


def _steady(matter: Matter) -> str:
    """Those that hardly differ, together."""
    steady = [
        _(item.name)
        for item in matter.items
        if (held := matter.summaries[item.key]).change is not None
        and not _telling(held)
        and _rise(matter, item) is None
    ]
    return _("Median less than 1 point from before: {items}.").format(items=", ".join(steady)) if steady else ""


def _levels(matter: Matter) -> str:
    """How often a score was above the level that the person chose, in one sentence."""
    said: list[str] = []
    for item in matter.items:
        chosen = levels(matter.events, item.key, matter.windows.now)
        higher, counted = above(matter.diary.series.get((PATIENT, item.key)), chosen, matter.windows.now)
        if counted and higher:
            words = _("{name} was above the level chosen ({level}) on {higher} of {counted} days")
            again = _("{name} ({level}) on {higher} of {counted}")
            said.append(
                (again if said else words).format(
                    name=_(item.phrase if said else item.name), level=chosen[-1][1], higher=higher, counted=counted
                )
            )
    return ", ".join(said) + "." if said else ""


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


SECTION = Section("in-short", 30, _build)
