"""What this page reads from the diary's events, and the rows that it writes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from symtrack.diary import questions
from symtrack.diary.flag import Flag, Mark
from symtrack.diary.questions import open_questions
from symtrack.diary.rows import Event
from symtrack.i18n import _, short_day
from symtrack.ui.journal import Journal


def asked_questions(events: Iterable[Event]) -> tuple[Event, ...]:
    """The questions that have an answer, in order of day."""
    return tuple(event for event in events if event.kind == "question" and event.body.get("answer"))


def visit_on(events: Iterable[Event], day: date) -> Event | None:
    """The visit that is in the diary for that day, planned or not."""
    return next((event for event in events if event.kind == "visit" and event.day == day), None)


def deal(journal: Journal, flag: Flag, how: Mark) -> bool:
    """Keeps how a point was dealt with; one that goes on the list brings its question along, as one action."""
    return journal.mark(flag, how, *([question(journal, flag.question)] if how is Mark.LISTED else []))


def question(journal: Journal, text: str, *, private: bool = False) -> Event:
    """A new question, the last on the list."""
    return questions.new(journal.events(), text, journal.today, private=private)


def changed(events: Iterable[Event], event: Event, text: str, *, private: bool) -> list[Event]:
    """The rows that give the question other words, make it private or not, and leave it in its place."""
    order = [replace(each, text=text, private=private) if each == event else each for each in open_questions(events)]
    return _numbered(order, {event.id})


def moved(events: Iterable[Event], event: Event, places: int) -> list[Event]:
    """The rows that move the question down by so many places, up by a negative number; no further than the list."""
    order = list(open_questions(events))
    place = order.index(event)
    order.insert(max(0, place + places), order.pop(place))
    return _numbered(order, set())


def answered(events: Iterable[Event], event: Event, answer: str, today: date) -> list[Event]:
    """The rows of a question with what the team said; kept with today's visit too, where there is one."""
    visit = visit_on(events, today)
    rows = _with_answers([event], {event.id: answer}, visit)
    return [*rows, *([_telling(visit, [event], {event.id: answer})] if visit else [])]


def visit(journal: Journal, whom: str, said: str, answers: Mapping[str, str] = {}) -> list[Event]:
    """The rows of today's visit, with what was said, and to which question; it completes one planned for today."""
    events = journal.events()
    before, listed = visit_on(events, journal.today), open_questions(events)
    made = _telling(before or Event(kind="visit", day=journal.today), listed, answers)
    body = {key: value for key, value in made.body.items() if key != "with"} | ({"with": whom} if whom else {})
    return [replace(made, text=said or None, body=body), *_with_answers(listed, answers, before)]


def asked_words(events: Collection[Event]) -> tuple[str, ...]:
    """The questions that were asked, each with what the team said, and at which visit; the last first."""
    visits = [event for event in events if event.kind == "visit"]
    days = {str(answer.get("question")): visit.day for visit in visits for answer in _answers(visit)}
    told = []
    for event in asked_questions(events):
        words = _("{question} – {answer}").format(question=event.text, answer=event.body.get("answer"))
        day = days.get(event.origin)
        told.append(_("{words} (visit of {day})").format(words=words, day=short_day(day)) if day else words)
    return tuple(reversed(told))


def _with_answers(listed: Iterable[Event], answers: Mapping[str, str], visit: Event | None) -> list[Event]:
    """The questions that have an answer, each with it."""
    known = {"visit": visit.origin} if visit else {}
    return [
        replace(_correction(each), body={**each.body, "answer": answers[each.id], **known})
        for each in listed
        if each.id in answers
    ]


def _telling(visit: Event, listed: Iterable[Event], answers: Mapping[str, str]) -> Event:
    """The visit with these answers beside those that it has."""
    new = [{"question": each.origin, "text": answers[each.id]} for each in listed if each.id in answers]
    body = {**visit.body, "answers": [*_answers(visit), *new]} if new else visit.body
    return replace(_correction(visit) if visit.id else visit, body=body)


def _answers(visit: Event) -> list[Mapping[str, object]]:
    found = visit.body.get("answers")
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _correction(event: Event) -> Event:
    return replace(event, replaces=event.id, id="", action="", recorded_at="")


def _numbered(order: Iterable[Event], anyway: Collection[str]) -> list[Event]:
    """Those questions that do not carry their place in this order yet, and `anyway` these, as corrections."""
    return [
        replace(_correction(each), body={**each.body, "order": k})
        for k, each in enumerate(order, 1)
        if each.body.get("order") != k or each.id in anyway
    ]
