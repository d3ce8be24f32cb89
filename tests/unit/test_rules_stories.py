"""The clinical stories: what each person's weeks must bring up, on which day, and nothing else."""

from datetime import date

import pytest

from symtrack.rules import evaluate
from tests.diaries import diary

SEVERE, WORSE, GOAL, TOGETHER = "severe-days", "worse-than-usual", "above-goal", "nausea-not-eating"
Raised = tuple[int, str, tuple[str, ...]]
PAIN, NAUSEA, APPETITE, FATIGUE = ("pain",), ("nausea",), ("appetite",), ("fatigue",)

STEADY = """
    pain     23322333283233223323
    nausea   11011010110100110111
    appetite 22322232232223222322
    fatigue  23323333233323333333
"""
PAIN_BECOMES_SEVERE = """
    pain     343343343343787632
    nausea   111011101110111011
    appetite 232232223222222322
    fatigue  332332332332333233
"""
TWO_ORDINARY_CYCLES = f"""
    pain     {"2" * 56}
    nausea   00100010010010{"356643101000100010000" * 2}
    appetite {"2" * 14}{"244443222222222222222" * 2}
    fatigue  32323323323332{"356765433332323323323" * 2}
    event    {"." * 14}c{"." * 20}c
"""
SICKNESS_DOES_NOT_SETTLE = f"""
    pain     {"2" * 28}
    nausea   0010001001001035665544532100
    appetite {"2" * 28}
    fatigue  {"3" * 28}
    event    {"." * 14}c
"""
CANNOT_EAT = f"""
    pain     {"2" * 13}
    nausea   1121123256642
    appetite 3323336788853
    fatigue  3333335666544
"""
SECOND_CYCLE_HARDER = f"""
    pain     {"2" * 49}
    nausea   0000001234321100000000000000456765432100000000000
    event    {"." * 7}c{"." * 20}c
"""
SICK_BEFORE_TREATMENT = f"""
    pain     {"2" * 56}
    nausea   0110101{"234321000010100001005" * 2}2343210
    event    {"." * 7}c{"." * 20}c{"." * 20}c
"""
UP_AND_DOWN = f"""
    pain     323272827328232
    nausea   {"1" * 15}
    appetite {"3" * 15}
    fatigue  {"3" * 15}
"""
ALL_FOUR_WORSE = """
    pain     333233332333233335666
    nausea   112111211121112114555
    appetite 333233332333233335566
    fatigue  333233323332333335666
"""
TIRED_AFTER_TREATMENT = f"""
    pain     {"2" * 36}
    fatigue  {"3" * 14}3567777776666655554433
    event    {"." * 14}c
"""

STORIES: dict[str, tuple[str, list[Raised]]] = {
    "steady, one bad day": (STEADY, []),
    "pain becomes severe": (PAIN_BECOMES_SEVERE, [(14, SEVERE, PAIN), (15, WORSE, PAIN)]),
    "two ordinary cycles": (TWO_ORDINARY_CYCLES, []),
    "sickness does not settle": (SICKNESS_DOES_NOT_SETTLE, []),
    "slow rise": ("pain 22222222223233343444355455556656666", []),
    "gaps and scattered highs": ("pain 3333433------8---7---6---3333", []),
    "another voice takes over": ("pain 3232332332332323\npain@caregiver:Ana ----------------5555545455", []),
    "the same from one voice": ("pain 32323323323323235555545455", [(20, WORSE, PAIN)]),
    "cannot eat": (
        CANNOT_EAT,
        [(9, SEVERE, APPETITE), (10, TOGETHER, NAUSEA + APPETITE), (13, WORSE, APPETITE), (13, WORSE, NAUSEA)],
    ),
    "second cycle harder": (SECOND_CYCLE_HARDER, []),
    "sick before treatment": (SICK_BEFORE_TREATMENT, []),
    "up and down": (UP_AND_DOWN, [(7, SEVERE, PAIN)]),
    "all four worse": (ALL_FOUR_WORSE, [(21, WORSE, item) for item in (APPETITE, FATIGUE, NAUSEA, PAIN)]),
    "tired after treatment": (TIRED_AFTER_TREATMENT, [(20, SEVERE, FATIGUE)]),
    "too little history": ("pain 2468642\nnausea 0000000", []),
    "one very high day": ("pain 22322924322", []),
    "above the level chosen": ("pain 343443443433332\ngoal:pain 2", [(5, GOAL, PAIN)]),
}


@pytest.mark.parametrize(("picture", "expected"), STORIES.values(), ids=STORIES)
def test_story_brings_up_exactly_this(picture: str, expected: list[Raised]) -> None:
    """Each story brings up these flags on these days, and no other on any day."""
    told = diary(picture)
    assert [(flag.raised.toordinal() - told.first + 1, flag.rule, flag.items) for flag in evaluate(told)] == expected


@pytest.mark.parametrize("picture", [picture for picture, expected in STORIES.values() if expected])
def test_story_is_the_same_in_any_season(picture: str) -> None:
    """A leap day and the nights on which clocks change move nothing: a day is a calendar date."""

    def raised(first: date) -> list[Raised]:
        told = diary(picture, first=first)
        return [(flag.raised.toordinal() - told.first, flag.rule, flag.items) for flag in evaluate(told)]

    plain = raised(date(2026, 6, 1))
    assert plain
    assert raised(date(2024, 2, 20)) == raised(date(2026, 3, 20)) == raised(date(2026, 10, 15)) == plain


