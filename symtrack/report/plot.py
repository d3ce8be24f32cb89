"""Where each part of the charts lies, in points: what a template needs to draw them, and nothing that it must decide.

Labels never lie on each other and are never cut: each one is given a place of its own, or is left out, or is a number
that is explained below.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from symtrack.diary.instrument import MODERATE, MOST, SEVERE
from symtrack.report.blocks import Band, Chart, Charts, Dot, Mark, Tick
from symtrack.report.room import GAP, LIFT, Axis, Drawn, Labels, Lanes, Room, height, text_width, together

ROW = 62.0
"""A chart's height where nothing presses it together, as page one of the paper may."""
BANDS, MARKS = 4, 3
"""Lanes above the charts, for what lasted and for what happened on a day."""
OFTEN = 4
"""A label that stands more often than this is a number, and is said once below."""
SHORTEST = "(1)"
CLOSE = 4.0
"""Ticks of cycles that are closer than so many points on average are a grey field, and not drawn."""
SIGN = 4.0
NAME = 9.5
WIDEST = 0.49
"""Of the axis: a label has room on one side of any day."""


def drawn(charts: Charts, width: float) -> Drawn:
    """Everything about the charts as JSON can hold it, for a plot `width` points wide."""
    axis = Axis(charts.first, charts.last, width)
    labels = Labels()
    bands, marks = _bands(charts.bands, axis, labels), _marks(charts.marks, axis, labels)
    cycles = _cycles(charts.cycles, axis)
    given = len(charts.bands) + len(charts.marks) + len(charts.cycles)
    left_out = given - len(bands) - len(marks) - len(cycles)
    return {
        "kind": "charts",
        "heading": charts.heading,
        "width": width,
        "row": ROW,
        "bands": bands,
        "cycles": cycles,
        "marks": marks,
        "days": _days(charts.days, axis),
        "radius": _radius(axis),
        "charts": [
            {
                "name": chart.name,
                "alt": chart.alt,
                **_course(chart.dots, axis),
                "others": [[_dot(dot, axis) for dot in dots] for dots in chart.others],
                "declined": [axis.at(day) for day in chart.declined],
                "levels": [_span(axis, level.first, level.last) | {"y": height(level.value)} for level in chart.levels],
                "labels": _labels(chart, charts, axis),
                "numbers": chart.numbers,
            }
            for chart in charts.charts
        ],
        "guides": [{"value": value, "y": height(value)} for value in (0, MODERATE, SEVERE, MOST)],
        "columns": charts.columns,
        "periods": charts.periods,
        "windows": _windows(charts.windows, axis),
        "legend": [{"sign": part.sign, "label": part.label, "number": part.number} for part in charts.legend],
        "notes": [*labels.notes, *([charts.crowded] if left_out else [])],
    }


def _radius(axis: Axis) -> float:
    """Dots shrink with the days, so that neighbours stay apart as long as they can be seen at all."""
    return round(min(2.1, max(0.7, 0.36 * axis.day)), 2)


def _dot(dot: Dot, axis: Axis) -> Mapping[str, object]:
    return {"x": axis.at(dot.day), "y": height(dot.score), "late": dot.late}


