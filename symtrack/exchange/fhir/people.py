"""The person as a Patient, and those who answered or typed for them as RelatedPersons."""

from collections.abc import Mapping

from symtrack.diary.day import parse_day
from symtrack.errors import InputError
from symtrack.exchange.fhir.parts import BASE, Resource, begun, filled, words
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _


def patient(subject: Subject, settings: Mapping[str, object]) -> Resource:
    """Who the diary is about, as far as they wrote it down."""
    identifiers: list[Resource] = [{"system": f"{BASE}/diary", "value": subject.diary}]
    number = words(settings.get("hospital-number"))
    if number:
        # Which hospital's number it is was never asked, so it has no system.
        identifiers.append({"type": {"text": _("Hospital number, as written down by the person")}, "value": number})
    name = words(settings.get("name"))
    return begun("Patient", subject.diary) | filled(
        {"identifier": identifiers, "name": [{"text": name}] if name else [], "birthDate": _day(settings)}
    )


def related(subject: Subject, name: str) -> Resource:
    """A caregiver; what they are to the person is nowhere kept apart from the name."""
    return begun("RelatedPerson", subject.id_of("person", name)) | {
        "patient": subject.patient,
        "name": [{"text": words(name) or _("Somebody")}],
    }


def _day(settings: Mapping[str, object]) -> str:
    try:
        return parse_day(str(settings.get("birth-date") or "")).isoformat()
    except InputError:
        return ""
