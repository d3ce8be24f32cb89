"""Trend and slope are those of other programs, over dates, and hold still where they must."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st

from symtrack.analysis.slope import raw_factor, sen, trend

SERIES = json.loads((Path(__file__).parents[1] / "data" / "reference_statistics.json").read_text())["series"]
NAMES = sorted(SERIES)
SCORES = st.lists(st.integers(0, 10), min_size=3, max_size=40)


def numbers(name: str) -> tuple[np.ndarray, np.ndarray, dict[str, Any]]:
    """The days and numbers that are there, and what other programs say of them."""
    x, y = (np.array(SERIES[name][key], np.float64) for key in "xy")
    return x[~np.isnan(y)], y[~np.isnan(y)], SERIES[name]["expected"]


@pytest.mark.parametrize("name", NAMES)
def test_trend_is_that_of_other_programs(name):
    """S, its variance and, without the widening, z."""
    _x, y, expected = numbers(name)
    found, wanted = trend(y), expected["mann_kendall"]
    assert found.s == wanted["S"]
    assert found.variance == pytest.approx(wanted["var"], rel=1e-6)
    assert found.z * np.sqrt(found.factor) == pytest.approx(wanted["z"] or 0.0, rel=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_widening_is_the_published_one_floored(name):
    """The factor of the reference, at three lags, but never below 1, and 1 where there is none."""
    _x, y, expected = numbers(name)
    wanted = expected.get("hamed_rao_lag_3", {}).get("factor")
    assert trend(y).factor == pytest.approx(max(1.0, wanted) if wanted is not None else 1.0, rel=1e-6)
    if wanted is not None:
        assert raw_factor(y) == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_slope_is_over_dates(name):
    """Sen's slope as scipy has it, with the days that are missing left out and not closed up."""
    x, y, expected = numbers(name)
    assert sen(x, y) == pytest.approx(expected["sen"]["slope"], rel=1e-9, abs=1e-12)


@given(scores=SCORES, points=st.integers(-5, 5))
def test_holds_still(scores, points):
    """A shift changes nothing, a reversal turns the sign, and doubling the days halves the slope."""
    y = np.array(scores, np.float64)
    x = np.arange(len(y), dtype=np.float64)
    assert trend(y + points) == trend(y)
    assert trend(y[::-1]).s == -trend(y).s
    assert sen(x, y[::-1]) == pytest.approx(-sen(x, y))
    assert sen(2 * x, y) == pytest.approx(sen(x, y) / 2)
    assert trend(y).factor >= 1


def test_too_little_says_nothing():
    """No day, one day and equal days have no slope and no trend."""
    for few in (np.zeros(0), np.zeros(1), np.full(20, 4.0)):
        assert (sen(np.arange(len(few), dtype=np.float64), few), trend(few).z) == (0.0, 0.0)
