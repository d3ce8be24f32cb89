"""`nausea-not-eating`: nausea and a great loss of appetite on the same days."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.diary.instrument import MODERATE, SEVERE
from symtrack.diary.record import Diary, Series
from symtrack.i18n import N_
from symtrack.rules import Evidence, Finding, Rule

LOOKED_AT, NEEDED = 3, 2


def check(diary: Diary) -> Iterator[Finding]:
    for voice in diary.voices:
        nausea, appetite = diary.series.get((voice, "nausea")), diary.series.get((voice, "appetite"))
        if nausea is not None and appetite is not None:
            yield _finding(nausea, appetite)


def _finding(nausea: Series, appetite: Series) -> Finding:
    both = (nausea.scores >= MODERATE) & (appetite.scores >= SEVERE)
    answered = nausea.answered & appetite.answered

    def evidence(day: int) -> Evidence:
        start = max(0, day - LOOKED_AT + 1)
        last = start + np.flatnonzero(answered[start : day + 1])
        return Evidence(
            numbers={
                "nausea_at_least": MODERATE,
                "appetite_at_least": SEVERE,
                "both": int(both[last].sum()),
                "days": len(last),
            },
            spans={"when": (int(last[0]), day)},
        )

    return Finding(
        items=(nausea.item, appetite.item),
        voice=nausea.voice,
        met=both & (trailing(both, LOOKED_AT) >= NEEDED),
        level=np.stack([nausea.scores, appetite.scores]),
        late=np.where(answered, np.maximum(nausea.late, appetite.late), 0),
        evidence=evidence,
    )


RULE = Rule(
    key="nausea-not-eating",
    kind="together",
    urgency={"nausea": "phone", "appetite": "phone"},
    shown="announced",
    criterion=N_(
        "Nausea of 4 or more and loss of appetite of 7 or more on the same day: on that day, and on at least 2 of "
        "3 days in a row."
    ),
    short=N_("4 and 7 or more on 2 of 3 days"),
    text=N_(
        "{item} of {nausea_at_least} or more came together with {other} of {appetite_at_least} or more "
        "on {both} of the last {days} days answered ({when})."
    ),
    question=N_("What should I be able to eat and drink, and when should I ring about it?"),
    source=N_(
        "Hospitals ask people in treatment to ring when they could eat no solid food for 24 to 48 hours "
        "(Greenwich Hospital’s page for patients). Where moderate and severe begin, at 4 and 7: Selby and others, "
        "Journal of Pain and Symptom Management 2010, doi 10.1016/j.jpainsymman.2009.06.010. "
        "Taking the two together, on 2 of 3 days, is our own judgement."
    ),
    numbers={
        "appetite_at_least": N_("loss of appetite of at least: {n}"),
        "both": N_("days with both: {n}"),
        "nausea_at_least": N_("nausea of at least: {n}"),
    },
    check=check,
)
