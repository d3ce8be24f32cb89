"""An evening that the sheets tell of: who is ill, what happened, and a point to phone about."""

from datetime import date, datetime, timedelta

from symtrack.diary.flag import Flag
from symtrack.diary.rows import Event, Rating
from symtrack.report.sheet import Ground
from symtrack.report.sheets import sheet

FRIDAY = datetime(2026, 5, 15, 14, 2).astimezone()
TODAY = FRIDAY.date()
THURSDAY = TODAY - timedelta(days=1)
TEAM = [
    {
        "who": "Ward 5",
        "role": "oncology",
        "numbers": [
            {"number": "01632 960 111", "days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "17:00"},
            {"number": "01632 960 222"},
        ],
    }
]
EVA = {
    "name": "Eva Brandt",
    "birth-date": "1956-03-03",
    "hospital-number": "00 4711",
    "household": "her sister",
    "temperature": "38",
    "team": TEAM,
    "teamlist": {"emergency": ["Chest pain"], "team": ["Shivering"]},
    "medicine.Morphine": {"strength": "10 mg", "when": "needed", "limit": "not more than every 4 hours"},
    "medicine.Ondansetron": {"strength": "4 mg", "when": "regular", "parts": ["morning", "evening"]},
}
EVENING = (
    Event(kind="treatment", day=date(2026, 3, 2), text="FOLFOX", body={"type": "chemotherapy"}),
    Event(kind="cycle", day=date(2026, 5, 11), body={"number": 3}),
    Event(
        kind="dose",
        day=THURSDAY,
        time="22:10",
        text="10 mg",
        body={"medicine": "Morphine", "when": "needed", "for": "pain", "before": 7, "after": 3, "after_minutes": 45},
    ),
    Event(kind="dose", day=THURSDAY, body={"medicine": "Ondansetron", "when": "regular", "taken": "skipped"}),
    Event(
        kind="dose",
        day=TODAY,
        time="08:05",
        text="4 mg",
        body={"medicine": "Ondansetron", "when": "regular", "part": "morning", "taken": "yes"},
    ),
    Event(kind="episode", day=THURSDAY, time="21:50", body={"item": "pain", "worst": 9, "helped": "a warm bath"}),
    Event(kind="measurement", day=TODAY, time="08:10", body={"what": "temperature", "value": 38.2, "unit": "C"}),
    Event(kind="measurement", day=THURSDAY, body={"what": "woken", "value": 3}),
    Event(kind="call", day=THURSDAY, time="22:40", body={"whom": "Ward 5", "said": "come in tomorrow at ten"}),
    Event(kind="teamlist", day=THURSDAY, time="22:30", body={"ticked": ["Shivering"], "part": "team"}),
    Event(kind="note", day=TODAY, time="13:00", text="I am afraid of the night."),
    Event(kind="note", day=THURSDAY, text="She hardly drank.", voice="caregiver:Anna"),
    Event(kind="note", day=THURSDAY, text="for nobody else", private=True),
    Event(kind="note", day=THURSDAY - timedelta(days=9), text="long ago"),
)
ANSWERS = (
    Rating(day=THURSDAY, item="pain", score=7),
    Rating(day=TODAY, item="pain", score=8, time="14:00"),
    Rating(day=TODAY, item="pain", score=4, time="09:10"),
    Rating(day=TODAY, item="nausea", reason="unwell"),
    Rating(day=TODAY, item="pain", score=9, voice="caregiver:Anna"),
)
PHONE = Flag(
    rule="severe-days",
    kind="level",
    items=("pain",),
    voice="patient",
    urgency="phone",
    shown="announced",
    raised=TODAY,
    first=THURSDAY,
    last=TODAY,
    closed=None,
    when=(THURSDAY, TODAY),
    quiet_until=None,
    late=False,
    text="Pain was 7 or more on both days.",
    question="What can we try?",
    evidence={},
)


def ground(known=EVA, events=EVENING, ratings=ANSWERS, **more):
    return Ground.of(now=FRIDAY, today=TODAY, settings=known, events=events, ratings=ratings, **more)


def built(key, *args, **more):
    return sheet(key).build(ground(*args, **more))
