"""`several-worse`: at least three of the four worse than usual on the same days."""

from collections.abc import Iterator, Mapping

import numpy as np

from symtrack.analysis.cycle import cycle_days
from symtrack.analysis.rhythm import in_rhythm
from symtrack.analysis.runs import earlier, runs, shifted
from symtrack.analysis.usual import usual_of
from symtrack.analysis.window import answered_in, medians
from symtrack.diary.flag import Urgency
from symtrack.diary.instrument import MODERATE
from symtrack.diary.record import Bools, Diary, Ints, Series
from symtrack.i18n import N_
from symtrack.rules import HOLD, Evidence, Finding, Rule

RECENT = 3
BEFORE, BEFORE_ANSWERED, APART = 14, 8, 5
"""The days t−2…t; the two weeks t−18…t−5, and how many of those need a number."""
RISE, SPREADS, NEEDED = 2.0, 1.5, 3
"""Points, how many times the person's own spread it must be, and for how many of the four."""
EXPECTED = 7
"""Until this day of a cycle only pain counts."""
URGENCY: Mapping[str, Urgency] = {"pain": "phone", "nausea": "phone", "appetite": "phone", "fatigue": "phone"}


def check(diary: Diary) -> Iterator[Finding]:
    cycles = diary.of_kind("cycle")
    for voice in diary.voices:
        all_series = [diary.series[voice, item] for item in URGENCY if (voice, item) in diary.series]
        if len(all_series) >= NEEDED:
            worse = np.stack([_worse(series, cycle_days(cycles, series.days)) for series in all_series])
            for day in np.flatnonzero(worse.sum(axis=0) >= NEEDED):
                worse[:, day] &= [not _again(series, int(day)) for series in all_series]
            yield from _findings(all_series, worse)


def _worse(series: Series, cycle: Ints) -> Bools:
    """The days on which this one is worse than usual, on the day itself and on one of the two before it."""
    middle, answered = medians(series.scores, BEFORE, APART)
    least = np.maximum(middle + np.maximum(RISE, SPREADS * shifted(usual_of(series).spread, APART)), MODERATE)
    today, day_before, two_before = (earlier(series.scores, ago) >= least for ago in range(RECENT))
    worse = today & (day_before | two_before) & (answered >= BEFORE_ANSWERED)
    return worse if series.item == "pain" else worse & ((cycle == 0) | (cycle > EXPECTED))


def _again(series: Series, day: int) -> bool:
    """Whether the last days are one of the bad stretches that come again and again."""
    middle, _answered = medians(series.scores[max(0, day - BEFORE - APART + 1) : day + 1], BEFORE, APART)
    return in_rhythm(series.scores[: day + 1], day - RECENT + 1, level=middle[-1])


def _findings(all_series: list[Series], worse: Bools) -> Iterator[Finding]:
    """The days that go on belong to the items that were worse on the first of them."""
    by_items: dict[tuple[int, ...], list[Ints]] = {}
    for run in runs(np.flatnonzero(worse.sum(axis=0) >= NEEDED), HOLD):
        by_items.setdefault(tuple(np.flatnonzero(worse[:, run[0]]).tolist()), []).append(run)
    for places, days in by_items.items():
        yield _finding([all_series[place] for place in places], np.concatenate(days))


def _finding(worse: list[Series], days: Ints) -> Finding:
    length = len(worse[0].scores)
    met = np.zeros(length, np.bool_)
    met[days] = True
    answered = np.logical_or.reduce([series.answered for series in worse])

    def evidence(day: int) -> Evidence:
        last = answered_in(answered, day, RECENT)
        return Evidence(numbers={"things": len(worse), "days": len(last)}, spans={"when": (int(last[0]), day)})

    return Finding(
        items=tuple(series.item for series in worse),
        voice=worse[0].voice,
        met=met,
        level=np.stack([medians(series.scores, RECENT)[0] for series in worse]),
        late=np.maximum.reduce([np.where(series.answered, series.late, 0) for series in worse]),
        evidence=evidence,
    )


RULE = Rule(
    key="several-worse",
    kind="change",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "At least 3 of pain, nausea, loss of appetite and fatigue at once: each 4 or more, and at least 2 points above "
        "the median of the two weeks t−18 to t−5, more where the person’s days differ much, on the day t itself and "
        "on one of the two days before it. At least 8 of the 14 days need an answer. On days 1 to 7 of a treatment "
        "cycle only pain counts, and what came twice before in the same rhythm never does."
    ),
    short=N_("3 symptoms up by 2 points"),
    text=N_("{things} things went up together over {days} days answered ({when}): {phrase}, {other}."),
    question=N_("Could these be linked?"),
    source=N_(
        "On hospitals’ telephone lines more than one moderate problem is taken more seriously than one (UKONS 24-hour "
        "triage tool, its page for hospitals). 2 points, 3 things and the days are our own judgement."
    ),
    numbers={
        "things": N_("went up together: {n}"),
    },
    check=check,
)
