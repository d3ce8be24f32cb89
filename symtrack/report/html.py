"""The paper as one HTML file: no script, nothing fetched, to be read on a screen, sent along, or printed."""

from collections.abc import Iterable, Iterator
from html import escape

from symtrack import paths
from symtrack.report import small, svg
from symtrack.report.blocks import (
    Block,
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
from symtrack.report.plot import drawn

BLANK = "_" * 20
PLOT = 460.0
"""Points; the picture itself grows and shrinks with the window."""
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "yi", "dv", "ps", "sd", "ug"}


def of(blocks: Iterable[Block]) -> str:
    """The whole file, in the order of the paper."""
    blocks = tuple(blocks)
    head = next(block for block in blocks if isinstance(block, Head))
    foot = next(block for block in blocks if isinstance(block, Foot))
    language = head.language.replace("_", "-")
    direction = "rtl" if head.language.split("_")[0] in RIGHT_TO_LEFT else "ltr"
    style = paths.resource("report/page.css").read_text(encoding="utf-8")
    body = "\n".join(part for block in blocks if block is not foot for part in _parts(block))
    title = escape(", ".join(filter(None, (head.title, head.name))))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        f"<footer>{_lines(foot.text)}<br>{_lines(foot.made)}</footer>\n</body>\n</html>\n"
    )


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Head():
            name = f"<strong>{escape(block.name)}</strong><br>" if block.name else ""
            yield f"<header><h1>{escape(block.title)}</h1><p>{name}{'<br>'.join(map(escape, block.lines))}</p></header>"
        case Words():
            told = "".join(f"<p>{_lines(words)}</p>" for words in block.paragraphs)
            lead = _lines(block.lead)
            yield _section(
                block.heading, told.replace(f"<p>{lead}", f"<p><strong>{lead}</strong>", 1) if lead else told
            )
        case Numbered():
            entries = "".join(f"<li>{_lines(entry)}</li>" for entry in block.entries)
            more = f'<p class="small">{escape(block.more)}</p>' if block.more else ""
            yield _section(block.heading, f'<ol start="{block.start}">{entries}</ol>{more}')
        case Groups():
            groups = "".join(f"<li>{escape(group)}</li>" for group in block.groups)
            yield _section(block.heading, f'<ol class="groups">{groups}</ol>')
        case Table():
            more = f'<p class="small">{escape(block.more)}</p>' if block.more else ""
            yield _section(block.heading, _table(block) + more)
        case Dials() | Ticks() | Fields() | Grid():
            yield _section(block.heading, "".join(_of_sheet(block)))
        case Pictures():
            drawn_small = "".join(f"<figure>{small.svg(picture)}</figure>" for picture in block.pictures)
            yield _section(block.heading, f'<div class="pictures">{drawn_small}</div>')
        case Charts():
            yield _section(block.heading, "".join(_charts(block)))
        case Turn():
            yield '<div class="turn"></div>'


def _of_sheet(block: Dials | Ticks | Fields | Grid) -> Iterator[str]:
    """What is written by hand on paper is an empty line or cell."""
    match block:
        case Dials():
            for dial in block.dials:
                number = escape(dial.number) or BLANK
                hours = f"<br>{escape(dial.hours)}" if dial.hours else ""
                yield f'<p class="dial"><strong>{number}</strong> {escape(dial.whom)}{hours}</p>'
            yield f"<p>{escape(block.more)}</p>" if block.more else ""
        case Ticks():
            lines = [*map(_lines, block.entries), *[BLANK] * block.blank]
            yield f'<ul class="ticks">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
            yield f'<p class="small">{escape(block.more)}</p>' if block.more else ""
        case Fields():
            for name, said in block.fields:
                yield f'<p><span class="small">{escape(name)}</span><br>{_lines(said) or BLANK}</p>'
        case Grid():
            yield f"<p>{escape(block.how)}</p>"
            names = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.columns)
            rows = "".join(
                f'<tr><th scope="row"><strong>{escape(line.name)}</strong><br>{_lines(line.hint)}</th>'
                f"{'<td></td>' * len(block.columns)}</tr>"
                for line in block.lines
            )
            head = f'<th scope="col">{escape(block.across)}</th>{names}'
            yield f'<table class="grid"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
            yield f"<p>{escape(block.key)}</p>"


def _section(heading: str, inside: str) -> str:
    titled = f"<h2>{escape(heading)}</h2>" if heading else ""
    return f"<section>{titled}{inside}</section>"


def _table(block: Table) -> str:
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.columns)
    rows = "".join(
        f'<tr{" class=strong" if k in block.strong else ""}><th scope="row">{_lines(name)}</th>'
        f"{''.join(f'<td>{_lines(cell)}</td>' for cell in cells)}</tr>"
        for k, (name, *cells) in enumerate(block.rows)
    )
    return f"<table><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>"


def _charts(charts: Charts) -> Iterator[str]:
    places = drawn(charts, PLOT)
    periods = "<br>".join(map(escape, charts.periods))
    yield f'<div class="chart"><div>{svg.above(places)}</div><p class="small">{periods}</p></div>'
    pictures = places["charts"]
    assert isinstance(pictures, list)
    for chart, picture in zip(charts.charts, pictures, strict=True):
        names = "".join(f'<th scope="col">{escape(name)}</th>' for name in charts.columns)
        rows = "".join(
            f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
            for name, *cells in chart.numbers
        )
        beside = f"<table><thead><tr><td></td>{names}</tr></thead><tbody>{rows}</tbody></table>"
        yield f'<div class="chart"><figure>{svg.plot(places, picture)}</figure>{beside}</div>'
    yield f'<div class="chart"><div>{svg.axis(places)}</div></div>'
    notes = places["notes"]
    assert isinstance(notes, list)
    told = (f"<span>{escape(note)}</span>" for note in notes)
    yield f'<p class="small legend">{" ".join((*_legend(charts), *told))}</p>'


def _legend(charts: Charts) -> Iterator[str]:
    for part in charts.legend:
        drawn_sign = "" if part.sign == "words" else svg.sign(part.sign, part.number)
        yield f"<span>{drawn_sign}{escape(part.label)}</span>"


def _lines(words: str) -> str:
    """What a person wrote keeps its line ends."""
    return escape(words).replace("\n", "<br>")
