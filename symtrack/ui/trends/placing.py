"""Where words go so that they never lie on each other. All positions are in pixels; no Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Width = Callable[[str], float]

GAP, BESIDE = 10.0, 5.0
"""The least distance between a label and the next thing, and between a mark and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mark on a line, from `left` to `right`, and its words from long to short.

    They stand to its right, or on `either` side.
    """

    left: float
    right: float
    words: tuple[str, ...]
    either: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words from `left` on, `width` wide, beside the mark `mark` (its place in what was given)."""

    mark: int
    text: str
    left: float
    width: float


def beside(spots: Sequence[Spot], width: Width, *, left: float, right: float) -> list[Label]:
    """The labels of marks on one line, which are in order, between `left` and `right`.

    Each is the longest of its words that is free of the marks on both sides and of the label before. Where nothing
    fits, there is no label. At the right edge, the left side is open to all.
    """
    found: list[Label] = []
    taken, edge = left - GAP, left
    for k, spot in enumerate(spots):
        end = min(spots[k + 1].left - GAP if k + 1 < len(spots) else right, right)
        edge = max(edge, spot.right)
        after, before = end - edge - BESIDE, spot.left - BESIDE - taken - GAP
        taken = max(taken, spot.right)
        for text in spot.words:
            wide = width(text)
            if wide <= after:
                found.append(Label(mark=k, text=text, left=edge + BESIDE, width=wide))
                taken = edge + BESIDE + wide
                break
            if wide <= before and (spot.either or end == right):
                found.append(Label(mark=k, text=text, left=spot.left - BESIDE - wide, width=wide))
                break
    return found


def within(room: float, words: Iterable[str], width: Width) -> str:
    """The longest of the words that fits into `room` pixels, or an empty text."""
    return next((text for text in words if width(text) <= room), "")


def free_spot(busy: Iterable[tuple[float, float]], wide: float, *, left: float, right: float) -> float | None:
    """The leftmost place between `left` and `right` where `wide` pixels are free of the `busy` stretches, if any."""
    start = left
    for begin, end in sorted(busy):
        if end < start:
            continue
        if begin - start >= wide:
            break
        start = max(start, end)
    return start if start + wide <= right else None
