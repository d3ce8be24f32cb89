"""The day's questions as a Questionnaire, and a day's answers to them as a QuestionnaireResponse."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from symtrack.diary.instrument import LEAST, MOST
from symtrack.diary.rows import Event, Rating
from symtrack.exchange.fhir.parts import BASE, Resource, begun, code, extension, filled, language, recorded, words
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _

NOTE = "note"
"""The link id of what was written in words; no item is called that."""
_HL7 = "http://hl7.org/fhir/StructureDefinition"


def questionnaire(subject: Subject, items: Iterable[str]) -> Resource:
    """All questions that the bundle has answers to, in their order."""
    known = [item.key for item in subject.questions.items]
    keys = [*known, *sorted(set(items) - set(known))]
    limits = [
        {"url": f"{_HL7}/minValue", "valueInteger": LEAST},
        {"url": f"{_HL7}/maxValue", "valueInteger": MOST},
    ]
    asked: list[Resource] = [
        {"extension": limits, "linkId": code(key), "text": _asked(subject, key), "type": "integer"} for key in keys
    ]
    return {
        "resourceType": "Questionnaire",
        "id": subject.questionnaire,
        "language": language(),
        "url": _url(subject),
        "title": _("The day’s questions of a symptom diary"),
        "status": "active",
        "subjectType": ["Patient"],
        "description": _("The app’s own wording, 0 to 10, higher is worse. It is no validated questionnaire."),
        "item": [*asked, {"linkId": NOTE, "text": _("In their own words"), "type": "text", "repeats": True}],
    }


def response(subject: Subject, ratings: Sequence[Rating], noted: Sequence[Event]) -> Resource:
    """What one voice answered about one day, at its worst, and wrote about it; there is at least one row."""
    rows: list[Rating | Event] = [*ratings, *noted]
    first = rows[0]
    typed = {row.entered_by for row in rows}
    author = typed.pop() if len(typed) == 1 else None
    private = any(row.private for row in rows)
    said = [_said(event, private=private) for event in noted if words(event.text)]
    note = [{"linkId": NOTE, "text": _("In their own words"), "answer": said}] if said else []
    return begun(
        "QuestionnaireResponse", subject.day_of(first.day, first.voice), first.voice, private=private
    ) | filled(
        {
            "extension": [extension("day", "Date", first.day.isoformat())],
            "questionnaire": _url(subject),
            "status": "completed",
            "subject": subject.patient,
            "authored": recorded(max(rows, key=lambda row: datetime.fromisoformat(row.recorded_at))),
            "author": subject.person(author) if author else None,
            "source": subject.who(first.voice),
            "item": [*(_answer(subject, rating) for rating in ratings), *note],
        }
    )


def taken_back(subject: Subject, day: date, voice: str) -> Resource:
    """What a receiver is told of a day about which everything was taken back."""
    return begun("QuestionnaireResponse", subject.day_of(day, voice), voice) | {
        "status": "entered-in-error",
        "subject": subject.patient,
        "source": subject.who(voice),
    }


def _said(event: Event, *, private: bool) -> Resource:
    """What was written in words, with its time of day; where something else of the day is private, that it is not."""
    at = [extension("time", "Time", f"{event.time}:00")] if event.time else []
    apart = [extension("private", "Boolean", False)] if private and not event.private else []
    return filled({"extension": [*at, *apart], "valueString": words(event.text)})


def _answer(subject: Subject, rating: Rating) -> Resource:
    begins: Resource = {"linkId": code(rating.item), "text": _asked(subject, rating.item)}
    if rating.score is not None:
        return begins | {"answer": [{"valueInteger": rating.score}]}
    absent = "asked-declined" if rating.reason == "declined" else "not-performed"
    return begins | {"extension": [{"url": f"{_HL7}/data-absent-reason", "valueCode": absent}]}


def _asked(subject: Subject, key: str) -> str:
    return words(_(subject.item(key).name))


def _url(subject: Subject) -> str:
    return f"{BASE}/Questionnaire/{subject.questionnaire}"
