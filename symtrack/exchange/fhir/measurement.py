"""Something measured or counted as an Observation; weight and temperature by HL7's profiles of vital signs."""

from symtrack.diary import measures
from symtrack.diary.event_words import UP_AND_ABOUT
from symtrack.diary.rows import Event
from symtrack.exchange.fhir import happened
from symtrack.exchange.fhir.parts import LOINC, Resource, category, coding, concept, own, quantity, words
from symtrack.exchange.fhir.subject import Subject
from symtrack.i18n import _

_PROFILES = "http://hl7.org/fhir/StructureDefinition"
VITAL = {
    "weight": (f"{_PROFILES}/bodyweight", coding(LOINC, "29463-7", "Body weight"), "kg", "kg"),
    "temperature": (f"{_PROFILES}/bodytemp", coding(LOINC, "8310-5", "Body temperature"), "°C", "Cel"),
}
"""Profile, code, unit and UCUM's code: hl7.org/fhir/R4/bodyweight.html and bodytemp.html."""


def observation(subject: Subject, event: Event) -> Resource:
    """The value in the unit in which it is kept, whatever was typed."""
    what = str(event.body.get("what"))
    if what in VITAL:
        profile, meant, unit, ucum = VITAL[what]
        return happened.observation(subject, event, event.text, profile=profile) | {
            "category": category("vital-signs", "Vital Signs"),
            "code": concept(_(measures.KINDS[what].name), meant, own("measurement", what)),
            "valueQuantity": quantity(_value(event), unit, ucum),
        }
    return happened.observation(subject, event, event.text) | {
        "category": category("survey", "Survey"),
        "code": concept(_name(event, what), own("measurement", what)),
        **_counted(event, what),
    }


def _counted(event: Event, what: str) -> Resource:
    value = _value(event)
    if what == "bowels":
        return {"valueBoolean": bool(value)}
    if what == "upandabout":
        level = round(value)
        said = _(UP_AND_ABOUT[level]) if 0 <= level < len(UP_AND_ABOUT) else str(level)
        return {"valueCodeableConcept": concept(said, own("up-and-about", str(level)))}
    if what == "fluids":
        return {"valueQuantity": quantity(value, "ml", "mL")}
    if what == "marker":
        return {"valueQuantity": quantity(value, words(event.body.get("unit")))}
    return {"valueQuantity": quantity(value, _("times"), "1")}


def _name(event: Event, what: str) -> str:
    if what == "marker":
        return words(event.body.get("name")) or _("A number from the blood")
    return _("Up and about") if what == "upandabout" else _(measures.KINDS[what].name)


def _value(event: Event) -> float:
    """The number; whole where it is."""
    value = measures.value_of(event) or 0.0
    return int(value) if value == int(value) else value
