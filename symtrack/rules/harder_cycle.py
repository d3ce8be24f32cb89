"""`harder-cycle`: the first days of a cycle clearly worse than the same days of the one before."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

import numpy as np

from symtrack.analysis.cycle import NOT_GIVEN
from symtrack.analysis.runs import trailing
from symtrack.analysis.usual import usual_of
from symtrack.analysis.window import trailing_mean
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Diary, Series
from symtrack.diary.rows import Event
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

DAYS, NEEDED, LATEST = 10, 7, 12
"""Days 1 to 10 are compared, each time at least 7 answered, on day 10 or up to two days later."""
RISE, SURE = 1.5, 2.5
"""Points, and how many times the chance difference of two such averages it must be."""
URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    pairs = _pairs(diary)
    for series in diary.series.values():
        if series.item in URGENCY and pairs:
            yield _finding(series, pairs)


def _pairs(diary: Diary) -> list[tuple[int, int]]:
    """Where a cycle and the one before it begin, both of one treatment and at least 10 days apart."""
    given = [event for event in diary.of_kind("cycle") if event.body.get("status") not in NOT_GIVEN]
    new = [event.day for event in diary.of_kind("treatment")]
    return [
        (before.day.toordinal() - diary.first, now.day.toordinal() - diary.first)
        for before, now in pairwise(given)
        if _one_treatment(before, now, new) and (now.day - before.day).days >= DAYS
    ]


def _one_treatment(before: Event, now: Event, new: list[date]) -> bool:
    named = {str(event.body["treatment"]) for event in (before, now) if event.body.get("treatment")}
    return len(named) < 2 and not any(before.day < day <= now.day for day in new)  # noqa: PLR2004


def _finding(series: Series, pairs: list[tuple[int, int]]) -> Finding:
    there, own = series.answered, usual_of(series)
    mean, many = trailing_mean(series.scores, DAYS), trailing(there, DAYS)
    met, level = np.zeros(len(mean), np.bool_), np.zeros(len(mean))
    ends = np.array(pairs) + DAYS - 1
    ends = ends[ends[:, 1] < len(mean)]
    rise = mean[ends[:, 1]] - mean[ends[:, 0]]
    clear = (many[ends] >= NEEDED).all(axis=1) & (mean[ends[:, 1]] >= MODERATE) & (rise >= RISE - 1e-9)
    of_day = {}
    for last, this in ends[clear].tolist():
        now = this - DAYS + 1
        seen = this + np.flatnonzero(there[this : now + LATEST])
        if len(seen) and mean[this] - mean[last] >= SURE * own.by_chance(now, DAYS, DAYS) - 1e-9:
            met[seen[0]], level[seen[0]], of_day[int(seen[0])] = True, mean[this], (last, this)

    def evidence(day: int) -> Evidence:
        last, this = of_day[day]
        return Evidence(
            numbers={"after": float(mean[this]), "to_day": DAYS, "before": float(mean[last])},
            spans={"when": (this - DAYS + 1, this), "when_before": (last - DAYS + 1, last)},
        )

    return of_series(series, met=met, level=level, evidence=evidence)


RULE = Rule(
    key="harder-cycle",
    kind="cycle",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "Told once, on day 10 of a treatment cycle or up to 2 days later: the average of days 1 to 10 is 4 or more, "
        "and at least 1.5 points above the same days of the cycle before, more where the person’s days differ much. At "
        "least 7 of the 10 days are answered in each, and both belong to one treatment."
    ),
    short=N_("1.5 points above the cycle before"),
    text=N_(
        "{item} was harder this cycle than in the one before: {after} on average on the first {to_day} days ({when}), "
        "{before} then ({when_before})."
    ),
    question=N_("Can the next cycle be planned differently?"),
    source=N_(
        "Days of a cycle are like the same days of other cycles, not like the days around them: Grunberg and others, "
        "Cancer 2004;100:2261–8, doi 10.1002/cncr.20230. 10 days and 1.5 points are our own judgement."
    ),
    numbers={
        "after": N_("average of this cycle’s first days: {n}"),
        "before": N_("average of the same days one cycle before: {n}"),
        "to_day": N_("days compared: {n}"),
    },
    check=check,
)
