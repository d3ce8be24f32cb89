"""The paper from cold: `symtrack report` beside the same pages set plainly with reportlab and with matplotlib.

`python -m benchmarks.report [turns]`: each is a program of its own, from its start to the file; they take turns. All
three read the same diary and have the same blocks, words, tables and charts; only ours is tagged.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from time import perf_counter

from symtrack.report.blocks import Block, Chart, Charts, Head, Numbered, Pictures, Table, Words

UNTIL = date(2026, 5, 16)
PRESET = "family-doctor"
TURNS = 7
FOOT = 0.04
"""Of the page’s height, with matplotlib."""
WAYS = ("typst, tagged", "reportlab", "matplotlib")


def main() -> None:
    if sys.argv[1:2] in (["reportlab"], ["matplotlib"]):
        way, diary, path = sys.argv[1:4]
        {"reportlab": with_reportlab, "matplotlib": with_matplotlib}[way](blocks_of(Path(diary)), Path(path))
        return
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    with tempfile.TemporaryDirectory() as folder:
        diary = Path(folder, "demo.symtrack")
        symtrack = Path(sys.executable).with_name("symtrack")
        subprocess.run([symtrack, "demo", "-d", diary, "--until", UNTIL.isoformat()], check=True, capture_output=True)
        calls = {
            way: (
                [
                    symtrack,
                    "report",
                    "-d",
                    diary,
                    "--preset",
                    PRESET,
                    "--to",
                    UNTIL.isoformat(),
                    "-o",
                    Path(folder, f"{k}.pdf"),
                ]
                if not k
                else [sys.executable, "-m", "benchmarks.report", way, diary, Path(folder, f"{k}.pdf")]
            )
            for k, way in enumerate(WAYS)
        }
        took: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
        for turn in range(turns + 1):
            for way, call in calls.items():
                measured = _measured([str(part) for part in call])
                if turn:  # The first time fills the disk's cache, for all of them.
                    took[way].append(measured)
        _tell(took, {way: Path(folder, f"{k}.pdf") for k, way in enumerate(WAYS)})


def _measured(call: list[str]) -> tuple[float, float]:
    """Seconds by the clock on the wall, and of the processor, of one program from its start to its end."""
    before, began = os.times(), perf_counter()
    subprocess.run(call, check=True, capture_output=True, env={**os.environ, "MPLBACKEND": "pdf"})
    wall, after = perf_counter() - began, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def _tell(took: dict[str, list[tuple[float, float]]], made: dict[str, Path]) -> None:
    from pypdf import PdfReader

    ours = [statistics.median(part) for part in zip(*took[WAYS[0]], strict=True)]
    for way, measured in took.items():
        reader, size = PdfReader(made[way]), made[way].stat().st_size
        tagged = "tagged" if "/StructTreeRoot" in reader.trailer["/Root"] else "not tagged"  # type: ignore[operator]
        parts = []
        for name, values, mine in zip(("wall", "processor"), zip(*measured, strict=True), ours, strict=True):
            middle = statistics.median(values)
            spread = f"{min(values):.2f} to {max(values):.2f}"
            parts.append(f"{name} {middle:.2f} s ({spread}), {middle / mine:.2f} times ours")
        print(f"{way:14} {'; '.join(parts)}; {len(reader.pages)} pages, {size / 1000:.0f} kB, {tagged}")


def blocks_of(diary: Path) -> tuple[Block, ...]:
    """What the command sets, by the command's own way."""
    import click

    from symtrack.cli import summaries
    from symtrack.cli.opening import opened

    with click.Context(click.Command("report")), opened(diary) as store:
        return summaries.ordered(store, None, UNTIL, summaries.Parts(preset=PRESET)).blocks()


