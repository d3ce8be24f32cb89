"""What this page reads from the diary's events, and the rows that it writes."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from symtrack.diary import questions
from symtrack.diary.flag import Flag
from symtrack.diary.questions import open_questions
from symtrack.diary.rows import Event
from symtrack.ui.journal import Journal


def asked_questions(events: Iterable[Event]) -> tuple[Event, ...]:
    """The questions that have an answer, in order of day."""
    return tuple(event for event in events if event.kind == "question" and event.body.get("answer"))


def visit_on(events: Iterable[Event], day: date) -> Event | None:
    """The visit that is in the diary for that day, planned or not."""
    return next((event for event in events if event.kind == "visit" and event.day == day), None)


def deal(journal: Journal, flag: Flag, how: str) -> bool:
    """Keeps how a point was dealt with; one that goes on the list brings its question along, as one action."""
    return journal.mark(flag, how, *([question(journal, flag.question)] if how == "listed" else []))


def question(journal: Journal, text: str) -> Event:
    """A new question, the last on the list."""
    return questions.new(journal.events(), text, journal.today)


def changed(events: Iterable[Event], event: Event, text: str) -> list[Event]:
    """The rows that give the question other words and leave it in its place."""
    order = [replace(each, text=text) if each == event else each for each in open_questions(events)]
    return _numbered(order, {event.id})


def raised(events: Iterable[Event], event: Event) -> list[Event]:
    """The rows that move the question up by one place."""
    order = list(open_questions(events))
    place = order.index(event)
    order[max(place - 1, 0)], order[place] = order[place], order[max(place - 1, 0)]
    return _numbered(order, set())


def answered(event: Event, answer: str) -> Event:
    """The question with what the team said."""
    return replace(_correction(event), body={**event.body, "answer": answer})


def visit(journal: Journal, whom: str, said: str) -> Event:
    """Today's visit, with what was said; it completes one that was planned for today."""
    before = visit_on(journal.events(), journal.today)
    made = _correction(before) if before else Event(kind="visit", day=journal.today)
    body = {key: value for key, value in made.body.items() if key != "with"} | ({"with": whom} if whom else {})
    return replace(made, text=said or None, body=body)


def _correction(event: Event) -> Event:
    return replace(event, replaces=event.id, id="", action="", recorded_at="")


def _numbered(order: Iterable[Event], anyway: Collection[str]) -> list[Event]:
    """Those questions that do not carry their place in this order yet, and `anyway` these, as corrections."""
    return [
        replace(_correction(each), body={**each.body, "order": k})
        for k, each in enumerate(order, 1)
        if each.body.get("order") != k or each.id in anyway
    ]
