"""Writes docs/pictures/architecture.svg from the contract of layers and the imports that there are.

`python -m tools.architecture_page`. How many modules import another part is told by three widths of line and not by
figures, so that a new module seldom changes the picture.
"""

import ast
import re
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import grimp

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "architecture.svg"
PACKAGE = "symtrack"

WIDTH, SIDE, BOX, GAP = 920, 20, 68, 18
ROW, GROUND_ROW = 128, 86
LETTER, LONGEST = 6.8, 60
"""Pixels that a letter of the small text needs, and the most letters that a part says of itself."""
WIDTHS = ((20, 4.5), (5, 2.5), (1, 1.2))
"""From so many importing modules on, a line is so wide."""
SHAPE = "rx='12' stroke='#5A6873' stroke-width='1.5'"
INK, SOFT, LINE, TOP, GROUND = "#1C2730", "#46535E", "#0B5563", "#FFFFFF", "#EEF1F2"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the program in the picture. Everybody imports what is `ground`, so it gets no lines."""

    name: str
    words: str
    x: float
    y: float
    width: float
    ground: bool


def layers() -> list[list[str]]:
    """The rows of the contract, from the top: which parts stand beside each other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [re.split(r"\s*[|:]\s*", row) for row in rows]


def imports() -> Counter[tuple[str, str]]:
    """How many imports lead from one part of the program to another."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    found: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            pair = _part(module), _part(other)
            if "" not in pair and pair[0] != pair[1]:
                found[pair] += 1
    return found


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def said(part: str) -> str:
    """What a part says of itself: its first sentence, or what of it stands before a comma where that is long."""
    package = ROOT / PACKAGE / part
    file = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    first = re.split(r"[.:](?:\s|$)", " ".join(docstring.replace("`", "").split()))[0]
    return first if len(first) <= LONGEST else first.partition(",")[0]


def boxes() -> list[Box]:
    """The parts, each in its row; below the first row that everybody needs they are ground."""
    rows, found, y = layers(), [], float(SIDE)
    bottom = next(at for at, row in enumerate(rows) if "registry" in row)
    for at, row in enumerate(rows):
        ground = at >= bottom
        width = min(300.0, (WIDTH - 2 * SIDE - GAP * (len(row) - 1)) / len(row))
        x = (WIDTH - width * len(row) - GAP * (len(row) - 1)) / 2
        for k, name in enumerate(row):
            found.append(Box(name, said(name), x + k * (width + GAP), y, width, ground))
        y += GROUND_ROW if ground else ROW
    return found


def _lines(shown: list[Box]) -> Iterator[str]:
    """A line for each import among those that are no ground, each at a place of its own on both boxes."""
    upper = {box.name: box for box in shown if not box.ground}
    found = {pair: n for pair, n in imports().items() if pair[0] in upper and pair[1] in upper}

    def middle(name: str) -> float:
        return upper[name].x + upper[name].width / 2

    def port(box: Box, mine: str, others: list[str]) -> float:
        return box.x + box.width * (sorted(sorted(others), key=middle).index(mine) + 1) / (len(others) + 1)

    for (one, other), n in sorted(found.items()):
        above, below = upper[one], upper[other]
        x1 = port(above, other, [b for a, b in found if a == one])
        x2 = port(below, one, [a for a, b in found if b == other])
        y1, y2 = above.y + BOX, below.y - 7
        bend = min(70, (y2 - y1) / 2)
        width = next(width for least, width in WIDTHS if n >= least)
        yield (
            f"<path d='M{x1:.0f} {y1:.0f} C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}' "
            f"stroke-width='{width}' marker-end='url(#end)'/>"
        )


def _drawn(box: Box) -> Iterator[str]:
    fill = GROUND if box.ground else TOP
    yield f"<rect x='{box.x:.0f}' y='{box.y:.0f}' width='{box.width:.0f}' height='{BOX}' {SHAPE} fill='{fill}'/>"
    x, y = box.x + box.width / 2, box.y + 22
    yield f"<text x='{x:.0f}' y='{y:.0f}' class='name'>{escape(box.name)}</text>"
    for line in textwrap.wrap(box.words, int((box.width - 16) / LETTER))[:2]:
        y += 18
        yield f"<text x='{x:.0f}' y='{y:.0f}'>{escape(line)}</text>"


HEAD = """\
<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}'
     font-family='sans-serif' font-size='13' text-anchor='middle'>
<style>text {{ fill: {soft}; }} .name {{ fill: {ink}; font-size: 16px; font-weight: bold; }}</style>
<marker id='end' markerUnits='userSpaceOnUse' markerWidth='12' markerHeight='12' refX='2' refY='5' orient='auto'>
<path d='M0 0 L9 5 L0 10 z' fill='{line}'/></marker>
<rect width='{width}' height='{height}' fill='#F8F7F4'/>
<g fill='none' stroke='{line}' stroke-opacity='0.55'>"""


def picture() -> str:
    """The SVG's text."""
    shown = boxes()
    height = round(shown[-1].y + BOX + SIDE)
    first = next(box for box in shown if box.ground)
    return "\n".join(
        [
            HEAD.format(width=WIDTH, height=height, soft=SOFT, ink=INK, line=LINE),
            *_lines(shown),
            "</g>",
            f"<text x='{WIDTH / 2:.0f}' y='{first.y - 18:.0f}'>Whatever stands above imports from these:</text>",
            *(line for box in shown for line in _drawn(box)),
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
