"""What a chart really draws, read off the lines of its picture: dots, lines and ticks in days and points."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from symtrack.ui.theme import Theme
from symtrack.ui.trends.chart import Chart
from symtrack.ui.trends.signs import late_colour

THEME = Theme.load("light")
SVG = "{http://www.w3.org/2000/svg}"
TICK = 3.0
"""The width of a cycle's tick; an expected one is a hollow box of 4."""


@dataclass
class Dot:
    row: int
    day: float
    score: float
    sign: str


@dataclass
class Seen:
    """`lines` are the thin ones between neighbours, `medians` the thick ones: each a list of (row, day, score)."""

    dots: list[Dot] = field(default_factory=list)
    lines: list[list[tuple[int, float, float]]] = field(default_factory=list)
    medians: list[list[tuple[int, float, float]]] = field(default_factory=list)
    ticks: list[float] = field(default_factory=list)
    expected: list[float] = field(default_factory=list)

    def of(self, row: int, *signs: str) -> list[tuple[int, int]]:
        """The day and score of each of these dots of a row."""
        return sorted((round(dot.day), round(dot.score)) for dot in self.dots if dot.row == row and dot.sign in signs)


def seen(chart: Chart) -> Seen:
    """What the chart draws now."""
    found = Seen()
    for group in _drawn(chart).iter(f"{SVG}g"):
        for thing in group:
            _take(chart, found, group, thing)
    return found


def _drawn(chart: Chart) -> ET.Element:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(chart.size())
    svg.setViewBox(QRectF(chart.rect()))
    painter = QPainter(svg)
    chart.paint(painter, THEME)
    painter.end()
    return ET.fromstring(bytes(buffer.data().data()).decode())


def _take(chart: Chart, found: Seen, group: ET.Element, thing: ET.Element) -> None:
    fill, stroke = group.get("fill"), group.get("stroke")
    match thing.tag.removeprefix(SVG):
        case "circle":
            row, day, score = place(chart, float(thing.attrib["cx"]), float(thing.attrib["cy"]))
            known = {THEME.ink.lower(): "own", late_colour(THEME).name(): "late", "none": "hollow"}
            if row >= 0:
                found.dots.append(Dot(row, day, score, known[str(fill)]))
        case "polyline":
            points = [tuple(map(float, pair.split(","))) for pair in thing.attrib["points"].split()]
            line = [place(chart, *pair) for pair in points]
            if stroke == THEME.soft.lower():
                found.lines.append(line)
            elif stroke == THEME.accent.lower() and line[0][0] >= 0 and len(line) > 1:
                found.medians.append(line)
        case "rect":
            _tick(chart, found, thing, fill)


def _tick(chart: Chart, found: Seen, thing: ET.Element, fill: str | None) -> None:
    """A cycle's tick: a filled box as high as a sign in the lane of marks."""
    left, wide, top = (float(thing.attrib[key]) for key in ("x", "width", "y"))
    marks = chart.places.marks
    if marks is None or not marks - 3 <= top <= marks + 24:
        return
    day = place(chart, left + wide / 2, top)[1]
    if fill == THEME.ink.lower() and abs(wide - TICK) < 0.01:
        found.ticks.append(day)
    elif fill == "none" and abs(wide - 4) < 0.01:
        found.expected.append(day)


def place(chart: Chart, x: float, y: float) -> tuple[int, float, float]:
    """Row, day and score at a place in pixels; row −1 above and below all rows."""
    places, window = chart.places, chart.window_shown
    day = window.left + (x - places.left) / (places.right - places.left) * window.span
    for row, plot in enumerate(places.plots):
        if plot.top() - 8 <= y <= plot.bottom() + 8:
            zero, one = places.y(row, 0), places.y(row, 1)
            return row, day, (y - zero) / (one - zero)
    return -1, day, float(np.nan)
