"""The parts that FHIR resources are made of: texts, codes, references, quantities, moments."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from symtrack import i18n
from symtrack.diary.event_kinds import schema
from symtrack.diary.rows import PATIENT, Event, Row
from symtrack.i18n import _

Resource = dict[str, object]
"""One FHIR resource, or one part of it, as JSON."""

BASE = "https://symtrack.invalid/fhir"
"""Where our own names begin. No address is ours, and this one can never be anybody's (RFC 2606)."""
ITEM = f"{BASE}/item"
SCORE = "{score}"
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
_TERMS = "http://terminology.hl7.org/CodeSystem"
_CONFIDENTIAL = f"{_TERMS}/v3-Confidentiality"
_REPORTED = f"{_TERMS}/v3-ObservationValue"
_BY_PATIENT, _BY_OTHERS = ("PATRPT", "patient reported"), ("PACQRPT", "patient acquaintance reported")
_ILLEGAL = re.compile(r"[^\S \t\r\n]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""What a FHIR string can't hold: control characters, and white space that its pattern has no place for."""
_LONGEST = 1_000_000
"""A FHIR string has at most 1,048,576 characters."""


def words(text: object) -> str:
    """The text as a FHIR string may be; nothing where there are no words in it."""
    said = _ILLEGAL.sub(" ", str(text or ""))
    said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return said if said.strip() else ""


def language() -> str:
    """The language that the words are in, as FHIR spells it (BCP 47)."""
    return i18n.code().replace("_", "-")


def code(key: str) -> str:
    """The key as a FHIR code may be: single spaces between its words."""
    return " ".join(words(key).split()) or "unnamed"


def filled(parts: Mapping[str, object]) -> Resource:
    """Without the parts that say nothing: FHIR has no empty ones."""
    return {name: part for name, part in parts.items() if part not in (None, "", [], {})}


def coding(system: str, key: str, display: str = "") -> Resource:
    return filled({"system": system, "code": code(key), "display": words(display)})


def concept(text: str, *codings: Resource) -> Resource:
    """What is meant, in words and in codes."""
    return filled({"coding": list(codings), "text": words(text)})


def own(part: str, key: str, display: str = "") -> Resource:
    """A code of our own: `part` says what it is about."""
    return coding(f"{BASE}/{part}", key, display)


def term(system: str, key: str, display: str = "") -> Resource:
    """A code of HL7's own."""
    return coding(f"{_TERMS}/{system}", key, display)


def category(key: str, display: str) -> list[Resource]:
    """The category of an observation."""
    return [concept("", term("observation-category", key, display))]


def reference(kind: str, id_: str) -> Resource:
    return {"reference": f"{kind}/{id_}"}


def quantity(value: float, unit: str, ucum: str = "") -> Resource:
    """A number with its unit, coded where it is one of UCUM's."""
    return filled({"value": value, "unit": words(unit)}) | ({"system": UCUM, "code": ucum} if ucum else {})


def notes(*texts: object) -> list[Resource]:
    """Words beside a resource."""
    return [{"text": said} for said in map(words, texts) if said]


def begun(kind: str, id_: str, voice: str = PATIENT, *, private: bool = False, profile: str = "") -> Resource:
    """The beginning of a resource: its id, whose word it is, and that nobody checked it."""
    labels = [coding(_REPORTED, *(_BY_PATIENT if voice == PATIENT else _BY_OTHERS))]
    if private:
        labels.append(coding(_CONFIDENTIAL, "R", "restricted"))
    told = own("tag", "not-checked", _("As told by the person or somebody close to them. Nobody has checked it."))
    meta = filled({"profile": [profile] if profile else [], "security": labels, "tag": [told]})
    return {"resourceType": kind, "id": id_, "meta": meta}


def begun_of(kind: str, id_: str, row: Row, profile: str = "") -> Resource:
    """The beginning of a resource of that row."""
    return begun(kind, id_, row.voice, private=row.private, profile=profile)


def is_private(resource: Mapping[str, object]) -> bool:
    """Whether the resource says that it is not for everybody."""
    meta = resource.get("meta")
    labels = meta.get("security") if isinstance(meta, Mapping) else None
    return any(
        isinstance(label, Mapping) and (label.get("system"), label.get("code")) == (_CONFIDENTIAL, "R")
        for label in (labels if isinstance(labels, list) else ())
    )


def recorded(row: Row) -> str:
    """The instant at which the row was written, as FHIR spells it."""
    return datetime.fromisoformat(row.recorded_at).isoformat(timespec="milliseconds")


def at(row: Row, day: date, clock: str | None, day_start: time) -> str:
    """The day, or the moment where there is a time of day; before `day_start` that is on the next day's date."""
    if clock is None:
        return day.isoformat()
    on_the_clock = time.fromisoformat(clock)
    if on_the_clock < day_start and day < date.max:
        day += timedelta(days=1)
    zone = datetime.fromisoformat(row.recorded_at).tzinfo or UTC
    return datetime.combine(day, on_the_clock, zone).isoformat()


def extension(name: str, kind: str, value: object) -> Resource:
    """Something that FHIR has no place for, under a name of our own."""
    return {"url": f"{BASE}/{name}", f"value{kind}": value}


def day_said(row_day: date, moment: str) -> list[Resource]:
    """The person's own day, where the moment's date is another one."""
    return [] if moment.startswith(row_day.isoformat()) else [extension("day", "Date", row_day.isoformat())]


def details(event: Event, without: Iterable[str] = ()) -> list[Resource]:
    """What an event holds beside what the resource says, and its text, under the names that the diary has for it."""
    known = schema(event.kind)["properties"]
    parts = [
        {"url": key, f"value{kind}": value}
        for key in (known if isinstance(known, dict) else ())
        if key not in set(without)
        for kind, value in _simple(event.body.get(key))
    ]
    parts += [{"url": "text", "valueString": said} for said in [words(event.text)] if said]
    return [{"url": f"{BASE}/detail", "extension": parts}] if parts else []


def _simple(value: object) -> list[tuple[str, object]]:
    """The FHIR types and values of what is no object; a list is its parts."""
    if isinstance(value, bool):
        return [("Boolean", value)]
    if isinstance(value, int):
        return [("Integer", value)] if abs(value) < 1 << 31 else []
    if isinstance(value, float):
        return [("Decimal", value)]
    if isinstance(value, str):
        return [("String", words(value))] if words(value) else []
    return [pair for part in value for pair in _simple(part)] if isinstance(value, list | tuple) else []
