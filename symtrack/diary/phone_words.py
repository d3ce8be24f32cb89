"""What to say on the telephone, line by line, from what the diary holds: it is hard to think of when one is afraid."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from symtrack.diary import event_words, measures
from symtrack.diary.day import parse_day
from symtrack.diary.event_words import one_line
from symtrack.diary.moment import minutes
from symtrack.diary.rows import Event
from symtrack.diary.setting_keys import day_start
from symtrack.errors import InputError
from symtrack.i18n import _, clock_at, dated, short_day

Order = Callable[[Event], tuple[date, int]]

CYCLE_ENDS = timedelta(days=42)
"""A cycle that began longer ago says nothing about today."""
DOSES, LATELY = 4, timedelta(days=1)
TEMPERATURE_LASTS = timedelta(days=2)


def say(
    settings: Mapping[str, object], events: Sequence[Event], ticked: Iterable[str], today: date, *, speaks: bool = True
) -> tuple[str, ...]:
    """Who it is about, their treatment, ticks, temperature, doses; `speaks` means that they ring themselves."""
    begins = day_start(settings.get("day-start"))

    def order(event: Event) -> tuple[date, int]:
        """An event of half past midnight comes last on its day."""
        return event.day, minutes(event.time, begins) if event.time else -1

    said = [
        _who(settings, speaks=speaks),
        *_treatments(events, today),
        _listed(ticked),
        _temperature(events, today, order),
        _doses(events, today, order),
    ]
    return tuple(line for line in said if line)


def _who(settings: Mapping[str, object], *, speaks: bool) -> str:
    name, hospital = one_line(settings.get("name")), one_line(settings.get("hospital-number"))
    known = []
    if name:
        known.append(_("My name is {name}.").format(name=name) if speaks else _("I ring for {name}.").format(name=name))
    try:
        born = parse_day(str(settings.get("birth-date") or ""))
        known.append(_("Born {day}.").format(day=dated(born)))
    except InputError:
        pass
    if hospital:
        known.append(_("Hospital number {number}.").format(number=hospital))
    return " ".join(known)


def _treatments(events: Sequence[Event], today: date) -> Iterable[str]:
    """The newest treatment of each type that goes on, and the day of the cycle."""
    begun = sorted((event for event in events if event.kind == "treatment" and event.day <= today), key=_first)
    newest = {event.body.get("type"): event for event in begun}
    names = [event_words.treatment(event) for event in newest.values() if event.until is None or today <= event.until]
    if names:
        yield _("Treatment: {names}.").format(names="; ".join(names))
    cycles = [
        event
        for event in events
        if event.kind == "cycle"
        and today - CYCLE_ENDS < event.day <= today
        and event.body.get("status") not in {"skipped", "planned"}
    ]
    if cycles:
        last = max(cycles, key=_first)
        day, n = (today - last.day).days + 1, last.body.get("number")
        yield (
            _("Today is day {day} of cycle {n}.").format(day=day, n=n)
            if isinstance(n, int)
            else _("Today is day {day} of the cycle.").format(day=day)
        )


def _first(event: Event) -> date:
    return event.day


def _listed(ticked: Iterable[str]) -> str:
    lines = "; ".join(ticked)
    return _("On my list: {lines}.").format(lines=lines) if lines else ""


def _temperature(events: Sequence[Event], today: date, order: Order) -> str:
    """The last one measured, in the unit in which it was typed."""
    kind = measures.KINDS["temperature"]
    taken = [
        event
        for event in events
        if (event.kind, event.body.get("what")) == ("measurement", kind.key)
        and today - TEMPERATURE_LASTS < event.day <= today
    ]
    last = max(taken, key=order, default=None)
    value = measures.value_of(last) if last is not None else None
    if last is None or value is None:
        return ""
    degrees = measures.amount(kind, value, last.body.get("unit"))
    return _("Last temperature: {degrees}, {when}.").format(degrees=degrees, when=_when(last, today))


def _doses(events: Sequence[Event], today: date, order: Order) -> str:
    """The last few doses of this day and the one before."""
    taken = [
        event
        for event in events
        if event.kind == "dose" and event.body.get("taken", "yes") == "yes" and today - LATELY <= event.day <= today
    ]
    last = sorted(taken, key=order)[-DOSES:]
    named = [", ".join(filter(None, (*_medicine(event), _when(event, today)))) for event in reversed(last)]
    return _("Last doses: {doses}.").format(doses="; ".join(named)) if named else ""


def _medicine(event: Event) -> tuple[str, str]:
    return one_line(event.body.get("medicine")), one_line(event.text)


def _when(event: Event, today: date) -> str:
    """Today 22:40; yesterday; another day by its name."""
    day = {0: _("today"), 1: _("yesterday")}.get((today - event.day).days, short_day(event.day))
    at = clock_at(event.time) if event.time else ""
    return _("{day} {time}").format(day=day, time=at) if at else day
