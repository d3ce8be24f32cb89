"""`nights`: pain noted at night, on several nights of a week."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.analysis.window import answered_in
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Diary, Floats
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

WEEK, NEEDED = 7, 3
URGENCY: Mapping[str, Urgency] = {"pain": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY and series.night is not None:
            yield _finding(series.item, series.voice, series.night, np.where(series.answered, series.late, 0))


def _finding(item: str, voice: str, night: Floats, late: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Finding:
    high = night >= MODERATE
    many = trailing(high, WEEK)

    def evidence(day: int) -> Evidence:
        nights = answered_in(high, day, WEEK)
        return Evidence(
            numbers={"at_least": MODERATE, "high": len(nights), "days": WEEK}, spans={"when": (int(nights[0]), day)}
        )

    return Finding(
        items=(item,),
        voice=voice,
        met=high & (many >= NEEDED),
        level=np.nan_to_num(night)[np.newaxis],
        late=late,
        evidence=evidence,
    )


RULE = Rule(
    key="nights",
    kind="level",
    urgency=URGENCY,
    shown="paper",
    criterion=N_("4 or more, noted between 22:00 and 06:00, on at least 3 of 7 days."),
    short=N_("4 or more on 3 of 7 nights"),
    text=N_("{item} of {at_least} or more was noted at night on {high} of {days} days ({when})."),
    question=N_("What could help with my {phrase} at night?"),
    source=N_(
        "Moderate begins at 4 or 5: Selby and others, Journal of Pain and Symptom Management 2010, "
        "doi 10.1016/j.jpainsymman.2009.06.010. 3 of 7 nights is our own judgement."
    ),
    numbers={
        "days": N_("days looked at: {n}"),
    },
    check=check,
)
