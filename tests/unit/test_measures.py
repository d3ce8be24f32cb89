"""Measurements: what a person types, what is kept, how it is said; and places, spells and nights in words."""

from datetime import date, time

import pytest
from hypothesis import given, strategies as st

from symtrack import i18n
from symtrack.cli.entries import Entry, converted, of_object, of_pairs
from symtrack.diary import measures, night, places, spells
from symtrack.diary.event_words import said
from symtrack.diary.measures import KINDS, parse
from symtrack.diary.rows import Event
from symtrack.errors import InputError

DAY = date(2026, 5, 14)


def measured(what: str, value: float, unit: str = "", **more) -> Event:
    body = {"what": what, "value": value, **({"unit": unit} if unit else {})}
    return Event(kind="measurement", day=more.pop("day", DAY), body=body, **more)


@pytest.mark.parametrize(
    ("what", "typed", "unit", "kept"),
    [
        ("temperature", "38.2", "C", (38.2, "C")),
        ("temperature", " 38,2 ", "C", (38.2, "C")),
        ("temperature", "101.3", "F", (38.5, "F")),
        ("temperature", "101,3 °F", "C", (38.5, "F")),
        ("weight", "150 lbs", "kg", (68.039, "lb")),
        ("weight", "68,25", "", (68.25, "kg")),
        ("fluids", "8 fl oz", "ml", (236.588, "oz")),
        ("vomiting", "3", "", (3, "")),
        ("temperature", "٣٨٫٢", "C", (38.2, "C")),
    ],
)
def test_what_is_typed_is_understood(what, typed, unit, kept):
    """With a comma or a point, with or without its unit, in the figures of one's own script."""
    assert parse(KINDS[what], typed, unit) == kept


@pytest.mark.parametrize(
    ("what", "typed", "unit", "sentence"),
    [
        ("temperature", "", "C", "“” is no number. It is written like 38.2."),
        ("temperature", "high", "C", "“high” is no number. It is written like 38.2."),
        (
            "temperature",
            "382",
            "C",
            "382 °C can’t be right: it lies between 30 °C and 45 °C. Is a point missing, or is it another unit?",
        ),
        (
            "weight",
            "7",
            "lb",
            "7 lb can’t be right: it lies between 33.07 lb and 881.85 lb. Is a point missing, or is it another unit?",
        ),
        ("weight", "70 stone", "kg", "“stone” is no unit of this. There are: kg, lb."),
        ("vomiting", "2.5", "", "2.5 can’t be how often it was: that is a whole number up to 99."),
        ("vomiting", "2 kg", "", "“vomiting” has no unit."),
        ("bowels", "2", "", "It is 1 for yes, or 0 for no."),
    ],
)
def test_a_slip_of_the_fingers_is_told_in_one_sentence(what, typed, unit, sentence):
    """It names what was typed and what would do; it says nothing about health."""
    with pytest.raises(InputError) as refused:
        parse(KINDS[what], typed, unit)
    assert str(refused.value) == sentence


@given(st.sampled_from([(kind, unit) for kind in KINDS.values() for unit in kind.units]), st.data())
def test_what_was_typed_comes_back_as_it_was(of, data):
    """Whatever a scale shows, with up to two decimals, is said again in the same figures, however it is kept."""
    kind, unit = of
    least, most = (round(unit.of(end) * 100) for end in (kind.least, kind.most))
    typed = data.draw(st.integers(least + 1, most - 1)) / 100
    kept, key = parse(kind, str(typed), unit.key)
    assert key == unit.key
    assert measures.amount(kind, kept, key) == f"{i18n.number(typed, decimals=2)} {unit.shown}"


def test_the_unit_is_the_one_of_the_country_until_another_was_used():
    """Fahrenheit and pounds in the United States, and otherwise what was typed last."""
    assert KINDS["temperature"].usual_unit() == "C"
    with i18n.speaking("en_US"):
        assert [KINDS[what].usual_unit() for what in ("temperature", "weight", "fluids")] == ["F", "lb", "oz"]
        used = [measured("weight", 70, "kg"), measured("temperature", 38, "C")]
        assert measures.last_unit(used, KINDS["weight"]) == "kg"
        assert measures.last_unit([], KINDS["weight"]) == "lb"


