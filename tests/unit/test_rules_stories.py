"""The clinical stories: what each person's weeks must bring up, on which day, and nothing else."""

from datetime import date

import pytest

from symtrack.rules import evaluate
from tests.diaries import diary

SEVERE, WORSE, GOAL, TOGETHER = "severe-days", "worse-than-usual", "above-goal", "nausea-not-eating"
VERY_HIGH, MOST_DAYS, SWINGS, SPELLS, BOWELS = (
    "very-high-today", "most-days-moderate", "swings", "pain-spells", "bowels"
)  # fmt: skip
SLOW, SEVERAL, SICKNESS, TIRED, HARDER, BEFORE = (
    "slow-climb", "several-worse", "sickness-lasting", "fatigue-lasting", "harder-cycle", "sick-before-treatment"
)  # fmt: skip
TICKED, CHANGED = "team-list", "voice-changed"
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
    spells   ....415
    bowels   .........00001
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
    "A steady, one bad day": (STEADY, []),
    # The paper's windows say on day 15 that it is worse; ours, which lets no day say too much, on the fourth high day.
    "B pain becomes severe": (PAIN_BECOMES_SEVERE, [(14, SEVERE, PAIN), (16, MOST_DAYS, PAIN), (16, WORSE, PAIN)]),
    "C two ordinary cycles": (TWO_ORDINARY_CYCLES, [(20, MOST_DAYS, FATIGUE)]),
    "D sickness does not settle": (SICKNESS_DOES_NOT_SETTLE, [(20, MOST_DAYS, NAUSEA), (21, SICKNESS, NAUSEA)]),
    # The week-by-week criterion of the paper says so on day 24; ours, which asks whether it could be chance, on 26.
    "E slow rise": ("pain 22222223223233343444355455556656666", [(22, MOST_DAYS, PAIN), (26, SLOW, PAIN)]),
    "F gaps and scattered highs": ("pain 3333433------8---7---6---3333", []),
    "G another voice takes over": (
        "pain 3232332332332323\npain@caregiver:Ana ----------------5555545455",
        [(19, CHANGED, ()), (21, MOST_DAYS, PAIN)],
    ),
    "G the same from one voice": (
        "pain 32323323323323235555545455",
        [(20, WORSE, PAIN), (21, MOST_DAYS, PAIN)],
    ),
    # Fixed windows need 4 days of the 5, ours needs 3 that are clear enough: appetite and fatigue are told on day 10.
    # Nausea, with 8 days known and 2 on the last, is not certain enough.
    "H cannot eat": (
        CANNOT_EAT,
        [
            (9, SEVERE, APPETITE),
            (10, TOGETHER, NAUSEA + APPETITE),
            (10, WORSE, APPETITE),
            (10, WORSE, FATIGUE),
            (11, MOST_DAYS, APPETITE),
            (11, MOST_DAYS, FATIGUE),
        ],
    ),
    "I low numbers, a line ticked": (
        "pain 2223222\nnausea 0000000\nappetite 1111111\nfatigue 3333333\ntick . . . . . shivering",
        [(6, TICKED, ())],
    ),
    "J second cycle harder": (
        SECOND_CYCLE_HARDER,
        [(33, MOST_DAYS, NAUSEA), (35, SICKNESS, NAUSEA), (38, HARDER, NAUSEA)],
    ),
    "K sick before treatment": (SICK_BEFORE_TREATMENT, [(50, BEFORE, NAUSEA)]),
    "L up and down": (
        UP_AND_DOWN,
        [(7, SPELLS, PAIN), (7, SEVERE, PAIN), (7, SWINGS, PAIN), (12, BOWELS, ())],
    ),
    # A rise of 3 after quiet days is told on its third day.
    "M all four worse": (
        ALL_FOUR_WORSE,
        [
            (19, SEVERAL, PAIN + NAUSEA + APPETITE + FATIGUE),
            (21, WORSE, APPETITE),
            (21, WORSE, FATIGUE),
            (21, WORSE, NAUSEA),
            (21, WORSE, PAIN),
        ],
    ),
    "N tired after treatment": (
        TIRED_AFTER_TREATMENT,
        [(20, MOST_DAYS, FATIGUE), (20, SEVERE, FATIGUE), (27, TIRED, FATIGUE)],
    ),
    "O too little history": ("pain 2468642\nnausea 0000000", [(6, MOST_DAYS, PAIN)]),
    "P one very high day": ("pain 22322924322", [(6, VERY_HIGH, PAIN)]),
    "Q above the level chosen": ("pain 343443443433332\ngoal:pain 2", [(5, GOAL, PAIN), (8, MOST_DAYS, PAIN)]),
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


