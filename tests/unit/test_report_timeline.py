"""The timeline on paper: each thing in the words that the window has for it."""

from datetime import date

from symtrack.diary.event_words import said
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import build
from symtrack.report.blocks import Block, Table
from tests.diaries import day, diary

WEEKS = "pain 222222222222222222222222222222222222222222222222"
ENDED = Event(
    kind="treatment",
    day=day(2),
    until=day(20),
    text="FOLFOX",
    body={"type": "chemotherapy", "line": 1, "ended": "too-hard"},
)
EVENTS = (
    ENDED,
    Event(kind="treatment", day=day(21), text="FOLFIRI", body={"type": "chemotherapy", "line": 2}),
    Event(kind="treatment", day=day(30), text="port", body={"type": "surgery"}),
    Event(kind="scan", day=day(19), text="two spots", body={"modality": "ct", "result": "bigger"}),
    Event(kind="stay", day=day(5), until=day(7), text="an infection", body={"where": "hospital"}),
    Event(kind="other", day=day(9), text="a transfusion"),
)
MARKERS = tuple(
    Event(kind="measurement", day=day(k), body={"what": "marker", "name": "CA 19-9", "value": value, "unit": "U/ml"})
    for k, value in ((3, 37.25), (24, 1410))
)


def paper() -> tuple[Block, ...]:
    drawn = diary(WEEKS, events=(*EVENTS, *MARKERS))
    return tuple(build(drawn, (), Period(day(1), date.fromordinal(drawn.until))))


def test_what_happened_is_said_as_in_the_window() -> None:
    """Only that a treatment is still going is added, and an operation is not one of those."""
    table = next(block for block in paper() if isinstance(block, Table) and block.heading == "What happened")
    said_there = [row[1] for row in table.rows]
    assert "FOLFOX, first line (ended: too hard on me)" in said_there
    assert "FOLFIRI, second line: began" in said_there
    assert {said(event) for event in EVENTS if event.text != "FOLFIRI"} <= set(said_there)


def test_a_marker_has_its_unit_and_all_its_figures() -> None:
    """As the letter from the laboratory has it."""
    assert "CA 19-9: 37.25 U/ml (4 Mar), 1410 U/ml (25 Mar)." in "\n".join(map(str, paper()))
