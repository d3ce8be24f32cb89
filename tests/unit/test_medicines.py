"""The person's own list of medicines, as it stands in the settings of the diary."""

from datetime import date

import pytest

from symtrack.diary import medicines
from symtrack.diary.medicines import Medicine
from symtrack.diary.setting_keys import parse_setting
from symtrack.errors import InputError

DAY = date(2026, 5, 15)
MORPHINE = Medicine(name="Morphine", key="medicine.Morphine", strength="10 mg", limit="No more than 6 in 24 hours")
OMEPRAZOLE = Medicine(
    name="Omeprazole", key="medicine.Omeprazole", strength="20 mg", when="regular", parts=("morning", "evening")
)


def kept(*given: Medicine) -> dict[str, object]:
    return {row.key: row.value for row in map(medicines.setting, given)}


def test_the_list_comes_back_as_it_was_written():
    """Name, strength, when, parts of the day, and the limit word for word."""
    assert medicines.medicines(kept(OMEPRAZOLE, MORPHINE)) == (MORPHINE, OMEPRAZOLE)


@pytest.mark.parametrize("value", [None, "", "stopped", {}, {"strength": "30 mg", "stopped": True}])
def test_what_was_stopped_is_not_offered(value):
    """It stays in the diary, and nobody is asked about it."""
    settings = kept(MORPHINE) | {"medicine.Codeine": value}
    assert [medicine.name for medicine in medicines.taken_now(settings)] == ["Morphine"]
    assert len(medicines.medicines(settings)) == 2


def test_a_strength_alone_is_enough():
    """`symtrack set medicine.Codeine="30 mg"` puts it on the list, when needed."""
    (codeine,) = medicines.taken_now({"medicine.Codeine": "30 mg"})
    assert (codeine.words, codeine.when) == ("Codeine, 30 mg", "needed")


def test_a_name_that_no_key_can_hold_is_kept_all_the_same():
    """A slash or a bracket, and two names that would get one key."""
    first = medicines.key_of("Co-codamol 30/500", ())
    second = medicines.key_of("Co-codamol 30:500", {first})
    parse_setting(first, "{}")
    parse_setting(second, "{}")
    found = medicines.medicines(
        kept(Medicine(name="Co-codamol 30/500", key=first), Medicine(name="Co-codamol 30:500", key=second))
    )
    assert [medicine.name for medicine in found] == ["Co-codamol 30/500", "Co-codamol 30:500"]


def test_nothing_odd_in_a_diary_takes_the_list_away():
    """What another program wrote is read as far as it can be."""
    settings = {"medicine.Odd": {"strength": 5, "when": "often", "parts": "morning"}, "medicine.": "x"}
    assert medicines.taken_now(settings) == (Medicine(name="Odd", key="medicine.Odd"),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"strenght": "10 mg"}', "“strenght” is not a part of a medicine. Did you mean “strength”?"),
        ('{"strength": 10}', "The “strength” of a medicine is text, in quotation marks."),
        ('{"when": "often"}', "“often” can’t be in the “when” of a medicine. There are: needed, regular."),
        ('{"when": null}', "“None” can’t be in the “when” of a medicine. There are: needed, regular."),
        (
            '{"parts": ["tea"]}',
            "“tea” can’t be in the “parts” of a medicine. There are: morning, noon, evening, night.",
        ),
        (
            '{"parts": "noon"}',
            "“noon” can’t be in the “parts” of a medicine. There are: morning, noon, evening, night.",
        ),
        ('{"stopped": "yes"}', "Whether a medicine is “stopped” is true or false."),
    ],
)
def test_a_slip_at_the_command_line_gets_one_sentence(text, sentence):
    """It says what can stand there."""
    with pytest.raises(InputError) as refused:
        parse_setting("medicine.Morphine", text)
    assert str(refused.value) == sentence


def test_a_change_of_strength_is_an_event_and_one_of_the_label_is_not():
    """Begun, stronger, stopped: with both sides; a limit that was copied anew changes nothing that is taken."""
    more = Medicine(name="Morphine", strength="20 mg")
    stopped = Medicine(name="Morphine", strength="20 mg", stopped=True)
    changes = [medicines.change(old, new, DAY) for old, new in ((None, MORPHINE), (MORPHINE, more), (more, stopped))]
    assert [each and dict(each.body) for each in changes] == [
        {"medicine": "Morphine", "from": "not taken", "to": "10 mg"},
        {"medicine": "Morphine", "from": "10 mg", "to": "20 mg"},
        {"medicine": "Morphine", "from": "20 mg", "to": "not taken"},
    ]
    assert medicines.change(MORPHINE, Medicine(name="Morphine", strength="10 mg", limit="4 a day"), DAY) is None
