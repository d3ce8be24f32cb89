"""`slow-climb`: above the person's own usual, and it came little by little."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from symtrack.analysis.compare import Compared, compared
from symtrack.analysis.window import trailing_mean
from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

WEEK = 7
URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            climbs = [each for each in compared(series, diary) if each.change.up and each.slowly()]
            if climbs:
                yield _finding(series, climbs)


def _finding(series: Series, climbs: Sequence[Compared]) -> Finding:
    of_day = {day: weeks for each in climbs for day in each.told().tolist() if (weeks := each.weeks(day))}
    met = np.zeros(len(series.scores), np.bool_)
    met[list(of_day)] = True

    def evidence(day: int) -> Evidence:
        first, second, third = of_day[day]
        return Evidence(
            numbers={"first": first.mean, "second": second.mean, "third": third.mean},
            spans={
                "when": (first.span[0], third.span[1]),
                "when_first": first.span,
                "when_second": second.span,
                "when_third": third.span,
            },
        )

    return of_series(series, met=met, level=trailing_mean(series.scores, WEEK), evidence=evidence)


RULE = Rule(
    key="slow-climb",
    kind="change",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "The rise that worse-than-usual tells, where on the day on which it is noticed a steady climb of 2 weeks or "
        "more fits the last 6 weeks better than a jump, and each of the last 3 weeks was higher than the one before. "
        "Each needs 3 answers."
    ),
    short=N_("steady rise over 3 weeks"),
    text=N_(
        "{item} went up over three weeks ({when}): {first} on average ({when_first}), then {second} ({when_second}), "
        "then {third} ({when_third})."
    ),
    question=N_("My {phrase} has gone up slowly. Is this expected, or does it need a closer look?"),
    source=N_(
        "A change between visits three weeks apart matters from about 1 point: Hui and others, Cancer 2015, "
        "doi 10.1002/cncr.29437. When a course rather than one number was looked at, relapses of lung cancer were "
        "found earlier: Denis and others, Supportive Care in Cancer 2014, doi 10.1007/s00520-013-2111-1. Telling a "
        "climb from a jump by which fits better is our own judgement."
    ),
    numbers={
        "first": N_("average of the first week: {n}"),
        "second": N_("average of the second week: {n}"),
        "third": N_("average of the third week: {n}"),
    },
    check=check,
)
