"""The charts of the paper as SVG, from the same places in points that the printed page draws."""

from collections.abc import Iterator
from html import escape
from itertools import chain
from typing import Any

from symtrack.report.room import Drawn

AXIS = 18.0
LANE = 12.0
TOP = 3.0
SIGN = 2.9
BELOW = 14.0


def above(charts: Drawn) -> str:
    """Treatments as bands, cycles as ticks, scans and visits as signs; nothing when there are none."""
    return "".join(_lanes(charts))


def plot(charts: Drawn, chart: Drawn) -> str:
    """One item's dots over the time axis; a screen reader hears its `alt`."""
    high = _number(charts["row"]) + TOP
    return _svg(charts, high, "".join(_inside(charts, chart)), str(chart["alt"]))


def axis(charts: Drawn) -> str:
    """The days below the last chart, and the two periods that the numbers are about."""
    parts = [_text(_x(tick), 9, str(tick["label"]), anchor="middle") for tick in _list(charts["days"])]
    for window in _list(charts["windows"]):
        x, width = AXIS + _number(window["x"]), _number(window["width"])
        parts += (
            f'<path d="M{x:.2f} 14v5m0 -2.5h{width:.2f}m0 -2.5v5" class="soft"/>',
            _text(x + width / 2, 25, str(window["label"]), anchor="middle"),
        )
    return _svg(charts, 28 if _list(charts["windows"]) else BELOW, "".join(parts), "")


def sign(kind: str, number: int = 0) -> str:
    """A sign of the legend."""
    drawn = {
        "patient": _dot(4, 4, 2.1, late=False),
        "late": _dot(4, 4, 2.1, late=True),
        "other": _hollow(4, 4, 2.1, number),
        "declined": _cross(4, 4, 1.6),
    }[kind]
    return f'<svg class="sign" viewBox="0 0 8 8" aria-hidden="true">{drawn}</svg>'


def _lanes(charts: Drawn) -> Iterator[str]:
    bands, cycles, marks = (_list(charts[key]) for key in ("bands", "cycles", "marks"))
    deep = [max((int(_number(each["lane"])) + 1 for each in things), default=0) for things in (bands, marks)]
    ticked = 1 if cycles else 0
    if not any((*deep, ticked)):
        return
    parts = []
    for band in bands:
        y = LANE * _number(band["lane"])
        kind = "later" if band["outlined"] else "band"
        parts.append(
            f'<rect x="{_x(band):.2f}" y="{y + 0.5:.2f}" width="{_number(band["width"]):.2f}" height="{LANE - 2}" '
            f'class="{kind}"/>' + _text(AXIS + _number(band["text"]), y + 8.5, str(band["label"]))
        )
    for cycle in cycles:
        y, x, before = LANE * deep[0], _x(cycle), bool(cycle["before"])
        parts.append(f'<rect x="{x - 0.6:.2f}" y="{y + 0.5:.2f}" width="1.2" height="{LANE - 3}"/>')
        parts.append(_text(x + (-3 if before else 3), y + 8.5, str(cycle["label"]), anchor="end" if before else ""))
    for mark in marks:
        y = LANE * (deep[0] + ticked + _number(mark["lane"]))
        parts.append(_sign(str(mark["kind"]), _x(mark), y + 5.5))
        anchor = "" if mark["after"] else "end"
        parts.append(_text(AXIS + _number(mark["text"]), y + 8.5, str(mark["label"]), anchor=anchor))
    yield _svg(charts, LANE * (sum(deep) + ticked) + 2, "".join(parts), "")