def only(picture: str, key: str) -> list[int]:
    """The numbers of the days on which this rule is raised."""
    told = diary(picture)
    return [flag.raised.toordinal() - told.first + 1 for flag in evaluate(told) if flag.rule == key]


def test_treatment_day_taken_away_brings_fatigue_up_sooner() -> None:
    """Without the treatment, the same fatigue is raised on the first day that it lasts."""
    bare = TIRED_AFTER_TREATMENT.replace("c", ".")
    assert (only(bare, SEVERE), only(TIRED_AFTER_TREATMENT, SEVERE)) == ([19], [20])
    assert only(bare, WORSE)
    assert only(TIRED_AFTER_TREATMENT, WORSE) == []


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
    assert only(picture, WORSE)
    assert only(picture + f"\nevent {'.' * 14}c", WORSE) == []


def test_bad_day_3_is_no_news_and_bad_day_12_is() -> None:
    """The same four bad days, right after a treatment and eleven days after it."""
    calm = "1121121112112111111"
    event = f"\nevent {'.' * 18}c"
    assert only(f"nausea {calm}155551111112111{event}", WORSE) == []
    assert only(f"nausea {calm}111121121115555{event}", WORSE) == [34]


def test_weekly_treatment_does_not_hide_a_rise() -> None:
    """Where each week has a treatment, its days are the usual ones, and a rise above them is told."""
    weekly = f"\nevent {('c' + '.' * 6) * 6}"
    assert only(f"nausea {'2232232' * 4}{'6656656' * 2}{weekly}", WORSE)


def test_what_comes_again_and_again_is_no_news() -> None:
    """The third bad stretch in the same rhythm is not told, with nothing recorded; a rise out of it is."""
    cycle = "146532211211212121121"
    assert all(number < 28 + 42 for number in only(f"nausea {'1121121' * 4}{cycle * 5}", WORSE))
    later = only(f"nausea {'1121121' * 4}{cycle * 4}14653221121121{'6676676' * 2}", WORSE)
    assert [number for number in later if number > 28 + 84 + 14]


def test_noisy_usual_needs_a_larger_rise() -> None:
    """The same rise is told after even days, and not after days that jump about."""
    assert only(f"pain {'33233433323343' * 5}5556555", WORSE)
    assert only(f"pain {'06126053606160' * 5}5556555", WORSE) == []


def test_same_at_6_and_at_1() -> None:
    """A rise of 3 is told on the same day whether the usual is 6 or 1."""
    course = "0010100110010100101" + "3343433"
    pictures = ["pain " + " ".join(str(int(score) + usual) for score in course) for usual in (1, 6)]
    assert only(pictures[0], WORSE) == only(pictures[1], WORSE) != []


@pytest.mark.parametrize("score", range(11))
def test_same_number_for_ever_is_no_change(score: int) -> None:
    """Days that never differ, or by one point once in a while, are never a change."""
    assert only("pain " + f"{score} " * 120, WORSE) == only("pain " + f"{score} " * 120, "better") == []
    nearly = "pain " + (f"{score} " * 19 + f"{min(10, score + 1)} ") * 6
    assert [only(nearly, key) for key in (WORSE, SLOW, "better")] == [[], [], []]


