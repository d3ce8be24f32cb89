"""The last seven days: what was answered, and a press to go there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.i18n import N_, _, long_day, weekday
from symtrack.ui.theme import SMALL, TARGET, Theme
from symtrack.ui.widgets import FlowLayout
from symtrack.ui.widgets.drawn_button import DrawnButton
from symtrack.ui.widgets.labels import unmarked

SHORT_REASONS = {
    "unwell": N_("unwell"),
    "asleep": N_("asleep"),
    # Translators: Why there is no answer, in one short word: in hospital.
    "hospital": N_("hospital"),
    # Translators: Why there is no answer, in one short word: the person prefers not to say.
    "declined": N_("not said"),
}
CELL, CELL_GAP = 12, 3
ONE_ROW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """One day of the strip.

    `cells` holds for each item True (a number), False (a reason instead) or None (nothing); `reasons` are those that
    the day has.
    """

    day: date
    cells: tuple[bool | None, ...]
    reasons: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """The one reason of a day without any number, as the strip says it; empty for any other day."""
        whole = len(self.reasons) == 1 and True not in self.cells
        return _(SHORT_REASONS[self.reasons[0]]) if whole else ""

    def words(self) -> str:
        """The same for a screen reader."""
        numbers, answered = self.cells.count(True), len(self.cells) - self.cells.count(None)
        if self.reason:
            said = self.reason
        elif numbers == len(self.cells):
            said = _("answered")
        else:
            said = _("{answered} of {asked} answered").format(answered=numbers, asked=len(self.cells))
            said = ", ".join([said, *(_(SHORT_REASONS[reason]) for reason in self.reasons)])
        return _("{day}: {said}").format(day=long_day(self.day), said=said if answered else _("nothing entered"))


class DayButton(DrawnButton):
    """One day with a small cell for each item, or the word for why there are no numbers."""

    def __init__(self, mark: DayMark, theme: Theme) -> None:
        super().__init__()
        self._mark = mark
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: DayMark, *, chosen: bool) -> None:
        self._mark = mark
        self.setChecked(chosen)
        self.setAccessibleName(mark.words())
        self.setToolTip(unmarked(mark.words()))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(SMALL))
        widest = max(
            metrics.horizontalAdvance(weekday(self._mark.day)),
            metrics.horizontalAdvance(_("unwell")),
            min(self._cells_width(), self._theme.px(80)),
        )
        return QSize(widest + 10, max(TARGET, 2 * metrics.height() + 12))

    def nextCheckState(self) -> None:
        """A press asks to go there; what is chosen is shown by whoever goes."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.line_width / 2
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.color("accent" if self.isChecked() else "border"), theme.line_width))
            painter.setBrush(theme.color("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
        painter.setFont(theme.font(SMALL))
        line = QFontMetrics(painter.font()).height()
        painter.setPen(theme.color("ink" if self.isChecked() else "soft"))
        painter.drawText(QRectF(0, 5, self.width(), line), Qt.AlignmentFlag.AlignCenter, weekday(self._mark.day))
        below = QRectF(4, 6 + line, self.width() - 8, self.height() - line - 10)
        if self._mark.reason:
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._mark.reason)
        else:
            self._paint_cells(painter, below)
        painter.end()

    def _paint_cells(self, painter: QPainter, area: QRectF) -> None:
        theme, columns = self._theme, self._columns()
        rows = -(-len(self._mark.cells) // columns)
        across = (area.width() - (columns - 1) * CELL_GAP) / columns
        down = (area.height() - (rows - 1) * CELL_GAP) / rows
        size = min(float(theme.px(CELL)), across, down)
        step = size + CELL_GAP
        left = area.center().x() - (columns * step - CELL_GAP) / 2
        top = area.center().y() - (rows * step - CELL_GAP) / 2
        for place, cell in enumerate(self._mark.cells):
            x, y = left + place % columns * step, top + place // columns * step
            square = QRectF(x, y, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(theme.color("accent" if cell is not None else "border"), 1))
            painter.setBrush(theme.color("accent") if cell else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square, 3, 3)
            if cell is False:
                quarter = (square.topRight() - square.topLeft()) / 4
                painter.drawLine(square.center() - quarter, square.center() + quarter)

    def _cells_width(self) -> int:
        return self._columns() * (self._theme.px(CELL) + CELL_GAP) - CELL_GAP

    def _columns(self) -> int:
        """The cells of a day stand in one row, and in two where one would make them too small to see."""
        count = len(self._mark.cells)
        return count if count <= ONE_ROW else -(-count // 2)


class DayStrip(QWidget):
    """A row of days; `pressed` gives the day to go to."""

    pressed = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[date, DayButton] = {}
        self._flow = FlowLayout(self, gap=0)
        self.setAccessibleName(_("The last seven days"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, marks: Sequence[DayMark], chosen: date) -> None:
        """Show these days, `chosen` marked as the one that is open."""
        if list(self._buttons) != [mark.day for mark in marks]:
            for old in self._buttons.values():
                self._flow.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._buttons = {mark.day: DayButton(mark, self._theme) for mark in marks}
            for day, button in self._buttons.items():
                button.clicked.connect(lambda _checked=False, day=day: self.pressed.emit(day))
                self._flow.addWidget(button)
        for mark in marks:
            self._buttons[mark.day].show_mark(mark, chosen=mark.day == chosen)

    def button(self, day: date) -> DayButton:
        return self._buttons[day]
