"""The questions for the team, in the order in which the paper has them."""

from collections.abc import Iterable, Mapping
from datetime import date

from symtrack.diary.event_words import one_line
from symtrack.diary.rows import Event
from symtrack.i18n import _


def open_questions(events: Iterable[Event]) -> tuple[Event, ...]:
    """The questions without an answer, in the order in which the paper has them."""
    found = [event for event in events if event.kind == "question" and event.text and not event.body.get("answer")]
    return tuple(sorted(found, key=lambda event: _order(event, len(found))))


def answers(visit: Event, events: Iterable[Event]) -> tuple[str, ...]:
    """What was said at the visit, each with the question that it answers, as far as that is still there."""
    found = visit.body.get("answers")
    asked = {event.origin: event.text for event in events if event.kind == "question" and event.text}
    told = []
    for each in found if isinstance(found, list) else []:
        if isinstance(each, Mapping) and (text := one_line(each.get("text"))):
            question = one_line(asked.get(str(each.get("question"))))
            words = _("{question} – {answer}").format(question=question, answer=text)
            told.append(words if question else text)
    return tuple(told)


def new(events: Iterable[Event], text: str, day: date, *, private: bool = False) -> Event:
    """A new question, the last on the list. A private one is on no paper unless that is ticked there."""
    listed = open_questions(events)
    orders = [order for event in listed if isinstance(order := event.body.get("order"), int)]
    body = {"order": max([len(listed), *orders]) + 1}
    return Event(kind="question", day=day, text=text, body=body, private=private)


def _order(event: Event, last: int) -> int:
    order = event.body.get("order")
    return order if isinstance(order, int) else last
