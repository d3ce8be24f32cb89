"""What there is on one day, gathered from the journal."""

from collections.abc import Container, Sequence
from datetime import date, datetime, time
from functools import partial

from symtrack.analysis.next_cycles import expected
from symtrack.diary import questions
from symtrack.diary.day import day_of
from symtrack.diary.event_words import unseen
from symtrack.diary.instrument import Instrument
from symtrack.diary.moment import minutes
from symtrack.diary.rows import Event, Rating, Row
from symtrack.ui.diary import history
from symtrack.ui.diary.day_card import OpenedDay
from symtrack.ui.diary.event_lines import lasting, span
from symtrack.ui.journal import Journal


def opened_day(journal: Journal, day: date, seen: Container[str] = ()) -> OpenedDay:
    """Everybody's answers and events of the day, in the order in which they are read.

    Where scan results are kept off the screen, only those with an id in `seen` are shown.
    """
    known, events, today = journal.instrument, journal.events(), journal.today
    ratings = sorted(journal.ratings(day, day), key=partial(_place, known, journal.day_start))
    ends = {event.id: event.until for event in lasting(events, today)}
    happened = [event for event in events if event.day == day or _going_on(event, ends[event.id], day)]
    hidden = frozenset(
        event.id
        for event in happened
        if event.kind == "scan" and not journal.preferences.scan_results and event.id not in seen
    )
    imports = [event for event in events if event.kind == "import"]
    brought = {event.recorded_at for event in imports}
    versions = {each.id: journal.versions(each) for each in (*ratings, *happened) if each.replaces}
    return OpenedDay(
        day=day,
        today=today,
        known=known,
        ratings=ratings,
        events=happened,
        spans={event.id: span(event, ends[event.id], today) for event in happened if event.until or event.day != day},
        hidden=hidden,
        expected=[each for each in expected(events, today) if each.day == day],
        changes={id_: _changes(known, said, seen=id_ not in hidden) for id_, said in versions.items()},
        corrected=frozenset(id_ for id_, said in versions.items() if history.corrected(said)),
        late={each.id: _late(each, journal.day_start) for each in ratings if each.recorded_at not in brought},
        about=_about(journal, ratings, happened),
        answers={event.id: questions.answers(event, events) for event in happened if event.kind == "visit"},
        imports=frozenset(event.action for event in imports),
    )


def _changes(known: Instrument, versions: Sequence[Row], *, seen: bool) -> list[str]:
    if not seen:
        versions = [unseen(version) if isinstance(version, Event) else version for version in versions]
    return history.changes(versions, known)


def _late(rating: Rating, day_start: time) -> int:
    return (day_of(datetime.fromisoformat(rating.recorded_at), day_start) - rating.day).days


def _about(journal: Journal, ratings: Sequence[Rating], events: Sequence[Event]) -> dict[str, str]:
    """The item of each of the day's answers, by the ids of all that was said in its place."""
    if not any(event.body.get("about") for event in events):
        return {}
    return {version.id: rating.item for rating in ratings for version in journal.versions(rating)}


def _going_on(event: Event, last: date | None, day: date) -> bool:
    return last is not None and event.day <= day <= last


def _place(known: Instrument, day_start: time, rating: Rating) -> tuple[int, str, int]:
    """In the order in which the items are asked, the day's own answer before its moments."""
    keys = [item.key for item in known.items]
    at = minutes(rating.time, day_start) if rating.time else -1
    return keys.index(rating.item) if rating.item in keys else len(keys), rating.voice, at
