"""The questions for the team, in the order in which the paper has them."""

from collections.abc import Iterable
from datetime import date

from symtrack.diary.rows import Event


def open_questions(events: Iterable[Event]) -> tuple[Event, ...]:
    """The questions without an answer, in the order in which the paper has them."""
    found = [event for event in events if event.kind == "question" and event.text and not event.body.get("answer")]
    return tuple(sorted(found, key=lambda event: _order(event, len(found))))


def new(events: Iterable[Event], text: str, day: date) -> Event:
    """A new question, the last on the list."""
    listed = open_questions(events)
    orders = [order for event in listed if isinstance(order := event.body.get("order"), int)]
    return Event(kind="question", day=day, text=text, body={"order": max([len(listed), *orders]) + 1})


def _order(event: Event, last: int) -> int:
    order = event.body.get("order")
    return order if isinstance(order, int) else last
