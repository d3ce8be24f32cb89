"""The person's own list of medicines, and what happened: treatments, cycles, scans, visits, stays, changes, calls.

All of it over the days that the charts show.
"""

from collections.abc import Iterator

from symtrack.analysis.summary import numbered_cycles, open_ended
from symtrack.diary import event_words
from symtrack.diary.event_words import STATUS_NAMES
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.diary.treatments import ONE_DAY
from symtrack.i18n import N_, _, dated, days, n_, short_day
from symtrack.report import medicine_list
from symtrack.report.blocks import Block, Table
from symtrack.report.section import Matter, Section

MANY = 12
"""Cycles that are named one by one."""
KINDS = ("treatment", "scan", "visit", "stay", "change", "call", "teamlist", "other")


def _build(matter: Matter) -> Iterator[Block]:
    yield from medicine_list.listed(matter)
    period = matter.span
    ended = iter(open_ended(matter.of_kind("treatment"), period.last))
    told = matter.settings.get("flags") != "off"
    rows = []
    for event in matter.of_kind(*KINDS):
        last = (next(ended).until if event.kind == "treatment" else event.until) or event.day
        if event.kind == "call" and event.body.get("flag") and told:
            continue  # It stands beside its flag already.
        if event.day <= period.last and last >= period.first:
            rows.append((_when(event, period), _words(event)))
    rows += _cycles(matter)
    if rows:
        yield Table(heading=_("What happened"), columns=(_("Day"), _("What")), rows=tuple(rows))


def _when(event: Event, period: Period) -> str:
    if event.until is None:
        far = event.day.year != period.last.year
        return dated(event.day) if far else short_day(event.day)
    return days(event.day, event.until)


def _cycles(matter: Matter) -> Iterator[tuple[str, str]]:
    """One row for all cycles: which began when, and what was different about it; of very many the last ones."""
    numbers = {id(event): number for event, number in numbered_cycles(matter.events)}
    cycles = [event for event in matter.of_kind("cycle") if event.day in matter.span]
    earlier = [event for event in cycles[:-MANY] if event.body.get("status") in (None, "given")]
    if earlier:
        yield (
            days(earlier[0].day, earlier[-1].day),
            n_("{n} earlier cycle, given as planned", "{n} earlier cycles, given as planned", len(earlier)).format(
                n=len(earlier)
            ),
        )
    cycles = [event for event in cycles if event not in earlier]
    said = []
    for event in cycles:
        status, number = event.body.get("status"), numbers.get(id(event))
        day = short_day(event.day)
        begun = _("{n} on {day}").format(n=number, day=day) if number else day
        said.append(begun if status in (None, "given") else _differently(begun, status))
    if said:
        yield days(cycles[0].day, cycles[-1].day), _("Day 1 of cycle {cycles}").format(cycles=", ".join(said))


def _differently(begun: str, status: object) -> str:
    name = STATUS_NAMES.get(str(status))
    return _("{name} ({status})").format(name=begun, status=_(name)) if name else begun


def _words(event: Event) -> str:
    words = event_words.said(event)
    going = event.kind == "treatment" and event.until is None and event.body.get("type") not in ONE_DAY
    return _("{name}: began").format(name=words) if going else words


SECTION = Section("treatments", 92, _build, N_("Medicines and treatments"))
