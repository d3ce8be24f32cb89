"""The signs of the chart: dots, hollow shapes and crosses, many at once on a screen, one by one as lines on paper."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget
from shiboken6 import wrapInstance

from symtrack.diary.record import Floats
from symtrack.ui.theme import Theme

CORNERS = {
    "s": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "t1": ((0, -1), (1, 0.9), (-1, 0.9)),
    "d": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "visit": ((-1, -0.9), (1, -0.9), (0, 1)),
    "point": ((0, -1), (1, 1), (-1, 1)),
}
TICK = 3.0
"""The width of a cycle's tick."""
EDGE = 1.0
SMALL_DOT = 6.5
"""Smaller dots need no edge to be told apart."""
HOLLOW_LINE = 1.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The diameter of a filled dot in pixels; the other signs follow it."""

    dot: float

    @classmethod
    def of(cls, day: float, scale: float) -> "Size":
        """As large as a day of so many pixels allows, from 3 to 10, a little larger with larger text."""
        return cls(dot=min(max(day * 0.85, 3.0), 10.0 + 4 * (scale - 1)))

    def radius(self, sign: str) -> float:
        if sign == "asked":
            return max(4.0, self.dot - 2) / 2
        return (self.dot if sign in {"own", "late"} else max(self.dot, 5.0) + 2) / 2


def late_colour(theme: Theme) -> QColor:
    """Halfway between ink and panel: lighter than an entry of the day, and still easy to see."""
    ink, panel = theme.color("ink"), theme.color("panel")
    return QColor(*((a + b) // 2 for a, b in zip(ink.getRgb()[:3], panel.getRgb()[:3], strict=True)))  # type: ignore[index]


def draw_sign(painter: QPainter, theme: Theme, sign: str, at: QPointF, r: float) -> None:
    """One sign with its middle at a place; `r` is half its size."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match sign:
        case "own" | "late":
            edged = 2 * r > SMALL_DOT
            painter.setPen(QPen(theme.color("panel"), EDGE) if edged else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QBrush(theme.color("ink") if sign == "own" else late_colour(theme)))
            painter.drawEllipse(at, r, r)
        case "asked":
            painter.setPen(QPen(theme.color("soft"), 2))
            for turn in (-1, 1):
                painter.drawLine(at + QPointF(-r, turn * r), at + QPointF(r, -turn * r))
        case "cycle" | "expected" | "change":
            _draw_boxes(painter, theme, sign, at, r)
        case "scan":
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(theme.color("ink"))
            painter.drawPolygon(corners("d", at, r))
        case "o":
            painter.setPen(QPen(theme.color("ink"), HOLLOW_LINE))
            painter.drawEllipse(at, r, r)
        case "point" | "visit":
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(theme.color("accent" if sign == "point" else "ink"))
            painter.drawPolygon(corners(sign, at, r))
        case _:
            painter.setPen(QPen(theme.color("ink"), HOLLOW_LINE))
            painter.drawPolygon(corners(sign, at, r))


def _draw_boxes(painter: QPainter, theme: Theme, sign: str, at: QPointF, r: float) -> None:
    """A bar for a cycle, hollow for an expected one, a plus for a change of medicine."""
    upright = QRectF(at.x() - TICK / 2, at.y() - r, TICK, 2 * r)
    if sign == "expected":
        painter.setPen(QPen(theme.color("soft"), 1))
        painter.drawRect(upright.adjusted(-0.5, 0, 0.5, 0))
        return
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(theme.color("ink"))
    if sign == "change":
        upright.adjust(0, 1, 0, -1)
        painter.drawRect(QRectF(at.x() - r + 1, at.y() - TICK / 2, 2 * r - 2, TICK))
    painter.drawRect(upright)


def corners(sign: str, at: QPointF, r: float) -> QPolygonF:
    return QPolygonF([QPointF(at.x() + dx * r, at.y() + dy * r) for dx, dy in CORNERS[sign]])


class Stamps:
    """The signs of one picture, each made once. On paper they are drawn one by one, and stay lines."""

    def __init__(self, painter: QPainter, theme: Theme, radius: Callable[[str], float]) -> None:
        self._painter = painter
        self._theme = theme
        self._radius = radius
        self._made: dict[str, tuple[QPixmap, float]] = {}
        # Only what is made of pixels takes stamps.
        self._paper = not isinstance(painter.device(), QWidget | QPixmap | QImage)

    def draw(self, sign: str, x: Floats, y: Floats) -> None:
        """The sign at all these places."""
        if not len(x):
            return
        if self._paper:
            for place in zip(x.tolist(), y.tolist(), strict=True):
                draw_sign(self._painter, self._theme, sign, QPointF(*place), self._radius(sign))
            return
        stamp, side = self._made.get(sign) or self._make(sign)
        ratio = stamp.width() / side
        # As Qt lays out QPainter.PixmapFragment: x, y, left, top, width, height, two scales, rotation, opacity.
        pieces = np.zeros((len(x), 10))
        pieces[:, 0], pieces[:, 1] = np.round(x * ratio) / ratio, np.round(y * ratio) / ratio
        pieces[:, 4:6] = stamp.width()
        pieces[:, 6:8] = 1 / ratio
        pieces[:, 9] = 1.0
        first = cast("QPainter.PixmapFragment", wrapInstance(pieces.ctypes.data, QPainter.PixmapFragment))
        self._painter.drawPixmapFragments(first, len(x), stamp)

    def _make(self, sign: str) -> tuple[QPixmap, float]:
        """The sign in the middle of a transparent square, and how wide that is before the screen's own scale."""
        r = self._radius(sign)
        side = 2 * math.ceil(r + (1 if 2 * r <= SMALL_DOT else 2))
        stamp = QPixmap(*[round(side * self._painter.device().devicePixelRatioF())] * 2)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.scale(stamp.width() / side, stamp.width() / side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sign(painter, self._theme, sign, QPointF(side / 2, side / 2), self._radius(sign))
        painter.end()
        self._made[sign] = stamp, float(side)
        return self._made[sign]
