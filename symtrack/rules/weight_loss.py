"""`weight-loss`: more than 5 % below the highest weight of six months."""

from collections.abc import Iterator

import numpy as np

from symtrack.analysis.tally import measured, voices_of
from symtrack.analysis.window import answered_in
from symtrack.diary.measures import KINDS, Unit, last_unit
from symtrack.diary.record import Diary, Floats
from symtrack.i18n import N_
from symtrack.rules import NO_ITEM, Evidence, Finding, Rule

HALF_YEAR, MONTHS = 180, 6
LOST = 5.0
"""Per cent."""


def check(diary: Diary) -> Iterator[Finding]:
    for voice in voices_of(diary.of_kind("measurement")):
        weights = measured(diary, "weight", voice)
        if (weights > 0).sum() > 1:
            yield _finding(diary, voice, weights)


def unit(diary: Diary, voice: str, until: int) -> Unit:
    """The unit in which this voice's weights are told: the one that was typed last by the day `until`, an ordinal."""
    by_then = (e for e in diary.of_kind("measurement") if e.voice == voice and e.day.toordinal() <= until)
    return KINDS["weight"].unit(last_unit(by_then, KINDS["weight"]))


def _finding(diary: Diary, voice: str, weights: Floats) -> Finding:
    weighed = weights > 0
    highest = np.zeros(len(weights), np.int64)
    for day in np.flatnonzero(weighed):
        before = answered_in(weighed, int(day), HALF_YEAR)
        highest[day] = before[weights[before].argmax()]
    most = np.where(weighed, weights[highest], 1.0)
    lost = np.where(weighed, 100.0 * (most - weights) / most, 0.0)

    def evidence(day: int) -> Evidence:
        told = unit(diary, voice, diary.first + day)
        return Evidence(
            numbers={
                "now": told.of(float(weights[day])),
                "less": told.of(float(most[day] - weights[day])),
                "percent": float(lost[day]),
                "months": MONTHS,
                "before": told.of(float(most[day])),
            },
            names={"unit": told.shown},
            spans={"when": (day, day), "when_before": (int(highest[day]), int(highest[day]))},
        )

    return Finding(
        items=(),
        voice=voice,
        met=weighed & (lost > LOST + 1e-9),  # 69.35 of 73 kg is 5 % exactly, and a little more in floating point.
        level=lost[np.newaxis],
        late=np.zeros(len(weights), np.int64),
        evidence=evidence,
    )


RULE = Rule(
    key="weight-loss",
    kind="level",
    urgency={NO_ITEM: "visit"},
    shown="announced",
    criterion=N_("A weight more than 5 % below the highest one measured in the last 180 days."),
    short=N_("more than 5 % in 180 days"),
    text=N_(
        "Weight was {now} {unit} ({when}). That is {less} {unit} or {percent} % below the highest of the last {months} "
        "months, {before} {unit} ({when_before})."
    ),
    question=N_("Does this loss of weight matter for me?"),
    source=N_(
        "More than 5 % is where weight loss with cancer is taken to begin: Fearon and others, Lancet Oncology 2011, "
        "doi 10.1016/S1470-2045(10)70218-7. Comparing with the highest weight is our own judgement; scales, clothes "
        "and water in the body change a weight too."
    ),
    numbers={
        "before": N_("{unit} at the highest: {n}"),
        "less": N_("{unit} less than that: {n}"),
        "months": N_("months looked back: {n}"),
        "now": N_("{unit} now: {n}"),
        "percent": N_("per cent less: {n}"),
    },
    check=check,
)
