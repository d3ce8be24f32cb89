"""Labels never lie on each other, and the days stay within the diary."""

import itertools
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, strategies as st

from symtrack.i18n import speaking
from symtrack.ui.trends.day_axis import ticks
from symtrack.ui.trends.figure import Trace
from symtrack.ui.trends.figure_chart import level_lines
from symtrack.ui.trends.happenings import Mark
from symtrack.ui.trends.lane import Lane
from symtrack.ui.trends.placing import Spot, beside, free_spot
from symtrack.ui.trends.window import Window

LEFT, RIGHT, RADIUS = 40.0, 640.0, 5.0


def width(text: str) -> float:
    return 8.0 * len(text)


def lane(*marks: Mark, day_width: float) -> Lane:
    ordered = sorted(marks, key=lambda mark: mark.day)
    return Lane.of(ordered, lambda day: LEFT + day * day_width, width, radius=RADIUS, left=LEFT, right=RIGHT)


def cycle(day: int, number: int) -> Mark:
    return Mark(day=day, kind="cycle", words=(f"cycle {number}", str(number)), number=number)


def scan(day: int) -> Mark:
    return Mark(day=day, kind="scan", words=("CT: bigger", "CT"))


def visit(day: int) -> Mark:
    return Mark(day=day, kind="visit", words=("visit",))


def said(placed: Lane) -> list[str]:
    return [label.text for label in placed.labels]


marks = st.lists(
    st.one_of(
        st.builds(cycle, st.integers(0, 90), st.integers(1, 12)),
        st.builds(scan, st.integers(0, 90)),
        st.builds(visit, st.integers(0, 90)),
    ),
    max_size=12,
)


@given(marks, st.floats(1, 40))
def test_labels_lie_neither_on_each_other_nor_on_a_mark(given_marks: list[Mark], day_width: float) -> None:
    """Whatever happened when, no label touches another one, a mark of another day, or the chart's edge."""
    shown = [mark for mark in given_marks if LEFT + mark.day * day_width <= RIGHT]
    placed = lane(*shown, day_width=day_width)
    boxes = sorted((label.left, label.left + label.width) for label in placed.labels)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(boxes))
    assert all(left >= LEFT and right <= RIGHT for left, right in boxes)
    for x, _mark in placed.marks:
        assert not any(left < x < right for left, right in boxes)


def test_a_mark_with_room_has_its_whole_words() -> None:
    """Where nothing is near, a scan says its result and a cycle its word."""
    assert said(lane(cycle(2, 1), scan(20), day_width=10)) == ["cycle 1", "CT: bigger"]


def test_cycles_look_alike_when_they_are_crowded() -> None:
    """When one cycle has no room for its word, the first says it and the others are numbers."""
    assert said(lane(cycle(0, 1), cycle(21, 2), visit(25), cycle(42, 3), day_width=10)) == [
        "cycle 1",
        "2",
        "visit",
        "3",
    ]


def test_things_of_one_day_share_a_label() -> None:
    """A visit on the day of treatment stands beside the cycle, and both are said."""
    placed = lane(cycle(5, 2), visit(5), day_width=10)
    assert said(placed) == ["cycle 2, visit"]
    assert placed.marks[0][0] != placed.marks[1][0]


def test_the_label_of_the_last_day_goes_to_the_left() -> None:
    """At the right edge there is no room after the mark, so its words stand before it."""
    (label,) = beside([Spot(left=630, right=640, words=("cycle 5",))], width, left=LEFT, right=RIGHT)
    assert label.left + label.width < 630


def test_words_go_where_no_dot_is() -> None:
    """The first stretch that is wide enough between the dots is taken, and none when there is none."""
    assert free_spot([(0, 30), (60, 200)], 50, left=0, right=400) == 200
    assert free_spot([(50, 60)], 50, left=0, right=400) == 0
    assert free_spot([(0, 380)], 50, left=0, right=400) is None


@pytest.mark.parametrize("days", [7, 14, 30, 91, 230, 366, 1000, 3660])
def test_the_days_of_the_axis_never_lie_on_each_other(days: int) -> None:
    """At every zoom there are labels, and each ends before the next begins."""
    last = date(2026, 5, 16).toordinal()
    found = ticks(last - days + 1, last, 600 / days, width)
    assert len(found) >= 2
    for (day, text), (following, after) in itertools.pairwise(found):
        assert (following - day) * 600 / days > (width(text) + width(after)) / 2


def test_the_axis_speaks_the_language_of_the_person() -> None:
    """Days and months are written as the language writes them, and a week begins where the country begins it."""
    last = date(2026, 5, 16).toordinal()
    with speaking("en_US"):
        assert "May 10" in [text for _, text in ticks(last - 29, last, 20, width)]
    assert "11 May" in [text for _, text in ticks(last - 29, last, 20, width)]


windows = st.builds(
    lambda first, length, earliest, more: Window.over(first, first + length, earliest=earliest, latest=earliest + more),
    st.integers(700_000, 701_000),
    st.integers(0, 400),
    st.integers(700_000, 701_000),
    st.integers(0, 3000),
)


@given(windows, st.floats(-5000, 5000), st.floats(0.01, 100), st.floats(0, 1))
def test_no_move_leaves_the_diary(window: Window, by: float, factor: float, part: float) -> None:
    """However far one moves or zooms, only days of the diary are shown, and at least a week of them."""
    for moved in (window, window.moved(by), window.zoomed(factor, window.left + part * window.span)):
        assert moved.left >= moved.earliest - 0.500001
        assert moved.right <= moved.latest + 0.500001
        assert moved.span >= 6.99


def test_zooming_keeps_the_day_under_the_pointer() -> None:
    """The day around which one zooms stays at its place on the screen."""
    window = Window.over(730_100, 730_199, earliest=730_000, latest=730_400)
    closer = window.zoomed(0.5, 730_125)
    assert (730_125 - closer.left) / closer.span == pytest.approx((730_125 - window.left) / window.span)


def test_a_young_diary_is_not_stretched() -> None:
    """Three days of answers are shown in two weeks, at the right."""
    window = Window.over(730_000, 730_002, earliest=730_000, latest=730_002)
    assert (window.first, window.last) == (729_989 + 7, 730_002)


def test_a_usual_day_without_neighbours_can_be_seen() -> None:
    """A line needs two places: it gets a short one of its own, and the others stay as they are."""
    days, values = np.arange(1.0, 6.0), np.array([4, np.nan, 6, np.nan, np.nan])
    drawn_days, drawn = level_lines(Trace(look="usual", days=days, values=values))
    pairs = [(a, b) for (a, x), (b, y) in pairwise(zip(drawn_days, drawn, strict=True)) if x == y == 6]
    assert [(round(a, 1), round(b, 1)) for a, b in pairs] == [(2.7, 3.3)]
    whole = Trace(look="usual", days=days[:2], values=np.array([4.0, 5.0]))
    assert level_lines(whole) == (whole.days, whole.values)
