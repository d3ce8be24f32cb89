"""A frame of Trends while the days are moved, beside plain pyqtgraph with the same points at the same size, in turns.

`python -m benchmarks.trends`: ten years of ten items in two voices, and 800 events.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.diaries import TODAY, YEAR, write
from benchmarks.measuring import Line, spread, tell

if TYPE_CHECKING:
    from symtrack.ui.trends.chart import Chart

YEARS = 10
SPANS = (30, 91, 365, 730, 1825, 3000)
FRAMES = 30
AIM = 16.7
"""Milliseconds; so that there are 60 frames a second."""


def frames(chart: "Chart", span: int, other: Callable[[float, float], None] | None = None) -> np.ndarray:
    """Milliseconds of each frame, of the processor and by the clock, and of the other’s, as the days are moved."""
    from symtrack.ui.trends.window import Window

    last, days = TODAY.toordinal(), chart.course.until - chart.course.first + 1
    times = np.zeros((FRAMES, 3))
    for k in range(FRAMES):
        off = k * max(0.35, span / 200)
        window = Window.over(last - span + 1, last, earliest=last - days + 1, latest=last).moved(-off)
        start, worked = perf_counter(), process_time()
        chart.show_window(window)
        chart.repaint()
        middle, work = perf_counter(), process_time() - worked
        if other is not None:
            other(window.left, window.right)
        times[k] = work, middle - start, perf_counter() - middle
    return times * 1000


def plain(chart: "Chart") -> Callable[[float, float], None]:
    """Plain pyqtgraph with the same points: a row of dots and a line for each item and voice."""
    import pyqtgraph

    from benchmarks.window import settle

    view = pyqtgraph.GraphicsLayoutWidget(show=True)
    view.resize(chart.size())
    plots: list[pyqtgraph.PlotItem] = []
    for row in chart.course.rows:
        plot = view.addPlot(row=len(plots), col=0)
        for series in (row.own, *row.views.values()):
            plot.plot(series.days, series.scores, connect="finite", symbol="o", symbolSize=5)
        plot.setYRange(-1, 10.5)
        plots.append(plot)
    settle()

    def show(left: float, right: float) -> None:
        for plot in plots:
            plot.setXRange(left, right, padding=0)
        view.viewport().repaint()

    return show


def lines(years: int = YEARS) -> Iterator[Line]:
    """The frames, for each number of days that may be shown."""
    from benchmarks.window import opened, rest

    with (
        tempfile.TemporaryDirectory() as folder,
        opened(write(Path(folder) / "diary.symtrack", years)) as (window, journal),
    ):
        rest(journal)
        window.open("trends")
        chart = window.page().sheet.chart  # type: ignore[attr-defined]
        other = plain(chart)
        for span in SPANS:
            work, ours, theirs = frames(chart, span, other).T
            yield Line(
                what=f"A frame of Trends over {span} days ({span / YEAR:.1f} years)",
                ours=f"{spread(ours, 'ms', 1)}; of the processor {np.median(work):.1f}",
                beside=f"pyqtgraph: {spread(theirs, 'ms', 1)}",
                ratio=f"{np.median(ours) / np.median(theirs):.2f}",
                judged=float(np.median(work)),
                aim=AIM,
                unit=" ms",
            )


if __name__ == "__main__":
    tell(lines())
