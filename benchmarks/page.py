"""docs/benchmarks.md: what was measured, in one run on one computer."""

import os
import platform
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from benchmarks.measuring import Line

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
HEAD = """# What symtrack costs

Made by `make bench`; nothing in it is written by hand. {date}, on a computer with {cores} cores ({machine}, {system},
Python {python}). So many programs wanted a core at a time meanwhile, what was measured among them: {load}.

In each line the variants took turns within one run, and the figures are medians with the least and the most in
brackets. Trust the ratios: bare milliseconds are of this computer and this hour. Where it says “of the processor”,
waiting for other programs is left out. What must be so and what is aimed for stand in the last columns. *At rest* is
when the picture on the screen no longer changes.
"""
COLUMNS = "| | ours | beside | ratio | asked for | met |\n|---|---|---|---|---|---|"


def page(parts: Mapping[str, Iterable[Line]], growth: str, load: float) -> str:
    """The whole page."""
    head = HEAD.format(
        date=f"{date.today():%-d %B %Y}",
        cores=os.cpu_count(),
        machine=platform.machine(),
        system=_system(),
        python=platform.python_version(),
        load=f"{load:.1f}",
    )
    tables = (table(name, lines) for name, lines in parts.items())
    return "\n\n".join((head.rstrip(), *tables, growth.rstrip())) + "\n"


def table(name: str, lines: Iterable[Line]) -> str:
    """One part of the page."""
    return f"## {name}\n\n{COLUMNS}\n{_rows(lines)}"


def replaced(text: str, part: str) -> str:
    """The page with this part in place of the one of the same name."""
    name = part.partition("\n")[0]
    before, _name, rest = text.partition(f"{name}\n")
    _old, mark, after = rest.partition("\n## ")
    return f"{before}{part.rstrip()}\n{mark}{after}" if rest else text


def _rows(lines: Iterable[Line]) -> str:
    return "\n".join(
        f"| {line.what} | {line.ours} | {line.beside} | {line.ratio} | {line.wanted} | {line.met} |" for line in lines
    )


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()
