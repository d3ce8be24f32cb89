"""What happened as lines of a list: when, and what; and what is still to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from symtrack.analysis.next_cycles import Expected
from symtrack.analysis.summary import open_ended
from symtrack.diary import event_words
from symtrack.diary.finding import Hit
from symtrack.diary.rows import Event
from symtrack.i18n import _, capital, dated, days


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that opens its day; `faint` where it is not in the diary."""

    day: date
    words: str
    faint: bool = False


def lasting(events: Iterable[Event], today: date) -> list[Event]:
    """The events, each with its last day; a treatment and a stay that are still going last until today.

    A treatment without a last day is over when the next of its type begins.
    """
    known = list(events)
    ends = iter(open_ended([event for event in known if event.kind == "treatment"], today))
    return [next(ends) if event.kind == "treatment" else _with_end(event, today) for event in known]


def lines(hits: Sequence[Hit], events: Iterable[Event], today: date) -> list[Line]:
    """A line for each, the newest first; `events` are all that there are."""
    ends = {event.id: event.until for event in lasting(events, today)}
    return [_line(hit, ends.get(hit.event.id), today) for hit in reversed(hits)]


def with_expected(shown: Sequence[Line], expected: Sequence[Expected]) -> list[Line]:
    """The lines, with one for the next cycle that each treatment is expected to have."""
    nearest = {each.treatment.origin: each for each in reversed(expected)}
    return sorted([*map(expected_line, nearest.values()), *shown], key=lambda line: line.day, reverse=True)


def expected_line(expected: Expected) -> Line:
    """5 Jun 2026, expected: First day of cycle 5. FOLFOX, first line."""
    words = _("{day}, expected: {cycle}. {treatment}").format(
        day=dated(expected.day),
        cycle=event_words.cycle(Event(kind="cycle", day=expected.day, body={"number": expected.number})),
        treatment=event_words.treatment(expected.treatment),
    )
    return Line(day=expected.day, words=words, faint=True)


def span(event: Event, last: date | None, today: date) -> str:
    """3 Mar 2026, or up to its end, or since then; `last` is the day until which it lasts."""
    if event.until is not None:
        return days(event.day, event.until, year=True)
    if event.day < today and last == today:
        return _("since {day}").format(day=dated(event.day))
    return dated(event.day)


def _line(hit: Hit, last: date | None, today: date) -> Line:
    event = hit.event
    planned = event.day > today and event.body.get("status") != "planned"  # Such a cycle says so itself.
    words = _("{day}, planned: {text}") if planned else _("{day}: {text}")
    text = event_words.as_private(hit.words) if event.private else hit.words
    return Line(day=event.day, words=words.format(day=capital(span(event, last, today)), text=text))


def _with_end(event: Event, today: date) -> Event:
    going = event.kind == "stay" and event.until is None
    return replace(event, until=max(event.day, today)) if going else event
