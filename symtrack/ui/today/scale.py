"""Eleven numbers to choose from, 0 to 10, with words at both ends and in the middle."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from symtrack.diary.instrument import LEAST, MOST, Item, severity
from symtrack.i18n import _
from symtrack.ui.theme import GAP, SCORE, SCORE_TARGET, SMALL, Theme
from symtrack.ui.widgets.mirrored import mirrored
from symtrack.ui.widgets.toggled import Toggled

FOOT, ROUND = 4, 9


class ScoreButton(Toggled, QRadioButton):
    """One score. It takes no focus of its own: the card has it, and the card's keys reach every score."""

    def __init__(self, score: int, item: Item, theme: Theme, parent: QWidget) -> None:
        super().__init__(str(score), parent)
        self._theme = theme
        self._score = score
        self.hollow = False
        self.setAccessibleName(
            _("{item}: {score}, {word}").format(item=_(item.name), score=score, word=severity(score))
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.count_toggles()

    def sizeHint(self) -> QSize:
        return QSize(SCORE_TARGET, self.least_height(self._theme))

    @staticmethod
    def least_height(theme: Theme) -> int:
        return max(SCORE_TARGET, theme.px(SCORE) + 22)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        filled = chosen and not self.hollow
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.line_width / 2
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        shape = QPainterPath()
        shape.addRoundedRect(area, ROUND, ROUND)
        fill = "accent" if filled else "accent_soft" if chosen or self.underMouse() else "panel"
        painter.fillPath(shape, theme.color(fill))
        if not chosen:
            foot = QPainterPath()
            foot.addRect(QRectF(0, self.height() - FOOT - edge, self.width(), FOOT + edge))
            painter.fillPath(shape & foot, QColor(theme.ramp[self._score]))
        width = theme.line_width + 2 * (chosen and self.hollow)
        painter.setPen(QPen(theme.color("accent" if chosen or self.underMouse() else "border"), width))
        painter.drawPath(shape)
        font = theme.font(SCORE, bold=True)
        while QFontMetrics(font).horizontalAdvance(str(MOST)) > self.width() - 6 and font.pixelSize() > SMALL:
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(theme.color("on_accent" if filled else "accent" if chosen else "ink"))
        painter.drawText(area.adjusted(0, 0, 0, -2 if not chosen else 0), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Scale(QWidget):
    """The scores in one row, or in two where eleven targets do not fit side by side. `pressed` gives the score."""

    pressed = Signal(int)

    def __init__(self, item: Item, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights: dict[int, int] = {}
        self._words = (_(item.low), _(item.middle), _(item.high))
        self._group = QButtonGroup(self)
        self._buttons = [ScoreButton(score, item, theme, self) for score in range(LEAST, MOST + 1)]
        for score, button in enumerate(self._buttons):
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, score=score: self.pressed.emit(score))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @staticmethod
    def one_row() -> int:
        """The px that eleven targets side by side need."""
        return (MOST + 1) * SCORE_TARGET + MOST * GAP

    def button(self, score: int) -> ScoreButton:
        return self._buttons[score]

    def show_score(self, score: int | None) -> None:
        self._group.setExclusive(False)
        for each, button in enumerate(self._buttons):
            button.setChecked(each == score)
        self._group.setExclusive(True)

    def draw_hollow(self, hollow: bool) -> None:  # noqa: FBT001 - it is what the method is about
        """Draw the chosen score as an outline, as a caregiver's own view is drawn everywhere, or filled."""
        if hollow != self._buttons[0].hollow:
            for button in self._buttons:
                button.hollow = hollow
                button.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = 1 if width >= self.one_row() else 2
        height = ScoreButton.least_height(self._theme)
        return rows * height + (rows - 1) * GAP + 5 + self._words_height(width)

    def sizeHint(self) -> QSize:
        return QSize(self.one_row(), self.heightForWidth(self.one_row()))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * SCORE_TARGET + 5 * GAP, ScoreButton.least_height(self._theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = MOST + 1 if self.width() >= self.one_row() else 6
        width = (self.width() - (columns - 1) * GAP) / columns
        height = ScoreButton.least_height(self._theme)
        for score, button in enumerate(self._buttons):
            row, place = divmod(score, columns)
            x = round(place * (width + GAP))
            area = QRect(x, row * (height + GAP), round((place + 1) * (width + GAP)) - GAP - x, height)
            button.setGeometry(mirrored(self, area))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(SMALL))
        painter.setPen(self._theme.color("soft"))
        top = self._buttons[-1].geometry().bottom() + 6
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for place, word, side in zip(self._thirds(self.width()), self._words, sides, strict=True):
            area = QRect(place[0], top, place[1], self._words_height(self.width()))
            placed = int(side | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(mirrored(self, area), placed, word)
        painter.end()

    def _thirds(self, width: int) -> tuple[tuple[int, int], ...]:
        """Left and width of each word: the ends reach to the middle word, which stands in the centre."""
        metrics = QFontMetrics(self._theme.font(SMALL))
        middle = min(metrics.horizontalAdvance(self._words[1]) + 2, width // 3)
        end = (width - middle) // 2
        return (0, end - 12), (end, middle), (end + middle + 12, width - end - middle - 12)

    def _words_height(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def _measured(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(SMALL))
        wrap = int(Qt.TextFlag.TextWordWrap)
        return max(
            metrics.boundingRect(QRect(0, 0, max(place[1], 1), 10_000), wrap, word).height()
            for place, word in zip(self._thirds(width), self._words, strict=True)
        )
