"""Questions of the person's own: part of the instrument wherever an item is looked up."""

from datetime import date, datetime

import pytest

from symtrack import report
from symtrack.cli.day_table import day_table
from symtrack.diary import asking, instrument
from symtrack.diary.event_words import said
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event, Rating, Setting
from symtrack.store import DiaryStore

DAY = date(2026, 5, 14)
NOW = datetime(2026, 5, 14, 20, 30).astimezone()
ITCH = {"item.own.itching": {"name": "Itching", "low": "No itch", "high": "Unbearable"}}


@pytest.fixture
def store(tmp_path):
    with DiaryStore.open(tmp_path / "d.symtrack", create=True, clock=lambda: NOW) as opened:
        yield opened


def test_a_setting_makes_an_item_with_its_own_words():
    """Name and both ends are the person's; what they did not say is as for any other item."""
    known = instrument.of({**ITCH, "item.own.taste": "Odd taste", "item.own.bad name": "x", "item.own.n": 3})
    assert [(item.key, item.name, item.low, item.high) for item in known.own] == [
        ("own.itching", "Itching", "No itch", "Unbearable"),
        ("own.n", "n", "None", "Worst I can imagine"),
        ("own.taste", "Odd taste", "None", "Worst I can imagine"),
    ]
    assert known.item("own.itching").name == "Itching"
    assert known.item("own.dry_skin").name == "dry skin"


def test_making_one_asks_it_and_hiding_it_keeps_it(store):
    """It is asked behind the others; hidden, it is no longer asked and still known; made again, it is the same one."""
    store.add(*asking.making(store.settings(), "Itchy skin!"))
    assert [item.key for item in asking.asked(store.settings())][-1] == "own.itchy_skin"
    store.add(*asking.choosing(store.settings(), ["pain"]))
    assert [item.key for item in asking.asked(store.settings())] == ["pain"]
    assert [item.name for item in instrument.of(store.settings()).own] == ["Itchy skin!"]
    (again,) = asking.making(store.settings(), "itchy skin!")
    assert again == Setting(key="items", value=["pain", "own.itchy_skin"])


def test_two_of_nearly_the_same_name_have_two_keys():
    """“Dry skin” and “Dry, skin” are two questions."""
    settings = {"item.own.dry_skin": {"name": "Dry skin"}}
    made, _items = asking.making(settings, "Dry, skin")
    assert made.key == "item.own.dry_skin_2"


def test_something_is_always_asked():
    """The last question can't be left out."""
    assert asking.choosing({}, []) == ()


def test_the_persons_own_order_stays():
    """Who has fatigue asked first keeps it there, and what is new comes where it belongs."""
    (row,) = asking.choosing({"items": ["fatigue", "pain"]}, ["pain", "fatigue", "nausea", "anxiety"])
    assert row.value == ["fatigue", "pain", "nausea", "anxiety"]
    (row,) = asking.choosing({"items": ["nausea", "appetite"]}, ["pain", "nausea", "appetite"])
    assert row.value == ["pain", "nausea", "appetite"]


def test_what_a_newer_version_asks_is_passed_over():
    """A question that this version does not know is no reason not to open."""
    assert [item.key for item in asking.asked({"items": ["pain", "hiccups"]})] == ["pain"]
    assert len(asking.asked({"items": ["hiccups"]})) == 4


def test_strain_is_asked_in_a_caregivers_own_diary_alone():
    """It is offered nowhere; where it is asked, it stays whatever else is chosen."""
    assert "strain" not in [item.key for item in asking.offered({})]
    assert [item.key for item in asking.asked({"items": ["strain"]})] == ["strain"]
    (row,) = asking.choosing({"items": ["strain"]}, ["poor_sleep"])
    assert row.value == ["poor_sleep", "strain"]


def test_the_paper_the_table_and_a_goal_call_it_by_its_name(store):
    """One name everywhere, also once it is hidden."""
    for key, value in ITCH.items():
        store.add(Setting(key=key, value=value))
    store.add(Rating(day=DAY, item="own.itching", score=6), Setting(key="items", value=["pain"]))
    known = instrument.of(store.settings())
    diary = Diary.of(store.columns(), until=DAY, settings=store.settings())
    assert diary.instrument.item("own.itching").name == "Itching"
    blocks = report.build(diary, (), Period(DAY, DAY), settings=store.settings())
    assert "Itching" in str(blocks)
    head, *_rest = day_table({DAY: (store.ratings(DAY, DAY), [])}, {}, known)
    assert head.split() == ["Day", "Time", "Who", "Itching"]
    goal = Event(kind="goal", day=DAY, body={"item": "own.itching", "value": 3})
    assert said(goal, known) == "Level chosen for Itching: 3"
    assert diary.upto(DAY).instrument == known


@pytest.mark.parametrize(
    ("answered", "asked"), [(None, True), (DAY, True), (date(2026, 5, 8), False), (date(2026, 5, 7), True)]
)
def test_up_and_about_is_asked_once_a_week(answered, asked):
    """Not where it was not wanted, and not in the six days after an answer; today's own answer can be changed."""
    body = {"what": "upandabout", "value": 1}
    events = [Event(kind="measurement", day=answered, body=body)] if answered else []
    assert asking.weekly({}, events, "patient", DAY)[0] is False
    due, given = asking.weekly({"up-and-about": "on"}, events, "patient", DAY)
    assert (due, given is not None) == (asked, answered == DAY)
    assert [said(event) for event in events] in ([], ["The week, mostly: resting some of the day"])


def test_up_and_about_is_on_the_paper(store):
    """Week by week, and a caregiver's own view under their name."""
    for day, value, voice in ((7, 1, "patient"), (14, 3, "caregiver:Tom")):
        body = {"what": "upandabout", "value": value}
        store.add(Event(kind="measurement", day=date(2026, 5, day), body=body, voice=voice))
    diary = Diary.of(store.columns(), store.events(), until=DAY)
    blocks = str(report.build(diary, (), Period(date(2026, 5, 1), DAY)))
    assert "Week by week, mostly: resting some of the day (7 May); in bed all day (14 May, Tom)." in blocks
