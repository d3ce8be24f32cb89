"""Finding what happened again, by its kind and by every word that the person wrote."""

from datetime import date

import pytest

from symtrack.diary import finding, instrument
from symtrack.diary.rows import Event

DAY = date(2026, 5, 14)
KNOWN = instrument.load()

WRITTEN = [
    ("note", {}, "slept badly"),
    ("visit", {"with": "Dr Badly"}, None),
    ("visit", {"answers": [{"question": "1", "text": "the badly needed rest"}]}, None),
    ("call", {"whom": "the ward", "said": "come if it goes badly"}, None),
    ("question", {"answer": "not badly"}, "Why?"),
    ("change", {"medicine": "Morphine", "from": "10 mg", "to": "Badly-20"}, None),
    ("dose", {"medicine": "badly's drops"}, None),
    ("episode", {"item": "pain", "helped": "Badly nothing"}, None),
    ("measurement", {"what": "marker", "value": 1, "name": "BADLY-125"}, None),
    ("teamlist", {"ticked": ["shivers badly"]}, None),
    ("other", {}, "  badly   needed rest "),
]


@pytest.mark.parametrize(("kind", "body", "text"), WRITTEN, ids=[f"{row[0]}-{k}" for k, row in enumerate(WRITTEN)])
def test_every_text_is_found_and_its_line_shows_it(kind: str, body: dict[str, object], text: str | None) -> None:
    """Small letters or capitals, in whatever place it was written; the line has the words in it."""
    event = Event(kind=kind, day=DAY, body=body, text=text)
    (hit,) = finding.find([event], finding.GROUPS, " BADLY ", KNOWN)
    assert hit.event is event
    assert "badly" in hit.words.casefold()
    assert finding.find([event], finding.GROUPS, "goodly", KNOWN) == []


def test_what_a_line_says_is_found_too() -> None:
    """“CT” stands in no field, and everybody looks for it."""
    scan = Event(kind="scan", day=DAY, body={"modality": "ct", "result": "bigger"})
    assert [hit.words for hit in finding.find([scan], finding.COURSE, "ct", KNOWN)] == ["CT: bigger"]


def test_only_the_kinds_that_were_chosen_are_found() -> None:
    """Without words all of them, in their own order."""
    events = [Event(kind=kind, day=DAY, text=kind) for kind in ("note", "visit", "note", "flagmark")]
    assert [hit.event.kind for hit in finding.find(events, ("note",), "", KNOWN)] == ["note", "note"]
    assert [hit.event.kind for hit in finding.find(events, finding.COURSE, "", KNOWN)] == ["visit"]


def test_only_kinds_that_are_there_are_offered() -> None:
    """In the order of the list, and never how a point was dealt with."""
    events = [Event(kind=kind, day=DAY) for kind in ("note", "flagmark", "visit", "note")]
    assert finding.groups(events) == ["visit", "note"]


def test_every_kind_can_be_looked_for() -> None:
    """A new kind of event that nobody could find again would be noticed here."""
    from symtrack.diary.event_kinds import KINDS

    assert set(KINDS) - set(finding.GROUPS) == {"flagmark"}