def _course(dots: Sequence[Dot], axis: Axis) -> Drawn:
    """A dot a day; of very many days a line through the middle of some at a time, and how far they reach."""
    some = together(axis.last - axis.first + 1)
    if some == 1:
        return {"lines": _lines(dots, axis), "dots": [_dot(dot, axis) for dot in dots], "reaches": []}
    columns: dict[int, list[int]] = {}
    for dot in dots:
        columns.setdefault((dot.day - axis.first) // some, []).append(dot.score)
    runs: list[list[list[float]]] = []
    reaches = []
    last = -2
    for column, scores in sorted(columns.items()):
        x = round((column + 0.5) * some * axis.day, 2)
        reaches.append({"x": x, "high": height(max(scores)), "low": height(min(scores))})
        if column != last + 1:
            runs.append([])
        runs[-1].append([x, height(median(scores))])
        last = column
    return {"lines": runs, "dots": [], "reaches": reaches}


def _lines(dots: Sequence[Dot], axis: Axis) -> list[list[list[float]]]:
    """The dots as lines of neighbouring days: a day without an answer breaks the line."""
    runs: list[list[Dot]] = []
    for dot in dots:
        if runs and runs[-1][-1].day == dot.day - 1:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return [[[axis.at(dot.day), height(dot.score)] for dot in run] for run in runs if len(run) > 1]


def _span(axis: Axis, first: int, last: int) -> dict[str, float]:
    return {"x": round((first - axis.first) * axis.day, 2), "width": round((last - first + 1) * axis.day, 2)}


def _labels(chart: Chart, charts: Charts, axis: Axis) -> list[Drawn]:
    """The words inside a chart, each where no dot and no other word is: the name, what 7 and 4 mean, the level chosen.

    The name and the level are always there, at the emptiest place; the other two only where there is room, and only
    in the first chart.
    """
    room = Room(axis, _obstacles((chart.dots, *chart.others), axis))
    found = [room.place(chart.name, (MOST - LIFT,), size=NAME, strong=True)]
    if chart is charts.charts[0]:
        found.append(room.place(charts.severe, (SEVERE + LIFT,), right=True, sure=False))
        found.append(room.place(charts.moderate, (MODERATE + LIFT,), right=True, sure=False))
    if chart.levels:
        value = chart.levels[-1].value
        above, below = value + LIFT, value - LIFT
        found.append(room.place(chart.level, tuple(y for y in (above, below) if y >= LIFT), right=True))
    return [label for label in found if label]


def _obstacles(voices: Iterable[Sequence[Dot]], axis: Axis) -> list[tuple[float, float]]:
    """The dots, and the middles of the lines between neighbours, as (points, score)."""
    found: list[tuple[float, float]] = []
    for dots in voices:
        found += [(axis.at(dot.day), dot.score) for dot in dots]
        found += [
            ((axis.at(a.day) + axis.at(b.day)) / 2, (a.score + b.score) / 2)
            for a, b in pairwise(dots)
            if b.day == a.day + 1
        ]
    return found


def _bands(bands: Sequence[Band], axis: Axis, labels: Labels) -> list[Drawn]:
    """A band's name stands inside it, otherwise after it, otherwise before it, wherever it has room."""
    lanes = Lanes(BANDS)
    found: list[Drawn] = []
    for band in bands:
        span = _span(axis, band.first, band.last)
        left, right = span["x"], span["x"] + span["width"]
        label = labels.fitted(band.label, max(left, right - left, axis.width - right) - GAP)
        wide, text = text_width(label) + GAP, left + GAP / 2
        if wide > span["width"]:
            text = right + GAP / 2 if right + wide <= axis.width else max(0.0, left - wide)
        lane = lanes.place((min(left, text), max(right, text + wide - GAP / 2)))
        if lane is not None:
            found.append(
                {
                    **span,
                    "text": round(text, 2),
                    "label": label,
                    "outlined": band.outlined,
                    "lane": lane,
                }
            )
    return found


def _windows(windows: Sequence[Band], axis: Axis) -> list[Drawn]:
    """The compared periods, where both can be seen and have room for their words."""
    found: list[Drawn] = []
    for window in windows:
        span = _span(axis, max(window.first, axis.first), min(window.last, axis.last))
        if span["width"] >= text_width(window.label) + 2 * GAP:
            found.append({**span, "label": window.label})
    return found if len(found) == len(windows) else []


def _marks(marks: Sequence[Mark], axis: Axis, labels: Labels) -> list[Drawn]:
    """A mark's label stands after its sign, at the right edge before it."""
    lanes, many = Lanes(MARKS), Counter(mark.label for mark in marks)
    found: list[Drawn] = []
    for mark in marks:
        often = many[mark.label] > OFTEN and text_width(mark.label) > text_width(SHORTEST)
        label = labels.number(mark.label) if often else labels.fitted(mark.label, WIDEST * axis.width)
        x, wide = axis.at(mark.day), text_width(label)
        after = x + SIGN + wide <= axis.width
        lane = lanes.place((x - SIGN, x + SIGN + wide) if after else (x - SIGN - wide, x + SIGN))
        if lane is not None:
            text = round(x + SIGN + 1 if after else x - SIGN - 1, 2)
            found.append({"x": x, "text": text, "after": after, "kind": mark.kind, "label": label, "lane": lane})
    return found


def _cycles(cycles: Sequence[Tick], axis: Axis) -> list[Drawn]:
    """Every cycle keeps its tick. All are named in full, or the first in full and the others where there is room.

    None is drawn where they would stand closer than can be told apart: years of them. A name stands after its tick and
    ends before the next one; the first may stand before its tick.
    """
    places = [axis.at(cycle.day) for cycle in cycles]
    if places and (places[-1] - places[0]) < CLOSE * (len(places) - 1):
        return []
    rooms = [b - a for a, b in pairwise([*places, axis.width + GAP])]
    full = all(_tick_room(cycle.label) <= room for cycle, room in zip(cycles, rooms, strict=True))
    found: list[Drawn] = []
    for k, (cycle, x, room) in enumerate(zip(cycles, places, rooms, strict=True)):
        long = _tick_room(cycle.label)
        before = k == 0 and long > room and x >= long
        label = cycle.label if full or before or (k == 0 and long <= room) else cycle.short
        fits = before or _tick_room(label) <= room
        found.append({"x": x, "label": label if fits else "", "before": before})
    return found


def _tick_room(label: str) -> float:
    return text_width(label) + GAP + 1


def _days(days: Sequence[Tick], axis: Axis) -> list[Drawn]:
    """The labels are centred under their days and left out where they would touch the one before or leave the axis."""
    found: list[Drawn] = []
    free = -SIGN * 3
    for tick in days:
        x, half = axis.at(tick.day), text_width(tick.label) / 2
        if x - half >= free and x + half <= axis.width + SIGN * 3:
            found.append({"x": x, "label": tick.label})
            free = x + half + GAP
    return found