def test_a_day_has_one_value_and_an_unanswered_one_has_none():
    """Times and drinks are added up, of temperatures the highest counts, of weights the last; voices stay apart."""
    other = date(2026, 5, 16)
    events = [
        measured("vomiting", 1),
        measured("vomiting", 2),
        measured("vomiting", 9, voice="caregiver:Anna"),
        measured("vomiting", 0, day=other),
        measured("temperature", 38.4),
        measured("temperature", 37.1),
        measured("weight", 71),
        measured("weight", 70.5),
        measured("bowels", 0),
        measured("bowels", 1),
    ]
    assert measures.by_day(events, "vomiting", "patient") == {DAY: 3, other: 0}
    assert measures.by_day(events, "temperature", "patient") == {DAY: 38.4}
    assert measures.by_day(events, "weight", "patient") == {DAY: 70.5}
    assert measures.by_day(events, "bowels", "patient") == {DAY: 1}
    assert measures.by_day(events, "fluids", "patient") == {}


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (measured("temperature", 38.5, "F", time="08:10"), "Temperature: 101.3 °F, at 08:10"),
        (measured("temperature", 38.5), "Temperature: 38.5 °C"),
        (measured("weight", 68.039, "lb"), "Weight: 150 lb"),
        (measured("weight", 68.2, "stone"), "Weight: 68.2 kg"),
        (measured("vomiting", 0), "No vomiting"),
        (measured("vomiting", 1), "Vomiting: 1 time"),
        (measured("vomiting", 3), "Vomiting: 3 times"),
        (measured("bowels", 1), "A bowel movement"),
        (measured("bowels", 0), "No bowel movement"),
        (measured("fluids", 200, "ml", text="Tea"), "Drank 200 ml. Tea"),
        (measured("woken", 0), "Not woken by pain in the night"),
        (measured("woken", 2), "Woken by pain in the night 2 times"),
        (Event(kind="measurement", day=DAY, body={"what": "marker", "value": 37, "name": "CA 19-9"}), "CA 19-9: 37"),
        (Event(kind="measurement", day=DAY), "Measurement"),
        (Event(kind="episode", day=DAY), "Sudden bad pain"),
        (Event(kind="episode", day=DAY, time="14:10"), "Sudden bad pain at 14:10"),
        (Event(kind="episode", day=DAY, body={"ended": "15:00", "worst": 6}), "Sudden bad pain until 15:00, worst 6"),
        (
            Event(
                kind="episode",
                day=DAY,
                time="14:10",
                body=spells.body(worst=8, where=["lower_back", "my scar"], helped="warm  bath", ended="14:40"),
            ),
            "Sudden bad pain 14:10 to 14:40, worst 8, lower back, my scar; helped: warm bath",
        ),
    ],
)
def test_each_kind_is_said_in_words(event, words):
    """The same words in the window, on paper and on the command line, in the unit that was typed."""
    assert said(event) == words


def test_what_was_not_said_of_a_spell_is_not_kept():
    """Nothing is assumed: only that it was pain."""
    assert spells.body() == {"item": "pain"}
    assert spells.body(worst=0, ended="02:00") == {"item": "pain", "worst": 0, "ended": "02:00"}


@pytest.mark.parametrize(
    ("typed", "found", "first"),
    [
        ("lo", ("lower_back",), "lower_back"),
        ("BACK", ("upper_back", "lower_back"), "upper_back"),
        ("left l", ("left_leg",), "left_leg"),
        ("my scar", (), "my scar"),
        ("  ", tuple(places.NAMES), ""),
    ],
)
def test_a_place_is_found_by_its_first_letters(typed, found, first):
    """Of any of its words; what is no named place is the person's own word."""
    assert places.found(typed) == found
    assert places.chosen(typed) == first


@pytest.mark.parametrize(
    ("at", "day_start", "day"),
    [
        ("22:00", time(4), 13),
        ("23:30", time(4), 13),
        ("02:00", time(4), 13),
        ("05:00", time(4), 14),
        ("02:00", time(0), 14),
        ("05:00", time(6), 13),
    ],
)
def test_an_hour_of_the_night_lies_on_the_persons_own_day(at, day_start, day):
    """The night to 14 May begins on the 13th, and 02:00 belongs to the 13th where the day begins at four."""
    assert night.day_of_hour(DAY, at, day_start) == date(2026, 5, day)
    assert night.at_night(at)
    assert not night.at_night("06:00")


def test_add_takes_a_measurement_as_it_was_read():
    """101.3 °F is kept as 38.5 °C, which is said; what is already in the unit that is kept stays letter for letter."""
    fahrenheit = of_pairs(Entry(kind="measurement"), {"what": "temperature", "value": "101.3", "unit": "F"})
    assert fahrenheit.body == {"what": "temperature", "value": 38.5, "unit": "F"}
    assert converted(fahrenheit) == "101.3 °F is kept as 38.5 °C."
    typed = of_pairs(Entry(kind="measurement"), {"what": "weight", "value": "150 lb"})
    assert typed.body == {"what": "weight", "value": 68.039, "unit": "lb"}
    plain = of_object({"event": "measurement", "what": "weight", "value": 70})
    assert (plain.body, converted(plain)) == ({"what": "weight", "value": 70}, "")
    with pytest.raises(InputError, match="another unit"):
        of_pairs(Entry(kind="measurement"), {"what": "temperature", "value": "101.3"})
