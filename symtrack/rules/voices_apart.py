"""`voices-apart`: two voices saw the same days differently."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary, Series
from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

WEEK, NEEDED, APART = 7, 2, 2.0
URGENCY: Mapping[str, Urgency] = {"pain": "none", "nausea": "none", "appetite": "none", "fatigue": "none"}


def check(diary: Diary) -> Iterator[Finding]:
    for (voice, item), theirs in diary.series.items():
        mine = diary.series.get((PATIENT, item))
        if voice != PATIENT and item in URGENCY and mine is not None:
            yield _finding(mine, theirs)


def _finding(mine: Series, theirs: Series) -> Finding:
    both = mine.answered & theirs.answered
    days = np.maximum(trailing(both, WEEK), 1.0)
    own, seen = (trailing(np.where(both, series.scores, 0.0), WEEK) / days for series in (mine, theirs))
    met = both & (trailing(both, WEEK) >= NEEDED) & (np.abs(own - seen) >= APART - 1e-9)

    def evidence(day: int) -> Evidence:
        start = max(0, day - WEEK + 1)
        first = start + int(np.flatnonzero(both[start : day + 1])[0])
        return Evidence(
            numbers={"own": float(own[day]), "seen": float(seen[day]), "days": int(days[day])},
            spans={"when": (first, day)},
            names={"name": voice_name(theirs.voice)},
        )

    return Finding(
        items=(mine.item,),
        voice=theirs.voice,
        met=met,
        level=np.zeros((1, len(own))),
        late=np.where(both, np.maximum(mine.late, theirs.late), 0),
        evidence=evidence,
    )


RULE = Rule(
    key="voices-apart",
    kind="note",
    urgency=URGENCY,
    shown="note",
    criterion=N_(
        "In the last 7 days the person and a caregiver both answered on at least 2 days, and their averages on those "
        "days are 2 points or more apart."
    ),
    short=N_("2 points apart"),
    text=N_(
        "{item} was seen differently on {days} days that both answered ({when}): {own} on average in the person’s own "
        "view, {seen} in that of {name}."
    ),
    question=N_("We see my {phrase} differently. What would help to know from each of us?"),
    source=N_(
        "Half of the caregivers were accurate, and most others saw more than the people themselves: McPherson and "
        "others, Journal of Pain and Symptom Management 2008, doi 10.1016/j.jpainsymman.2007.02.038. 2 points on 2 "
        "days is our own judgement."
    ),
    numbers={
        "own": N_("the person’s own average: {n}"),
        "seen": N_("the other average: {n}"),
    },
    check=check,
)
