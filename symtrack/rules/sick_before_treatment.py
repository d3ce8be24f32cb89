"""`sick-before-treatment`: nausea on the day before treatment, more than once."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.cycle import given
from symtrack.analysis.runs import earlier, trailing
from symtrack.analysis.usual import usual_of
from symtrack.analysis.window import medians
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Bools, Diary, Ints, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

LOOKED_AT, NEEDED = 3, 2
RISE, SPREADS = 2.0, 2.0
"""Points, and how many times the person’s own spread it must be."""
FROM, TO = 7, 3
"""The days before the treatment with which the day before it is compared."""


def check(diary: Diary) -> Iterator[Finding]:
    days = given(diary.of_kind("cycle")) - diary.first
    for series in diary.series.values():
        if series.item == "nausea" and len(days):
            yield _finding(series, days[(days >= 0) & (days < len(series.scores))])


def _finding(series: Series, treated: Ints) -> Finding:
    length = len(series.scores)
    before = _sick_before(series)[treated]
    met, many = np.zeros(length, np.bool_), np.zeros(length)
    many[treated] = trailing(before, LOOKED_AT)
    met[treated] = before & (many[treated] >= NEEDED)

    def evidence(day: int) -> Evidence:
        place = int(np.searchsorted(treated, day))
        first = treated[max(0, place - LOOKED_AT + 1)]
        return Evidence(
            numbers={"at_least": MODERATE, "many": int(many[day]), "treatments": min(LOOKED_AT, place + 1)},
            spans={"when": (max(0, int(first) - 1), day)},
        )

    return of_series(series, met=met, level=np.nan_to_num(series.scores), evidence=evidence)


def _sick_before(series: Series) -> Bools:
    """Whether nausea on the day before each was 4 or more, and 2 points above the median of the days −7 to −3."""
    eve, spread = earlier(series.scores, 1), earlier(usual_of(series).spread, 2)
    before, _many = medians(series.scores, FROM - TO + 1, TO)
    sick = (eve >= MODERATE) & (eve - before >= np.maximum(RISE, SPREADS * spread))
    sick[:FROM] = False
    return sick


RULE = Rule(
    key="sick-before-treatment",
    kind="cycle",
    urgency={"nausea": "visit"},
    shown="announced",
    criterion=N_(
        "On a treatment day: in at least 2 of the last 3 treatments, this one among them, nausea on the day before was "
        "4 or more, and at least 2 points above the median of the days 7 to 3 before treatment, more where the "
        "person’s days differ much."
    ),
    short=N_("4 or more before 2 of 3 treatments"),
    text=N_("{item} was {at_least} or more on the day before treatment, {many} times out of {treatments} ({when})."),
    question=N_("Is there help for nausea before I come in?"),
    source=N_(
        "Some people learn to feel sick before a treatment, after hard ones (Hospital Pharmacy Europe’s pocket guide, "
        "a page for professionals, 2019). 2 of 3 times, and 2 points, are our own judgement."
    ),
    numbers={
        "many": N_("treatments with nausea the day before: {n}"),
        "treatments": N_("treatments looked at: {n}"),
    },
    check=check,
)
