"""How everything grows with a diary: over 1, 3, 10 and 30 years. `python -m benchmarks.growth [TURNS]`.

Each measurement is of a program of its own; the diaries take turns. Thirty years may cost three times what ten do. All
times are the processor’s.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np

from benchmarks.diaries import TODAY, write
from benchmarks.measuring import Figures, said, worked

YEARS = (1, 3, 10, 30)
TURNS = 3
LINEAR = YEARS[-1] / YEARS[-2]
SPAN, ENTRIES = 365, 4
NAMES = {
    "open": "Opening, until the window is painted",
    "shown": "An entry, until it is shown",
    "flags": "An entry, until the points are there",
    "trends": "Opening Trends",
    "frame": "A frame of Trends over one year",
    "all": "A frame of Trends over all of it",
    "memory": "Memory at rest",
    "report": "`symtrack report`, page one from cold",
    "export": "`symtrack export` as JSON",
}


@dataclass(frozen=True, slots=True)
class Grown:
    """One line: its medians over YEARS, in `unit`."""

    name: str
    unit: str
    medians: tuple[float, ...]

    @property
    def times(self) -> float:
        """Thirty years as a multiple of ten."""
        return self.medians[-1] / self.medians[-2]

    @property
    def met(self) -> str:
        """Whether it is no worse than linear."""
        return "yes" if round(self.times, 1) <= LINEAR else "**no**"

    def line(self) -> str:
        """The line, as the table has it."""
        figures = " | ".join(f"{median:.0f} {self.unit}" for median in self.medians)
        return f"| {self.name} | {figures} | {self.times:.1f} | {self.met} |"


def one(path: Path) -> None:
    """In a program of its own: print what the window takes."""
    from benchmarks.entry import entries
    from benchmarks.trends import frames
    from benchmarks.window import memory, opened, rest, settle

    start = process_time()
    with opened(path) as (window, journal):
        found = {"open": (process_time() - start) * 1000}
        rest(journal)
        found["memory"] = memory()
        start = process_time()
        window.open("trends")
        settle()
        found["trends"] = (process_time() - start) * 1000
        chart = window.page().sheet.chart  # type: ignore[attr-defined]
        whole = chart.course.until - chart.course.first + 1
        for name, span in (("frame", SPAN), ("all", whole)):
            found[name] = float(np.median(frames(chart, span)[:, 0]))
    found["shown"], found["flags"] = (float(np.median(times)) for times in entries(path, 1, ENTRIES).T[1::2])
    print(json.dumps(found))


def papers(path: Path) -> dict[str, float]:
    """What the commands take."""
    symtrack = Path(sys.executable).with_name("symtrack")
    to, out = ["--to", TODAY.isoformat()], path.parent
    paper: list[str | Path] = [symtrack, "report", "-d", path, *to, "-o", out / "paper.pdf"]
    export: list[str | Path] = [symtrack, "export", "-d", path, "--format", "json", "-o", out / "diary.json"]
    return {"report": 1000 * worked(paper), "export": 1000 * worked(export)}


def grown(turns: int = TURNS) -> Iterator[Grown]:
    """Each line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {years: write(Path(folder) / f"{years}.symtrack", years) for years in YEARS}
        found: dict[int, list[Mapping[str, float]]] = {years: [] for years in YEARS}
        for _turn in range(turns):
            for years, path in paths.items():
                found[years].append({**json.loads(said("benchmarks.growth", "one", str(path))), **papers(path)})
    for key, name in NAMES.items():
        figures: list[Figures] = [np.array([each[key] for each in found[years]]) for years in YEARS]
        yield Grown(name, "MB" if key == "memory" else "ms", tuple(float(np.median(each)) for each in figures))


def table(lines: Iterator[Grown]) -> str:
    """All of them."""
    years = " | ".join(f"{years} years" if years > 1 else "1 year" for years in YEARS)
    head = f"| | {years} | 30 / 10 | at most {LINEAR:g} |"
    return "\n".join((head, "|---" * (len(YEARS) + 3) + "|", *(line.line() for line in lines)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        one(Path(sys.argv[2]))
    else:
        print(table(grown(*map(int, sys.argv[1:]))))
