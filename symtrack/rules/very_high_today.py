"""`very-high-today`: pain or nausea of 9 or 10."""

from collections.abc import Iterator, Mapping

from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

VERY_HIGH = 9
URGENCY: Mapping[str, Urgency] = {"pain": "phone", "nausea": "phone"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series)


def _finding(series: Series) -> Finding:
    def evidence(day: int) -> Evidence:
        return Evidence(numbers={"score": int(series.scores[day])}, spans={"when": (day, day)})

    return of_series(series, met=series.scores >= VERY_HIGH, level=series.scores, evidence=evidence)


RULE = Rule(
    key="very-high-today",
    kind="level",
    urgency=URGENCY,
    shown="announced",
    criterion=N_("9 or 10 on that day."),
    short=N_("9 or 10 on a day"),
    text=N_("{item} was {score} ({when})."),
    question=N_("Who do we ring if my {phrase} is this high again, day or night?"),
    source=N_(
        "In trials a single severe answer was reason enough to get in touch: Basch and others, Journal of Clinical "
        "Oncology 2016, doi 10.1200/JCO.2015.63.0830. That 9 or 10 needs no second day is our own judgement."
    ),
    numbers={
        "score": N_("the answer: {n}"),
    },
    check=check,
)
