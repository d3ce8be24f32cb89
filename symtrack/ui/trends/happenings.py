"""Treatments, cycles, scans and visits as the bands and marks above the rows, each with words of several lengths."""

from collections.abc import Iterable
from dataclasses import dataclass

from symtrack.analysis.cycle import NOT_GIVEN
from symtrack.diary.event_kinds import RESULT_NAMES, SCAN_NAMES, TREATMENT_NAMES
from symtrack.diary.rows import Event
from symtrack.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A treatment from `first` to `last`, both included; `words` from long to short; `track` is 0 for the top one."""

    first: int
    last: int
    words: tuple[str, ...]
    later: bool
    track: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that happened on one day; `words` from long to short. `number` counts cycles and is 0 otherwise."""

    day: int
    kind: str
    words: tuple[str, ...]
    number: int = 0


def bands(treatments: Iterable[Event], until: int) -> tuple[Band, ...]:
    """The treatments that had begun by `until`. Those at the same time lie on tracks one below the other.

    One without a last day goes on until the next of the same type or of a later line begins, otherwise until today.
    """
    begun = [event for event in treatments if event.day.toordinal() <= until]
    free: list[int] = []
    found = []
    for k, event in enumerate(begun):
        first = event.day.toordinal()
        last = min(_last(event, begun[k + 1 :], until), until)
        track = next((t for t, end in enumerate(free) if end < first), len(free))
        free[track : track + 1] = [last]
        found.append(Band(first=first, last=last, words=_treatment(event), later=_later(event, begun[:k]), track=track))
    return tuple(found)


def marks(events: Iterable[Event], until: int) -> tuple[Mark, ...]:
    """The cycles, scans and visits up to `until`, in order of day, a day's cycle first."""
    begun = [event for event in events if event.day.toordinal() <= until]
    found = [
        Mark(day=event.day.toordinal(), kind=event.kind, words=_scan(event) if event.kind == "scan" else _visit(event))
        for event in begun
        if event.kind in {"scan", "visit"}
    ]
    return tuple(sorted([*_cycles(begun), *found], key=lambda mark: (mark.day, mark.kind)))


def _cycles(events: list[Event]) -> list[Mark]:
    """The first days of the cycles that were given; without a number of its own, one counts from its treatment on."""
    starts = [event.day.toordinal() for event in events if event.kind == "treatment"]
    found: list[Mark] = []
    for event in events:
        if event.kind != "cycle" or event.body.get("status") in NOT_GIVEN:
            continue
        day, given = event.day.toordinal(), event.body.get("number")
        again = not found or any(found[-1].day < start <= day for start in starts)
        number = given if isinstance(given, int) else 1 if again else found[-1].number + 1
        words = (_("cycle {number}").format(number=number), str(number))
        found.append(Mark(day=day, kind="cycle", words=words, number=number))
    return found


def _last(event: Event, following: list[Event], until: int) -> int:
    if event.until is not None:
        return event.until.toordinal()
    ends = (
        other.day.toordinal() - 1
        for other in following
        if other.day > event.day and (other.body.get("type") == event.body.get("type") or _line(other) > _line(event))
    )
    return next(ends, until)


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
    ordinals = {1: _("first line"), 2: _("second line"), 3: _("third line")}
    return (f"{name}, {ordinals.get(line) or _('line {number}').format(number=line)}", name)


def _scan(event: Event) -> tuple[str, ...]:
    name = _(SCAN_NAMES.get(str(event.body.get("modality")), SCAN_NAMES["other"]))
    result = RESULT_NAMES.get(str(event.body.get("result")))
    return (_("{scan}: {result}").format(scan=name, result=_(result)), name) if result else (name,)


def _visit(event: Event) -> tuple[str, ...]:
    person = str(event.body.get("with") or "")
    return (_("visit: {person}").format(person=person), _("visit")) if person else (_("visit"),)
