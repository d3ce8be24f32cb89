"""FHIR comes back: our own bundles whole, those of others with a mapping, and none by a traceback."""

import json
from collections.abc import Collection, Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from symtrack.diary.instrument import REASONS
from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.exchange.fhir.bundle import Wanted, text
from symtrack.exchange.fhir.parts import words
from symtrack.exchange.fhir.questions import NOTE
from symtrack.exchange.fhir.taken_back import KINDS
from symtrack.exchange.foreign.entry import Entry, Unread
from symtrack.exchange.format import Foreign, Own, recognised
from symtrack.exchange.formats import fhir, fhir_foreign
from symtrack.exchange.importing import Brought, bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore
from tests.fhir_diary import DAY, NOON, PAPER, Bundle, resources, sent
from tests.fhir_valid import wrong


def brought(source: DiaryStore, into: DiaryStore, content: str = "") -> Brought:
    given = Source.of_bytes("given.json", (content or "".join(text(source, Wanted(private=True)))).encode())
    form = recognised(given)
    assert isinstance(form, Own)
    return bring_in(into, given, form)


def counting(store: DiaryStore, kinds: Collection[str] = (*KINDS, NOTE)) -> list[tuple[object, ...]]:
    """All that FHIR has a place for, as FHIR can spell it."""
    ratings = [
        (row.day, row.time, row.item, row.score, row.reason, spelt(row.voice), spelt(row.entered_by), row.private)
        for row in store.ratings(date.min, date.max)
    ]
    events = [
        (row.kind, row.day, row.until, row.time, spelt(row.text), said(row), spelt(row.voice), row.private)
        for row in store.events()
        if row.kind in kinds
    ]
    return sorted(ratings, key=repr) + sorted(events, key=repr)


def said(event: Event) -> dict[str, object]:
    found = {key: spelt(value) for key, value in event.body.items() if key != "treatment"}
    return {key: value for key, value in found.items() if value not in ("", [])}


def spelt(value: object) -> object:
    if isinstance(value, list):
        return [spelt(part) for part in value if spelt(part) != ""]
    return words(value) if isinstance(value, str) or value is None else value


def test_it_comes_back(full, tmp_path):
    """Answers, voices, who typed, times, reasons and the kinds of event; a second time, and at home, nothing is new."""
    with DiaryStore.open(tmp_path / "copy", create=True, clock=lambda: NOON) as copy:
        assert brought(full, copy).added == {"ratings": 8, "events": 43}
        assert counting(copy) == counting(full)
        for into in (copy, full):
            again = brought(full, into, "".join(text(full, Wanted(paper=PAPER))))
            assert (again.added, again.different) == ({"ratings": 0, "events": 0}, 0)