def _inside(charts: Drawn, chart: Drawn) -> Iterator[str]:
    width, high = _number(charts["width"]), _number(charts["row"]) - 9

    def y(thing: Drawn) -> float:
        return TOP + high * _number(thing["y"])

    for guide in _list(charts["guides"]):
        yield f'<path d="M{AXIS} {y(guide):.2f}h{width:.2f}" class="line{guide["value"]}"/>'
        yield _text(AXIS - 4, y(guide) + 2.6, str(guide["value"]), anchor="end")
    for cycle in _list(charts["cycles"]):
        yield f'<path d="M{_x(cycle):.2f} {TOP}v{high:.2f}" class="hair"/>'
    for mark in _list(charts["marks"]):
        if mark["kind"] == "scan":
            yield f'<path d="M{_x(mark):.2f} {TOP}v{high:.2f}" class="scan"/>'
    for level in _list(chart["levels"]):
        yield f'<path d="M{_x(level):.2f} {y(level):.2f}h{_number(level["width"]):.2f}" class="level"/>'
    for label in _list(chart["labels"]):
        right = bool(label["right"])
        x = AXIS + _number(label["x"]) + (_number(label["wide"]) if right else 0)
        yield _text(x, y(label) + 3, str(label["label"]), anchor="end" if right else "", strong=bool(label["strong"]))
    for reach in _list(chart["reaches"]):
        top, low = TOP + high * _number(reach["high"]), TOP + high * _number(reach["low"])
        yield f'<path d="M{_x(reach):.2f} {top:.2f}v{low - top:.2f}" class="reach"/>'
    lines: Any = chart["lines"]
    for run in lines:
        points = " ".join(f"{AXIS + px:.2f},{TOP + high * py:.2f}" for px, py in run)
        yield f'<polyline points="{points}" class="soft"/>'
    radius = _number(charts["radius"])
    declined: Any = chart["declined"]
    yield from (_cross(AXIS + day, TOP + high + 3.5, min(1.5, radius)) for day in declined)
    yield from (_dot(_x(dot), y(dot), radius, late=bool(dot["late"])) for dot in _list(chart["dots"]))
    others: Any = chart["others"]
    yield from chain.from_iterable(
        (_hollow(_x(dot), y(dot), radius, number) for dot in dots) for number, dots in enumerate(others)
    )


def _svg(charts: Drawn, high: float, inside: str, alt: str) -> str:
    told = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
    return f'<svg viewBox="0 0 {AXIS + _number(charts["width"]) + 2:.0f} {high:.0f}" {told}>{inside}</svg>'


def _text(x: float, y: float, words: str, *, anchor: str = "", strong: bool = False) -> str:
    kept = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:.2f}" y="{y:.2f}"{kept}{" class=strong" if strong else ""}>{escape(words)}</text>'


def _dot(x: float, y: float, radius: float, *, late: bool) -> str:
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}"{" class=late" if late else ""}/>'


def _hollow(x: float, y: float, radius: float, number: int) -> str:
    """Each caregiver has a hollow shape of their own."""
    r = max(radius, 1.1)
    return (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" class="hollow"/>',
        f'<rect x="{x - r:.2f}" y="{y - r:.2f}" width="{2 * r:.2f}" height="{2 * r:.2f}" class="hollow"/>',
        f'<path d="M{x:.2f} {y - r:.2f}l{r:.2f} {2 * r:.2f}h{-2 * r:.2f}z" class="hollow"/>',
    )[number % 3]


def _cross(x: float, y: float, r: float) -> str:
    wide = f"{2 * r:.2f}"
    return f'<path d="M{x - r:.2f} {y - r:.2f}l{wide} {wide}m0 -{wide}l-{wide} {wide}" class="soft"/>'


def _sign(kind: str, x: float, y: float) -> str:
    r = SIGN
    shape = {
        "scan": f"M{x:.2f} {y - r:.2f}l{r} {r}l{-r} {r}l{-r} {-r}z",
        "visit": f"M{x - r:.2f} {y - r:.2f}h{2 * r}l{-r} {2 * r}z",
    }.get(kind, f"M{x:.2f} {y - r:.2f}l{r} {2 * r}h{-2 * r}z")
    return f'<path d="{shape}"{"" if kind in {"scan", "visit"} else " class=hollow"}/>'


def _x(thing: Drawn) -> float:
    return AXIS + _number(thing["x"])


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


def _list(value: object) -> list[Drawn]:
    assert isinstance(value, list)
    return value
