"""How much a person is told who is neither well nor changing: few points, and hardly a call."""

import numpy as np

from symtrack.diary.record import Diary, Series
from symtrack.rules import evaluate

FIRST, DAYS, PEOPLE = 739_621, 84, 40
USUAL = {"pain": 4.0, "nausea": 2.0, "appetite": 3.0, "fatigue": 5.0}
SPREAD, CARRY, MISSING = 1.3, 0.4, 0.15


def person(number: int) -> Diary:
    """Somebody who is moderately ill and stays so: four symptoms that differ from day to day by chance alone."""
    chance = np.random.default_rng(number)
    nothing = np.zeros(DAYS, np.int64)
    series = {}
    for item, usual in USUAL.items():
        course = chance.normal(size=DAYS)
        for day in range(1, DAYS):
            course[day] = CARRY * course[day - 1] + np.sqrt(1 - CARRY**2) * course[day]
        scores = np.clip(np.rint(usual + SPREAD * course), 0, 10)
        scores[chance.random(DAYS) < MISSING] = np.nan
        series["patient", item] = Series(item, "patient", FIRST, scores, nothing.astype(np.bool_), nothing)
    return Diary(FIRST, FIRST + DAYS - 1, series, ())


def test_a_stable_person_is_not_flooded() -> None:
    """On average at most one new announced point for the visit in ten days, and less than one to phone a month."""
    flags = [flag for number in range(PEOPLE) for flag in evaluate(person(number)) if flag.shown == "announced"]
    days = PEOPLE * DAYS
    assert sum(flag.urgency == "visit" for flag in flags) / days <= 1 / 10
    assert sum(flag.urgency == "phone" for flag in flags) / days < 1 / 30
    assert not any(flag.urgency == "now" for flag in flags)
