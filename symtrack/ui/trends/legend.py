"""The line that says whose dots are whose."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.i18n import number
from symtrack.ui.theme import SMALL, Theme
from symtrack.ui.trends.drawn import SHAPES, Sign
from symtrack.ui.trends.signs import draw_sign
from symtrack.ui.widgets import FlowLayout, clear, roles

Sample = Sign | Literal["line", "thin", "field", "point", "bar", "doses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sample of what is drawn, and the words for it."""

    sample: Sample
    words: str


def hollow(place: int) -> Sample:
    """The sample of the caregiver at this place in the order of names."""
    return SHAPES[place % len(SHAPES)]


class Legend(QWidget):
    """The entries side by side, at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        self._layout = FlowLayout(self, gap=14, down=0, right=True)
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
        match sample:
            case "line":
                painter.setPen(QPen(theme.color("accent"), 3))
                painter.drawLine(at - QPointF(r + 3, 0), at + QPointF(r + 3, 0))
            case "thin":
                painter.setPen(QPen(theme.color("border"), 1))
                painter.drawLine(at - QPointF(r + 3, 0), at + QPointF(r + 3, 0))
            case "field":
                painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
                painter.setBrush(theme.color("treatment"))
                painter.drawRect(QRectF(at.x() - r - 3, at.y() - r, 2 * r + 6, 2 * r))
            case "bar":
                painter.setPen(QPen(theme.color("soft"), 1 + theme.line_width))
                painter.drawLine(at - QPointF(0, r + 2), at + QPointF(0, r + 2))
                painter.drawLine(at + QPointF(-r, r + 2), at + QPointF(r, r + 2))
            case "doses":
                painter.setPen(theme.color("ink"))
                painter.setFont(self._font)
                painter.drawText(QRectF(at.x() - 20, 0, 40, self.height()), Qt.AlignmentFlag.AlignCenter, number(2))
            case _:
                draw_sign(painter, theme, sample, at, r)
