"""What holds for every rule, whatever its pattern is."""

import re
import string
from datetime import date

import pytest

from symtrack import i18n
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import load
from symtrack.diary.rows import Event
from symtrack.rules import NO_ITEM, Rule, evaluate, every_rule
from tests.diaries import day, diary

RAISES = {
    "above-goal": "pain 3444.44\ngoal:pain 3",
    "better": "pain 7676676767676767667632323322",
    "bowels": "bowels 1 0 0 0",
    "doses-help-less": "eased:Morphine " + "4 5 4 4 . 5 4 " * 4 + "1 2 1 . 1 1 2 1 1 1 1 1 1 1",
    "fatigue-lasting": f"fatigue {'3' * 14}3567777776666\nevent {'.' * 14}c",
    "gap-after-high": "pain 3 7 8 . . .",
    "harder-cycle": f"nausea 0000001{'234321100000000000000'}4567654323\nevent {'.' * 7}c{'.' * 20}c",
    "more-doses": "dose:Morphine " + "1 " * 28 + "3 2 3 2 2 3 3",
    "most-days-moderate": "fatigue 344.445",
    "nausea-not-eating": "nausea 1 4 10\nappetite 2 7 8",
    "nights": "night:pain 5 . 4 . 6",
    "pain-spells": "spells 4 1 5",
    "poor-appetite": "appetite 4545.445544.4",
    "several-worse": "pain 333233332333233335666\nnausea 112111211121112114555\nfatigue 333233323332333335666",
    "severe-days": "pain 2 3 7 . 9",
    "sick-before-treatment": f"nausea 0110101{'234321000010100001005' * 2}2\nevent {'.' * 7}c{'.' * 20}c{'.' * 20}c",
    "sickness-lasting": f"nausea 001000100100103566554\nevent {'.' * 14}c",
    "slow-climb": "pain 22222223223233343444355455556656666",
    "swings": "pain 3 2 7 2 8",
    "team-list": "tick . shivering",
    "very-high-today": "pain 2 3 9",
    "voice-changed": "pain 3 3 3 3 . . .\npain@caregiver:Ana . . . . 5 5 5",
    "voices-apart": "pain 3 3 3\npain@caregiver:Ana 5 . 6",
    "weight-loss": "weight 80 . . 79 . 75.5",
    "worse-than-usual": "pain 33323333233.2367.677",
}
SPLIT = {
    "above-goal": "pain 444...4\npain@caregiver:Ana ...444.\ngoal:pain 3",
    "better": "pain 76766767676767676676\npain@caregiver:Ana ....................32323322",
    "bowels": "bowels 1 0 0 .\nbowels@caregiver:Ana . . . 0",
    "doses-help-less": "eased:Morphine "
    + "4 5 4 4 . 5 4 " * 4
    + "\neased:Morphine@caregiver:Ana "
    + ". " * 28
    + "1 2 1 1 1 1",
    "fatigue-lasting": f"fatigue {'3' * 14}\nfatigue@caregiver:Ana {'.' * 14}3567777776666\nevent {'.' * 14}c",
    "gap-after-high": "pain 3 7 . . . .\npain@caregiver:Ana . . 8 . . .",
    "harder-cycle": "nausea 0000001234321100000000000000\n"
    f"nausea@caregiver:Ana {'.' * 28}4567654323\nevent {'.' * 7}c{'.' * 20}c",
    "more-doses": "dose:Morphine " + "1 " * 28 + "\ndose:Morphine@caregiver:Ana " + ". " * 28 + "3 2 3 2 2 3 3",
    "most-days-moderate": "fatigue 344....\nfatigue@caregiver:Ana ....445",
    "nausea-not-eating": "nausea 1 4 10\nappetite@caregiver:Ana 2 7 8",
    "nights": "night:pain 5 . 4 . .\nnight:pain@caregiver:Ana . . . . 6",
    "pain-spells": "spells 4 1 .\nspells@caregiver:Ana . . 5",
    "poor-appetite": "appetite 4545.44\nappetite@caregiver:Ana .......5544.4",
    "several-worse": "pain 333233332333233335666\nnausea 112111211121112114555\n"
    "fatigue@caregiver:Ana 333233323332333335666",
    "severe-days": "pain 2 7 3 .\npain@caregiver:Ana . . . 9",
    "sick-before-treatment": "nausea 0110101234321000010100001005\n"
    f"nausea@caregiver:Ana {'.' * 28}2343210000101000010052\n"
    f"event {'.' * 7}c{'.' * 20}c{'.' * 20}c",
    "sickness-lasting": f"nausea 0010001001001035665\nnausea@caregiver:Ana ...................54\nevent {'.' * 14}c",
    "slow-climb": "pain 222222232232333434\npain@caregiver:Ana ..................44355455556656666",
    "swings": "pain 3 2 7 2 .\npain@caregiver:Ana . . . . 8",
    "team-list": "pain 9 9 9 9",
    "very-high-today": "pain 4 4 4\npain@caregiver:Ana 5 5 5",
    "voice-changed": "pain 3 3 3 3 3 3 3\npain@caregiver:Ana . . . . 5 5 5",
    "voices-apart": "pain 3 3 .\npain@caregiver:Ana . . 6",
    "weight-loss": "weight 80 . . 79 . .\nweight@caregiver:Ana . . . . . 75.5",
    "worse-than-usual": "pain 33323333233\npain@caregiver:Ana ...........2367.677",
}
ABOUT_VOICES = "voice-changed"
"""Rests on who writes at all, whatever the item."""
every = pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.key)


