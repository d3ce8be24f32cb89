"""What to ring about: the default for each treatment, the team's own list and temperature, what was ticked."""

from datetime import date, timedelta

import pytest

from symtrack.diary import team_list, team_list_default
from symtrack.diary.rows import Event
from symtrack.diary.team_list import EMERGENCY, TEAM, Listed

DAY = date(2026, 5, 16)


def treatment(kind: str, *, ended: int | None = None) -> Event:
    """A treatment of the spring, that goes on or ended so many days ago."""
    until = None if ended is None else DAY - timedelta(days=ended)
    return Event(kind="treatment", day=date(2026, 3, 2), until=until, body={"type": kind})


def listed(*events: Event, **settings: object) -> Listed:
    return team_list.listed(settings, events, DAY)


def added(*events: Event, **settings: object) -> set[str]:
    """What the list has more than for somebody of whom nothing is known."""
    shown, least = listed(*events, **settings), listed()
    return {*shown.emergency, *shown.team} - {*least.emergency, *least.team}


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("chemotherapy", "A sore mouth that stops eating or drinking"),
        ("immunotherapy", "A new rash or itching"),
        ("radiotherapy", "Skin in the treated place that is blistered, broken or wet"),
        ("trial", "A new rash or itching"),
    ],
)
def test_the_default_is_fitted_to_the_treatment(kind: str, line: str) -> None:
    """Each treatment brings its own lines, and without it they are not there."""
    assert line in added(treatment(kind))
    assert line not in listed().team


@pytest.mark.parametrize(
    ("kind", "still", "no_more"), [("chemotherapy", 42, 43), ("radiotherapy", 56, 57), ("immunotherapy", 366, 367)]
)
def test_its_lines_stay_for_a_while_after_the_treatment(kind: str, still: int, no_more: int) -> None:
    """Side effects of immunotherapy may come a year later, those of chemotherapy do not."""
    assert added(treatment(kind, ended=still))
    assert not added(treatment(kind, ended=no_more))


def test_a_planned_treatment_has_no_lines_yet() -> None:
    """What begins next week can't have side effects."""
    assert not added(Event(kind="treatment", day=DAY + timedelta(days=7), body={"type": "chemotherapy"}))


def test_an_opioid_counts_only_when_the_person_says_so() -> None:
    """A dose of morphine in the diary says nothing: no name of a medicine is known to the program."""
    dose = Event(kind="dose", day=DAY, body={"medicine": "morphine"})
    assert not added(dose)
    assert not added(dose, opioid="off")
    assert "Breathing very slowly, and hard to wake" in listed(opioid="on").emergency
    assert "No bowel movement for 3 days" in listed(opioid="on").team


def test_a_default_says_where_it_comes_from() -> None:
    """Every line that is shown has its source among those named; the person's own list needs none."""
    for events in ((), (treatment("chemotherapy"), treatment("immunotherapy"), treatment("radiotherapy"))):
        shown = listed(*events, opioid="on")
        lines = {*shown.emergency, *shown.team}
        named = {line.source for line in team_list_default.LINES if line.text in lines}
        assert not shown.own
        assert named <= set(shown.sources)
    assert listed(teamlist={"team": ["Hiccups"]}).sources == ()


def test_the_list_of_the_card_takes_the_place_of_the_default() -> None:
    """Only what the card says, and what a fever is."""
    shown = listed(treatment("chemotherapy"), teamlist={EMERGENCY: ["Fits"], TEAM: ["Hiccups", " ", "Hiccups"]})
    assert (shown.own, shown.emergency, shown.team[2:]) == (True, ("Fits",), ("Hiccups",))
    assert team_list.own_lines(shown) == (("Fits",), ("Hiccups",))


@pytest.mark.parametrize("kept", [None, {}, {"team": []}, {"team": "Hiccups"}, ["Hiccups"], {"team": [" "]}])
def test_a_list_without_a_line_is_no_list(kept: object) -> None:
    """Whatever stands in the setting, nobody is left without anything to tick."""
    assert listed(teamlist=kept) == listed()


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("", "A high temperature: ask your team for your number"),
        (None, "A high temperature: ask your team for your number"),
        ("37.5", "A temperature of 37.5 °C or above"),
        ("38,0", "A temperature of 38,0 °C or above"),
        ("100.4", "A temperature of 100.4 °F or above"),
        ("38 °C twice in an hour", "A temperature of 38 °C twice in an hour or above"),
    ],
)
def test_the_temperature_is_the_teams_number(written: object, line: str) -> None:
    """Never one of ours; and shivering counts without a thermometer, whatever the number is."""
    shown = listed(temperature=written)
    assert shown.team[0] == line
    assert shown.team[1] == "Shivering or feeling feverish, with or without a thermometer"


def test_no_temperature_stands_in_the_program() -> None:
    """Two hospitals of one country name two numbers: the default names none."""
    words = " ".join(line.text for line in team_list_default.LINES) + team_list_default.FEVER
    assert not [part for part in words.split() if part.strip(",.°C").replace(".", "").isdigit() and part != "3"]


def test_the_emergency_part_comes_first() -> None:
    """Ticked in both parts, the emergency service is called; with nothing ticked, nobody is."""
    shown = listed()
    assert team_list.part(shown, ["Chest pain", shown.team[1]]) == EMERGENCY
    assert team_list.part(shown, shown.team[:1]) == TEAM
    assert team_list.part(shown, []) == ""


def test_a_tick_stands_until_it_is_dealt_with() -> None:
    """Of last night's tick and one that was rung about, the first still waits; one of last week does not."""
    waits = Event(kind="teamlist", day=DAY - timedelta(days=1), body={"ticked": ["Chest pain"]})
    rung = Event(kind="teamlist", day=DAY, body={"ticked": ["Chest pain"], "rung": "23:04"})
    old = Event(kind="teamlist", day=DAY - timedelta(days=7), body={"ticked": ["Chest pain"]})
    assert team_list.standing([old, waits, rung], DAY) == (waits,)
