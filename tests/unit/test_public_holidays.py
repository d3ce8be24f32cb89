"""Public holidays: which number answers then."""

from datetime import date, datetime

import pytest

from symtrack.diary import public_holidays
from symtrack.diary.setting_keys import parse_setting
from symtrack.diary.team import contacts, ring_now
from symtrack.errors import InputError

WEEK = ["mon", "tue", "wed", "thu", "fri"]
OFFICE = {"number": "office", "days": WEEK, "from": "08:00", "to": "17:00"}
FREE = {"number": "free days", "days": ["sat", "sun", "holiday"]}
BAVARIA = {"country": "DE", "region": "BY"}
ENGLAND = {"country": "GB", "region": "ENG"}


def rung(moment: str, holidays: object, *numbers: object) -> str:
    settings = {"team": [{"who": "Ward", "numbers": list(numbers)}], "holidays": holidays}
    ring = ring_now(settings, datetime.fromisoformat(moment))
    return ring.number if ring else ""


@pytest.mark.parametrize(
    ("moment", "holidays", "number"),
    [
        ("2026-06-04 10:00", BAVARIA, "free days"),  # Corpus Christi, a Thursday
        ("2026-06-04 10:00", {"country": "DE", "region": "BE"}, "office"),  # and none in Berlin
        ("2026-05-25 10:00", ENGLAND, "free days"),
        ("2026-05-26 10:00", ENGLAND, "office"),
        ("2026-12-24 10:00", {"days": ["2026-12-24"]}, "free days"),
        ("2026-12-24 10:00", {}, "office"),
        ("2026-12-26 10:00", ENGLAND, "free days"),  # a Saturday
    ],
)
def test_the_number_for_holidays_is_rung_on_a_holiday(moment: str, holidays: object, number: str) -> None:
    """On a working day that is a holiday where the person lives, the office does not answer."""
    assert rung(moment, holidays, OFFICE, FREE) == number


def test_a_number_for_every_day_answers_on_holidays_too() -> None:
    """A night line without days is not closed at Christmas."""
    assert rung("2026-12-25 23:00", ENGLAND, {"number": "night", "from": "17:00", "to": "08:00"}) == "night"


def test_a_weekend_number_answers_on_a_saturday_that_is_a_holiday() -> None:
    """It was there for that Saturday anyhow."""
    assert rung("2026-12-26 10:00", ENGLAND, {"number": "weekend", "days": ["sat", "sun"]}) == "weekend"


def test_the_night_before_a_holiday_runs_into_it() -> None:
    """Hours that began on the eve, a working day, end when they end."""
    eve = {"number": "eve", "days": WEEK, "from": "17:00", "to": "08:00"}
    assert rung("2026-12-25 07:59", ENGLAND, eve) == "eve"
    assert rung("2026-12-25 18:00", ENGLAND, eve) == ""


@pytest.mark.parametrize("country", ["XX", "", "Atlantis"])
def test_a_country_that_is_not_known_has_no_holidays(country: str) -> None:
    """The diary may come from a later version: the office's number stands there as before."""
    assert rung("2026-12-25 10:00", {"country": country, "days": ["never"]}, OFFICE) == "office"


def test_the_next_holiday_is_named() -> None:
    """So that one sees whether the right country was chosen."""
    assert public_holidays.coming({"holidays": BAVARIA}, date(2026, 6, 1)) == (date(2026, 6, 4), "Fronleichnam")


def test_an_own_day_needs_no_country() -> None:
    """It is the next one, without a name."""
    found = public_holidays.coming({"holidays": {"days": ["2026-06-03", "soon"]}}, date(2026, 6, 1))
    assert found == (date(2026, 6, 3), "")


def test_regions_and_countries_have_names() -> None:
    """What is offered in Settings."""
    assert "DE" in public_holidays.countries()
    assert public_holidays.regions("GB")["SCT"] == "Scotland"
    assert public_holidays.regions("XX") == {}


def test_a_chaplain_is_listed_and_not_the_number_of_the_hour() -> None:
    """Nor is the emergency service, which has its place in the words beside."""
    people = [
        {"who": "Rev. Hall", "role": "chaplain", "numbers": [{"number": "1"}]},
        {"who": "", "role": "emergency", "numbers": [{"number": "112"}]},
        {"who": "Ward 5", "role": "oncology", "numbers": [{"number": "2"}]},
    ]
    settings = {"team": people}
    ring = ring_now(settings, datetime.fromisoformat("2026-05-16 23:00"))
    assert ring is not None
    assert ring.number == "2"
    assert len(contacts(people)) == len(people)


def test_the_command_line_sets_them() -> None:
    """As JSON, like the team; whether an opioid is taken is on or off."""
    assert parse_setting("holidays", '{"country": "GB"}') == {"country": "GB"}
    assert parse_setting("opioid", "on") == "on"
    for key, text in (("holidays", "GB"), ("opioid", "maybe")):
        with pytest.raises(InputError):
            parse_setting(key, text)
