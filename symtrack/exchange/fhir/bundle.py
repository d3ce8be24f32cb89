"""A diary as a FHIR transaction, written an entry at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from symtrack.diary import instrument, medicines, setting_keys
from symtrack.diary.rows import PATIENT, Event, Rating, voice_name
from symtrack.errors import InputError
from symtrack.exchange.fhir import (
    goal,
    measurement,
    medicine,
    people,
    questions,
    rating,
    scan,
    spell,
    summary,
    taken_back,
    team_list,
    treatment,
)
from symtrack.exchange.fhir.parts import BASE, Resource
from symtrack.exchange.fhir.subject import Subject
from symtrack.exchange.fhir.summary import Paper
from symtrack.i18n import _
from symtrack.store import DiaryStore

AT_ONCE = timedelta(days=90)
"""So many days of ratings are in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The days that are sent, whether what is marked as private goes along, and the summary if it does."""

    first: date = date.min
    last: date = date.max
    private: bool = False
    paper: Paper | None = None

    def takes(self, row: Rating | Event) -> bool:
        """Whether the row is one of these; a treatment is while it lasts."""
        ends = row.until or date.max if isinstance(row, Event) and row.kind == "treatment" else row.day
        return row.day <= self.last and ends >= self.first and (self.private or not row.private)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many events have no place in a bundle, and how many rows stay back because they are private."""

    events: int = 0
    private: int = 0


def text(store: DiaryStore, wanted: Wanted) -> Iterator[str]:
    """The bundle, an entry a line. Each entry is a PUT of an id that stays: sent twice, it changes nothing."""
    yield '{"resourceType": "Bundle", "type": "transaction", "entry": ['
    between = "\n"
    for resource in resources(store, wanted):
        where = f"{resource['resourceType']}/{resource['id']}"
        entry = {"fullUrl": f"{BASE}/{where}", "resource": resource, "request": {"method": "PUT", "url": where}}
        yield between + json.dumps(entry, ensure_ascii=False, allow_nan=False)
        between = ",\n"
    yield "\n]}\n"


def resources(store: DiaryStore, wanted: Wanted) -> Iterator[Resource]:
    """What the bundle holds; what is referred to comes before what refers to it. InputError for an empty diary."""
    if not store.id:
        raise InputError(_("There is nothing in the diary yet."))
    settings = store.settings()
    subject = Subject(
        diary=store.id,
        questions=instrument.of(settings),
        day_start=setting_keys.day_start(settings.get("day-start")),
        today=store.today,
    )
    all_events = store.events()
    events = [event for event in all_events if wanted.takes(event)]
    yield people.patient(subject, settings)
    names, items = _met(store, wanted, events)
    for name in sorted(names):
        yield people.related(subject, name)
    yield questions.questionnaire(subject, items)
    for each in medicines.medicines(settings):
        yield medicine.statement(subject, each)
    yield from _days(store, subject, wanted, events)
    yield from _happened(subject, wanted, events, all_events)
    for origin, kind, day, voice in store.events_taken_back():
        if kind in taken_back.KINDS and wanted.first <= day <= wanted.last:
            yield taken_back.resource(subject, kind, origin, day, voice)
    if wanted.paper is not None:
        yield summary.document(subject, wanted.paper)
        yield summary.composition(subject, wanted.paper)


def left_out(store: DiaryStore, wanted: Wanted) -> LeftOut:
    """What of the wanted days stays behind."""
    whole = Wanted(first=wanted.first, last=wanted.last, private=True)
    events = [event for event in store.events() if whole.takes(event) and event.kind != "import"]
    ratings = sum(not wanted.takes(each) for part in _parts(store, whole) for each in part)
    return LeftOut(
        events=sum(wanted.takes(event) and not _has_place(event) for event in events),
        private=ratings + sum(not wanted.takes(event) for event in events),
    )


def _has_place(event: Event) -> bool:
    return event.kind in taken_back.KINDS or event.kind == questions.NOTE


