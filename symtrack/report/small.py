"""The small pictures of the paper as SVG: a name, its scale, and a sign a day."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from symtrack.report.blocks import Picture

WIDTH, LEFT, TOP, HIGH = 300.0, 34.0, 14.0, 26.0
BELOW = TOP + HIGH + 12
BAR = 0.62
APART = 7.0
"""Points that the words of two lines need between them."""


def svg(picture: Picture) -> str:
    """The picture; a screen reader hears its `alt`."""
    inside = "".join(_inside(picture))
    told = f'role="img" aria-label="{escape(picture.alt)}"'
    return f'<svg viewBox="0 0 {WIDTH:.0f} {BELOW + 2:.0f}" {told}>{inside}</svg>'


def _inside(picture: Picture) -> Iterator[str]:
    step = (WIDTH - LEFT) / picture.days
    radius = max(0.8, min(1.8, 0.38 * step))
    yield _text(LEFT, 8, picture.name, kind="strong")
    free = -APART
    for share, words in picture.lines:
        y = TOP + (1 - share) * HIGH
        yield f'<path d="M{LEFT} {y:.2f}h{WIDTH - LEFT:.2f}" class="line10"/>'
        if abs(y - free) >= APART:
            free = y
            yield _text(LEFT - 4, y + 2.6, words, anchor="end")
    placed = [(day, LEFT + (day + 0.5) * step, TOP + (1 - share) * HIGH, share) for day, share in picture.points]
    if picture.shape == "dots":
        for (day, x, y, _share), (after, there, high, _there) in pairwise(placed):
            if after == day + 1:
                yield f'<polyline points="{x:.2f},{y:.2f} {there:.2f},{high:.2f}" class="soft"/>'
    for _day, x, y, share in placed:
        if picture.shape == "bars":
            tall = max(share * HIGH, 0.8)
            left, wide = x - step * BAR / 2, step * BAR
            yield f'<rect x="{left:.2f}" y="{TOP + HIGH - tall:.2f}" width="{wide:.2f}" height="{tall:.2f}"/>'
        else:
            hollow = ' class="hollow"' if picture.shape == "marks" and not share else ""
            yield f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}"{hollow}/>'
    yield _text(LEFT, BELOW, picture.first)
    yield _text(WIDTH, BELOW, picture.last, anchor="end")


def _text(x: float, y: float, words: str, *, anchor: str = "", kind: str = "") -> str:
    kept = (f' text-anchor="{anchor}"' if anchor else "") + (f' class="{kind}"' if kind else "")
    return f'<text x="{x:.2f}" y="{y:.2f}"{kept}>{escape(words)}</text>'