BODIES: dict[str, dict[str, object]] = {
    "dose": {"when": "needed"},
    "treatment": {"type": "other"},
    "measurement": {"what": "marker", "value": -1.5},
    "scan": {"modality": "ct"},
    "episode": {"places": ["head"]},
    "teamlist": {"ticked": ["x", "<y>"]},
}
OPEN = {"dose": "medicine", "measurement": "unit", "episode": "helped", "teamlist": "shown"}
LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
TEXT = st.text(LETTERS, max_size=8) | st.sampled_from(["a\u00a0b", "\x0b", "<b>&", "日本\r\n"])
VOICES = st.sampled_from(["patient", "caregiver:Eva", "caregiver:a\u00a0<b>"])
DAYS = st.integers(0, 2).map(lambda number: DAY + timedelta(days=number))
TIMES = st.sampled_from([None, "00:00", "03:59", "04:00", "23:59"])
RATINGS = st.builds(
    lambda answer, **more: Rating(item="pain", **answer, **more),
    st.sampled_from([{"score": 0}, {"score": 10}, *({"reason": reason} for reason in REASONS)]),
    day=DAYS,
    time=TIMES,
    voice=VOICES,
    entered_by=st.none() | st.just("Ben"),
    private=st.booleans(),
)
EVENTS = st.builds(
    lambda kind, own, **more: Event(
        kind=kind, body=BODIES[kind] | ({OPEN[kind]: f"{own}."} if kind in OPEN else {}), **more
    ),
    st.sampled_from(list(BODIES)),
    TEXT,
    text=TEXT,
    day=DAYS,
    time=TIMES,
    voice=VOICES,
)
NOTES = st.builds(
    lambda own, **more: Event(kind="note", text=f"{own}.", **more), TEXT, day=DAYS, time=TIMES, voice=VOICES
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@example([Event(kind="note", day=DAY, text="for all"), Rating(day=DAY, item="pain", score=8, private=True)])
@given(st.lists(RATINGS | EVENTS | NOTES, max_size=8))
def test_any_diary_is_right_and_comes_back(rows):
    """Whatever letters are in it; a note stays one for all though an answer of its day is private."""
    with TemporaryDirectory() as name, DiaryStore.open(Path(name, "a"), create=True, clock=lambda: NOON) as store:
        store.add(Setting(key="name", value="\x07"), *rows)
        bundle = "".join(text(store, Wanted(private=True)))
        assert wrong(json.loads(bundle)) == []
        with DiaryStore.open(Path(name, "b"), create=True, clock=lambda: NOON) as copy:
            brought(store, copy, bundle)
            assert counting(copy) == counting(store)


def places(part: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each part of some JSON."""
    if way:
        yield way
    pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, inner in pairs:
        yield from places(inner, (*way, key))


def changed(bundle: Bundle, way: tuple[str | int, ...], value: object) -> Source:
    part: Any = (made := deepcopy(bundle))
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = value
    return Source.of_bytes("odd.json", json.dumps(made).encode())


def test_a_bundle_made_by_hand_is_taken_or_refused_in_a_sentence(full):
    """Whatever stands in any place of it, as one of ours and as somebody else's; nothing else is ever raised."""
    one_of_each = {(each["resourceType"], "extension" in each): each for each in resources(sent(full))}
    few = [each for each in one_of_each.values() if each["resourceType"] != "Questionnaire"]
    bundle = {"resourceType": "Bundle", "entry": [{"resource": each} for each in few]}
    refused = taken = 0
    for number, way in enumerate(places(bundle)):
        source = changed(bundle, way, (None, [], {}, [[7]], 10**30, -0.5, "\x00", {"x": [{}]})[number % 8])
        for read in (
            lambda given: fhir.FORMAT.read(given, NOON.date()),
            lambda given: [*fhir_foreign.entries(given, {})],
        ):
            try:
                taken += bool(read(source))
            except InputError:
                refused += 1
    assert taken > 100
    assert refused > 20


def test_a_bundle_of_others_is_offered_and_what_is_none_of_it_counted():
    """LOINC’s pain is pain on its scale, a weight has its unit; a diagnosis and what was taken back are named."""
    observed = {
        "resourceType": "Observation",
        "id": "1",
        "status": "final",
        "effectiveDateTime": "2026-05-14T23:10:00Z",
    }
    pain = observed | {
        "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}], "text": "NRS"},
        "valueInteger": 4,
    }
    weight = {"value": 150.5, "unit": "lb", "code": "[lb_av]"}
    found = [pain, observed | {"code": {"text": "Gewicht"}, "valueQuantity": weight}]
    found += [
        observed
        | {"code": {"text": "Mood"}, "valueCodeableConcept": {"coding": [{"code": "LA6568-5", "display": "low"}]}}
    ]
    found += [pain | {"status": "entered-in-error"}, observed | {"code": {"text": "x"}}, {"resourceType": "Condition"}]
    bundle = {"resourceType": "Bundle", "entry": [{"resource": each} for each in found]}
    source = Source.of_bytes("theirs.json", json.dumps(bundle, indent=2).encode())
    form = recognised(source)
    assert isinstance(form, Foreign)
    entries = list(form.entries(source, {}))
    assert [(each.subject, each.value, each.day, each.time) for each in entries if isinstance(each, Entry)] == [
        ("Pain (0-10)", "4", "2026-05-14", "23:10"),
        ("Gewicht (lb)", "150.5", "2026-05-14", "23:10"),
        ("Mood", "low", "2026-05-14", "23:10"),
    ]
    assert sum(isinstance(each, Unread) for each in entries) == 3
    two = [each | {"subject": {"reference": f"Patient/{number}"}} for number, each in enumerate(found)]
    source = Source.of_bytes("all.json", json.dumps(bundle | {"entry": [{"resource": each} for each in two]}).encode())
    with pytest.raises(InputError, match="6 people"):
        list(form.entries(source, {}))
