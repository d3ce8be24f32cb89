"""`severe-days`: 7 or more, today and on most of the last days answered."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.cycle import cycle_days
from symtrack.analysis.runs import trailing
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import SEVERE
from symtrack.diary.record import Diary, Ints, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

LOOKED_AT, COUNTED, NEEDED = 4, 3, 2
"""At least 2 of the last 3 days answered, none of them more than 4 days back."""
TREATMENT_DAYS = 5
URGENCY: Mapping[str, Urgency] = {"pain": "phone", "nausea": "phone", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    cycles = diary.of_kind("cycle")
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series, cycle_days(cycles, series.days))


def _finding(series: Series, cycle: Ints) -> Finding:
    answered, high = series.answered, series.scores >= SEVERE
    oldest = np.zeros_like(high)
    oldest[LOOKED_AT - 1 :] = high[: 1 - LOOKED_AT]
    counted = trailing(high, LOOKED_AT) - (oldest & (trailing(answered, LOOKED_AT) > COUNTED))
    met = high & (counted >= NEEDED)
    if series.item == "fatigue":
        met &= (cycle == 0) | (cycle > TREATMENT_DAYS)

    def evidence(day: int) -> Evidence:
        start = max(0, day - LOOKED_AT + 1)
        last = start + np.flatnonzero(answered[start : day + 1])[-COUNTED:]
        return Evidence(
            numbers={"high": int(high[last].sum()), "days": len(last), "at_least": SEVERE},
            spans={"when": (int(last[0]), day)},
        )

    return of_series(series, met=met, level=series.scores, evidence=evidence)


RULE = Rule(
    key="severe-days",
    kind="level",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "7 or more on that day, and on at least 2 of the last 3 days answered, looking back 4 days at most. "
        "Fatigue is left out on the first 5 days of a treatment cycle."
    ),
    short=N_("7 or more on 2 of 3 days"),
    text=N_("{item} was {at_least} or more on {high} of the last {days} days answered ({when})."),
    question=N_("What can we try when my {phrase} is this high?"),
    source=N_(
        "7 or more sets “severe” apart best in six of nine symptoms: Selby and others, Journal of Pain and Symptom "
        "Management 2010, doi 10.1016/j.jpainsymman.2009.06.010. One high answer alone is often no reason to ring: "
        "Mazza and others, Quality of Life Research 2024, doi 10.1007/s11136-024-03675-3. "
        "2 of 3 days, and leaving out fatigue right after treatment, are our own judgement."
    ),
    check=check,
)
