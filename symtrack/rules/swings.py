"""`swings`: pain that went from high to low and back within a week."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.analysis.window import answered_in
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import SEVERE
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

WEEK, NEEDED = 7, 5
LOW = 3
URGENCY: Mapping[str, Urgency] = {"pain": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series)


def _finding(series: Series) -> Finding:
    scores, day = series.scores, np.arange(len(series.scores))
    enough = (scores >= SEVERE) & (trailing(series.answered, WEEK) >= NEEDED)
    high, low = (np.maximum.accumulate(np.where(there, day, -WEEK)) for there in (scores >= SEVERE, scores <= LOW))
    met = enough & (low >= 0) & (high[np.maximum(low, 0)] > day - WEEK)

    def evidence(day: int) -> Evidence:
        first, low = _swing(scores, day) or (day, day)
        return Evidence(
            numbers={"before": int(scores[first]), "low": int(scores[low]), "after": int(scores[day])},
            spans={"when": (first, day)},
        )

    return of_series(series, met=met, level=scores, evidence=evidence)


def _swing(scores: np.ndarray[tuple[int], np.dtype[np.float64]], day: int) -> tuple[int, int] | None:
    """The last high day of the week before a low one, and the lowest day since then; None without such days."""
    week = answered_in(~np.isnan(scores), day, WEEK)
    low = week[scores[week] <= LOW]
    high = week[scores[week] >= SEVERE]
    if not len(low) or not (high < low[-1]).any():
        return None
    first = int(high[high < low[-1]][-1])
    between = week[(week > first) & (week < day)]
    return first, int(between[scores[between].argmin()])


RULE = Rule(
    key="swings",
    kind="level",
    urgency=URGENCY,
    shown="paper",
    criterion=N_(
        "Within 7 days, 5 of them answered: 7 or more, later 3 or less, and then 7 or more again on the last of them."
    ),
    short=N_("7, then 3, then 7 within 7 days"),
    text=N_("{item} went up and down: {before}, then {low}, then {after} ({when})."),
    question=N_("What could help with the sudden bad times?"),
    source=N_(
        "Pain that comes and goes is common, and few of its bad times fit a strict definition: Pain Research and "
        "Management 2020, doi 10.1155/2020/6190862. That it is worth telling from 7 to 3 and back is our own judgement."
    ),
    numbers={
        "after": N_("high again: {n}"),
        "before": N_("high at first: {n}"),
        "low": N_("the lowest between: {n}"),
    },
    check=check,
)
