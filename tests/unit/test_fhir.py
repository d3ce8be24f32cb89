"""A diary as a hospital's system takes it: right by both references, the same each time, nothing that is private."""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from symtrack.diary.event_kinds import RESULT_NAMES, TREATMENT_NAMES
from symtrack.diary.instrument import REASONS
from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.errors import InputError
from symtrack.exchange.fhir.bundle import LeftOut, Wanted, left_out, text
from symtrack.exchange.fhir.parts import words
from symtrack.exchange.fhir.questions import NOTE
from symtrack.exchange.fhir.summary import Paper
from symtrack.exchange.fhir.taken_back import KINDS
from symtrack.exchange.format import Own, recognised
from symtrack.exchange.importing import Brought, bring_in
from symtrack.exchange.source import Source
from symtrack.store import DiaryStore
from tests.fhir_valid import wrong

DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=timezone(timedelta(hours=2)))
EVA = "caregiver:Eva <& Sons>"
PAPER = Paper(title="Summary", first=DAY, last=DAY, parts=(("Pain & <more>", "a\x0b\nb"), ("", "foot")), pdf=b"%PDF")
Bundle = dict[str, Any]


def measured(what: str, value: float, **more: object) -> Event:
    return Event(kind="measurement", day=DAY, body={"what": what, "value": value, **more})


def answers() -> Iterator[Row]:
    yield Rating(day=DAY, item="pain", score=7, entered_by="Ben")
    yield Rating(day=DAY, item="pain", score=9, time="00:30")
    yield Rating(day=DAY, item="own.itch", score=0, time="09:00", voice=EVA)
    yield Rating(day=DAY, item="pain", score=4, voice=EVA)
    for number, reason in enumerate(REASONS, 1):
        yield Rating(day=DAY - timedelta(days=number), item="nausea", reason=reason)
    yield Event(kind="note", day=DAY, text="first\r\nline é 日本", entered_by="Ben")
    yield Event(kind="note", day=DAY, text="second")


def events() -> Iterator[Row]:
    body: dict[str, object]
    for number, kind in enumerate(TREATMENT_NAMES):
        body = {"type": kind} | ({"line": 1 + number, "ended": "finished"} if number else {})
        yield Event(kind="treatment", day=DAY, until=DAY + timedelta(days=9) if number else None, text="A", body=body)
    for status in ("given", "delayed", "reduced", "skipped", "planned"):
        yield Event(kind="cycle", day=DAY, body={"status": status, "number": 2}, time="03:59")
    for result in (*RESULT_NAMES, None):
        yield Event(kind="scan", day=DAY, body={"modality": "ct"} | ({"result": result} if result else {}), text="told")
    yield from (measured("weight", 68.2, unit="lb"), measured("temperature", 38.0, unit="C"), measured("bowels", 1))
    yield from (measured("vomiting", 2), measured("fluids", 1500, unit="ml"), measured("woken", 0))
    yield from (measured("upandabout", 3), measured("marker", 12.5, name="CA 125", unit="U/ml"), measured("marker", 1))
    for taken in ("yes", "skipped", "unknown"):
        body = {"medicine": "Morphine", "taken": taken, "for": "pain", "before": 7, "after": 3, "after_minutes": 45}
        yield Event(kind="dose", day=DAY, time="18:00", text="5 mg", body=body)
    yield Event(kind="dose", day=DAY, body={"medicine": "x"}, voice=EVA)
    body = {"item": "pain", "worst": 8, "places": ["lower_back", "my toe"], "helped": "warm bath", "ended": "00:10"}
    yield Event(kind="episode", day=DAY, time="23:50", body=body)
    yield Event(kind="episode", day=DAY)
    yield Event(kind="teamlist", day=DAY, body={"ticked": ["shivering"], "rung": "no"})
    yield from (Event(kind="goal", day=DAY, body={"item": "pain", "value": level}) for level in (3, 2, None))
    yield from (Event(kind="visit", day=DAY), Event(kind="question", day=DAY, text="?"))


