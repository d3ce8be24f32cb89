"""`more-doses`: doses when needed, clearly more than usual for a week."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.analysis.tally import tally
from symtrack.analysis.window import medians
from symtrack.diary.record import Diary, Floats
from symtrack.diary.rows import Event
from symtrack.i18n import N_
from symtrack.rules import NO_ITEM, Evidence, Finding, Rule

WEEK, BEFORE = 7, 28
TIMES, LEAST = 2.0, 2.0
"""At least twice the usual, and two a day."""


def check(diary: Diary) -> Iterator[Finding]:
    doses = [event for event in diary.of_kind("dose") if event.body.get("when", "needed") == "needed"]
    taken = [event for event in doses if event.body.get("taken") not in {"skipped", "unknown"}]
    for voice, medicine in sorted({(event.voice, _medicine(event)) for event in taken}):
        mine = [event for event in taken if (event.voice, _medicine(event)) == (voice, medicine)]
        yield _finding(medicine, voice, tally(mine, diary))


def _medicine(event: Event) -> str:
    return str(event.body.get("medicine"))


def _finding(medicine: str, voice: str, doses: Floats) -> Finding:
    usual, _days = medians(doses, BEFORE, WEEK)
    most = np.maximum(TIMES * np.nan_to_num(usual), LEAST)
    known = np.arange(len(doses)) - int(np.flatnonzero(doses)[0] if doses.any() else 0) >= BEFORE + WEEK - 1
    met = np.zeros(len(doses), np.bool_)
    for day in np.flatnonzero(known & (trailing(doses >= LEAST, WEEK) >= WEEK)).tolist():
        met[day] = doses[day - WEEK + 1 : day + 1].min() >= most[day]

    def evidence(day: int) -> Evidence:
        return Evidence(
            numbers={"after": float(doses[day - WEEK + 1 : day + 1].mean()), "days": WEEK, "before": float(usual[day])},
            spans={"when": (day - WEEK + 1, day), "when_before": (day - WEEK - BEFORE + 1, day - WEEK)},
            names={"medicine": medicine},
        )

    return Finding(
        items=(),
        voice=voice,
        met=met,
        level=(trailing(doses, WEEK) / WEEK)[np.newaxis],
        late=np.zeros(len(doses), np.int64),
        evidence=evidence,
    )


RULE = Rule(
    key="more-doses",
    kind="dose",
    urgency={NO_ITEM: "visit"},
    shown="announced",
    criterion=N_(
        "On each of 7 days in a row at least twice the usual number of doses when needed of one medicine, and at least "
        "2. The usual is the median of the 28 days before, and the first dose was noted by their beginning."
    ),
    short=N_("twice the usual, 2 a day or more"),
    text=N_(
        "Doses when needed went up: {medicine}, {after} a day on average on {days} days ({when}), usually {before} "
        "before that ({when_before})."
    ),
    question=N_("Does my regular medicine need another look?"),
    source=N_(
        "Guidelines for palliative care look at the regular medicine again when extra doses are needed more often "
        "(Scottish Palliative Care Guidelines’ page on pain). Twice the usual, for 7 days, is our own judgement."
    ),
    numbers={
        "after": N_("doses a day: {n}"),
        "before": N_("doses a day, usually: {n}"),
        "days": N_("days counted: {n}"),
    },
    check=check,
)
