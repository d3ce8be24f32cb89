"""The paper as plain text, for an e-mail or a hospital's portal: the same blocks, in lines that no one has to zoom."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from textwrap import wrap

from symtrack.i18n import _, days
from symtrack.report.blocks import (
    Block,
    Chart,
    Charts,
    Dials,
    Fields,
    Foot,
    Grid,
    Groups,
    Head,
    Numbered,
    Pictures,
    Table,
    Ticks,
    Turn,
    Words,
)

WIDTH = 72
WEEK = 7
GAP = "  "
BLANK = "_" * 20


def of(blocks: Iterable[Block], *, aloud: bool = False) -> str:
    """The whole paper, ended by what stands at the foot of every page.

    To be heard `aloud`, a chart is what it shows, in a sentence, and nothing is there for the eye alone.
    """
    blocks = tuple(blocks)
    feet = [block for block in blocks if isinstance(block, Foot)]
    parts = ["\n".join(_lines(block, aloud=aloud)) for block in (*(each for each in blocks if each not in feet), *feet)]
    return "\n\n".join(part for part in parts if part) + "\n"


def parts(blocks: Iterable[Block]) -> tuple[tuple[str, str], ...]:
    """The words under each heading, and at the end, without one, those at the foot of every page."""
    blocks = tuple(blocks)
    found = [(block.heading, "\n".join(_below(block))) for block in blocks if not isinstance(block, Head | Foot | Turn)]
    feet = ["\n".join(_lines(block)) for block in blocks if isinstance(block, Foot)]
    return (*found, *(("", foot) for foot in feet))


def _lines(block: Block, *, aloud: bool = False) -> Iterator[str]:
    if isinstance(block, Head):
        yield from (line for line in (block.title, block.name, *block.lines) if line)
    elif isinstance(block, Foot):
        yield from _filled(block.made)
        yield from _filled(block.text)
    elif isinstance(block, Turn):
        return
    else:
        yield from _headed(block.heading, underlined=not aloud)
        if aloud and isinstance(block, Charts):
            yield from (chart.alt for chart in block.charts)
        else:
            yield from _below(block)


def _below(
    block: Words | Numbered | Groups | Table | Dials | Ticks | Fields | Grid | Pictures | Charts,
) -> Iterator[str]:
    match block:
        case Words() | Pictures():
            for sentence in _sentences(block):
                yield from _filled(sentence)
        case Numbered():
            for number, entry in enumerate(block.entries, block.start):
                yield from _filled(entry, begins=f"{number}. ")
            yield from _filled(block.more)
        case Groups():
            yield " ".join(block.groups)
        case Table():
            for row in block.rows:
                yield from _filled(_cells(row))
            yield from _filled(block.more)
        case Charts():
            yield from _charts(block)
        case Dials() | Ticks() | Fields() | Grid():
            yield from _of_sheet(block)


def _of_sheet(block: Dials | Ticks | Fields | Grid) -> Iterator[str]:
    """What is written by hand on paper is a line of underscores."""
    match block:
        case Dials():
            for dial in block.dials:
                yield from _filled(_cells((dial.number or BLANK, dial.whom, dial.hours)))
            yield from _filled(block.more)
        case Ticks():
            for entry in block.entries:
                yield from _filled(entry, begins="[ ] ")
            yield from [f"[ ] {BLANK}"] * block.blank
            yield from _filled(block.more)
        case Fields():
            for name, said in block.fields:
                yield from _filled(": ".join(filter(None, (name, said or BLANK))))
        case Grid():
            yield from _filled(block.how)
            for line in block.lines:
                yield from _filled(" · ".join([line.name, *filter(None, line.hint.split("\n"))]))
                yield "  ".join((column or "_____") + " ____" for column in block.columns)
            yield from _filled(block.key)


def _sentences(block: Words | Pictures) -> Iterator[str]:
    if isinstance(block, Words):
        yield from block.paragraphs
    else:
        yield from (picture.alt for picture in block.pictures)


def _headed(heading: str, *, underlined: bool) -> Iterator[str]:
    if heading:
        yield heading
    if heading and underlined:
        yield "-" * min(len(heading), WIDTH)


def _filled(text: str, *, begins: str = "") -> Iterator[str]:
    """The text in lines of WIDTH; a line end of the person's own stays one."""
    for line in text.split("\n"):
        yield from wrap(line, WIDTH, initial_indent=begins, subsequent_indent=" " * len(begins))
        begins = " " * len(begins)


def _cells(row: Sequence[str]) -> str:
    first, *rest = row
    told = " · ".join(cell.strip() for cell in rest if cell.strip())
    return f"{first}: {told}" if told else first


def _charts(charts: Charts) -> Iterator[str]:
    for period in charts.periods:
        yield from _filled(period)
    happened = [(band.first, band.last, band.label) for band in charts.bands]
    happened += [(mark.day, mark.day, mark.label) for mark in charts.marks]
    for first, last, label in sorted(happened):
        yield from _filled(f"{days(date.fromordinal(first), date.fromordinal(last))}: {label}")
    for chart in charts.charts:
        yield ""
        yield from _chart(chart, charts)


def _chart(chart: Chart, charts: Charts) -> Iterator[str]:
    """What the picture shows, in a sentence; the numbers beside it; and the last days themselves, a week a line."""
    yield from _filled(chart.alt)
    table = [("", *charts.columns), *chart.numbers]
    widths = [max(len(row[k]) for row in table) for k in range(len(table[0]))]
    for name, *cells in table:
        beside = GAP.join(cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield f"{name.ljust(widths[0])}{GAP}{beside}".rstrip()
    if charts.windows:
        now = charts.windows[-1]
        yield from _weeks(chart, max(now.first, charts.first), min(now.last, charts.last))


def _weeks(chart: Chart, first: int, last: int) -> Iterator[str]:
    scores = {dot.day: str(dot.score) for dot in chart.dots}
    declined = dict.fromkeys(chart.declined, "x")
    starts = range(first, last + 1, WEEK)
    spans = [
        days(begins, begins + timedelta(days=min(WEEK, last - start + 1) - 1))
        for start in starts
        for begins in (date.fromordinal(start),)
    ]
    width = max(map(len, spans), default=0)
    for start, span in zip(starts, spans, strict=True):
        week = range(start, min(start + WEEK, last + 1))
        said = GAP.join((scores.get(day) or declined.get(day, ".")).rjust(2) for day in week)
        yield f"{span.ljust(width)}{GAP}{said}"
    yield from _filled(_("A number a day; a dot is a day without an answer, an x one without a number."))
