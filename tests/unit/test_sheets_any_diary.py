"""Any diary makes each sheet: whatever was written in it, and whatever is missing."""

from datetime import date, datetime, timedelta

from hypothesis import given, strategies as st

from symtrack.diary.rows import Event, Rating
from symtrack.report import text
from symtrack.report.sheet import Ground
from symtrack.report.sheets import sheets

FRIDAY = datetime(2026, 5, 15, 14, 2).astimezone()
TODAY = FRIDAY.date()
TEXT = st.text(max_size=60)
DAYS = st.integers(0, 4).map(lambda back: TODAY - timedelta(days=back))
TIMES = st.sampled_from([None, "00:30", "04:00", "23:59"])
BODY = st.dictionaries(
    st.sampled_from(["medicine", "taken", "when", "part", "for", "before", "after", "after_minutes", "what", "value",
                     "helped", "worst", "places", "ticked", "whom", "said", "number", "status", "type"]),
    st.one_of(TEXT, st.integers(0, 9), st.none(), st.lists(TEXT, max_size=2),
              st.sampled_from(["yes", "skipped", "unknown", "needed", "regular", "morning", "pain", "weight"])),
)  # fmt: skip
EVENTS = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(["dose", "episode", "measurement", "call", "teamlist", "note", "visit", "stay", "change",
                              "treatment", "cycle", "scan", "other", "goal", "question"]),
        day=DAYS,
        time=TIMES,
        text=st.one_of(st.none(), TEXT),
        body=BODY,
        voice=st.sampled_from(["patient", "caregiver:Anna"]),
    ),
    max_size=6,
)  # fmt: skip
RATINGS = st.lists(
    st.builds(
        Rating,
        day=DAYS,
        item=st.sampled_from(["pain", "nausea", "own.cramps"]),
        score=st.one_of(st.none(), st.integers(0, 10)),
        time=TIMES,
        voice=st.sampled_from(["patient", "caregiver:Anna"]),
    ),
    max_size=6,
)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXT,
        "birth-date": TEXT,
        "team": st.sampled_from([[{"who": "A", "numbers": [{"number": "1"}]}], [], "none", [{"who": 3}]]),
        "teamlist": st.sampled_from([{}, {"team": [1, "x"]}, "x"]),
        "medicine.A": st.one_of(TEXT, st.just({"when": "regular", "parts": ["noon"]})),
        "items": st.sampled_from([["pain"], [], "x"]),
    },
)


@given(
    known=SETTINGS, events=EVENTS, ratings=RATINGS, week=st.sampled_from([None, TODAY, date.max]), private=st.booleans()
)
def test_any_diary_makes_every_sheet(known, events, ratings, week, private):
    """Whatever was written, whatever is missing: there are blocks, and their text."""
    ground = Ground.of(
        now=FRIDAY, today=TODAY, settings=known, events=events, ratings=ratings, week=week, private=private
    )
    for each in sheets():
        assert text.of(each.build(ground))
