"""`above-goal`: on most days of a week above the level that the person chose."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary, Floats, Series
from symtrack.diary.rows import PATIENT, Event
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

WEEK, NEEDED = 7, 5
URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    """Over the person’s own ratings only: the level is theirs, whoever wrote it down, and no other view's measure."""
    goals = diary.of_kind("goal")
    for item in URGENCY:
        series = diary.series.get((PATIENT, item))
        mine = [goal for goal in goals if goal.body.get("item") == item]
        if series is not None and mine:
            yield _finding(series, _levels(mine, series))


def _levels(goals: list[Event], series: Series) -> Floats:
    """The level chosen for each day, the latest by that day; NaN where there is none. Shape (days,)."""
    levels = np.full(len(series.scores), np.nan)
    for goal in goals:
        value = goal.body.get("value")
        start = max(0, goal.day.toordinal() - series.first)
        levels[start:] = value if isinstance(value, int) else np.nan
    return levels


def _finding(series: Series, levels: Floats) -> Finding:
    answered = series.answered
    above = np.zeros(len(levels))
    for level in np.unique(levels[~np.isnan(levels)]):
        above = np.where(levels == level, trailing(series.scores > level, WEEK), above)
    week = np.maximum(trailing(answered, WEEK), 1)
    met = answered & (above >= NEEDED)

    def evidence(day: int) -> Evidence:
        start = max(0, day - WEEK + 1)
        last = start + np.flatnonzero(answered[start : day + 1])
        return Evidence(
            numbers={"above": int(above[day]), "days": len(last), "goal": int(levels[day])},
            spans={"when": (int(last[0]), day)},
        )

    return of_series(
        series,
        met=met,
        level=trailing(np.where(answered, series.scores, 0.0), WEEK) / week,
        evidence=evidence,
    )


RULE = Rule(
    key="above-goal",
    kind="level",
    urgency=URGENCY,
    shown="standing",
    criterion=N_(
        "Above the level chosen on at least 5 of the last 7 days. The level is the latest one chosen by that day; "
        "the ratings are the person’s own."
    ),
    short=N_("above it on 5 of 7 days"),
    text=N_("{item} was above the level chosen, {goal}, on {above} of the last {days} days answered ({when})."),
    question=N_("Can we get my {phrase} closer to the level I chose?"),
    source=N_(
        "People with cancer were asked at what level they would feel comfortable: Hui and others, Cancer 2016, "
        "doi 10.1002/cncr.29970. 5 of 7 days is our own judgement."
    ),
    numbers={
        "above": N_("days above the level chosen: {n}"),
        "goal": N_("the level chosen: {n}"),
    },
    check=check,
)