def _parts(store: DiaryStore, wanted: Wanted) -> Iterator[list[Rating]]:
    """The ratings in order of day, some days at a time."""
    facts = store.facts()
    if facts.first is None or facts.last is None:
        return
    first, last = max(facts.first, wanted.first), min(facts.last, wanted.last)
    while first <= last:
        end = min(last, first + AT_ONCE) if last - first > AT_ONCE else last
        yield [each for each in store.ratings(first, end) if wanted.takes(each)]
        if end == last:
            return
        first = end + timedelta(days=1)


def _met(store: DiaryStore, wanted: Wanted, events: Sequence[Event]) -> tuple[set[str], set[str]]:
    """Who answered or typed beside the patient, and the items that were answered."""
    names, items = {voice_name(event.voice) for event in events}, set[str]()
    names |= {event.entered_by or "" for event in events}
    for part in _parts(store, wanted):
        items |= {each.item for each in part}
        names |= {voice_name(each.voice) for each in part} | {each.entered_by or "" for each in part}
    names |= {voice_name(voice) for _day, _time, _item, voice in store.answers_taken_back()}
    names |= {voice_name(voice) for _id, kind, _day, voice in store.events_taken_back() if kind == questions.NOTE}
    return names - {""}, items


def _days(store: DiaryStore, subject: Subject, wanted: Wanted, events: Sequence[Event]) -> Iterator[Resource]:
    """Each day’s answers and notes, a voice at a time, then what was taken back."""
    notes: dict[date, list[Event]] = {}
    for event in events:
        if event.kind == questions.NOTE:
            notes.setdefault(event.day, []).append(event)
    told: set[tuple[date, str]] = set()
    for part in _parts(store, wanted):
        for day, ratings in groupby(part, lambda each: each.day):
            yield from _day(subject, list(ratings), notes.pop(day, []), told)
    for day in sorted(notes):
        yield from _day(subject, [], notes[day], told)
    yield from _taken_back(store, subject, wanted, told)


def _day(
    subject: Subject, ratings: list[Rating], noted: list[Event], told: set[tuple[date, str]]
) -> Iterator[Resource]:
    voices = {each.voice for each in (*ratings, *noted)}
    for voice in sorted(voices, key=lambda each: (each != PATIENT, each)):
        answers = [each for each in ratings if each.voice == voice]
        of_day = [each for each in answers if each.time is None]
        written = [each for each in noted if each.voice == voice]
        if of_day or written:
            told.add(((of_day or written)[0].day, voice))
            yield questions.response(subject, of_day, written)
        for each in answers:
            yield rating.observation(subject, each)


def _taken_back(store: DiaryStore, subject: Subject, wanted: Wanted, told: set[tuple[date, str]]) -> Iterator[Resource]:
    places = [place for place in store.answers_taken_back() if wanted.first <= place[0] <= wanted.last]
    days = {(day, voice) for day, time, _item, voice in places if time is None}
    days |= {(day, voice) for _id, kind, day, voice in store.events_taken_back() if kind == questions.NOTE}
    for day, voice in sorted(days - told):
        if wanted.first <= day <= wanted.last:
            yield questions.taken_back(subject, day, voice)
    for place in places:
        yield rating.taken_back(subject, place)


def _happened(
    subject: Subject, wanted: Wanted, events: Sequence[Event], all_events: Sequence[Event]
) -> Iterator[Resource]:
    """The events that have a place, treatments first."""
    treatments = [event for event in events if event.kind == "treatment"]
    sent = {event.origin for event in treatments}
    standing = _standing_goals(event for event in all_events if wanted.private or not event.private)
    for event in (*treatments, *(event for event in events if event.kind != "treatment")):
        match event.kind:
            case "treatment":
                yield treatment.procedure(subject, event)
            case "cycle":
                yield treatment.cycle(subject, event, sent)
            case "scan":
                yield scan.observation(subject, event)
            case "measurement":
                yield measurement.observation(subject, event)
            case "episode":
                yield spell.observation(subject, event)
            case "teamlist":
                yield team_list.observation(subject, event)
            case "dose":
                yield medicine.administration(subject, event)
            case "goal":
                yield goal.goal(subject, event, stands=event.origin in standing)


def _standing_goals(events: Iterable[Event]) -> set[str]:
    """The levels that no later one has taken the place of."""
    last: Mapping[tuple[object, str], str] = {
        (event.body.get("item"), event.voice): event.origin for event in events if event.kind == "goal"
    }
    return set(last.values())
