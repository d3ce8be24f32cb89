"""The page docs/how-often-wrong.md: the table, the curve, and what they mean, for a clinician."""

from benchmarks.flags.simulate import REGIMES
from benchmarks.flags.table import Table

HEAD = (
    "| | false flags per symptom-year (worst kind of person) | a lasting rise of 2 is told within 7 / 14 / 21 days "
    "| a rise of 3 within 14 | a climb of 1 point in 14 days, within 42 | one day of +5 told, above chance |\n"
    "|---|---|---|---|---|---|"
)
COLOURS = {"symtrack": "#1b5e8a", "oracle": "#8a8a8a", "bounded sum": "#b5651d"}
WIDTH, HEIGHT, LEFT, BELOW = 640, 360, 60, 50
MOST_FALSE = 3.0


def lines(found: Table) -> str:
    """The table and the cycles."""
    rows = "\n".join(line.line() for line in found.lines)
    by_regime = "\n".join(
        f"| level {one.level:g}, spread {one.spread:g}, correlation {one.carry:g} | {found.lines[-1].false[k]:.2f} |"
        for k, one in enumerate(REGIMES)
    )
    return (
        f"{HEAD}\n{rows}\n\nOf symtrack’s false flags {found.lines[-1].better:.2f} per symptom-year say that something "
        f"got better.\n\n| kind of person | false flags per symptom-year |\n|---|---|\n{by_regime}\n\n"
        f"Regular cycles of 21 days, nausea and fatigue 2.5 to 5 points higher on days 1 to 5, from the third cycle "
        f"on: {found.cycles.recorded:.3f} flags per cycle and symptom with the cycles recorded, "
        f"{found.cycles.unrecorded:.3f} without; the same people without any cycles have {found.cycles.without:.3f} "
        f"in the same time."
    )


def page(found: Table) -> str:
    """The whole page."""
    return f"""# How often symtrack is wrong, and how soon it is right

*Written by `python -m benchmarks.flags --page`; every number on it comes from that one run.*

A point that is raised too often is not read any more. One that is raised too late is of no use. This page says how
symtrack’s points about *change* do in both respects. They were measured on invented diaries, since only there it is
known on which day something changed. **No clinician has reviewed this, and it was not measured on real diaries.** Real
days may differ in ways that these do not.

## What was invented

{found.people} people, four symptoms each, 180 days, 15 % of the days without an answer. Their days differ by chance,
and a bad day is often followed by another. There are five kinds of people in equal parts: with a usual of 4, of 2 or
of 1, steady, ordinary or restless. In one run nothing changes at all: every flag in it, from day 28 on, is false. In
the others something changes on day 90. The settings of the detector were chosen on other people than these.

## The table

{lines(found)}

*Found* means that a flag of worsening spoke of some day between the change and the end of the time. Flags of one rule
and symptom within 7 days are one. The *trial rule* would be right so soon since it is nearly always on.

## The curve

![False flags against changes found](pictures/how-often-wrong.svg)

Further left is quieter, further up is sooner. Each line is one method at several settings; the large dot is symtrack
as it is. The grey line is what nobody can pass by much: a method that already knows the person’s true usual, their
spread, how their days hang together, and how large the change will be.

## What that means for one person

- About {sum(found.lines[-1].false) / len(found.lines[-1].false) * 4:.0f} points a year about changes that are none, for
  somebody with four symptoms; more for people whose days differ a lot, hardly any for steady ones.
- A rise by 2 points that lasts is told within two weeks for about {found.lines[-1].found["+2 in 14"]:.0f} of 100. For
  restless people it takes longer: the same days could be chance.
- A small lasting rise, of 1 point, is often not told at all.
- One bad day alone is not told as a change. Very high days have rules of their own.
"""


def picture(found: Table) -> str:
    """The curves as a small drawing."""
    frame = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for share in (0, 25, 50, 75, 100):
        y = _y(share)
        parts.append(f'<line x1="{LEFT}" y1="{y:.0f}" x2="{WIDTH - 10}" y2="{y:.0f}" stroke="#dddddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{share} %</text>')
    parts.extend(
        f'<text x="{_x(false):.0f}" y="{HEIGHT - 28}" text-anchor="middle">{false}</text>' for false in (0, 1, 2, 3)
    )
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 8}">false flags of worsening per symptom and year</text>')
    parts.append(f'<text x="{LEFT}" y="16">a lasting rise of 2 points told within 14 days</text>')
    for place, (name, points) in enumerate(found.curves.items()):
        inside = [(_x(false), _y(share)) for false, share in sorted(points) if false <= MOST_FALSE]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in inside)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[name]}" stroke-width="2"/>')
        parts.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS[name]}"/>' for x, y in inside)
        parts.append(f'<text x="{WIDTH - 150}" y="{HEIGHT - 130 + 20 * place}" fill="{COLOURS[name]}">{name}</text>')
    now, told = found.curves["symtrack"][2]
    parts.append(f'<circle cx="{_x(now):.1f}" cy="{_y(told):.1f}" r="7" fill="{COLOURS["symtrack"]}"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(false: float) -> float:
    return LEFT + false / MOST_FALSE * (WIDTH - LEFT - 20)


def _y(share: float) -> float:
    return HEIGHT - BELOW - share / 100.0 * (HEIGHT - BELOW - 30)
