"""Medicines: the person's own list as MedicationStatements, each dose as a MedicationAdministration."""

from symtrack.diary.event_words import felt_words, one_line
from symtrack.diary.medicines import NEEDED, Medicine
from symtrack.diary.rows import Event
from symtrack.exchange.fhir.parts import (
    ITEM,
    Resource,
    at,
    begun,
    begun_of,
    coding,
    concept,
    day_said,
    details,
    filled,
    notes,
    term,
    words,
)
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _

_STATUS = {"yes": "completed", "skipped": "not-done", "unknown": "unknown"}


def statement(subject: Subject, medicine: Medicine) -> Resource:
    """A line of the list, as it was copied from the label. No code: nothing here knows a drug."""
    limit = _("On the label: {limit}").format(limit=medicine.limit) if medicine.limit else ""
    taken = ", ".join(filter(None, (medicine.strength, medicine.times)))
    return begun("MedicationStatement", subject.id_of("medicine", medicine.key)) | filled(
        {
            "status": "stopped" if medicine.stopped else "active",
            "category": concept("", term("medication-statement-category", "patientspecified", "Patient Specified")),
            "medicationCodeableConcept": concept(_name(medicine.name)),
            "subject": subject.patient,
            "informationSource": subject.patient,
            "dosage": [
                {"text": words(". ".join(filter(None, (taken, limit)))), "asNeededBoolean": medicine.when == NEEDED}
            ],
        }
    )


def administration(subject: Subject, event: Event) -> Resource:
    """One dose: taken, not taken, or not known. The score before and after are in the note and among the details."""
    moment = at(event, event.day, event.time, subject.day_start)
    strength, item = words(one_line(event.text)), event.body.get("for")
    why = [concept(_(subject.item(str(item)).name), coding(ITEM, str(item)))] if item else []
    return begun_of("MedicationAdministration", event.origin, event) | filled(
        {
            "extension": [*day_said(event.day, moment), *subject.typed(event), *details(event, {"medicine"})],
            "status": _STATUS.get(str(event.body.get("taken", "yes")), "unknown"),
            "medicationCodeableConcept": concept(_name(event.body.get("medicine"))),
            "subject": subject.patient,
            "effectiveDateTime": moment,
            "performer": [{"actor": subject.who(event.voice)}],
            "reasonCode": why,
            "dosage": {"text": strength} if strength else None,
            "note": [*notes(felt_words(event, subject.questions)), *subject.typed_words(event)],
        }
    )


def _name(name: object) -> str:
    return words(name) or _("A medicine")
