"""`better`: the last days clearly below the person's own usual."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from symtrack.analysis.compare import Compared, compared
from symtrack.analysis.window import trailing_mean
from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

WEEK = 7
URGENCY: Mapping[str, Urgency] = {"pain": "visit", "nausea": "visit", "appetite": "visit", "fatigue": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            better = [each for each in compared(series, diary) if not each.change.up]
            if better:
                yield _finding(series, better)


def _finding(series: Series, better: Sequence[Compared]) -> Finding:
    of_day = {day: each for each in better for day in each.told().tolist()}
    met = np.zeros(len(series.scores), np.bool_)
    met[list(of_day)] = True

    def evidence(day: int) -> Evidence:
        after, before = of_day[day].after(day), of_day[day].before()
        return Evidence(
            numbers={"after": after.mean, "days": after.days, "before": before.mean, "days_before": before.days},
            spans={"when": after.span, "when_before": before.span},
        )

    return Finding(
        items=(series.item,),
        voice=series.voice,
        met=met,
        level=-trailing_mean(series.scores, WEEK)[np.newaxis],
        late=np.where(series.answered, series.late, 0),
        evidence=evidence,
    )


RULE = Rule(
    key="better",
    kind="better",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "The mirror of worse-than-usual, and stricter: the days since some day of the last 6 weeks speak very clearly "
        "for a lasting fall of about 2 points below the person’s own usual, and are at least 1 point below it on "
        "average."
    ),
    text=N_(
        "{item} went down: {after} on average on {days} days answered ({when}), "
        "{before} on {days_before} days answered before that ({when_before})."
    ),
    question=N_("My {phrase} went down. Does that change anything in the plan?"),
    source=N_(
        "A change between visits matters from about 1 point: Hui and others, Cancer 2015, doi 10.1002/cncr.29437. "
        "How a lasting shift is told from chance: Page, Biometrika 1954, doi 10.1093/biomet/41.1-2.100. Where the line "
        "is drawn is our own judgement."
    ),
    check=check,
)
