"""The line that says whose dots are whose."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.trends.graph import SHAPES, late_colour
from symtrack.ui.widgets import FlowLayout, clear, roles

Sample = Literal["dot", "late", "asked", "line", "point", "o", "s", "t1", "d"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sample of what is drawn, and the words for it."""

    sample: Sample
    words: str


def hollow(place: int) -> Sample:
    """The sample of the caregiver at this place in the order of names."""
    samples: tuple[Sample, ...] = ("o", "s", "t1", "d")
    return samples[place % len(SHAPES)]


class Legend(QWidget):
    """The entries side by side, at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        self._layout = FlowLayout(self, gap=14, right=True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: list[Entry]) -> None:
        if entries == self._entries:
            return
        self._entries = entries
        clear(self._layout)
        for entry in entries:
            self._layout.addWidget(_Key(self._theme, entry, self))
        self.setAccessibleName(", ".join(entry.words for entry in entries))


class _Key(QWidget):
    """One entry."""

    accessible_role = roles.PICTURE

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry = entry
        self._font = theme.font(SMALL)
        self.setAccessibleName(entry.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font)
        return QSize(
            round(self._room() + metrics.horizontalAdvance(self._entry.words)) + 2, round(metrics.height()) + 4
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QPointF(self._room() / 2 - 3, self.height() / 2))
        painter.setFont(self._font)
        painter.setPen(self._theme.color("soft"))
        text = QRectF(self._room(), 0, self.width() - self._room(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._entry.words)
        painter.end()

    def _room(self) -> float:
        return float(self._theme.px(24))

    def _draw(self, painter: QPainter, at: QPointF) -> None:
        theme, sample = self._theme, self._entry.sample
        r = theme.px(10) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        match sample:
            case "dot" | "late":
                painter.setBrush(theme.color("ink") if sample == "dot" else late_colour(theme))
                painter.drawEllipse(at, r, r)
            case "asked":
                painter.setPen(QPen(theme.color("soft"), 2))
                for sign in (-1, 1):
                    painter.drawLine(at + QPointF(-r + 1, sign * (r - 1)), at + QPointF(r - 1, -sign * (r - 1)))
            case "line":
                painter.setPen(QPen(theme.color("accent"), 3))
                painter.drawLine(at - QPointF(r + 3, 0), at + QPointF(r + 3, 0))
            case "point":
                painter.setBrush(theme.color("accent"))
                _shape(painter, "t1", at, r)
            case _:
                painter.setPen(QPen(theme.color("ink"), 1.8))
                painter.setBrush(QColor(Qt.GlobalColor.transparent))
                _shape(painter, sample, at, r)


def _shape(painter: QPainter, sample: Sample, at: QPointF, r: float) -> None:
    corners = {
        "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "t1": ((0, -1), (1, 1), (-1, 1)),
        "d": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    }
    if sample == "o":
        painter.drawEllipse(at, r, r)
    else:
        painter.drawPolygon(QPolygonF([QPointF(at.x() + dx * r, at.y() + dy * r) for dx, dy in corners[sample]]))
