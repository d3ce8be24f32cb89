"""What a rule raised stays raised: no later day can change it; and the criteria, read slowly, day by day."""

from datetime import date

import numpy as np
from hypothesis import given, strategies as st

from symtrack.diary.record import Diary, Series
from symtrack.diary.rows import Event
from symtrack.rules import evaluate, every_rule

FIRST = date(2026, 1, 5).toordinal()
ITEMS = ("pain", "nausea", "appetite", "fatigue")
VOICES = ("patient", "caregiver:Ana")
HAPPENINGS: list[tuple[str, dict[str, object], int]] = [
    ("episode", {"item": "pain"}, 12),
    ("measurement", {"what": "bowels"}, 8),
    ("measurement", {"what": "weight"}, 4),
    ("dose", {"medicine": "Morphine", "when": "needed", "before": 7, "after": 4}, 12),
    ("teamlist", {"ticked": ["shivering"]}, 2),
    ("treatment", {"type": "other"}, 1),
]


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    """Up to three months of changing levels, hard weeks as likely as easy ones, with gaps, cycles and levels chosen."""
    length = draw(st.integers(1, 90))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    series = {}
    for voice in VOICES[: draw(st.integers(1, 2))]:
        for item in draw(st.sets(st.sampled_from(ITEMS), min_size=1)):
            level = np.repeat(chance.integers(0, 10, length // 9 + 1), 9)[:length]
            scores = np.clip(level + chance.integers(-2, 3, length), 0, 10).astype(np.float64)
            silent = chance.random(length) < chance.uniform(0.0, 0.6)
            scores[silent] = np.nan
            asked = silent & (chance.random(length) < 0.3)
            series[voice, item] = Series(item, voice, FIRST, scores, asked, chance.integers(0, 4, length))
    events = [
        Event(kind="cycle", day=date.fromordinal(FIRST + k), body={"status": status})
        for k, status in draw(
            st.dictionaries(st.integers(0, 89), st.sampled_from(["given", "skipped"]), max_size=4)
        ).items()
    ] + [
        Event(kind="goal", day=date.fromordinal(FIRST + k), body={"item": item, "value": value})
        for k, item, value in draw(
            st.lists(st.tuples(st.integers(0, 89), st.sampled_from(ITEMS), st.none() | st.integers(0, 8)), max_size=5)
        )
    ]
    for kind, body, most in HAPPENINGS:
        for k in draw(st.lists(st.integers(0, length - 1), max_size=most)):
            amount = body | ({"value": int(chance.integers(0, 2))} if kind == "measurement" else {})
            events.append(
                Event(kind=kind, day=date.fromordinal(FIRST + k), voice=draw(st.sampled_from(VOICES)), body=amount)
            )
    return Diary(FIRST, FIRST + length - 1, series, tuple(sorted(events, key=lambda event: event.day)))


def told(diary: Diary) -> dict[tuple[object, ...], date]:
    """The day raised of each flag, by what must not change."""
    flags = evaluate(diary)
    return {(flag.rule, flag.items, flag.voice, flag.raised, flag.first): flag.raised for flag in flags}


@given(diary=diaries(), cut=st.integers(0, 89))
def test_cutting_the_diary_off_changes_nothing_earlier(diary: Diary, cut: int) -> None:
    """Every flag that any rule raised by a day is raised in the diary that ends on that day, and no other."""
    day = date.fromordinal(FIRST + cut)
    by_then = {flag: raised for flag, raised in told(diary).items() if raised <= day}
    assert told(diary.upto(day)) == by_then


@given(diary=diaries())
def test_criteria_read_slowly(diary: Diary) -> None:
    """The days that a rule finds are those of its criterion, read word by word for each day."""
    found = {
        (rule.key, finding.voice, finding.items[0], int(day))
        for rule in every_rule()
        if rule.key in SLOWLY
        for finding in rule.check(diary)
        for day in np.flatnonzero(finding.met)
    }
    days = diary.until - diary.first + 1
    assert found == {
        (key, voice, item, day)
        for voice in VOICES
        for slow in [Slow(diary, voice)]
        for key, met in SLOWLY.items()
        for item in ITEMS
        for day in range(days)
        if met(slow, item, day)
    }


class Slow:
    """A diary looked at one day at a time, with nothing but dictionaries and lists."""

    def __init__(self, diary: Diary, voice: str) -> None:
        self.diary, self.voice = diary, voice
        self.scores = {
            item: {k: score for k, score in enumerate(series.scores.tolist()) if score == score}  # noqa: PLR0124
            for (whose, item), series in diary.series.items()
            if whose == voice
        }

    def window(self, item: str, first: int, last: int) -> list[float]:
        mine = self.scores.get(item, {})
        return [mine[k] for k in range(first, last + 1) if k in mine]

    def cycle_day(self, day: int) -> int | None:
        given = [
            event.day.toordinal() - FIRST for event in self.diary.of_kind("cycle") if event.body["status"] == "given"
        ]
        before = [start for start in given if start <= day]
        return day - max(before) + 1 if before and day - max(before) + 1 <= 42 else None

    def goal(self, item: str, day: int) -> object:
        levels = [
            goal.body["value"]
            for goal in self.diary.of_kind("goal")
            if goal.body["item"] == item and goal.day.toordinal() - FIRST <= day
        ]
        return levels[-1] if levels else None


def severe_days(slow: Slow, item: str, day: int) -> bool:
    today, last = slow.window(item, day, day), slow.window(item, day - 3, day)[-3:]
    expected = item == "fatigue" and (slow.cycle_day(day) or 99) <= 5
    return bool(today) and today[0] >= 7 and sum(score >= 7 for score in last) >= 2 and not expected


def very_high_today(slow: Slow, item: str, day: int) -> bool:
    return item in {"pain", "nausea"} and any(score >= 9 for score in slow.window(item, day, day))


def most_days_moderate(slow: Slow, item: str, day: int) -> bool:
    return bool(slow.window(item, day, day)) and sum(s >= 4 for s in slow.window(item, day - 6, day)) >= 5


def poor_appetite(slow: Slow, item: str, day: int) -> bool:
    last = slow.window(item, day - 13, day)
    return item == "appetite" and bool(slow.window(item, day, day)) and sum(score >= 4 for score in last) >= 10


def swings(slow: Slow, item: str, day: int) -> bool:
    week = slow.window(item, day - 6, day)
    if item != "pain" or len(week) < 5 or not slow.window(item, day, day) or week[-1] < 7:
        return False
    return any(a >= 7 and b <= 3 for k, a in enumerate(week) for b in week[k + 1 :])


def above_goal(slow: Slow, item: str, day: int) -> bool:
    goal, week = slow.goal(item, day), slow.window(item, day - 6, day)
    if slow.voice != "patient" or not isinstance(goal, int) or not slow.window(item, day, day):
        return False
    return sum(score > goal for score in week) >= 5


def nausea_not_eating(slow: Slow, item: str, day: int) -> bool:
    def both(k: int) -> bool:
        nausea, appetite = slow.window("nausea", k, k), slow.window("appetite", k, k)
        return bool(nausea) and bool(appetite) and nausea[0] >= 4 and appetite[0] >= 7

    return item == "nausea" and both(day) and sum(both(k) for k in range(day - 2, day + 1)) >= 2


SLOWLY = {
    "severe-days": severe_days,
    "very-high-today": very_high_today,
    "most-days-moderate": most_days_moderate,
    "poor-appetite": poor_appetite,
    "swings": swings,
    "above-goal": above_goal,
    "nausea-not-eating": nausea_not_eating,
}
