"""Trends over ten years: how soon it opens, how smoothly it moves, and what it costs.

`python -m benchmarks.trends [open|pan|memory]`: ten years of ten items in two voices, and 800 events. A frame beside
plain pyqtgraph with the same points at the same size takes turns with ours in one loop. Opening and memory are of
programs of their own, with an empty diary beside it.
"""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from symtrack.diary import instrument
from symtrack.diary.rows import Event, Rating, Setting
from symtrack.store import DiaryStore

DAYS, ITEMS, EVENTS = 3650, 10, 800
ANSWERED, TREATMENT, KINDS = 0.9, 80, 4
"""The part of the days with answers, and every so many events a treatment begins."""
TODAY = date(2026, 5, 15)
NOON = datetime(2026, 5, 15, 14, 2, tzinfo=timezone(timedelta(hours=1)))
SIZE = (1366, 768)
SPANS = (30, 91, 365, 400, 730, 1825, 3000)
FRAMES = 40
STARTS = 5


def keys() -> list[str]:
    """The items that are asked."""
    return [item.key for item in instrument.load().items[:ITEMS]]


def write(path: Path, days: int = DAYS) -> None:
    """Such a diary, a tenth of its days without an answer."""
    draw = random.Random(1)  # noqa: S311 - numbers of an invented diary keep no secret
    voices = ("patient", "caregiver:Anna")
    with DiaryStore.open(path, create=True, clock=lambda: NOON) as store, store.stream():
        store.add(Setting(key="items", value=keys()))
        for ago in range(days):
            day = TODAY - timedelta(days=ago)
            rows = [
                Rating(day=day, item=key, voice=voice, score=min(10, max(0, round(draw.gauss(4, 2)))))
                for voice in voices
                for key in keys()
            ]
            if draw.random() < ANSWERED or ago == 0:
                store.add(*rows)
        for number in range(EVENTS if days > 1 else 0):
            store.add(_event(number, TODAY - timedelta(days=number * days // EVENTS)))


def _event(number: int, day: date) -> Event:
    match number % KINDS:
        case 0:
            return Event(kind="cycle", day=day)
        case 1:
            return Event(kind="dose", day=day, body={"medicine": "Morphine", "when": "needed", "taken": "yes"})
        case 2:
            return Event(kind="visit", day=day)
        case _ if number % TREATMENT < KINDS:
            return Event(kind="treatment", day=day, text="FOLFOX", body={"type": "chemotherapy"})
        case _:
            return Event(kind="scan", day=day, body={"modality": "ct", "result": "same"})


def opened(path: Path) -> tuple[QApplication, object, float]:
    """The program with the window up and idle, then Trends as it was opened, and the seconds that took."""
    from symtrack.ui.journal import Journal
    from symtrack.ui.main_window import MainWindow

    app = QApplication.instance() or QApplication(["symtrack"])
    assert isinstance(app, QApplication)
    store = DiaryStore.open(path, clock=lambda: NOON)
    journal = Journal(store, path.with_suffix(".toml"))
    window = MainWindow(journal)
    window.resize(*SIZE)
    window.show()
    journal.start()
    for _turn in range(20):
        app.processEvents()
    start = perf_counter()
    window.open("trends")
    app.processEvents()
    return app, window, perf_counter() - start


def one(what: str, path: Path) -> None:
    """In a program of its own: the milliseconds until Trends is there, or the MB that the program then has."""
    _app, _window, seconds = opened(path)
    if what == "open":
        print(seconds * 1000)
    else:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        print(int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024)


def apart(what: str, paths: dict[str, Path]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """What `one` says of each diary, several times in turns."""
    found: dict[str, list[float]] = {name: [] for name in paths}
    for _turn in range(STARTS):
        for name, path in paths.items():
            command = [sys.executable, "-m", "benchmarks.trends", "one", what, str(path)]
            found[name].append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return {name: np.array(values) for name, values in found.items()}


def pan(path: Path) -> None:
    """Milliseconds a frame while the days are moved, beside plain pyqtgraph with the same points."""
    _app, window, _seconds = opened(path)
    sheet = window.page().sheet  # type: ignore[attr-defined]
    chart = sheet.chart
    other = plain(chart)
    print("days shown | ours, ms: median (quickest) | pyqtgraph | ours / pyqtgraph | ours, ms of the processor")
    for span in SPANS:
        _frames(chart, other, span)


def _frames(chart: object, other: Callable[[float, float], None], span: int) -> None:
    from symtrack.ui.trends.chart import Chart
    from symtrack.ui.trends.window import Window

    assert isinstance(chart, Chart)
    last = TODAY.toordinal()
    times = np.zeros((FRAMES, 3))
    for k in range(FRAMES):
        off = k * max(0.35, span / 200)
        window = Window.over(last - span + 1, last, earliest=last - DAYS + 1, latest=last).moved(-off)
        start, worked = perf_counter(), process_time()
        chart.show_window(window)
        chart.repaint()
        middle, work = perf_counter(), process_time() - worked
        other(window.left, window.right)
        times[k] = middle - start, perf_counter() - middle, work
    ours, theirs, work = np.median(times, axis=0) * 1000
    quickest = times[:, 0].min() * 1000
    print(f"{span:10} | {ours:6.1f} ({quickest:.1f}) | {theirs:6.1f} | {ours / theirs:.2f} | {work:.1f}")


def plain(chart: object) -> Callable[[float, float], None]:
    """Plain pyqtgraph with the same points: a row of dots and a line for each item and voice."""
    import pyqtgraph

    from symtrack.ui.trends.chart import Chart

    assert isinstance(chart, Chart)
    view = pyqtgraph.GraphicsLayoutWidget(show=True)
    view.resize(chart.size())
    plots: list[pyqtgraph.PlotItem] = []
    for row in chart.course.rows:
        plot = view.addPlot(row=len(plots), col=0)
        for series in (row.own, *row.views.values()):
            plot.plot(series.days, series.scores, connect="finite", symbol="o", symbolSize=5)
        plot.setYRange(-1, 10.5)
        plots.append(plot)
    for _turn in range(20):
        QApplication.processEvents()

    def show(left: float, right: float) -> None:
        for plot in plots:
            plot.setXRange(left, right, padding=0)
        view.viewport().repaint()

    return show


def main(*words: str) -> None:
    if words[:1] == ("one",):
        one(words[1], Path(words[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full.symtrack", Path(folder) / "empty.symtrack"
        write(full)
        with DiaryStore.open(empty, create=True, clock=lambda: NOON) as store:
            store.add(Setting(key="items", value=keys()))
        for what, unit in (("open", "ms"), ("memory", "MB")):
            if not words or what in words:
                found = apart(what, {"ten years": full, "empty": empty})
                ratio = np.median(found["ten years"]) / np.median(found["empty"])
                for name, values in found.items():
                    print(f"{what}, {name}: {np.median(values):.0f} {unit} ({values.min():.0f} to {values.max():.0f})")
                print(f"{what}: {ratio:.2f} times")
        if not words or "pan" in words:
            pan(full)


if __name__ == "__main__":
    main(*sys.argv[1:])
