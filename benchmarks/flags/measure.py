"""How often a detector is wrong, and how soon it is right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import Pool

import numpy as np
from numpy.typing import NDArray

from benchmarks.flags.simulate import CHANGE, COUNTED, DAYS, FIRST, ITEMS, REGIMES, Courses, Rows, diaries
from symtrack.rules import evaluate, every_rule

YEARS = (DAYS - COUNTED) / 365.25
ONE = 7
"""Flags of one rule and item within so many days are one."""
Spans = list[list[tuple[int, int, str]]]
"""For each symptom its flags: the day raised, the last day so far, the kind."""
ORDINARY = frozenset({"change", "better", "cycle"})


def spans_of_days(raised: NDArray[np.bool_]) -> Spans:
    """The flags that these days make when those within 7 days are one."""
    found: Spans = []
    for row in raised:
        days = np.flatnonzero(row)
        groups = np.split(days, np.flatnonzero(np.diff(days) > ONE) + 1) if len(days) else []
        found.append([(int(group[0]), int(group[-1]), "change") for group in groups])
    return found


def spans_of_rules(scores: Rows, starts: list[list[int]] | None = None) -> Spans:
    """The flags of the kinds change, better and cycle that the rules raise, on both cores."""
    people = len(scores) // len(ITEMS)
    half = people // 2 * len(ITEMS)
    parts = [
        (scores[:half], starts[: people // 2] if starts else None),
        (scores[half:], starts[people // 2 :] if starts else None),
    ]
    with Pool(2) as pool:
        return [flags for part in pool.starmap(_raised, parts) for flags in part]


def _raised(scores: Rows, starts: list[list[int]] | None) -> Spans:
    rules = [rule for rule in every_rule() if rule.kind in ORDINARY]
    found: Spans = [[] for _ in scores]
    for person, diary in enumerate(diaries(scores, starts)):
        for flag in evaluate(diary, rules=rules):
            days = flag.raised.toordinal() - FIRST, flag.last.toordinal() - FIRST
            for item in flag.items:
                found[person * len(ITEMS) + ITEMS.index(item)].append((*days, flag.kind))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One line of the table: false flags per symptom-year, by regime; and shares found, in per cent."""

    name: str
    false: tuple[float, ...]
    better: float
    found: Mapping[str, float]

    def line(self) -> str:
        """The line, as the table has it."""
        spike = self.found["spike in 7"] - self.found["none in 7"]
        two = " / ".join(f"{self.found[f'+2 in {days}']:.0f}" for days in (7, 14, 21))
        return (
            f"| {self.name} | {np.mean(self.false):.2f} ({max(self.false):.2f}) | {two} % "
            f"| {self.found['+3 in 14']:.0f} % | {self.found['climb in 42']:.0f} % | {spike:.1f} % |"
        )


WANTED = (("+2", 7), ("+2", 14), ("+2", 21), ("+3", 14), ("climb", 42), ("spike", 7), ("none", 7), ("none", 14))


def measured(name: str, spans: Mapping[str, Spans], people: Courses) -> Measured:
    """What the flags of each kind of course come to."""
    return Measured(
        name=name,
        false=false_flags(spans["none"], people),
        better=sum(false_flags(spans["none"], people, kinds={"better"})) / len(REGIMES),
        found={f"{change} in {days}": found_within(spans[change], days) for change, days in WANTED},
    )


def false_flags(spans: Spans, people: Courses, kinds: frozenset[str] | set[str] = ORDINARY) -> tuple[float, ...]:
    """The flags of diaries in which nothing changed, per symptom-year, for each regime."""
    many = np.array([sum(raised >= COUNTED and kind in kinds for raised, _last, kind in flags) for flags in spans])
    return tuple(float(many[people.regime == k].mean() / YEARS) for k in range(len(REGIMES)))


def found_within(spans: Spans, days: int) -> float:
    """The share of symptoms for which a flag of worsening says so on some day from the change to `days` later, in %."""
    last = CHANGE + days
    found = [
        any(raised <= last and until >= CHANGE and kind != "better" for raised, until, kind in flags) for flags in spans
    ]
    return 100.0 * float(np.mean(found))


def of_detector(
    name: str, detect: Callable[[Rows], NDArray[np.bool_]], people: Courses, changes: Mapping[str, Rows]
) -> Measured:
    """A detector that gives days, measured."""
    return measured(name, {key: spans_of_days(detect(people.scores(added))) for key, added in changes.items()}, people)
