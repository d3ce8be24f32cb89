"""Everything that is measured, in one run."""

from dataclasses import dataclass

import numpy as np

from benchmarks.flags.comparators import oracle, self_starting, trial_rule, two_means
from benchmarks.flags.measure import (
    Measured,
    Spans,
    false_flags,
    found_within,
    measured,
    of_detector,
    spans_of_days,
    spans_of_rules,
)
from benchmarks.flags.simulate import CHANGES, DAYS, ITEMS, Courses, Rows, courses, cycles
from symtrack.analysis import shift
from symtrack.analysis.change import changes

THIRD = 2
"""From the third cycle on the cycle itself is no news; places begin at 0."""
STEPS = (-1.2, -0.6, 0.0, 0.8, 2.0)
"""By how much the certainty that is needed is moved, for the curve."""
LIMITS = (2.5, 3.5, 4.25, 5.0, 6.0)
SLACKS = (3.0, 4.0, 5.0, 6.5, 8.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycles:
    """Flags per cycle and symptom from the third cycle on, and in the same people without cycles."""

    recorded: float
    unrecorded: float
    without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The measured lines, the curves (false flags, per cent found in 14 days), and the cycles."""

    people: int
    lines: tuple[Measured, ...]
    curves: dict[str, list[tuple[float, float]]]
    cycles: Cycles


def table(people: int, seed: int) -> Table:
    """All of it, for so many people."""
    everybody = courses(people, seed)
    symtrack = {name: spans_of_rules(everybody.scores(added)) for name, added in CHANGES.items()}
    return Table(
        people=people,
        lines=(
            of_detector("trial rule: 2 points worse than a week ago, or 7 and more", trial_rule, everybody, CHANGES),
            of_detector("7-day mean 1.5 above that of the 28 days before", two_means, everybody, CHANGES),
            of_detector("self-starting cumulative sum, k ½, h 5", self_starting, everybody, CHANGES),
            of_detector("the same, deviates bounded at 2, k ¾", _bounded, everybody, CHANGES),
            *(_oracle(limit, everybody) for limit in (5.0, 4.0)),
            measured("**symtrack**: change, better and cycle rules together", symtrack, everybody),
        ),
        curves=_curves(courses(max(20, people // 2), seed + 1)),
        cycles=_cycles(people, seed + 2),
    )


def _bounded(scores: Rows) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    return self_starting(scores, slack=0.75, bound=2.0)


def _oracle(limit: float, people: Courses) -> Measured:
    name = f"*the limit*: an oracle that knows level, spread, correlation and size (h {limit:g})"
    return of_detector(name, lambda scores: oracle(scores, people.regime, limit=limit), people, CHANGES)


def _curves(people: Courses) -> dict[str, list[tuple[float, float]]]:
    """Each detector at several settings: false flags of worsening per symptom-year, and found within 14 days."""
    calm, changed = people.scores(), people.scores(CHANGES["+2"])

    def point(quiet: Spans, loud: Spans) -> tuple[float, float]:
        return float(np.mean(false_flags(quiet, people, kinds={"change"}))), found_within(loud, 14)

    found: dict[str, list[tuple[float, float]]] = {"symtrack": [], "oracle": [], "bounded sum": []}
    usual = dict(shift.CERTAIN)
    for step in STEPS:
        shift.CERTAIN["up"] = usual["up"] + step
        found["symtrack"].append(point(_worse(calm), _worse(changed)))
    shift.CERTAIN.update(usual)
    for limit in LIMITS:
        found["oracle"].append(
            point(*(spans_of_days(oracle(scores, people.regime, limit=limit)) for scores in (calm, changed)))
        )
    for limit in SLACKS:
        found["bounded sum"].append(
            point(*(spans_of_days(self_starting(s, slack=0.75, limit=limit, bound=2.0)) for s in (calm, changed)))
        )
    return found


def _worse(scores: Rows) -> Spans:
    return [
        [(int(one.met[0]), int(one.met[-1]), "change") for one in changes(row, ~np.isnan(row)) if one.up]
        for row in scores
    ]


def _cycles(people: int, seed: int) -> Cycles:
    everybody = courses(people, seed)
    added, starts = cycles(people, seed)
    with_cycles = everybody.scores(added)
    return Cycles(
        recorded=_per_cycle(spans_of_rules(with_cycles, starts), starts),
        unrecorded=_per_cycle(spans_of_rules(with_cycles), starts),
        without=_per_cycle(spans_of_rules(everybody.scores()), starts),
    )


def _per_cycle(spans: Spans, starts: list[list[int]]) -> float:
    """Flags of change and cycle for nausea and fatigue from the third cycle on, per cycle and symptom."""
    many = cycles_seen = 0.0
    for person, days in enumerate(starts):
        for item in (1, 3):
            flags = spans[person * len(ITEMS) + item]
            many += sum(raised >= days[THIRD] and kind != "better" for raised, _last, kind in flags)
            cycles_seen += (DAYS - days[THIRD]) / (days[1] - days[0])
    return many / cycles_seen
