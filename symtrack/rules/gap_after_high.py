"""`gap-after-high`: nothing was entered right after two high days."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import SEVERE
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

SILENT, HIGH = 3, 2
LONGEST = 14
"""Longer than two weeks it is no gap any more: that voice has stopped."""
URGENCY: Mapping[str, Urgency] = {"pain": "none", "nausea": "none", "appetite": "none", "fatigue": "none"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series)


def _finding(series: Series) -> Finding:
    scores, day = series.scores, np.arange(len(series.scores))
    entered = series.answered | series.asked
    last = np.maximum.accumulate(np.where(entered, day, -1))
    silent = day - last
    high = scores >= SEVERE
    both = np.zeros_like(high)
    both[1:] = high[1:] & high[:-1]
    met = (last >= 1) & (silent >= SILENT) & (silent <= LONGEST) & both[np.maximum(last, 0)]

    def evidence(at: int) -> Evidence:
        end = int(last[at])
        return Evidence(
            numbers={"silent": int(silent[at]), "at_least": SEVERE, "high": HIGH},
            spans={"when": (end + 1, at), "when_before": (end - HIGH + 1, end)},
        )

    return Finding(
        items=(series.item,),
        voice=series.voice,
        met=met,
        level=np.zeros((1, len(scores))),
        late=np.where(series.answered, series.late, 0),
        evidence=evidence,
    )


RULE = Rule(
    key="gap-after-high",
    kind="note",
    urgency=URGENCY,
    shown="note",
    criterion=N_("3 days or more without an answer, for 2 weeks at most, right after 2 days of 7 or more."),
    short=N_("silent for 3 days after 7 or more"),
    text=N_(
        "Nothing was entered for {phrase} on {silent} days ({when}), after {high} days of {at_least} or more "
        "({when_before}). Nothing is assumed for those days."
    ),
    question=N_("How was my {phrase} on the days that are empty?"),
    source=N_(
        "People stop writing in bad weeks: Judson and others, Journal of Clinical Oncology 2013, "
        "doi 10.1200/JCO.2012.47.6804. 2 days and 3 days are our own judgement."
    ),
    numbers={
        "silent": N_("days without an answer: {n}"),
    },
    check=check,
)
