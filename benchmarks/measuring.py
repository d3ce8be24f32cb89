"""How everything here is measured: variants in turns within one run, told as ratios of medians."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: what was measured, ours, and what stands beside it.

    `judged` is held against `must` and `aim`: at most these, or at least when `least`. None where nothing is asked.
    """

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    judged: float | None = None
    must: float | None = None
    aim: float | None = None
    least: bool = False
    unit: str = " ×"

    @property
    def wanted(self) -> str:
        """What is asked for, in words."""
        sign = "≥" if self.least else "≤"
        must = f"{sign} {self.must:g}{self.unit}" if self.must is not None else ""
        aim = f"aim {sign} {self.aim:g}{self.unit}" if self.aim is not None else ""
        return ", ".join(part for part in (must, aim) if part)

    @property
    def met(self) -> str:
        """Whether it is so."""
        if self.judged is None:
            return "not measured" if self.wanted else ""
        if self.must is not None and not self._reaches(self.judged, self.must):
            return "**no**"
        if self.aim is not None and not self._reaches(self.judged, self.aim):
            return "the aim is missed" if self.must is None else "yes; the aim is missed"
        return "yes" if self.wanted else ""

    def _reaches(self, judged: float, limit: float) -> bool:
        # What is told with two decimals is judged with two.
        return round(judged, 2) >= limit if self.least else round(judged, 2) <= limit


def in_turns(variants: Mapping[str, Callable[[], float]], turns: int) -> dict[str, Figures]:
    """What each variant gives, again and again in turns; a first turn, which fills the disk's cache, is left out."""
    found: dict[str, list[float]] = {name: [] for name in variants}
    for turn in range(turns + 1):
        for name, variant in variants.items():
            figure = variant()
            if turn:
                found[name].append(figure)
    return {name: np.array(figures) for name, figures in found.items()}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, by the clock on the wall."""
    start = perf_counter()
    work()
    return perf_counter() - start


def worked(command: Sequence[str | Path]) -> float:
    """Seconds of the processor that a program of its own takes, from its start to its end."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True, env=installed())
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def installed() -> dict[str, str]:
    """The environment in which a program finds its modules compiled, as one that was installed does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def said(module: str, *words: str) -> str:
    """What `python -m MODULE WORDS` prints, as a program of its own without a display."""
    command = [sys.executable, "-m", module, *words]
    environment = {**installed(), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def ratio(ours: Figures, theirs: Figures) -> float:
    """The median of ours over the median of theirs."""
    return float(np.median(ours) / np.median(theirs))


def spread(figures: Figures, unit: str, decimals: int = 0) -> str:
    """The median with the least and the most: 12 ms (11 to 15)."""
    low, middle, high = (f"{figure:.{decimals}f}" for figure in (figures.min(), np.median(figures), figures.max()))
    return f"{middle} {unit} ({low} to {high})"


def compared(what: str, found: Mapping[str, Figures], unit: str, *, decimals: int = 0, **limits: float) -> Line:
    """A line of two variants, ours first: their medians, and the ratio that is judged."""
    (_ours, ours), (name, theirs) = found.items()
    times = ratio(ours, theirs)
    return Line(
        what=what,
        ours=spread(ours, unit, decimals),
        beside=f"{name}: {spread(theirs, unit, decimals)}",
        ratio=f"{times:.2f}",
        judged=times,
        must=limits.get("must"),
        aim=limits.get("aim"),
    )


def tell(lines: Iterable[Line]) -> None:
    """Print the lines as they come."""
    for line in lines:
        parts = (line.what, line.ours, line.beside, line.ratio and f"ratio {line.ratio}", line.wanted, line.met)
        print("; ".join(part for part in parts if part), flush=True)
