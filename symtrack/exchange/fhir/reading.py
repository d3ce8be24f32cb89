"""Our own bundles read again: answers, notes and the kinds of event that FHIR has a place for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from symtrack.diary.check import check
from symtrack.diary.day import parse_day
from symtrack.diary.event_kinds import schema
from symtrack.diary.rows import PATIENT, Event, Rating
from symtrack.errors import InputError
from symtrack.exchange.fhir import questions
from symtrack.exchange.fhir.found import Found, clock, code, extension, moment, part, parts, reference, said, value
from symtrack.exchange.fhir.parts import BASE, ITEM, is_private
from symtrack.i18n import _

_TAKEN_BACK = "entered-in-error"


def rows(resources: Iterable[Found], today: date) -> tuple[Rating | Event, ...]:
    """What a bundle of ours says, without what was taken back; InputError names the resource that can't be taken."""
    known = list(resources)
    names = {
        f"RelatedPerson/{said(each, 'id')}": said((parts(each, "name") or [{}])[0], "text")
        for each in known
        if each.get("resourceType") == "RelatedPerson"
    }
    found: list[Rating | Event] = []
    for resource in known:
        if _TAKEN_BACK in {said(resource, "status"), said(resource, "lifecycleStatus")}:
            continue
        try:
            for row in _rows(resource, names):
                check(row, today=today)
                found.append(row)
        except InputError as error:
            name = f"{resource.get('resourceType')}/{resource.get('id')}"
            raise InputError(_("{resource}: {sentence}").format(resource=name, sentence=error)) from error
    return tuple(found)


def _rows(resource: Found, names: Mapping[str, str]) -> Iterator[Rating | Event]:
    match resource.get("resourceType"):
        case "QuestionnaireResponse":
            yield from _notes(resource, names)
        case "Observation":
            meant = part(resource, "code")
            if code(meant, ITEM):
                yield _rating(resource, names, code(meant, ITEM))
            else:
                kinds = {f"{BASE}/measurement": "measurement", f"{BASE}/scan": "scan"}
                kind = next((kinds[system] for system in kinds if code(meant, system)), code(meant, f"{BASE}/event"))
                if kind:
                    yield _event(resource, names, kind)
        case "MedicationAdministration":
            medicine = said(part(resource, "medicationCodeableConcept"), "text")
            yield _event(resource, names, "dose", medicine=medicine)
        case "Procedure":
            yield _event(resource, names, code(part(resource, "category"), f"{BASE}/event") or "treatment")
        case "Goal":
            yield _goal(resource, names)


def _rating(resource: Found, names: Mapping[str, str], item: str) -> Rating:
    reason = code(part(resource, "dataAbsentReason"), f"{BASE}/reason")
    score = part(resource, "valueQuantity").get("value")
    return Rating(
        day=_day(resource),
        time=clock(moment(resource)),
        item=item,
        score=score if type(score) is int else None,
        reason=reason or None,
        voice=_voice(_who(resource), names),
        entered_by=_typed(resource, names),
        private=is_private(resource),
    )


def _event(resource: Found, names: Mapping[str, str], kind: str, **more: object) -> Event:
    """An event with what its resource tells in details of our own, and `more`."""
    body = dict(_details(resource, kind))
    text = body.pop("text", None)
    until = said(part(resource, "performedPeriod"), "end")
    return Event(
        kind=kind,
        day=_day(resource),
        until=parse_day(until[:10]) if until else None,
        time=clock(moment(resource)),
        text=str(text) if text else None,
        body={**more, **body},
        voice=_voice(_who(resource), names),
        entered_by=_typed(resource, names),
        private=is_private(resource),
    )


def _goal(resource: Found, names: Mapping[str, str]) -> Event:
    target = (parts(resource, "target") or [{}])[0]
    level = part(target, "detailQuantity").get("value")
    dated = {**resource, "effectiveDateTime": resource.get("startDate")}
    event = _event(dated, names, "goal", item=code(part(target, "measure"), ITEM), value=level)
    return replace(event, time=said(extension(resource, "time"), "valueTime")[:5] or None)


def _notes(resource: Found, names: Mapping[str, str]) -> Iterator[Event]:
    author = reference(part(resource, "author"))
    for item in parts(resource, "item"):
        if item.get("linkId") != questions.NOTE:
            continue
        for answer in parts(item, "answer"):
            yield Event(
                kind="note",
                day=_day(resource),
                time=said(extension(answer, "time"), "valueTime")[:5] or None,
                text=said(answer, "valueString"),
                voice=_voice(reference(part(resource, "source")), names),
                entered_by=names.get(author),
                private=is_private(resource) and extension(answer, "private").get("valueBoolean") is not False,
            )


def _details(resource: Found, kind: str) -> Iterator[tuple[str, object]]:
    """The keys of the event's body, and its text; where there may be several values they are a list."""
    known = schema(kind)["properties"]
    types = {key: spec.get("type") for key, spec in (known.items() if isinstance(known, dict) else ())}
    told = [(said(each, "url"), value(each)) for each in parts(extension(resource, "detail"), "extension")]
    for key, found in told:
        if types.get(key) == "array":
            yield key, [other for name, other in told if name == key]
        elif key in types or key == "text":
            yield key, found


def _day(resource: Found) -> date:
    """The person's day: said beside the moment where the date is another one."""
    return parse_day(said(extension(resource, "day"), "valueDate") or moment(resource)[:10])


def _who(resource: Found) -> str:
    """Who answered."""
    performer = (parts(resource, "performer") or [{}])[0]
    for one in (performer, part(performer, "actor"), part(resource, "asserter"), part(resource, "expressedBy")):
        if reference(one):
            return reference(one)
    return ""


def _voice(who: str, names: Mapping[str, str]) -> str:
    return f"caregiver:{names.get(who, '')}" if who.startswith("RelatedPerson/") else PATIENT


def _typed(resource: Found, names: Mapping[str, str]) -> str | None:
    return names.get(reference(part(extension(resource, "typed-by"), "valueReference")))
