"""FHIR of others: the observations of a bundle about one person, each under what its code says in words."""

from collections.abc import Iterator, Mapping

from symtrack.exchange.fhir.found import Found, code, is_bundle, moment, part, parts, resources, said
from symtrack.exchange.fhir.parts import LOINC
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.entry import Entry, Read, Unread
from symtrack.exchange.format import Foreign
from symtrack.exchange.source import Source
from symtrack.i18n import N_, _

NAMES = {"72514-3": "Pain (0-10)", "29463-7": "Body weight", "8310-5": "Body temperature"}
"""LOINC's codes whose meaning leaves no doubt, and the names that are understood here."""
_UNITS = {"kg": "kg", "[lb_av]": "lb", "Cel": "C", "[degF]": "F"}
_COUNTS = frozenset({"final", "amended", "corrected", ""})


def entries(source: Source, _roles: Mapping[str, str]) -> Iterator[Read]:
    """A value for each observation; everything else is named with its kind."""
    for resource in resources(source):
        kind = said(resource, "resourceType")
        where = f"{kind}/{said(resource, 'id')}"
        if kind == "Observation":
            yield _entry(resource, where)
        elif kind not in {"Patient", "RelatedPerson"}:
            yield Unread(where, _("“{kind}” has no place in a diary.").format(kind=kind))


def _entry(resource: Found, where: str) -> Read:
    value, when = _value(resource), moment(resource)
    if said(resource, "status") not in _COUNTS:
        return Unread(where, _("Whoever wrote it took it back, or it is not final."))
    if not value:
        return Unread(where, _("It is empty."))
    if not when:
        return Unread(where, _("It does not say on which day it was."))
    notes = " ".join(said(each, "text") for each in parts(resource, "note"))
    day, time = written.split(when)
    return Entry(where=where, day=day, time=time, subject=_subject(resource), value=value, note=notes)


def _subject(resource: Found) -> str:
    concept = part(resource, "code")
    named = NAMES.get(code(concept, LOINC)) or said(concept, "text")
    display = next((said(each, "display") for each in parts(concept, "coding") if said(each, "display")), "")
    number = part(resource, "valueQuantity")
    unit = _UNITS.get(said(number, "code"))
    name = " ".join((named or display or _("Without a name")).split())
    return f"{name} ({unit})" if unit else name


def _value(resource: Found) -> str:
    """The number or the words, as they were written."""
    number = part(resource, "valueQuantity").get("value", resource.get("valueInteger"))
    if isinstance(number, int | float) and not isinstance(number, bool):
        return str(number)
    concept = part(resource, "valueCodeableConcept")
    shown = [said(each, "display") or said(each, "code") for each in parts(concept, "coding")]
    return said(resource, "valueString") or said(concept, "text") or next(iter(shown), "")


FORMAT = Foreign(key="fhir-foreign", name=N_("a FHIR bundle"), recognises=is_bundle, entries=entries)
