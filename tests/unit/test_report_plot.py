"""Where things lie in the charts: nothing is joined that was not, and no words lie on each other."""

from itertools import pairwise
from typing import Any

import pytest

from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import build
from symtrack.report.blocks import Charts
from symtrack.report.plot import drawn
from symtrack.report.room import Axis, Room, text_width
from tests.diaries import day, diary

WIDTH = 341.0


def charts(picture, length, events=()):
    blocks = build(diary(picture, events=events, until=day(length)), (), Period(day(1), day(length)))
    return next(block for block in blocks if isinstance(block, Charts))


def plotted(picture="pain 2 3", length=28, events=()):
    return drawn(charts(picture, length, events), WIDTH)


def apart(extents):
    """Whether no two of the (start, stop) touch."""
    ordered = sorted(extents)
    return all(a[1] < b[0] for a, b in pairwise(ordered))


def test_a_line_joins_neighbouring_days_only():
    """Over a gap there is no line; a day alone is a dot."""
    chart = plotted("pain 2 3 . 4 . 5 6 7", 8)["charts"][0]
    assert [len(line) for line in chart["lines"]] == [2, 3]
    assert len(chart["dots"]) == 6


def test_ten_is_at_the_top_and_nought_at_the_bottom():
    """The axis is the whole scale, whatever the scores are."""
    dots = plotted("pain 0 4 10", 3)["charts"][0]["dots"]
    assert [dot["y"] for dot in dots] == [1.0, 0.6, 0.0]
    assert [guide["value"] for guide in plotted()["guides"]] == [0, 4, 7, 10]


@pytest.mark.parametrize("length", [1, 28, 92, 230, 600])
def test_dots_stay_inside_and_shrink_with_the_days(length):
    """Every day lies within the axis; long periods have small dots, never invisible ones."""
    plot = plotted("pain " + "5" * length, length)
    xs = [dot["x"] for dot in plot["charts"][0]["dots"]]
    assert len(xs) == length
    assert min(xs) > 0
    assert max(xs) < WIDTH
    assert 0.7 <= plot["radius"] <= 2.1
    if length <= 92:
        assert 2 * plot["radius"] <= WIDTH / length


def test_ten_years_are_a_line_with_its_reach():
    """Ten dots to a point of ink are a black field: it is a line through the middle of some days, and their reach."""
    plot = plotted("pain " + "05" * 1825, 3650)["charts"][0]
    assert plot["dots"] == []
    assert 250 <= len(plot["reaches"]) <= 300
    assert {(reach["high"], reach["low"]) for reach in plot["reaches"]} == {(0.5, 1.0)}
    assert all(0 < x < WIDTH and 0.5 <= y <= 1 for run in plot["lines"] for x, y in run)


@pytest.mark.parametrize("length", [3, 14, 28, 60, 92, 150, 230, 400, 1000, 3650])
def test_dates_under_the_charts_do_not_touch(length):
    """However long the period, the dates can be read, and there is at least one."""
    days = plotted("pain 2", length)["days"]
    widths = [text_width(label["label"]) / 2 for label in days]
    assert days
    assert apart((label["x"] - w, label["x"] + w) for label, w in zip(days, widths, strict=True))


@pytest.mark.parametrize("every", [3, 7, 14, 21])
def test_every_cycle_has_a_tick_and_no_name_lies_on_another_tick(every):
    """Weekly cycles over half a year lose names, not ticks."""
    events = [Event(kind="cycle", day=day(k)) for k in range(1, 185, every)]
    cycles = plotted("pain 2", 184, events)["cycles"]
    assert len(cycles) == len(events)
    extents = [(tick["x"] - 0.6, tick["x"] + 0.6) for tick in cycles]
    for tick in cycles:
        if tick["label"]:
            wide = text_width(tick["label"])
            start = tick["x"] - 2.5 - wide if tick["before"] else tick["x"] + 2.5
            extents.append((start, start + wide))
    assert apart(extents)


def test_a_crowd_of_marks_keeps_apart_and_says_what_is_missing():
    """Marks that have no room are left to the list, and the legend says so."""
    events = [Event(kind="scan", day=day(k), body={"modality": "ct", "result": "bigger"}) for k in range(1, 93, 3)] + [
        Event(kind="visit", day=day(k)) for k in range(2, 93, 5)
    ]
    plot = plotted("pain 2", 92, events)
    assert plot["notes"]
    assert len(plot["marks"]) < len(events)
    for lane in {mark["lane"] for mark in plot["marks"]}:
        mine = [mark for mark in plot["marks"] if mark["lane"] == lane]
        extents = []
        for mark in mine:
            wide = text_width(mark["label"])
            words = (mark["text"], mark["text"] + wide) if mark["after"] else (mark["text"] - wide, mark["text"])
            extents.append((min(mark["x"] - 3, words[0]), max(mark["x"] + 3, words[1])))
        assert apart(extents)


