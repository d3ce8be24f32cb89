"""The paper from cold: `symtrack report` beside the same pages set plainly with reportlab and with matplotlib.

`python -m benchmarks.report [turns]`: each is a program of its own, from its start to the file; they take turns. All
three read the same diary and have the same blocks, words, tables and charts; only ours is tagged.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path

from benchmarks.measuring import Figures, Line, in_turns, ratio, spread, tell, worked
from symtrack.report.blocks import Block, Chart, Charts, Head, Numbered, Pictures, Table, Words

UNTIL = date(2026, 5, 16)
PRESET = "family-doctor"
TURNS = 4
FOOT = 0.04
"""Of the page’s height, with matplotlib."""
WAYS = ("typst, tagged", "reportlab", "matplotlib")


def main(*words: str) -> None:
    if words[:1] in (("reportlab",), ("matplotlib",)):
        way, diary, path = words
        {"reportlab": with_reportlab, "matplotlib": with_matplotlib}[way](blocks_of(Path(diary)), Path(path))
    else:
        tell(lines(*map(int, words)))


def lines(turns: int = TURNS) -> Iterator[Line]:
    """The paper, from the command to the file."""
    os.environ["MPLBACKEND"] = "pdf"
    with tempfile.TemporaryDirectory() as folder:
        diary = Path(folder, "demo.symtrack")
        symtrack = Path(sys.executable).with_name("symtrack")
        subprocess.run([symtrack, "demo", "-d", diary, "--until", UNTIL.isoformat()], check=True, capture_output=True)
        until = ["--to", UNTIL.isoformat(), "-o"]
        pages = {way: Path(folder, f"{way.partition(',')[0]}.pdf") for way in WAYS}
        calls: dict[str, list[str | Path]] = {
            way: [sys.executable, "-m", "benchmarks.report", way, diary, pages[way]] for way in WAYS
        }
        calls[WAYS[0]] = [symtrack, "report", "-d", diary, "--preset", PRESET, *until, pages[WAYS[0]]]
        took = in_turns({way: partial(worked, call) for way, call in calls.items()}, turns)
        for other in WAYS[1:]:
            yield _line(took[WAYS[0]], took[other], _made(pages[WAYS[0]]), f"{other}, {_made(pages[other])}")


def _line(ours: Figures, theirs: Figures, made: str, other: str) -> Line:
    times = ratio(theirs, ours)
    return Line(
        what=f"`symtrack report` from cold, of the processor’s time ({made})",
        ours=spread(ours, "s", 2),
        beside=f"{other}: {spread(theirs, 's', 2)}",
        ratio=f"{times:.2f} times as quick",
        judged=times,
        aim=1.0,
        least=True,
    )


def _made(path: Path) -> str:
    from pypdf import PdfReader

    reader = PdfReader(path)
    tagged = "tagged" if "/StructTreeRoot" in reader.trailer["/Root"] else "not tagged"  # type: ignore[operator]
    return f"{len(reader.pages)} pages, {tagged}"


def blocks_of(diary: Path) -> tuple[Block, ...]:
    """What the command sets, by the command's own way."""
    from symtrack.cli import summaries
    from symtrack.store import DiaryStore

    with DiaryStore.open(diary) as store:
        parts = summaries.Parts(preset=PRESET, sections=(), private=False)
        return summaries.ordered(store, None, UNTIL, parts).blocks()


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
    main(*sys.argv[1:])