def _of_days(rule: Rule) -> bool:
    """Whether the rule rests on the days of the four daily items."""
    return (
        RAISES.get(rule.key, "no diary").split()[0] in {item.key for item in load().daily} and rule.key != ABOUT_VOICES
    )


def flagged(picture: str, key: str) -> list[Flag]:
    return [flag for flag in evaluate(diary(picture)) if flag.rule == key]


@pytest.mark.parametrize(("before", "now", "points"), [("73", "69.35", 0), ("67.8", "64.41", 0), ("73", "69.3", 1)])
def test_a_weight_exactly_5_percent_lower_is_no_point(before: str, now: str, points: int) -> None:
    """More than 5 % is more, however a computer writes what is 5 % exactly."""
    assert len(flagged(f"weight {before} . {now}", "weight-loss")) == points


def test_nausea_exactly_2_points_higher_is_a_point() -> None:
    """At least 2 points are 2 points too, though 13 thirds less 7 thirds are a little less in floating point."""
    (flag,) = flagged(f"nausea {'2' * 21}112334.4444444522\nevent {'.' * 28}c", "sickness-lasting")
    assert flag.evidence["high"] == 3


def test_these_rules_are_found() -> None:
    """A rule that goes missing from a build is missed here."""
    keys = [rule.key for rule in every_rule()]
    assert keys == list(RAISES), "A new rule needs a diary in RAISES, at its module's place."
    assert keys == list(SPLIT), "A new rule needs a diary in SPLIT, at its module's place."


@every
def test_rule_says_what_it_rests_on(rule: Rule) -> None:
    """Each rule names its criterion and its source, and says what is nothing but judgement."""
    assert rule.criterion.endswith(".")
    assert re.search(r"doi 10\.\d{4}|page |The team’s own list", rule.source), "The source names a paper: “doi 10.…”."
    assert "our own judgement" in rule.source, "The source says which part of the criterion is “our own judgement”."


@every
def test_rule_looks_at_items_that_are_asked(rule: Rule) -> None:
    """Every item that a rule looks at is one of the daily four, or it looks at none."""
    assert set(rule.urgency) <= {item.key for item in load().daily} or set(rule.urgency) == {NO_ITEM}


@every
def test_only_a_tick_brings_up_now(rule: Rule) -> None:
    """“Ring now” comes from the team's own list and from no number; notes ask for nothing."""
    assert ("now" in rule.urgency.values()) == (rule.key == "team-list")
    assert (set(rule.urgency.values()) == {"none"}) == (rule.kind == "note") == (rule.shown == "note")


@every
def test_words_are_plain(rule: Rule) -> None:
    """No rule speaks of alarms, failure or what is normal, and none says “you”."""
    words = f"{rule.criterion} {rule.text} {rule.question} {rule.source}".lower()
    assert not re.search(
        r"\b(abnormal|normal|alert|alarm|warning|failed|failure|compliance|user|you|your|risk|decline|poor|"
        r"because|due to|caused?|should take|must take|diagnos\w*|infection|toxic\w*|overdos\w*|"
        r"breakthrough|deteriorat\w*|crept|uncontrolled|stop taking|start taking)\b",
        words.replace("poor-appetite", ""),
    )
    assert "'" not in words


