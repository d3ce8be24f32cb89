"""Any diary makes a paper with every point that is open on its last day, whatever was written or is missing."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, strategies as st

from symtrack.diary.event_kinds import check
from symtrack.diary.record import Diary
from symtrack.diary.rows import RatingColumns
from symtrack.errors import InputError
from symtrack.report import all_sections, build, default_period, html, text
from symtrack.report.blocks import Foot, Head, Turn
from symtrack.rules import evaluate
from tests.unit.papers import some_events
from tests.unit.test_report_points import plain, text_of
from tests.unit.test_sheets_any_diary import EVENTS, SETTINGS, TODAY

MARKS = st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=45)
VOICES = ("patient", "caregiver:Anna", "caregiver:Ben")
ITEMS = ("pain", "nausea", "appetite", "fatigue", "low_mood", "own.Itching")
SERIES = st.dictionaries(st.tuples(st.sampled_from(VOICES), st.sampled_from(ITEMS)), MARKS, max_size=5)
AGO = st.integers(0, 60)
HAPPENED = st.builds(lambda odd, plain: [*odd, *plain], EVENTS, st.lists(st.sampled_from(some_events()), max_size=9))
KEYS = st.one_of(st.none(), st.sets(st.sampled_from([section.key for section in all_sections()])))


def can_be_kept(event):
    """Whether the store takes it."""
    try:
        check(event)
    except InputError:
        return False
    return True


def told(series, events, ago):
    """The last mark of each series is today's; the events lie `ago` days before their own days."""
    rows = [
        (TODAY.toordinal() - k, time, item, score, None if score is not None else "unwell", voice, k % 3)
        for (voice, item), marks in series.items()
        for k, score in enumerate(marks)
        for time in (None, "23:30")[: 1 + k % 2]
    ]
    columns = RatingColumns(*zip(*rows, strict=True)) if rows else RatingColumns()
    moved = [
        replace(event, day=event.day - timedelta(days=ago * k)) for k, event in enumerate(filter(can_be_kept, events))
    ]
    return Diary.of(columns, moved, until=TODAY)


@given(series=SERIES, events=HAPPENED, known=SETTINGS, ago=AGO, keys=KEYS, private=st.booleans())
def test_any_diary_makes_a_paper(*, series, events, known, ago, keys, private):
    """In every choice of parts there are a head and a foot, and words for a portal and a page for a browser."""
    diary = told(series, events, ago)
    blocks = build(
        diary,
        evaluate(diary),
        default_period(diary),
        settings=known,
        sections=keys,
        private=private,
        reasons={TODAY: "unwell", date.max: "no reason that there is"},
        assisted={"Ben": 2},
        corrected=[TODAY],
    )
    assert isinstance(blocks[0], Head)
    assert isinstance(blocks[-1], Foot)
    assert sum(isinstance(block, Turn) for block in blocks) <= 1
    assert text.of(blocks)
    assert html.of(blocks)


@given(series=SERIES, events=HAPPENED, ago=AGO)
def test_every_open_point_of_any_diary_is_on_the_usual_paper(series, events, ago):
    """On page one or on a later page, whoever's numbers they are."""
    diary = told(series, events, ago)
    flags = evaluate(diary)
    on_paper = text_of(build(diary, flags, default_period(diary)))
    assert [flag.text for flag in flags if flag.open_on(TODAY) and plain(flag.text) not in on_paper] == []
