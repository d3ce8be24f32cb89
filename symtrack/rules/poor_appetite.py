"""`poor-appetite`: a loss of appetite on most days of two weeks."""

from collections.abc import Iterator, Mapping

from symtrack.analysis.window import answered_in, counted, trailing_mean
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule, of_series

FORTNIGHT, NEEDED = 14, 10
URGENCY: Mapping[str, Urgency] = {"appetite": "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    for series in diary.series.values():
        if series.item in URGENCY:
            yield _finding(series)


def _finding(series: Series) -> Finding:
    answered = series.answered
    met, low = counted(series.scores >= MODERATE, answered, FORTNIGHT, NEEDED)

    def evidence(day: int) -> Evidence:
        last = answered_in(answered, day, FORTNIGHT)
        return Evidence(
            numbers={"high": int(low[day]), "days": len(last), "at_least": MODERATE},
            spans={"when": (int(last[0]), day)},
        )

    return of_series(series, met=met, level=trailing_mean(series.scores, FORTNIGHT), evidence=evidence)


RULE = Rule(
    key="poor-appetite",
    kind="level",
    urgency=URGENCY,
    shown="standing",
    criterion=N_("Loss of appetite of 4 or more on at least 10 of the last 14 days."),
    short=N_("4 or more on 10 of 14 days"),
    text=N_("{item} was {at_least} or more on {high} of the last {days} days answered ({when})."),
    question=N_("Could I see somebody about eating?"),
    source=N_(
        "Eating less is one of the ways into weight loss with cancer: Fearon and others, Lancet Oncology 2011, "
        "doi 10.1016/S1470-2045(10)70218-7. 10 of 14 days is our own judgement."
    ),
    check=check,
)
