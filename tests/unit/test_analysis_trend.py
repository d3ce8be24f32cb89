import numpy as np
import pytest
from hypothesis import given, strategies as st

from symtrack.analysis.trend import running_median


def scores(picture: str) -> np.ndarray:
    """One figure a day, a dot a day without a number."""
    return np.array([np.nan if mark == "." else float(mark) for mark in picture])


def drawn(picture: str) -> str:
    """Where the running median of the picture is, as `#`, and where it is not, as a dot."""
    return "".join("." if np.isnan(value) else "#" for value in running_median(scores(picture)))


def test_is_the_median_of_the_three_days_on_either_side() -> None:
    """Each day's value is the middle one of the seven days around it."""
    assert running_median(scores("1234567")).tolist()[3] == 4
    assert running_median(scores("0009000")).tolist()[3] == 0


def test_is_centred_on_its_day() -> None:
    """A bump in the scores is a bump of the median on the same days, neither earlier nor later."""
    median = running_median(scores("0000000888800000000"))
    risen = np.flatnonzero(median > 4)
    assert risen.tolist() == [7, 8, 9, 10]


def test_is_halfway_between_the_two_middle_days() -> None:
    """With an even number of answers the value lies between the middle two."""
    assert running_median(scores("2..4.35")).tolist()[3] == 3.5


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("333333333", "#########"),
        ("333.333.3", "#########"),  # A day left out does not cut the line.
        ("3333...3333", "###########"),
        ("3333....3333", "####....####"),  # A longer silence stays empty: the line ends with the answers.
        ("..3333..", "..####.."),  # It begins and ends with them, too.
        ("3.3.3.3.3", ".#######."),  # Every other day is enough, once there are three.
        ("3.....3..", "........."),  # Two days of seven are not.
        ("33", ".."),
        (".......", "......."),
        ("", ""),
    ],
)
def test_is_drawn_where_there_are_answers_around(picture: str, expected: str) -> None:
    """The line is there where three of seven days have a number, and goes over gaps of at most three days."""
    assert drawn(picture) == expected


@given(st.lists(st.sampled_from([*map(float, range(11)), float("nan")]), max_size=60))
def test_is_the_plain_definition(values: list[float]) -> None:
    """It agrees with the definition written as a loop over days."""
    array = np.array(values, dtype=np.float64)
    found = running_median(array)
    for k in range(len(array)):
        around = array[max(0, k - 3) : k + 4]
        around = around[~np.isnan(around)]
        if not np.isnan(found[k]):
            assert len(around) >= 3
            assert found[k] == np.median(around)
        elif not np.isnan(array[k]):
            assert len(around) < 3
