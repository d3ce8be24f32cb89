"""`worse-than-usual`: the last five days clearly above the person's own two weeks before them."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.baseline import BEFORE, RECENT, Comparison, compared
from symtrack.analysis.cycle import cycle_days
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Diary, Ints, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

RISE, SPREADS = 2.0, 1.2
EXPECTED_DAYS: Mapping[str, int] = {"nausea": 9, "appetite": 9, "fatigue": 14}
"""Until these days of a cycle a rise is expected, and the recent days still hold days 1 to 5."""
URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}
_ROUNDING = 1e-9
"""A rise of exactly 2 counts, however the two means are rounded in binary."""


def check(diary: Diary) -> Iterator[Finding]:
    cycles = diary.of_kind("cycle")
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series, compared(series.scores), cycle_days(cycles, series.days))


def _finding(series: Series, usual: Comparison, cycle: Ints) -> Finding:
    answered = series.answered
    needed = np.maximum(RISE, SPREADS * usual.spread) - _ROUNDING
    met = usual.enough & (usual.recent >= MODERATE) & (usual.recent - usual.before >= needed)
    if series.item in EXPECTED_DAYS:
        met &= (cycle == 0) | (cycle > EXPECTED_DAYS[series.item])

    def evidence(day: int) -> Evidence:
        since = day - RECENT + 1
        start = max(0, since - BEFORE)
        recent = since + np.flatnonzero(answered[since : day + 1])
        before = start + np.flatnonzero(answered[start:since])
        return Evidence(
            numbers={
                "after": float(usual.recent[day]),
                "days": len(recent),
                "before": float(usual.before[day]),
                "days_before": len(before),
            },
            spans={"when": (int(recent[0]), day), "when_before": (int(before[0]), int(before[-1]))},
        )

    return Finding(
        items=(series.item,),
        voice=series.voice,
        met=met,
        level=usual.recent[np.newaxis],
        late=np.where(answered, series.late, 0),
        evidence=evidence,
    )


RULE = Rule(
    key="worse-than-usual",
    kind="change",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "The average of the last 5 days is 4 or more, and at least 2 points above the average of the 2 weeks before "
        "them; more than 2 points where those days differ much from each other (1.2 times their standard deviation). "
        "At least 4 of the 5 days and 8 of the 14 days need an answer. Nausea and loss of appetite are left out on "
        "days 1 to 9 of a treatment cycle, fatigue on days 1 to 14."
    ),
    text=N_(
        "{item} went up: {after} on average on {days} days answered ({when}), "
        "{before} on {days_before} days answered before that ({when_before})."
    ),
    question=N_("My {phrase} went up. What could be behind it?"),
    source=N_(
        "A change between visits matters from about 1 point: Hui and others, Cancer 2015, doi 10.1002/cncr.29437; "
        "for getting worse from 1.4 to 1.8: Bedard and others, Journal of Pain and Symptom Management 2013, "
        "doi 10.1016/j.jpainsymman.2012.07.022. Single days differ more than visits do, so 2 points between averages, "
        "the numbers of days and 1.2 times are our own judgement. Nausea is expected on days 2 to 5 after treatment: "
        "Grunberg and others, Cancer 2004;100:2261–8. Fatigue was back near where it began by days 10 to 12 after an "
        "infusion in 77 women who rated it every evening (University of Southern California)."
    ),
    check=check,
)
