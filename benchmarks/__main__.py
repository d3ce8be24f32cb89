"""`python -m benchmarks`: measures everything and writes docs/benchmarks.md; `… NAME` only that part of the page.

What can't be measured here, since a program is missing, says so in the table and stops nothing.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import perf_counter

from benchmarks import durable_save, entry, growth, open_sealed, page, report, rules, start, trends
from benchmarks.flags import speed
from benchmarks.measuring import Line, tell

Lines = Callable[[], Iterable[Line]]
PARTS: Mapping[str, tuple[str, tuple[Lines, ...]]] = {
    "start": ("From the start to the window", (start.lines,)),
    "entry": ("An entry", (durable_save.lines, entry.lines)),
    "trends": ("Trends", (trends.lines,)),
    "flags": ("Points", (speed.lines, rules.lines)),
    "paper": ("The paper", (report.lines,)),
    "sealed": ("A passphrase", (open_sealed.lines,)),
}
GROWTH = """## As the diary grows

Ten items in two voices each day, and 80 events a year. All times are the processor’s. Thirty years may cost three times
what ten do, and no more.

{table}
"""


def main(*wanted: str) -> int:
    """0; the page is written when all was measured."""
    found: dict[str, list[Line]] = {}
    loads = [os.getloadavg()[0]]
    for key, (name, parts) in PARTS.items():
        if not wanted or key in wanted:
            began = perf_counter()
            found[name] = [line for lines in parts for line in _measured(lines)]
            loads.append(os.getloadavg()[0])
            print(f"{name}: {perf_counter() - began:.0f} seconds", flush=True)
            tell(found[name])
    grown = growth.table(growth.grown()) if not wanted or "growth" in wanted else ""
    print(grown)
    if wanted and page.PAGE.exists():
        text = page.PAGE.read_text(encoding="utf-8")
        for name, lines in found.items():
            text = page.replaced(text, page.table(name, lines))
        if grown:
            text = page.replaced(text, GROWTH.format(table=grown))
        page.PAGE.write_text(text, encoding="utf-8")
    elif not wanted:
        text = page.page(found, GROWTH.format(table=grown), sum(loads) / len(loads))
        page.PAGE.write_text(text, encoding="utf-8")
    return 0


def _measured(lines: Lines) -> Iterator[Line]:
    try:
        yield from lines()
    except (OSError, ImportError, subprocess.CalledProcessError) as error:
        yield Line(what=f"Not measured here: {' '.join(str(error).split())}", ours="")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