def with_reportlab(blocks: tuple[Block, ...], path: Path) -> None:
    """Plain paragraphs, tables and drawings, in one column."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table as Rows

    package = Path(str(files("font_source_sans_pro"))) / "files"
    for name, face in (("S", "SourceSansPro-Regular.ttf"), ("B", "SourceSansPro-Semibold.ttf")):
        pdfmetrics.registerFont(TTFont(name, package / face))
    plain = ParagraphStyle("plain", fontName="S", fontSize=8, leading=9.5)
    bold = ParagraphStyle("bold", parent=plain, fontName="B", fontSize=9.5, spaceBefore=4)
    flow: list[object] = []
    for kind, text in _words(blocks):
        if kind == "heading":
            flow.append(Paragraph(_safe(text), bold))
        elif kind == "line":
            flow.append(Paragraph(_safe(text), plain))
        elif isinstance(text, Chart):
            beside = Rows(
                [["", *(n[0] for n in text.numbers)], *_turned(text)], style=[("FONT", (0, 0), (-1, -1), "S", 7)]
            )
            flow.append(
                Rows([[_drawing(text), beside]], colWidths=[330, 180], style=[("PADDING", (0, 0), (-1, -1), 0)])
            )
        elif isinstance(text, Table):
            cells = [[Paragraph(_safe(cell), plain) for cell in row] for row in (text.columns, *text.rows)]
            wide = [80, *[430 / (len(text.columns) - 1)] * (len(text.columns) - 1)]
            line = ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)
            flow.append(Rows(cells, colWidths=wide, style=[line, ("PADDING", (0, 0), (-1, -1), 1)], repeatRows=1))
        flow.append(Spacer(1, 1))
    SimpleDocTemplate(str(path), pagesize=A4, margins=40, leftMargin=44, rightMargin=44, topMargin=38).build(flow)


def _drawing(chart: Chart) -> object:
    from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String

    days = [dot.day for dot in chart.dots]
    first, last = min(days, default=0), max(days, default=1)
    drawn = Drawing(330, 50)
    for value in (0, 4, 7, 10):
        drawn.add(Line(14, 4 + 4.2 * value, 326, 4 + 4.2 * value, strokeWidth=0.4))
        drawn.add(String(2, 2 + 4.2 * value, str(value), fontSize=6))
    places = [(16 + 308 * (dot.day - first) / max(1, last - first), 4 + 4.2 * dot.score) for dot in chart.dots]
    drawn.add(PolyLine([part for place in places for part in place], strokeWidth=0.5))
    for x, y in places:
        drawn.add(Circle(x, y, 1.8))
    drawn.add(String(18, 40, chart.name, fontName="B", fontSize=9))
    return drawn


def with_matplotlib(blocks: tuple[Block, ...], path: Path) -> None:
    """Lines of text one below the other, and an axes a chart."""
    from textwrap import wrap

    import matplotlib.pyplot as plt
    from matplotlib.backends.backend_pdf import PdfPages

    plt.rcParams["pdf.fonttype"] = 42
    with PdfPages(path) as pdf:
        figure, y = plt.figure(figsize=(8.27, 11.69)), 0.96
        for kind, text in _words(blocks):
            lines = (
                [" | ".join(row) for row in (text.columns, *text.rows)]
                if isinstance(text, Table)
                else wrap(text, 125)
                if isinstance(text, str)
                else []
            )
            needed = 0.062 if isinstance(text, Chart) else 0.0125 * sum(len(wrap(line, 125)) or 1 for line in lines)
            if y - needed < FOOT:
                pdf.savefig(figure)
                plt.close(figure)
                figure, y = plt.figure(figsize=(8.27, 11.69)), 0.96
            if isinstance(text, Chart):
                axes = figure.add_axes((0.08, y - 0.055, 0.55, 0.05))
                axes.plot([d.day for d in text.dots], [d.score for d in text.dots], "k.-", lw=0.5, ms=4)
                axes.set_ylim(0, 10)
                axes.set_yticks([0, 4, 7, 10])
                axes.set_xticks([])
                axes.tick_params(labelsize=6)
                axes.grid(axis="y", lw=0.4)
                figure.text(0.09, y - 0.012, text.name, size=8, weight="bold")
                for k, row in enumerate((("", *(n[0] for n in text.numbers)), *_turned(text))):
                    for column, cell in enumerate(row):
                        figure.text(0.66 + 0.055 * column, y - 0.012 - 0.011 * k, cell, size=6)
            for k, line in enumerate(part for whole in lines for part in (wrap(whole, 125) or [""])):
                weight = "bold" if kind == "heading" else "normal"
                figure.text(0.08, y - 0.0125 * (k + 1), line, size=7, weight=weight)
            y -= needed
        pdf.savefig(figure)
        plt.close(figure)


def _words(blocks: tuple[Block, ...]) -> Iterator[tuple[str, object]]:
    """The blocks as headings, lines, tables and charts, in order; small pictures are told."""
    for block in blocks:
        if heading := getattr(block, "heading", ""):
            yield "heading", heading
        match block:
            case Head():
                yield "heading", block.title
                yield from (("line", line) for line in (block.name, *block.lines))
            case Words():
                yield from (("line", line) for line in block.paragraphs)
            case Numbered():
                yield from (("line", f"{k}. {entry}") for k, entry in enumerate(block.entries, block.start))
            case Pictures():
                yield from (("line", picture.alt) for picture in block.pictures)
            case Charts():
                yield from (("chart", chart) for chart in block.charts)
            case Table():
                yield "table", block


def _turned(chart: Chart) -> list[tuple[str, ...]]:
    """A row a period."""
    return [(name, *(number[k] for number in chart.numbers)) for k, name in enumerate(("before", "now", "change"), 1)]


def _safe(text: object) -> str:
    return str(text).replace("&", "&amp;").replace("<", "&lt;")


if __name__ == "__main__":
    main()
