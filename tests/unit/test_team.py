"""Which of the team's numbers answers at which hour."""

from datetime import datetime

import pytest

from symtrack.diary.team import contacts, ring_at

WEEK = ["mon", "tue", "wed", "thu", "fri"]
TEAM = [
    {"who": "Ward 5", "role": "by day", "numbers": [{"number": "111", "days": WEEK, "from": "08:00", "to": "17:00"}]},
    {"who": "Night line", "numbers": [{"number": "222", "days": WEEK, "from": "17:00", "to": "08:00"}]},
    {"who": "Hospital", "numbers": [{"number": "333"}]},
]


@pytest.mark.parametrize(
    ("moment", "number", "until"),
    [
        ("2026-05-15 08:00", "111", "2026-05-15 17:00"),
        ("2026-05-15 16:59", "111", "2026-05-15 17:00"),
        ("2026-05-15 17:00", "222", "2026-05-16 08:00"),
        ("2026-05-16 03:00", "222", "2026-05-16 08:00"),
        ("2026-05-16 08:00", "333", None),
        ("2026-05-18 07:59", "333", None),
    ],
)
def test_the_number_of_the_hour(moment: str, number: str, until: str | None) -> None:
    """By day, by night until the hours that began yesterday end, and at weekends whoever is always there."""
    ring = ring_at(contacts(TEAM), datetime.fromisoformat(moment))
    assert ring is not None
    assert (ring.number, ring.until) == (number, datetime.fromisoformat(until) if until else None)


def test_nobody_answers_outside_the_only_hours() -> None:
    """A number is never shown at an hour at which it does not answer."""
    assert ring_at(contacts(TEAM[:1]), datetime(2026, 5, 15, 20, 0)) is None


@pytest.mark.parametrize(
    "setting", [None, "0123", {}, [None, 7], [{}], [{"who": "x", "numbers": "0123"}], [{"numbers": [{"number": " "}]}]]
)
def test_what_is_no_list_of_contacts_gives_none(setting: object) -> None:
    """A setting that was written by hand, or by another program, stops nothing."""
    assert contacts(setting) == ()


def test_hours_that_cannot_be_read_mean_day_and_night() -> None:
    """A number with hours that make no sense is still a number."""
    found = contacts([{"who": "x", "numbers": [{"number": "5", "from": "8 am", "to": "17:00", "days": ["someday"]}]}])
    ring = ring_at(found, datetime(2026, 5, 17, 3, 0))
    assert ring is not None
    assert (ring.number, ring.until) == ("5", None)


def test_the_persons_own_order_decides() -> None:
    """Of two numbers that answer, the one that stands first is shown."""
    ring = ring_at(contacts(list(reversed(TEAM))), datetime(2026, 5, 15, 9, 0))
    assert ring is not None
    assert ring.number == "333"
