"""Treatments and the first days of their cycles as Procedures."""

from collections.abc import Collection

from symtrack.diary.event_kinds import TREATMENT_NAMES
from symtrack.diary.event_words import cycle as cycle_words, ended, treatment as treatment_words
from symtrack.diary.rows import Event
from symtrack.diary.treatments import ONE_DAY
from symtrack.exchange.fhir.parts import (
    Resource,
    at,
    begun_of,
    concept,
    day_said,
    details,
    filled,
    notes,
    own,
    reference,
)
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _

_STATUS = {"skipped": "not-done", "planned": "preparation"}


def procedure(subject: Subject, event: Event) -> Resource:
    """A treatment as the person tells of it, from its first day to its last."""
    kind, why = str(event.body.get("type")), ended(event)
    name = _(TREATMENT_NAMES.get(kind, TREATMENT_NAMES["other"]))
    start = at(event, event.day, event.time, subject.day_start)
    lasted = filled({"start": start, "end": event.until.isoformat() if event.until else None})
    return _begun(subject, event) | filled(
        {
            "extension": [*day_said(event.day, start), *subject.typed(event), *details(event)],
            "status": _status(subject, event),
            "category": concept(name, own("treatment", kind)),
            "code": concept(treatment_words(event)),
            "performedPeriod": lasted,
            "outcome": concept(_("Ended: {why}").format(why=why)) if why else None,
            "note": subject.typed_words(event),
        }
    )


def cycle(subject: Subject, event: Event, treatments: Collection[str]) -> Resource:
    """The first day of a cycle, a part of its treatment if that is among those that are sent."""
    moment = at(event, event.day, event.time, subject.day_start)
    whole = str(event.body.get("treatment") or "")
    status = str(event.body.get("status") or "given")
    planned = event.day > subject.today
    return _begun(subject, event) | filled(
        {
            "extension": [*day_said(event.day, moment), *subject.typed(event), *details(event, {"treatment"})],
            "partOf": [reference("Procedure", whole)] if whole in treatments else [],
            "status": _STATUS.get(status, "preparation" if planned else "completed"),
            "category": concept(_("First day of a cycle"), own("event", "cycle")),
            "code": concept(cycle_words(event)),
            "performedDateTime": moment,
            "note": [*notes(event.text), *subject.typed_words(event)],
        }
    )


def _begun(subject: Subject, event: Event) -> Resource:
    who = subject.who(event.voice)
    return begun_of("Procedure", event.origin, event) | {"subject": subject.patient, "recorder": who, "asserter": who}


def _status(subject: Subject, event: Event) -> str:
    if event.day > subject.today:
        return "preparation"
    over = event.until is not None and event.until <= subject.today
    return "completed" if over or event.body.get("type") in ONE_DAY else "in-progress"
