"""What there is on one day, gathered from the journal."""

from collections.abc import Sequence
from datetime import date, time
from functools import partial

from symtrack.diary.instrument import Instrument
from symtrack.diary.moment import minutes
from symtrack.diary.rows import Event, Rating
from symtrack.ui.diary import history
from symtrack.ui.diary.day_card import OpenedDay
from symtrack.ui.journal import Journal


def opened_day(journal: Journal, day: date) -> OpenedDay:
    """Everybody's answers and events of the day, in the order in which they are read."""
    known, events = journal.instrument, journal.events()
    ratings = sorted(journal.ratings(day, day), key=partial(_place, known, journal.day_start))
    happened = [event for event in events if _on(event, day)]
    return OpenedDay(
        day=day,
        today=journal.today,
        known=known,
        ratings=ratings,
        events=happened,
        changes={
            each.id: history.changes(journal.versions(each), known) for each in (*ratings, *happened) if each.replaces
        },
        about=_about(journal, ratings, happened),
        imports=frozenset(event.action for event in events if event.kind == "import"),
    )


def _about(journal: Journal, ratings: Sequence[Rating], events: Sequence[Event]) -> dict[str, str]:
    """The item of each of the day's answers, by the ids of all that was said in its place."""
    if not any(event.body.get("about") for event in events):
        return {}
    return {version.id: rating.item for rating in ratings for version in journal.versions(rating)}


def _on(event: Event, day: date) -> bool:
    """Whether it began on the day, or was going on."""
    return event.day == day or (event.until is not None and event.day <= day <= event.until)


def _place(known: Instrument, day_start: time, rating: Rating) -> tuple[int, str, int]:
    """In the order in which the items are asked, the day's own answer before its moments."""
    keys = [item.key for item in known.items]
    at = minutes(rating.time, day_start) if rating.time else -1
    return keys.index(rating.item) if rating.item in keys else len(keys), rating.voice, at