def chosen() -> Iterator[Row]:
    for key, value in {"name": "Ann", "birth-date": "1961-03-12", "hospital-number": "00 4711"}.items():
        yield Setting(key=key, value=value)
    yield Setting(key="item.own.itch", value={"name": "Itch", "low": "no", "high": "mad"})
    yield Setting(key="medicine.Morphine", value={"strength": "5 mg", "limit": "4 a day"})
    yield Setting(key="medicine.Omeprazole", value={"strength": "20 mg", "when": "regular", "stopped": True})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiaryStore]:
    """A diary on 20 May 2026."""
    with DiaryStore.open(tmp_path / "diary", create=True, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def full(store: DiaryStore) -> DiaryStore:
    """One in which there is everything that FHIR has a place for, and more."""
    store.add(*answers(), *events(), *chosen())
    treatment = next(event.origin for event in store.events() if event.kind == "treatment")
    store.add(Event(kind="cycle", day=DAY + timedelta(days=60), body={"treatment": treatment}))
    return store


def sent(store: DiaryStore, **wanted: Any) -> Bundle:
    found: Bundle = json.loads("".join(text(store, Wanted(**wanted))))
    return found


def resources(bundle: Bundle, kind: str = "") -> list[Bundle]:
    found = [entry["resource"] for entry in bundle["entry"]]
    return [each for each in found if kind in ("", each["resourceType"])]


def observed(bundle: Bundle, code: str) -> list[Bundle]:
    return [each for each in resources(bundle, "Observation") if code in codes(each["code"])]


def codes(concept: Bundle) -> list[str]:
    return [each["code"] for each in concept.get("coding", [])]


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("reference"), str):
            yield part["reference"]
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        yield from references(each)


def test_every_kind_is_right_by_both_references(full):
    """A hospital’s system refuses a bundle for one resource in it."""
    full.withdraw(full.add(Rating(day=DAY, item="fatigue", score=5)).ids[0])
    for event in {event.kind: event for event in full.events()}.values():
        full.withdraw(full.add(Event(kind=event.kind, day=DAY, text="x", body=event.body)).ids[0])
    bundle = sent(full, paper=PAPER)
    assert wrong(bundle) == []
    kinds = "Composition DocumentReference Goal MedicationAdministration MedicationStatement Observation Patient"
    kinds += " Procedure Questionnaire QuestionnaireResponse RelatedPerson"
    assert sorted({each["resourceType"] for each in resources(bundle)}) == kinds.split()


def test_the_references_see_what_is_wrong(store):
    """Otherwise the test above would prove nothing. The models know no codes, so the schema is needed too."""
    store.add(Rating(day=DAY, item="pain", score=7))
    bundle = sent(store)
    (rating,) = resources(bundle, "Observation")
    found = []
    for name, value in {"effectiveDateTime": "May", "mood": 3, "status": "done"}.items():
        rating[name] = value
        found.append(len(wrong(bundle)))
        rating.pop(name)
    assert found == [2, 2, 1]


def test_what_is_referred_to_came_before(full):
    """Every reference is to a resource of the bundle, and a server that takes one after the other finds it."""
    bundle, seen = sent(full, paper=PAPER), set[str]()
    for entry in bundle["entry"]:
        resource = entry["resource"]
        name = f"{resource['resourceType']}/{resource['id']}"
        assert set(references(resource)) <= seen, name
        assert (entry["request"], entry["fullUrl"].endswith(f"/{name}")) == ({"method": "PUT", "url": name}, True)
        assert name not in seen
        seen.add(name)


def test_sent_twice_it_is_the_same_and_a_correction_takes_the_former_ones_place(full):
    """The same bytes; then other numbers under the same ids, so that no receiver has two answers to one question."""
    first = sent(full)
    assert "".join(text(full, Wanted())) == "".join(text(full, Wanted()))
    full.add(Rating(day=DAY, item="pain", score=2))
    second = sent(full)
    assert [entry["request"] for entry in first["entry"]] == [entry["request"] for entry in second["entry"]]
    scores = [[each["valueQuantity"]["value"] for each in observed(sent_, "72514-3")] for sent_ in (first, second)]
    assert sorted(scores[0]) == [7, 9]
    assert sorted(scores[1]) == [2, 9]


def test_what_was_taken_back_says_only_that(full):
    """Its resource was entered in error, under the id that it had, and holds no number and no words."""
    before = {entry["request"]["url"] for entry in sent(full)["entry"]}
    dose = next(event for event in full.events() if event.kind == "dose")
    for row in (*full.ratings(DAY, DAY), *(event for event in full.events() if event.kind == "note"), dose):
        full.withdraw(row.id)
    bundle = sent(full)
    gone = [
        each for each in resources(bundle) if "entered-in-error" in (each.get("status"), each.get("lifecycleStatus"))
    ]
    assert Counter(each["resourceType"] for each in gone) == {
        "Observation": 4,
        "QuestionnaireResponse": 2,
        "MedicationAdministration": 1,
    }
    after = {entry["request"]["url"] for entry in bundle["entry"]}
    assert {url.partition("/")[0] for url in before ^ after} == {"RelatedPerson"}
    assert not [key for each in gone for key in each if key.startswith(("value", "note", "item", "dosage", "issued"))]