def test_bands_that_overlap_lie_in_different_lanes():
    """Radiotherapy during chemotherapy is seen beside it; a short one keeps its name next to it."""
    events = [
        Event(kind="treatment", day=day(1), until=day(92), text="FOLFOX", body={"type": "chemotherapy"}),
        Event(
            kind="treatment", day=day(40), until=day(41), text="Radiotherapy to the hip", body={"type": "radiotherapy"}
        ),
        Event(kind="stay", day=day(91), until=day(92), body={"where": "hospital"}),
    ]
    bands = {band["label"]: band for band in plotted("pain 2", 92, events)["bands"]}
    hip, stay = bands["Radiotherapy to the hip"], bands["In hospital"]
    assert len({bands["FOLFOX"]["lane"], hip["lane"]}) == 2
    assert hip["text"] >= hip["x"] + hip["width"]
    assert stay["text"] + text_width("In hospital") <= stay["x"]
    assert all(band["x"] >= 0 and band["x"] + band["width"] <= WIDTH + 0.01 for band in bands.values())


def test_what_is_too_long_for_its_place_is_a_number_and_whole_below():
    """Nothing is cut; the same words have the same number."""
    change = {"medicine": "Morphine, slow release", "from": "10 mg twice a day", "to": "15 mg twice a day"}
    plot = plotted("pain 2", 92, [Event(kind="change", day=day(k), body=change) for k in (20, 50)])
    assert [mark["label"] for mark in plot["marks"]] == ["(1)", "(1)"]
    assert plot["notes"] == ["(1) Morphine, slow release: 10 mg twice a day → 15 mg twice a day"]


def test_what_happened_often_is_a_number_and_said_once():
    """Nine scans with the same result are nine signs with a number, not nine times the same words."""
    scan = {"modality": "ct", "result": "same"}
    plot = plotted("pain 2", 92, [Event(kind="scan", day=day(k), body=scan) for k in range(1, 92, 10)])
    assert {mark["label"] for mark in plot["marks"]} == {"(1)"}
    assert len(plot["marks"]) == 10
    assert plot["notes"] == ["(1) CT: the same"]


def test_years_of_cycles_are_no_grey_field():
    """A hundred and thirty ticks can't be told apart: they are left to the list, and the legend says so."""
    plot = plotted("pain 2", 3650, [Event(kind="cycle", day=day(k)) for k in range(1, 3650, 28)])
    assert plot["cycles"] == []
    assert plot["notes"] == ["More marks than fit here: all of them are in the list of what happened."]


def test_ten_years_are_named_by_years():
    """Every so many Januaries are a scale; May 2026 and October 2027 are none."""
    labels = [tick["label"] for tick in plotted("pain 2", 3650)["days"]]
    assert labels
    assert all(label.startswith("January ") for label in labels)


@pytest.mark.parametrize("at", [1, 46, 92])
def test_a_long_label_stays_inside(at):
    """A name of full-width letters is shortened, wherever its day is."""
    events = [
        Event(kind="change", day=day(at), body={"medicine": "薬" * 30}),
        Event(kind="treatment", day=day(at), until=day(at), text="薬" * 30, body={"type": "other"}),
    ]
    plot = plotted("pain 2", 92, events)
    (mark,), (band,) = plot["marks"], plot["bands"]
    wide = text_width(mark["label"])
    start = mark["text"] if mark["after"] else mark["text"] - wide
    assert start >= 0
    assert start + wide <= WIDTH + 1
    assert band["text"] >= 0
    assert band["text"] + text_width(band["label"]) <= WIDTH + 1


def test_the_name_of_a_chart_moves_away_from_high_scores():
    """A week of tens at the left sends the name to where there is nothing."""
    plot = plotted("pain " + "10 " * 14 + "2 " * 14, 28)
    name = plot["charts"][0]["labels"][0]
    assert name["label"] == "Pain"
    assert name["x"] > max(dot["x"] for dot in plot["charts"][0]["dots"][:14])


def test_words_inside_a_chart_do_not_lie_on_each_other():
    """Name, level and the words for 4 and 7 each have their own place."""
    events = [Event(kind="goal", day=day(1), body={"item": "pain", "value": 8})]
    labels = plotted("pain " + "2" * 28, 28, events)["charts"][0]["labels"]
    assert {label["label"] for label in labels} == {"Pain", "level chosen: 8", "severe: 7 and more", "moderate"}
    boxes = [(label["x"], label["x"] + label["wide"], label["y"]) for label in labels]
    for k, (start, stop, y) in enumerate(boxes):
        for other in boxes[k + 1 :]:
            assert stop < other[0] or start > other[1] or abs(y - other[2]) > 0.15


def test_a_word_that_is_not_needed_gives_way():
    """Where every place is taken by dots, the words for 4 and 7 are left to the legend; the level stays."""
    room = Room(Axis(1, 28, WIDTH), [(x, y) for x in range(0, 342, 4) for y in range(11)])
    assert room.place("moderate", (5.1,), sure=False) is None
    assert room.place("level chosen: 3", (4.1,)) is not None


def test_the_compared_periods_are_bracketed_only_where_both_are_seen():
    """On four weeks of paper “before” lies outside, and no bracket is drawn."""
    assert [span["label"] for span in plotted("pain 2", 92)["windows"]] == ["before", "now"]
    assert plotted("pain 2", 28)["windows"] == []


def test_a_chart_keeps_all_scores_when_it_is_drawn():
    """The picture holds exactly the dots of the block."""
    block = charts("pain 1 2 3\npain@caregiver:Anna 4 . 6", 3)
    plot: Any = drawn(block, WIDTH)
    chart = plot["charts"][0]
    assert [round(10 - 10 * dot["y"]) for dot in chart["dots"]] == [1, 2, 3]
    assert [round(10 - 10 * dot["y"]) for dot in chart["others"][0]] == [4, 6]
