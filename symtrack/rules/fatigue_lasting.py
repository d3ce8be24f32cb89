"""`fatigue-lasting`: two weeks after treatment still more tired than before it."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.cycle import cycle_days
from symtrack.analysis.usual import usual_of
from symtrack.analysis.window import medians
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Bools, Diary, Ints, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

SINCE, FIRST, LAST = 11, 13, 16
"""The median begins on day 11 of the cycle, and is looked at on days 13 to 16."""
BEFORE, NEEDED = 5, 3
RISE, SURE = 2.0, 2.0
"""Points, and how many times the chance difference of two such averages it must be."""


def check(diary: Diary) -> Iterator[Finding]:
    cycles = diary.of_kind("cycle")
    for series in diary.series.values():
        if series.item == "fatigue" and cycles:
            yield _finding(series, cycle_days(cycles, series.days))


def _finding(series: Series, cycle: Ints) -> Finding:
    met, now, usual = np.zeros(len(cycle), np.bool_), np.zeros(len(cycle)), np.zeros(len(cycle))
    own, answered = usual_of(series), series.answered
    for cycle_day in range(FIRST, LAST + 1):
        after, many = medians(series.scores, cycle_day - SINCE + 1)
        before, known = medians(series.scores, BEFORE, cycle_day)
        days = answered & (cycle == cycle_day) & (many >= NEEDED) & (known >= NEEDED)
        now[days], usual[days] = after[days], before[days]
    for day in np.flatnonzero((now >= MODERATE) & (now - usual >= RISE)).tolist():
        since, until = _parts(answered, day, int(cycle[day]))
        met[day] = now[day] - usual[day] >= SURE * own.by_chance(int(until[-1]), len(since), len(until))

    def evidence(day: int) -> Evidence:
        after, before = _parts(answered, day, int(cycle[day]))
        return Evidence(
            numbers={
                "after": float(now[day]),
                "from_day": SINCE,
                "to_day": int(cycle[day]),
                "before": float(usual[day]),
                "days_before": len(before),
            },
            spans={"when": (int(after[0]), day), "when_before": (int(before[0]), int(before[-1]))},
        )

    return of_series(series, met=met, level=now, evidence=evidence)


def _parts(answered: Bools, day: int, cycle_day: int) -> tuple[Ints, Ints]:
    """The answered days since day 11 of the cycle, and those of the five days before the treatment."""
    treated = day - cycle_day + 1
    after = treated + SINCE - 1 + np.flatnonzero(answered[max(0, treated + SINCE - 1) : day + 1])
    start = max(0, treated - BEFORE)
    return after, start + np.flatnonzero(answered[start : max(0, treated)])


RULE = Rule(
    key="fatigue-lasting",
    kind="cycle",
    urgency={"fatigue": "visit"},
    shown="announced",
    criterion=N_(
        "On days 13 to 16 of a treatment cycle: the median of fatigue since day 11 is 4 or more, and at least 2 points "
        "above the median of the 5 days before the treatment, more where the person’s days differ much. Each needs 3 "
        "answers."
    ),
    short=N_("2 points up on days 11 to 16"),
    text=N_(
        "{item} was still {after} on days {from_day} to {to_day} after treatment ({when}); on {days_before} days "
        "answered before it, it was {before} ({when_before}). Both are medians."
    ),
    question=N_("Should my blood or anything else be looked at?"),
    source=N_(
        "Fatigue was back near where it began by days 10 to 12 after an infusion in 77 women who rated it every "
        "evening (University of Southern California’s page on fatigue patterns in breast cancer). Days 13 to 16 and "
        "2 points are our own judgement."
    ),
    numbers={
        "after": N_("the middle of the last days: {n}"),
        "before": N_("the middle of the days before: {n}"),
    },
    check=check,
)
