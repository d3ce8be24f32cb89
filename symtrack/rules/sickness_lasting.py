"""`sickness-lasting`: nausea that goes on when it is expected to be over."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.cycle import cycle_days
from symtrack.analysis.runs import shifted, trailing
from symtrack.analysis.usual import usual_of
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Diary, Ints, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

OVER = 6
"""The first day of the cycle on which nausea is expected to be over."""
FIRST, LAST = 7, 9
NEEDED, WEEK = 2, 7
RISE, SURE = 2.0, 2.0
"""Points, and how many times the chance difference of two such averages it must be."""


def check(diary: Diary) -> Iterator[Finding]:
    cycles = diary.of_kind("cycle")
    for series in diary.series.values():
        if series.item == "nausea":
            yield _finding(series, cycle_days(cycles, series.days))


def _finding(series: Series, cycle: Ints) -> Finding:
    answered, high = series.answered, series.scores >= MODERATE
    since = np.where(cycle >= OVER, np.arange(len(cycle)) - cycle + OVER, 0)
    total = np.concatenate([[0], np.cumsum(high)])
    lasting = total[1:] - total[since]
    treated = np.where(cycle > 0, np.arange(len(cycle)) - cycle + 1, 0)
    before = shifted(trailing(high, WEEK), 1)[treated]
    met = answered & (cycle >= FIRST) & (cycle <= LAST) & (lasting >= NEEDED) & (before < NEEDED)
    for day in np.flatnonzero(met).tolist():
        met[day] = _above(series, int(since[day]), day, int(treated[day]))

    def evidence(day: int) -> Evidence:
        days = int(since[day]) + np.flatnonzero(answered[since[day] : day + 1])
        return Evidence(
            numbers={
                "high": int(lasting[day]),
                "days": len(days),
                "at_least": MODERATE,
                "from_day": OVER,
                "to_day": int(cycle[day]),
            },
            spans={"when": (int(days[0]), day)},
        )

    return of_series(series, met=met, level=np.nan_to_num(series.scores), evidence=evidence)


def _above(series: Series, since: int, day: int, treated: int) -> bool:
    """Whether the average since then is clearly above that of the week before the treatment."""
    now, before = series.scores[since : day + 1], series.scores[max(0, treated - WEEK) : treated]
    counts = [int(np.count_nonzero(~np.isnan(part))) for part in (now, before)]
    if not all(counts):
        return False
    chance = usual_of(series).by_chance(treated - 1, *counts)
    return bool(np.nanmean(now) - np.nanmean(before) >= max(RISE, SURE * chance) - 1e-9)


RULE = Rule(
    key="sickness-lasting",
    kind="cycle",
    urgency={"nausea": "visit"},
    shown="announced",
    criterion=N_(
        "On days 7 to 9 of a treatment cycle: nausea of 4 or more on at least 2 days since day 6, and on fewer than 2 "
        "days of the week before the treatment. The average since day 6 is at least 2 points above that of the week "
        "before, more where the person’s days differ much."
    ),
    short=N_("4 or more on days 6 to 9, twice"),
    text=N_(
        "{item} was {at_least} or more on {high} of {days} days answered, days {from_day} to {to_day} after treatment "
        "({when})."
    ),
    question=N_("Could the plan for nausea be changed next time?"),
    source=N_(
        "Nausea after treatment is expected on days 2 to 5: Grunberg and others, Cancer 2004;100:2261–8, "
        "doi 10.1002/cncr.20230. Days 7 to 9, and 2 days of 4 or more, are our own judgement."
    ),
    check=check,
)
