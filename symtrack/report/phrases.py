"""Phrases that more than one section says, always in the same words."""

from collections.abc import Iterable, Sequence
from datetime import date

from symtrack.analysis.completeness import stretches
from symtrack.diary.event_words import one_line
from symtrack.diary.period import Period
from symtrack.i18n import dated, days, left_to_right, n_, number

STRETCHES_SHOWN = 6


def signed(value: float) -> str:
    """A change with its sign, as it is written in print: +2.5, −1, 0."""
    size = number(abs(value))
    if size == number(0):
        return size
    return left_to_right(f"+{size}" if value > 0 else f"−{size}")


def severe_days(count: int) -> str:
    """7 or more on 3 days."""
    return n_("7 or more on {n} day", "7 or more on {n} days", count).format(n=count)


def span(period: Period) -> str:
    """14 Feb 2026 to 16 May 2026 (92 days)."""
    return n_("{first} to {last} ({n} day)", "{first} to {last} ({n} days)", len(period)).format(
        first=dated(period.first), last=dated(period.last), n=len(period)
    )


def named_days(some: Sequence[date]) -> str:
    """The days as stretches: 3 May, 7–9 May; of a long list the first ones, and how many days follow."""
    runs = stretches(some)
    shown = ", ".join(days(run.first, run.last) for run in runs[:STRETCHES_SHOWN])
    left = sum(len(run) for run in runs[STRETCHES_SHOWN:])
    if not left:
        return shown
    return n_("{shown} and {n} more day", "{shown} and {n} more days", left).format(shown=shown, n=left)


def cut(text: str, most: int) -> str:
    """At most `most` characters of one line, ended by “…” where something is left out."""
    line = one_line(text)
    if len(line) <= most:
        return line
    at = line.rfind(" ", most // 2, most)
    return line[: at if at > 0 else most - 1].rstrip(" ,.;:") + "…"


def sentence(parts: Iterable[str]) -> str:
    """The parts that are not empty, one after the other."""
    return " ".join(part for part in parts if part)