@every
@pytest.mark.parametrize("scores", ["", "0" * 40, "x" * 40, "." * 40], ids=["empty", "zero", "declined", "unanswered"])
def test_silent_where_there_is_nothing(rule: Rule, scores: str) -> None:
    """Nothing is pointed out in an empty diary, in one of zeros, and in one of days without a number."""
    rows = [f"{item.key} {scores}" for item in load().daily]
    assert evaluate(diary("\n".join([*rows, "goal:pain 0"])), rules=[rule]) == ()


@every
def test_raised_where_the_pattern_is(rule: Rule) -> None:
    """Each rule's own picture raises one flag with the rule's kind, urgency and place."""
    (flag,) = flagged(RAISES[rule.key], rule.key)
    urgency = rule.urgency[flag.items[0] if flag.items else NO_ITEM]
    assert (flag.kind, flag.shown, flag.urgency) == (rule.kind, rule.shown, urgency)
    assert flag.first <= flag.raised <= flag.last


@pytest.mark.parametrize("rule", [rule for rule in every_rule() if rule.key != ABOUT_VOICES], ids=lambda rule: rule.key)
@pytest.mark.parametrize("other", ["breathlessness 9 9 9 9 9 9", "own.itch 8 8 8 8 8", "poor_sleep 9 9 9 9 9 9"])
def test_unmoved_by_another_item(rule: Rule, other: str) -> None:
    """Another item, however high, leaves the flag as it was."""
    (flag,) = flagged(RAISES[rule.key], rule.key)
    assert [found for found in flagged(f"{RAISES[rule.key]}\n{other}", rule.key) if found.items == flag.items] == [flag]


@every
def test_every_number_in_the_sentence_is_evidence(rule: Rule) -> None:
    """The numbers that a person reads, but for the dates, are those of the evidence, and all of them."""
    (flag,) = flagged(RAISES[rule.key], rule.key)
    read = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", re.sub(r"\([^)]*\)", "", flag.text))]
    assert sorted(read) == sorted(map(float, flag.evidence.values())), (
        "A number is written into the sentence as a field, {at_least} and not 4, and is one of the evidence."
    )


@every
def test_sentence_names_its_days(rule: Rule) -> None:
    """The sentence names the days that it speaks of."""
    (flag,) = flagged(RAISES[rule.key], rule.key)
    assert f"({i18n.days(*flag.when)})" in flag.text
    assert flag.when[1] <= flag.last


@every
def test_every_field_is_filled(rule: Rule) -> None:
    """The fields of the text and the question are those that the flag fills, so no brace is left to read."""
    (flag,) = flagged(RAISES[rule.key], rule.key)
    fields = {field for _text, field, _spec, _conversion in string.Formatter().parse(rule.text) if field}
    assert set(flag.evidence) <= fields
    assert not re.search(r"[{}]", flag.text + flag.question)


@every
def test_ordinary_numbers_in_the_evidence(rule: Rule) -> None:
    """The evidence is whole numbers and numbers with one decimal, which any file format can hold."""
    (flag,) = flagged(RAISES[rule.key], rule.key)
    assert all(type(number) in {int, float} and round(number, 1) == number for number in flag.evidence.values())


@every
def test_voices_are_never_mixed(rule: Rule) -> None:
    """A pattern whose days are split between two voices is nobody's pattern."""
    assert flagged(SPLIT[rule.key], rule.key) == []


OF_ONE_VOICE = sorted(set(RAISES) - {"above-goal", "voice-changed", "voices-apart"})


@pytest.mark.parametrize("key", OF_ONE_VOICE)
def test_another_voice_is_named(key: str) -> None:
    """What a caregiver saw is raised as theirs, with their name first and the same sentence after it."""
    (mine,) = flagged(RAISES[key], key)
    (theirs,) = flagged(re.sub(r"(?m)^((?!event)\S+) ", r"\1@caregiver:Ana ", RAISES[key]), key)
    assert theirs.voice == "caregiver:Ana"
    assert theirs.text == f"Ana’s own view: {mine.text}"
    assert (theirs.raised, theirs.evidence) == (mine.raised, mine.evidence)


