"""A round-ended button whose text may be part bold, as in the top line."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.ui import icons
from symtrack.ui.theme import SMALL, TARGET, Theme
from symtrack.ui.widgets.drawn_button import DrawnButton
from symtrack.ui.widgets.mirrored import mirrored

ICON, SIDE, GAP = 20, 16, 8


class Part(NamedTuple):
    """A stretch of text."""

    text: str
    bold: bool = False


class Pill(DrawnButton):
    """Shows `parts` after an icon; a text that is wider than the button ends in an ellipsis.

    A `quiet` one has no border, and its text begins where other text does.
    """

    def __init__(
        self, theme: Theme, icon: str = "", *, opens: bool = False, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon = icons.drawing(icon, theme.ink) if icon else None
        self._arrow = icons.drawing("down", theme.ink) if opens else None
        self._parts: tuple[Part, ...] = ()
        self._tinted, self._quiet, self._filled = False, quiet, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", self.sizeHint().height() // 2)
        if quiet:
            self.setProperty("air", GAP)

    @property
    def filled(self) -> bool:
        return self._filled

    def fill(self, filled: bool) -> None:  # noqa: FBT001 - it is what the method is about
        """Have the colours of the button that one would press first, or those of any other."""
        if filled != self._filled:
            self._filled = filled
            if self._icon_name:
                self._icon = icons.drawing(self._icon_name, self._ink)
            self.update()

    def show_parts(self, *parts: Part, tinted: bool = False) -> None:
        self._parts, self._tinted = parts, tinted
        self.updateGeometry()
        self.update()

    def width_of(self, parts: tuple[Part, ...]) -> int:
        """The px that the button needs to show the parts whole."""
        text = sum(self._metrics(part).horizontalAdvance(part.text) for part in parts)
        marks = sum(1 for mark in (self._icon, self._arrow) if mark) * (self._theme.px(ICON) + GAP)
        return text + marks + 2 * self._side() + 2

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(self._parts), max(TARGET, self._metrics(Part("")).height() + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET * 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.line_width / 2
        shape = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        pen = painter.pen()
        pen.setWidth(theme.line_width)
        pen.setColor(theme.color("accent" if self._tinted or self.underMouse() else "border"))
        painter.setPen(pen)
        painter.setBrush(theme.color("accent" if self._filled else "accent_soft" if self._tinted else "panel"))
        if not self._quiet or self.underMouse():
            painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        size = theme.px(ICON)
        x, end = self._side(), self.width() - self._side()
        if self._icon:
            self._icon.render(painter, QRectF(self._place(x, size, size)))
            x += size + GAP
        if self._arrow:
            self._arrow.render(painter, QRectF(self._place(end - size, size, size)))
            end -= size + GAP
        painter.setPen(QColor(self._ink))
        for part in self._parts:
            metrics = self._metrics(part)
            painter.setFont(theme.font(SMALL, bold=part.bold))
            text = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, max(0, end - x + 1))
            painter.drawText(self._place(x, end - x + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += metrics.horizontalAdvance(part.text)
        painter.end()

    @property
    def _ink(self) -> str:
        return self._theme.on_accent if self._filled else self._theme.ink

    def _place(self, x: int, width: int, height: int) -> QRect:
        """The place that begins `x` px from where the language begins to read."""
        return mirrored(self, QRect(x, (self.height() - height) // 2, width, height))

    def _side(self) -> int:
        return 0 if self._quiet else SIDE

    def _metrics(self, part: Part) -> QFontMetrics:
        return QFontMetrics(self._theme.font(SMALL, bold=part.bold))