@pytest.mark.parametrize("high", ["8", "9"])
def test_one_bad_day_is_no_change(high: str) -> None:
    """One spike among ordinary days is not told as a change."""
    assert only(f"pain {'23322332' * 4}{high}{'23322332' * 2}", WORSE) == []


def test_first_answers_after_a_gap_are_no_change() -> None:
    """The first high answers after days of silence say nothing yet; the fourth does."""
    calm = "23322332" * 3
    assert only(f"pain {calm}......777", WORSE) == []
    assert only(f"pain {calm}......7777", WORSE) == [34]


def test_usual_needs_six_answers() -> None:
    """Five answers before are too few to call usual, six are enough."""
    assert only("pain 222......6666", WORSE) == only("pain 22222......6666", WORSE) == []
    assert only("pain 2222222......6666666", WORSE)


def test_what_lasts_becomes_the_usual() -> None:
    """A rise that stays is one flag that closes after some weeks; falling back is then told as better."""
    told = diary("pain " + "2233223" * 6 + "6656656" * 12 + "2233223" * 3)
    worse, better = ([flag for flag in evaluate(told) if flag.rule == key] for key in (WORSE, "better"))
    assert [flag.raised.toordinal() - told.first + 1 for flag in worse] == [45]
    assert worse[0].closed is not None
    assert 14 <= (worse[0].last - worse[0].raised).days <= 35
    assert [flag.raised.toordinal() - told.first + 1 > 42 + 84 for flag in better] == [True]


def test_weekend_voice_neither_blinds_nor_triggers() -> None:
    """A daughter who writes higher numbers at weekends changes nothing, and hides nothing."""
    mine = "32332..23233..32323..23323..55655..56555.."
    hers = ".....66" * 6
    alone = only(f"pain {mine}", WORSE)
    told = [flag for flag in evaluate(diary(f"pain {mine}\npain@caregiver:Ana {hers}")) if flag.rule == WORSE]
    assert [flag.voice for flag in told] == ["patient"]
    assert [flag.raised.toordinal() - diary(f"pain {mine}").first + 1 for flag in told] == alone != []


def test_level_chosen_later_is_used_from_its_day() -> None:
    """A level chosen on day 6 is compared from day 6 on; nothing earlier is raised."""
    assert only("pain 4444444\ngoal:pain .....3.", GOAL) == [6]


def test_level_taken_back_ends_it() -> None:
    """With the level taken back, or put above the pain, nothing new is raised."""
    assert only("pain 4444444\ngoal:pain 3 . . none", GOAL) == []
    assert only("pain 4444444\ngoal:pain 3 . . 4", GOAL) == []


def test_level_belongs_to_its_item_and_to_the_person() -> None:
    """A level for nausea says nothing of pain, and nobody else's view is measured by the person's level."""
    assert only("pain 4444444\ngoal:nausea 3", GOAL) == []
    assert only("pain@caregiver:Ana 4444444\ngoal:pain 3", GOAL) == []


def test_severe_days_looks_back_four_days() -> None:
    """Two high days three days apart belong together, four days apart they do not."""
    assert only("pain 7..7", SEVERE) == only("pain 73x7", SEVERE) == [4]
    assert only("pain 7...7", SEVERE) == only("pain 7337", SEVERE) == []


@pytest.mark.parametrize(("item", "urgency"), {"pain": "phone", "nausea": "phone", "appetite": "visit"}.items())
def test_severe_days_urgency_is_the_items(item: str, urgency: str) -> None:
    """Pain and nausea are for the phone, appetite for the next visit."""
    assert [flag.urgency for flag in evaluate(diary(f"{item} 3378"))] == [urgency]


def test_nausea_and_appetite_on_different_days_are_not_together() -> None:
    """Only days on which both are high count, and there must be two of them."""
    assert only("nausea 40404\nappetite 06060", TOGETHER) == []
    assert only("nausea 4000\nappetite 7666", TOGETHER) == []
    found = {flag.rule: flag for flag in evaluate(diary("nausea 404\nappetite 717"))}
    assert found[TOGETHER].urgency == "phone"