def test_what_is_private_stays_back_and_is_counted(full):
    """Neither it nor whoever wrote it is in the bundle, unless it is asked for; then it is marked."""
    plain = "".join(text(full, Wanted()))
    full.add(
        Rating(day=DAY, item="anxiety", score=9, private=True, voice="caregiver:Zoe"),
        Event(kind="note", day=DAY, text="private words", private=True, voice="caregiver:Zoe"),
        Event(kind="visit", day=DAY, private=True),
    )
    full.withdraw(full.add(Event(kind="dose", day=DAY, body={"medicine": "secret"}, private=True)).ids[0])
    assert "".join(text(full, Wanted())) == plain
    assert left_out(full, Wanted()) == LeftOut(events=2, private=3)
    whole = sent(full, private=True)
    assert wrong(whole) == []
    restricted = [
        each
        for each in resources(whole)
        if "R" in [label["code"] for label in each.get("meta", {}).get("security", [])]
    ]
    assert [each["resourceType"] for each in restricted] == ["QuestionnaireResponse", "Observation"]


def test_no_code_claims_what_was_not_asked(full):
    """LOINC’s pain score is the patient’s alone; all other answers have our own code and the question in words."""
    bundle = sent(full)
    assert {each["performer"][0]["reference"].split("/")[0] for each in observed(bundle, "72514-3")} == {"Patient"}
    others = [each for each in observed(bundle, "pain") if each not in observed(bundle, "72514-3")]
    assert [each["code"]["text"] for each in others] == [
        "Pain that day, at its worst: 0 “No pain” to 10 “Worst I can imagine”, as a caregiver saw it"
    ]
    loinc = {
        each["code"]
        for part in resources(bundle, "Observation")
        for each in part["code"]["coding"]
        if "loinc" in each["system"]
    }
    assert loinc == {"72514-3", "29463-7", "8310-5"}
    reported = [each["meta"]["security"][0]["code"] for each in resources(bundle) if "meta" in each]
    assert set(reported) == {"PATRPT", "PACQRPT"}
    assert len(reported) == len(bundle["entry"]) - 1


def test_a_moment_after_midnight_is_on_the_next_date(full):
    """00:30 of the person’s 14 May is the 15th on the clock; the person’s own day stands beside it."""
    (moment,) = (each for each in observed(sent(full), "pain") if each.get("valueQuantity", {}).get("value") == 9)
    assert moment["effectiveDateTime"] == "2026-05-15T00:30:00+02:00"
    assert [each["valueDate"] for each in moment["extension"]] == ["2026-05-14"]


def test_a_part_of_the_diary_has_a_treatment_that_goes_on(full):
    """Two months later only the treatment without an end and the cycle are left, and they belong together."""
    bundle = sent(full, first=DAY + timedelta(days=50))
    assert wrong(bundle) == []
    treatment, cycle = resources(bundle, "Procedure")
    assert (treatment["status"], cycle["status"]) == ("in-progress", "preparation")
    assert cycle["partOf"] == [{"reference": f"Procedure/{treatment['id']}"}]
    assert resources(bundle, "Observation") == []


def test_an_empty_diary_is_no_patient(store):
    """There is no id yet that could stay."""
    with pytest.raises(InputError, match="nothing in the diary"):
        sent(store)


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


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RATINGS | EVENTS | NOTES, max_size=8))
def test_any_diary_is_right_and_comes_back(rows):
    """Whatever letters are in it."""
    with TemporaryDirectory() as name, DiaryStore.open(Path(name, "a"), create=True, clock=lambda: NOON) as store:
        store.add(Setting(key="name", value="\x07"), *rows)
        bundle = "".join(text(store, Wanted(private=True)))
        assert wrong(json.loads(bundle)) == []
        with DiaryStore.open(Path(name, "b"), create=True, clock=lambda: NOON) as copy:
            brought(store, copy, bundle)
            assert counting(copy) == counting(store)
