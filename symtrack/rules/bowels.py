"""`bowels`: no bowel movement marked on three days in a row."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.analysis.tally import voices_of
from symtrack.diary.record import Bools, Diary
from symtrack.i18n import N_
from symtrack.rules import NO_ITEM, Evidence, Finding, Rule

DAYS = 3


def check(diary: Diary) -> Iterator[Finding]:
    for voice in voices_of(diary.of_kind("measurement")):
        none = _marked_none(diary, voice)
        if none.any():
            yield _finding(voice, none)


def _marked_none(diary: Diary, voice: str) -> Bools:
    """The days on which this voice marked “no”, and not “yes” as well."""
    marked = np.full(diary.until - diary.first + 1, -1.0)
    for event in diary.of_kind("measurement"):
        value, place = event.body.get("value"), event.day.toordinal() - diary.first
        mine = event.voice == voice and event.body.get("what") == "bowels" and 0 <= place < len(marked)
        if mine and isinstance(value, int | float):
            marked[place] = max(marked[place], float(value))
    return np.asarray(marked == 0)


def _finding(voice: str, none: Bools) -> Finding:
    def evidence(day: int) -> Evidence:
        return Evidence(numbers={"days": DAYS}, spans={"when": (day - DAYS + 1, day)})

    return Finding(
        items=(),
        voice=voice,
        met=trailing(none, DAYS) >= DAYS,
        level=none[np.newaxis].astype(np.float64),
        late=np.zeros(len(none), np.int64),
        evidence=evidence,
    )


RULE = Rule(
    key="bowels",
    kind="level",
    urgency={NO_ITEM: "phone"},
    shown="announced",
    criterion=N_(
        "“No bowel movement” marked on that day and on the 2 days before it. A day on which nothing was marked never "
        "counts."
    ),
    short=N_("“no” on 3 days in a row"),
    text=N_("No bowel movement was marked on {days} days in a row ({when})."),
    question=N_("What should I do about my bowels?"),
    source=N_(
        "Hospitals ask people in treatment to ring after 3 days (Huntsman Cancer Institute’s page for patients). That "
        "only days marked “no” count is our own judgement."
    ),
    numbers={
        "days": N_("days in a row marked “no”: {n}"),
    },
    check=check,
)
