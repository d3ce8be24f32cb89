"""A scan, as the person tells of it, as an Observation: a DiagnosticReport would claim that a department wrote it."""

from symtrack.diary.event_kinds import RESULT_NAMES, SCAN_NAMES
from symtrack.diary.event_words import scan_name
from symtrack.diary.rows import Event
from symtrack.exchange.fhir import happened
from symtrack.exchange.fhir.parts import Resource, category, concept, own, term
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _


def observation(subject: Subject, event: Event) -> Resource:
    """Which scan it was, and what the person was told or understood of it."""
    modality = event.body.get("modality")
    meant = own("scan", str(modality) if modality in SCAN_NAMES else "other")
    told = _("{scan}, as told by the person").format(scan=scan_name(event))
    return happened.observation(subject, event, event.text) | {
        "category": category("survey", "Survey"),
        "code": concept(told, meant),
        **_result(event.body.get("result")),
    }


def _result(result: object) -> Resource:
    if result == "unknown":
        absent = term("data-absent-reason", "temp-unknown", "Temporarily Unknown")
        return {"dataAbsentReason": concept(_(RESULT_NAMES["unknown"]), absent)}
    if result in RESULT_NAMES:
        return {"valueCodeableConcept": concept(_(RESULT_NAMES[str(result)]), own("scan-result", str(result)))}
    return {}