def test_treatment_day_taken_away_brings_fatigue_up_sooner() -> None:
    """Without the treatment, the same fatigue is raised on the first day that it lasts."""
    bare = TIRED_AFTER_TREATMENT.replace("c", ".")
    first, *_later = evaluate(diary(bare))
    assert first.raised.toordinal() - diary(bare).first + 1 == 19


@pytest.mark.parametrize("status", ["skipped", "planned"])
def test_cycle_that_was_not_given_explains_nothing(status: str) -> None:
    """A skipped or planned cycle does not keep fatigue quiet."""
    picture = TIRED_AFTER_TREATMENT.replace("." * 14 + "c", ". " * 14 + f"c/{status}")
    assert evaluate(diary(picture)) == evaluate(diary(TIRED_AFTER_TREATMENT.replace("c", ".")))
    assert evaluate(diary(picture)) != evaluate(diary(TIRED_AFTER_TREATMENT))


@pytest.mark.parametrize("status", ["given", "delayed", "reduced"])
def test_cycle_that_was_given_counts(status: str) -> None:
    """A delayed or reduced cycle counts like any other."""
    picture = TIRED_AFTER_TREATMENT.replace("." * 14 + "c", ". " * 14 + f"c/{status}")
    assert evaluate(diary(picture)) == evaluate(diary(TIRED_AFTER_TREATMENT))


def test_rise_that_treatment_explains_is_not_raised() -> None:
    """Nausea above the usual is silent up to day 9 of the cycle, and speaks without one."""
    picture = "nausea 11111111111111555555"
    assert [flag.rule for flag in evaluate(diary(picture))] == [WORSE]
    assert evaluate(diary(picture + f"\nevent {'.' * 14}c")) == ()


def test_noisy_usual_needs_a_larger_rise() -> None:
    """The same rise of 2.2 points is raised after even days, and not after days that jump about."""
    assert [flag.rule for flag in evaluate(diary("pain 3333333333333355565"))] == [WORSE]
    assert evaluate(diary("pain 0606060606060655565")) == ()


def test_rise_of_exactly_two_points_counts() -> None:
    """From 2 to 4 is 2 points, and 4 on average is 4 or more."""
    assert [flag.rule for flag in evaluate(diary("pain 222222222244444"))] == [WORSE]
    assert evaluate(diary("pain 222222222244443")) == ()


def test_usual_needs_eight_answers() -> None:
    """Seven answers in the two weeks before are too few to call usual, eight are enough."""
    assert evaluate(diary("pain 222222.......55555")) == ()
    assert evaluate(diary("pain 2222222......55555")) == ()
    assert [flag.rule for flag in evaluate(diary("pain 22222222.....55555"))] == [WORSE]


def test_level_chosen_later_is_used_from_its_day() -> None:
    """A level chosen on day 6 is compared from day 6 on; nothing earlier is raised."""
    told = diary("pain 4444444\ngoal:pain .....3.")
    assert [flag.raised.toordinal() - told.first + 1 for flag in evaluate(told)] == [6]


def test_level_taken_back_ends_it() -> None:
    """With the level taken back, or put above the pain, nothing new is raised."""
    assert evaluate(diary("pain 4444444\ngoal:pain 3 . . none")) == ()
    assert evaluate(diary("pain 4444444\ngoal:pain 3 . . 4")) == ()


def test_level_belongs_to_its_item_and_to_the_person() -> None:
    """A level for nausea says nothing of pain, and nobody else's view is measured by the person's level."""
    assert evaluate(diary("pain 4444444\ngoal:nausea 3")) == ()
    assert evaluate(diary("pain@caregiver:Ana 4444444\ngoal:pain 3")) == ()


def test_severe_days_looks_back_four_days() -> None:
    """Two high days three days apart belong together, four days apart they do not."""
    assert [flag.rule for flag in evaluate(diary("pain 7..7"))] == [SEVERE]
    assert evaluate(diary("pain 7...7")) == ()
    assert evaluate(diary("pain 7337")) == ()
    assert [flag.rule for flag in evaluate(diary("pain 73x7"))] == [SEVERE]


@pytest.mark.parametrize(("item", "urgency"), {"pain": "phone", "nausea": "phone", "appetite": "visit"}.items())
def test_severe_days_urgency_is_the_items(item: str, urgency: str) -> None:
    """Pain and nausea are for the phone, appetite for the next visit."""
    (flag,) = evaluate(diary(f"{item} 3378"))
    assert flag.urgency == urgency


def test_nausea_and_appetite_on_different_days_are_not_together() -> None:
    """Only days on which both are high count, and there must be two of them."""
    assert evaluate(diary("nausea 40404\nappetite 06060")) == ()
    assert evaluate(diary("nausea 4000\nappetite 7666")) == ()
    found = {flag.rule: flag for flag in evaluate(diary("nausea 404\nappetite 717"))}
    assert found[TOGETHER].urgency == "phone"
