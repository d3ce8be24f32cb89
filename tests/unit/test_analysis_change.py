"""Changes are found from the days up to then, in the same way wherever the usual lies, and from nothing else."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, strategies as st

from symtrack.analysis.change import changes
from symtrack.analysis.rhythm import in_rhythm
from symtrack.analysis.shape import climbing
from symtrack.analysis.shift import shifts
from symtrack.analysis.usual import WINDOW, grouped_median, trailing_counts, usual
from symtrack.analysis.window import medians, trailing_mean
from symtrack.diary.record import Floats


@st.composite
def courses(draw: st.DrawFn) -> Floats:
    """Up to eight months of days that change their level now and then, with gaps."""
    days = draw(st.integers(0, 240))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    level = np.repeat(chance.integers(0, 9, days // 20 + 1), 20)[:days]
    scores = np.clip(np.rint(level + chance.normal(0, chance.uniform(0.1, 2.0), days)), 0, 10)
    scores[chance.random(days) < chance.uniform(0.0, 0.6)] = np.nan
    return scores


def found(scores: Floats) -> list[tuple[bool, int, int]]:
    return [(change.up, change.since, int(change.met[0])) for change in changes(scores, ~np.isnan(scores))]


@given(scores=courses(), cut=st.integers(0, 240))
def test_later_days_change_nothing(scores: Floats, cut: int) -> None:
    """What was noticed by a day is what the series that ends on that day gives."""
    assert found(scores[:cut]) == [change for change in found(scores) if change[2] < cut]


@given(scores=courses(), points=st.integers(1, 4))
def test_the_same_wherever_the_usual_lies(scores: Floats, points: int) -> None:
    """Days that all lie some points higher, and away from both ends, change in the same places."""
    low = np.clip(scores, 0, 6)
    assert found(low) == found(low + points)


@given(scores=courses())
def test_changes_follow_one_another(scores: Floats) -> None:
    """No change begins to be told before the one before it has ended, and none is told before it began."""
    ends = [(int(change.met[0]), int(change.met[-1])) for change in changes(scores, ~np.isnan(scores))]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert all(since <= noticed for _up, since, noticed in found(scores))


def test_unused_days_are_no_evidence() -> None:
    """High days that do not count are neither a change nor part of the usual."""
    scores = np.array([2, 3, 2, 2, 3, 2, 3, 2] * 4 + [7] * 9 + [2, 3, 2, 3, 2], np.float64)
    used = np.ones(len(scores), np.bool_)
    assert found(scores)
    used[32:41] = False
    assert list(changes(scores, used)) == []
    assert shifts(scores, used)[2].level[-1] < 3


@given(scores=courses())
def test_grouped_median_lies_where_half_the_answers_are(scores: Floats) -> None:
    """At most half of the answers lie more than half a point above it, and at most half as far below."""
    counts = trailing_counts(scores, WINDOW)
    ours = grouped_median(counts)
    for day in range(len(scores)):
        part = scores[max(0, day - WINDOW + 1) : day + 1]
        if not np.isnan(part).all():
            half = np.count_nonzero(~np.isnan(part)) / 2
            assert np.count_nonzero(part > ours[day] + 0.5) <= half
            assert np.count_nonzero(part < ours[day] - 0.5) <= half


def test_usual_of_regular_days() -> None:
    """Level, spread and correlation of a long regular course are near those with which it was made."""
    chance = np.random.default_rng(5)
    course = chance.normal(size=3000)
    for day in range(1, 3000):
        course[day] = 0.6 * course[day - 1] + 0.8 * course[day]
    own = usual(np.clip(np.rint(5 + 1.4 * course), 0, 10))
    days = np.arange(WINDOW, 3000, WINDOW)
    assert np.mean(own.level[days]) == pytest.approx(5, abs=0.1)
    assert np.mean(own.spread[days]) == pytest.approx(1.3, abs=0.15)
    assert np.mean(own.carry[days]) == pytest.approx(0.5, abs=0.06)


def test_one_wild_day_hardly_moves_the_usual() -> None:
    """A single 10 among forty days of 2 moves the level by less than a tenth of a point."""
    calm = np.full(40, 2.0)
    wild = calm.copy()
    wild[20] = 10
    assert abs(usual(wild).level[-1] - usual(calm).level[-1]) < 0.1


@given(scores=courses(), width=st.integers(1, 20), ago=st.integers(0, 10))
def test_medians_and_means_are_numpys(scores: Floats, width: int, ago: int) -> None:
    """The trailing medians and means are what numpy gives for each window by itself."""
    ours, count = medians(scores, width, ago)
    means = trailing_mean(scores, width)
    for day in range(len(scores)):
        part = scores[max(0, day - ago - width + 1) : max(0, day - ago + 1)]
        part = part[~np.isnan(part)]
        assert count[day] == len(part)
        if len(part):
            assert ours[day] == np.median(part)
        now = scores[max(0, day - width + 1) : day + 1]
        now = now[~np.isnan(now)]
        assert means[day] == pytest.approx(np.mean(now) if len(now) else 0)


def test_a_climb_is_no_jump() -> None:
    """A steady climb is told from a jump, with ordinary scatter around both."""
    scatter = np.array([0, 1, -1, 0, 0, 1, 0, -1, 0, 0, 1, 0, -1, 0] * 3, np.float64)
    jump, climb = np.zeros(35), np.zeros(35)
    jump[25:] = 3
    climb[10:] = np.arange(25) / 7
    assert climbing(climb + scatter[:35])
    assert not climbing(jump + scatter[:35])


def test_a_rhythm_is_found_and_chance_is_not() -> None:
    """Five bad days each three weeks are a rhythm from the third time on; the same days without pauses are none."""
    once = [3, 4, 3, 3, 2] + [0, 1, 0, -1, 0, 0, 1, 0] * 2
    away = np.array(once * 3, np.float64)
    assert not in_rhythm(away[: 21 + 4], 21)
    assert in_rhythm(away[: 42 + 4], 42)
    away[30:42] = 3
    assert not in_rhythm(away[: 42 + 4], 42)


def test_a_rhythm_rests_on_three_of_its_lengths() -> None:
    """Of the longest one too: the days after the first stretch can speak against it, those before it can’t."""
    bad, pause = np.full(5, 3.0), np.random.default_rng(1).choice([-3.0, 3.0], 30)
    alike, unlike = (np.concatenate([bad, way * pause, bad, pause, bad, pause, bad[:3]]) for way in (1.0, -1.33))
    for before in ([], [9.0] * 200, [np.nan] * 200):
        since = len(before) + 3 * 35
        assert in_rhythm(np.concatenate([before, alike]), since)
        assert not in_rhythm(np.concatenate([before, unlike]), since)
