"""What observations of events have in common: who said it, when, and how."""

from symtrack.diary.rows import Event
from symtrack.exchange.fhir.parts import Resource, at, begun_of, day_said, details, filled, notes, recorded
from symtrack.exchange.fhir.subject import Subject


def observation(subject: Subject, event: Event, *said: object, profile: str = "") -> Resource:
    """The beginning of an Observation of something that happened; `said` are words beside it."""
    moment = at(event, event.day, event.time, subject.day_start)
    return begun_of("Observation", event.origin, event, profile) | filled(
        {
            "extension": [*day_said(event.day, moment), *subject.typed(event), *details(event)],
            "status": "final",
            "subject": subject.patient,
            "effectiveDateTime": moment,
            "issued": recorded(event),
            "performer": [subject.who(event.voice)],
            "note": [*notes(*said), *subject.typed_words(event)],
        }
    )
