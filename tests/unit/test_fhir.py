"""A diary as a hospital's system takes it: right by both references, the same each time, nothing that is private."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest

from symtrack.diary.rows import Event, Rating
from symtrack.errors import InputError
from symtrack.exchange.fhir.bundle import LeftOut, Wanted, left_out, text
from tests.fhir_diary import DAY, PAPER, Bundle, resources, sent
from tests.fhir_valid import wrong


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


def test_a_private_level_ends_none_that_is_sent(store):
    """The one before it still stands, for whoever knows of no other."""
    store.add(Event(kind="goal", day=DAY, body={"item": "pain", "value": 4}))
    store.add(Event(kind="goal", day=DAY, body={"item": "pain", "value": 3}, private=True))
    assert [each["lifecycleStatus"] for each in resources(sent(store), "Goal")] == ["active"]
