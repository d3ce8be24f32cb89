"""What happened in the period: treatments, cycles, scans, visits, stays, changed medicines, calls."""

from collections.abc import Iterator

from symtrack.analysis.summary import numbered_cycles, open_ended
from symtrack.diary import event_words
from symtrack.diary.event_kinds import KIND_NAMES
from symtrack.diary.event_words import STATUS_NAMES, one_line
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, dated, days, short_day
from symtrack.report import phrases
from symtrack.report.blocks import Block, Table
from symtrack.report.figures import STAY_NAMES
from symtrack.report.section import Matter, Section

KINDS = ("treatment", "scan", "visit", "stay", "change", "call", "teamlist", "other")
ENDED_NAMES = {
    "finished": N_("ended as planned"),
    "stopped-working": N_("stopped: no longer worked"),
    "too-hard": N_("stopped: too hard"),
    "my-choice": N_("stopped: own choice"),
    "other": N_("stopped"),
}


def _build(matter: Matter) -> Iterator[Block]:
    period = matter.period
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
    """One row for all cycles: which began when, and what was different about it."""
    numbers = {id(event): number for event, number in numbered_cycles(matter.events)}
    cycles = [event for event in matter.of_kind("cycle") if event.day in matter.period]
    said = []
    for event in cycles:
        status, number = event.body.get("status"), numbers.get(id(event))
        day = short_day(event.day)
        begun = _("{n} on {day}").format(n=number, day=day) if number else day
        said.append(begun if status in {None, "given"} else _differently(begun, status))
    if said:
        yield days(cycles[0].day, cycles[-1].day), _("Day 1 of cycle {cycles}").format(cycles=", ".join(said))


def _differently(begun: str, status: object) -> str:
    name = STATUS_NAMES.get(str(status))
    return _("{name} ({status})").format(name=begun, status=_(name)) if name else begun


def _words(event: Event) -> str:
    body, text = event.body, one_line(event.text)
    match event.kind:
        case "treatment":
            ended = ENDED_NAMES.get(str(body.get("ended")))
            name = event_words.treatment(event)
            if event.until is None:
                name = _("{name}: began").format(name=name)
            return _("{name} ({ended})").format(name=name, ended=_(ended)) if ended else name
        case "scan":
            name = event_words.scan(event)
        case "change":
            return event_words.change(event)
        case "stay":
            name = _(STAY_NAMES.get(str(body.get("where")), STAY_NAMES["other"]))
        case "visit" if body.get("with"):
            name = _("Visit: {who}").format(who=one_line(str(body["with"])))
        case "call":
            return event_words.call(event)
        case "teamlist":
            return event_words.teamlist(event)
        case "other":
            return text or _(KIND_NAMES["other"])
        case _:
            name = _(KIND_NAMES[event.kind])
    return _("{name}. {text}").format(name=name, text=phrases.capital(text)) if text else name


SECTION = Section("events", 70, _build, N_("What happened"))
