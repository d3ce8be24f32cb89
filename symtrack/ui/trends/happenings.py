"""What happened, as the bands and marks above the rows, each with words of several lengths."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from symtrack.analysis.next_cycles import expected
from symtrack.analysis.summary import numbered_cycles, open_ended
from symtrack.diary.event_kinds import RESULT_NAMES, SCAN_NAMES, TREATMENT_NAMES
from symtrack.diary.event_words import one_line, treatment
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _

AHEAD = 60
"""So many days ahead cycles that are planned or expected are drawn."""
PLACES = {"hospital": N_("in hospital"), "hospice": N_("in a hospice")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Something that lasted from `first` to `last`, both included; `words` from long to short; `track` 0 is on top."""

    first: int
    last: int
    words: tuple[str, ...]
    later: bool
    track: int
    kind: Literal["treatment", "stay", "other"] = "treatment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on one day; `words` from long to short. `number` counts cycles; `expected` is one that is planned."""

    day: int
    kind: str
    words: tuple[str, ...]
    number: int = 0
    expected: bool = False


def bands(events: Iterable[Event], until: int) -> tuple[Band, ...]:
    """The treatments that had begun by `until`, stays, and other things that lasted.

    Those at the same time lie on tracks one below the other. A treatment without a last day goes on until another takes
    its place, otherwise until today; a stay without one until today.
    """
    begun = [event for event in events if event.day.toordinal() <= until]
    treatments = [event for event in begun if event.kind == "treatment"]
    ends = iter(open_ended(treatments, date.fromordinal(until)))
    free: list[int] = []
    found = []
    for event in begun:
        first = event.day.toordinal()
        match event.kind:
            case "treatment":
                k = next(k for k, other in enumerate(treatments) if other is event)
                last, later = (next(ends).until or event.day).toordinal(), _later(event, treatments[:k])
                words = _treatment(event)
            case "stay":
                last, words, later = event.until.toordinal() if event.until else until, _stay(event), False
            case "other" if event.until is not None:
                last, words, later = event.until.toordinal(), (one_line(event.text),), False
            case _:
                continue
        last = max(first, min(last, until))
        track = next((t for t, end in enumerate(free) if end < first), len(free))
        free[track : track + 1] = [last]
        found.append(Band(first=first, last=last, words=words, later=later, track=track, kind=event.kind))
    return tuple(found)


def marks(events: Iterable[Event], until: int, *, results: bool = True) -> tuple[Mark, ...]:
    """The cycles, scans, visits and changes of medicine up to `until`, in order of day, a day's cycle first.

    Of what is planned only the next cycles are there. `results` says whether scans say how they came out.
    """
    events = tuple(events)
    begun = [event for event in events if event.day.toordinal() <= until]
    found = [
        Mark(day=event.day.toordinal(), kind=event.kind, words=words)
        for event in begun
        if (words := _words(event, results=results))
    ]
    given = _cycles(begun)
    order = {"cycle": 0}
    whole = [*given, *_expected(events, given, until), *found]
    return tuple(sorted(whole, key=lambda mark: (mark.day, order.get(mark.kind, 1), mark.kind)))


def _expected(events: Iterable[Event], given: list[Mark], until: int) -> list[Mark]:
    """The cycles to come, not too far ahead: those that the person planned, and those that follow from the length."""
    events = tuple(events)
    last = given[-1].day if given else 0
    days: dict[int, int] = {}
    for event in sorted(events, key=lambda event: event.day):
        day, stated = event.day.toordinal(), event.body.get("number")
        if event.kind == "cycle" and event.body.get("status") == "planned" and last < day <= until + AHEAD:
            before = max([*days.values(), *(mark.number for mark in given[-1:])], default=0)
            days[day] = stated if isinstance(stated, int) else before + 1
    for each in expected(events, date.fromordinal(until)):
        if each.day.toordinal() <= until + AHEAD:
            days.setdefault(each.day.toordinal(), each.number)
    return [_cycle(day, number, _("cycle {number}, expected"), expected=True) for day, number in days.items()]


def _cycles(events: list[Event]) -> list[Mark]:
    """The first days of the cycles that were given."""
    return [_cycle(event.day.toordinal(), number, _("cycle {number}")) for event, number in numbered_cycles(events)]


def _cycle(day: int, number: int, words: str, *, expected: bool = False) -> Mark:
    said = (words.format(number=number), str(number))
    return Mark(day=day, kind="cycle", words=said, number=number, expected=expected)


def _line(event: Event) -> int:
    line = event.body.get("line")
    return line if isinstance(line, int) else 1


def _later(event: Event, earlier: list[Event]) -> bool:
    """Whether it is a later line: as the person said, otherwise when one of its type came before."""
    if isinstance(event.body.get("line"), int):
        return _line(event) > 1
    return any(other.body.get("type") == event.body.get("type") for other in earlier)


def _treatment(event: Event) -> tuple[str, ...]:
    name = event.text or _(TREATMENT_NAMES.get(str(event.body.get("type")), TREATMENT_NAMES["other"]))
    line = event.body.get("line")
    if not isinstance(line, int):
        return (name,)
    return (treatment(event), name)


def _words(event: Event, *, results: bool) -> tuple[str, ...]:
    """What a mark says, from long to short; nothing for an event that has none."""
    match event.kind:
        case "scan":
            return _scan(event, results=results)
        case "visit":
            return _visit(event)
        case "change":
            return (_medicine(event),)
        case "other" if event.text and event.until is None:
            return (one_line(event.text),)
    return ()


def _scan(event: Event, *, results: bool) -> tuple[str, ...]:
    name = _(SCAN_NAMES.get(str(event.body.get("modality")), SCAN_NAMES["other"]))
    result = RESULT_NAMES.get(str(event.body.get("result"))) if results else None
    return (_("{scan}: {result}").format(scan=name, result=_(result)), name) if result else (name,)


def _visit(event: Event) -> tuple[str, ...]:
    person = one_line(event.body.get("with"))
    return (_("visit: {person}").format(person=person), _("visit")) if person else (_("visit"),)


def _medicine(event: Event) -> str:
    return one_line(event.body.get("medicine")) or one_line(event.text) or _("medicine changed")


def _stay(event: Event) -> tuple[str, ...]:
    where = PLACES.get(str(event.body.get("where")))
    return (_(where) if where else one_line(event.text) or _("a stay"),)
