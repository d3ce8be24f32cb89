"""`most-days-moderate`: 4 or more on most days of a week."""

from collections.abc import Iterator, Mapping

from symtrack.analysis.window import answered_in, counted, trailing_mean
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

WEEK, NEEDED = 7, 5
URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series)


def _finding(series: Series) -> Finding:
    answered = series.answered
    met, high = counted(series.scores >= MODERATE, answered, WEEK, NEEDED)

    def evidence(day: int) -> Evidence:
        last = answered_in(answered, day, WEEK)
        return Evidence(
            numbers={"high": int(high[day]), "days": len(last), "at_least": MODERATE},
            spans={"when": (int(last[0]), day)},
        )

    return of_series(series, met=met, level=trailing_mean(series.scores, WEEK), evidence=evidence)


RULE = Rule(
    key="most-days-moderate",
    kind="level",
    urgency=URGENCY,
    shown="standing",
    criterion=N_("4 or more on at least 5 of the last 7 days."),
    short=N_("4 or more on 5 of 7 days"),
    text=N_("{item} was {at_least} or more on {high} of the last {days} days answered ({when})."),
    question=N_("Is there something that could ease my {phrase}?"),
    source=N_(
        "Moderate begins at 4 or 5, and 4 misses less: Selby and others, Journal of Pain and Symptom Management 2010, "
        "doi 10.1016/j.jpainsymman.2009.06.010. 5 of 7 days is our own judgement."
    ),
    check=check,
)