@pytest.mark.parametrize("rule", [rule for rule in every_rule() if _of_days(rule)], ids=lambda rule: rule.key)
def test_answer_given_later_is_said(rule: Rule) -> None:
    """A flag says that some day it rests on was written two days late; one day late is nothing to say."""
    item = RAISES[rule.key].split()[0]
    length = diary(RAISES[rule.key]).until - diary(RAISES[rule.key]).first + 1
    assert [flag.late for flag in flagged(RAISES[rule.key], rule.key)] == [False]
    for days_late, said in ((1, False), (2, True)):
        delays = " ".join([str(days_late)] * length)
        assert [flag.late for flag in flagged(f"{RAISES[rule.key]}\nlate:{item} {delays}", rule.key)] == [said]


def test_late_answer_before_the_evidence_is_not_said() -> None:
    """An answer that was late, but that the flag does not rest on, is not mentioned."""
    (flag,) = evaluate(diary("pain 3333377\nlate:pain 9900000"))
    assert not flag.late


def test_late_usual_is_said() -> None:
    """The days from which the usual was learnt are evidence too."""
    (flag,) = flagged("pain 33333333333666666\nlate:pain 0003", "worse-than-usual")
    assert flag.late


def test_flags_come_in_order() -> None:
    """Flags are ordered by the day raised, then rule, items and voice."""
    picture = "nausea 1 7 8 7\nappetite 1 7 8 7\npain 7 7 7 7\npain@caregiver:Ana 7 7 7 7"
    order = [(flag.raised, flag.rule, flag.items, flag.voice) for flag in evaluate(diary(picture))]
    assert order == sorted(order)
    assert len(order) == 5


def test_only_the_rules_asked_for() -> None:
    """With `rules`, those alone are looked at."""
    one = next(rule for rule in every_rule() if rule.key == "severe-days")
    picture = "nausea 1 7 8 7\nappetite 1 7 8 7"
    assert {flag.rule for flag in evaluate(diary(picture), rules=[one])} == {"severe-days"}
    assert evaluate(diary(picture), rules=[]) == ()


def test_sentence_speaks_of_the_last_day_so_far() -> None:
    """As the pattern goes on, the day raised stays and the sentence is about now."""
    (then,) = evaluate(diary("pain 3378"))
    (now,) = evaluate(diary("pain 33787"))
    assert (then.raised, then.first) == (now.raised, now.first) == (day(4), day(2))
    assert then.text == "Pain was 7 or more on 2 of the last 3 days answered (3–5 Mar)."
    assert now.text == "Pain was 7 or more on 3 of the last 3 days answered (4–6 Mar)."
    assert now.question == "What can we try when my pain is this high?"


def test_sentence_counts_the_days_that_it_names() -> None:
    """With a gap, only days that were answered are counted."""
    (flag,) = evaluate(diary("pain 3 7 . 8"))
    assert flag.text == "Pain was 7 or more on 2 of the last 3 days answered (2–5 Mar)."


def test_rise_is_told_with_both_averages() -> None:
    """Both averages are told with their days, so that anybody can check them."""
    (flag,) = flagged(RAISES["worse-than-usual"], "worse-than-usual")
    assert flag.text == (
        "Pain went up: 6.6 on average on 5 days answered (16–21 Mar), 2.8 on 13 days answered before that (2–15 Mar)."
    )


def test_a_point_never_reads_as_less() -> None:
    """A rise that counts shows at least a point between the averages as they are printed."""
    (flag,) = flagged("pain 33233332333233233555455", "worse-than-usual")
    assert flag.evidence["after"] - flag.evidence["before"] >= 1


@pytest.mark.parametrize("code", ["en_US", "en_GB"])
def test_sentence_follows_the_language(code: str) -> None:
    """Dates stand as the chosen language writes them."""
    with i18n.speaking(code):
        (flag,) = flagged(RAISES["severe-days"], "severe-days")
        assert i18n.days(flag.first, flag.last) in flag.text


def test_diary_cut_before_it_begins() -> None:
    """A diary cut off before its first day has nothing to point out."""
    assert evaluate(diary(RAISES["severe-days"]).upto(date(2020, 1, 1))) == ()


def test_diary_begins_long_before_its_ratings() -> None:
    """A treatment years earlier moves no flag."""
    earlier = Event(kind="treatment", day=date(2020, 1, 1), text="FOLFOX", body={"type": "chemotherapy"})
    for picture in RAISES.values():
        assert evaluate(diary(picture, events=[earlier])) == evaluate(diary(picture))
