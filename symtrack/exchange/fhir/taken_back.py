"""What a receiver is told of an event that was there and is no more: its resource was entered in error."""

from collections.abc import Mapping
from datetime import date

from symtrack.diary.event_kinds import KIND_NAMES
from symtrack.exchange.fhir.parts import Resource, begun, concept
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _

KINDS: Mapping[str, str] = {
    "treatment": "Procedure",
    "cycle": "Procedure",
    "scan": "Observation",
    "measurement": "Observation",
    "episode": "Observation",
    "teamlist": "Observation",
    "dose": "MedicationAdministration",
    "goal": "Goal",
}
"""The kinds of event that become resources of their own, and of which kind."""


def resource(subject: Subject, kind: str, origin: str, day: date, voice: str) -> Resource:
    """Only that there was something on that day, nothing of what it said."""
    named = concept(_(KIND_NAMES[kind]))
    begins = begun(KINDS[kind], origin, voice) | {"subject": subject.patient}
    if KINDS[kind] == "Goal":
        return begins | {"lifecycleStatus": "entered-in-error", "description": named}
    what = {"medicationCodeableConcept" if kind == "dose" else "code": named}
    when = {"performedDateTime" if KINDS[kind] == "Procedure" else "effectiveDateTime": day.isoformat()}
    return begins | {"status": "entered-in-error"} | what | when
