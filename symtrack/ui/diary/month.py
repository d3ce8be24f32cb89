"""A month at a glance: a cell a day, four small marks in it, stronger where it was worse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from symtrack.diary.instrument import REASON_NAMES
from symtrack.i18n import _, days_into_week, long_day, n_, weekday_name
from symtrack.ui.theme import RADIUS, SMALL, Theme
from symtrack.ui.widgets import Text
from symtrack.ui.widgets.drawn_button import DrawnButton

WEEK = 7
ONE_ROW = 5
"""So many marks stand in one row; more would be too small to see."""
LINES = 2
"""Lines that are kept free for the numbers of a day, so that nothing moves when another one is pointed at."""
_STOP, _PASSED = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMarks:
    """What one cell shows: for each item a score, the reason why there is none, or None; how many events; in words."""

    day: date
    scores: Sequence[int | str | None]
    events: int = 0
    words: str = ""


class DayCell(DrawnButton):
    """One day: its number, four marks in the ramp's colours, and a dot where something happened.

    `stepped` gives how many days the arrow keys go on, `turned` how many months, `ended` 0 for the month's first day
    and -1 for its last. `pointed` comes when the mouse or the focus is on it, `left` when it goes.
    """

    stepped = Signal(int)
    turned = Signal(int)
    ended = Signal(int)
    pointed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, marks: DayMarks, *, chosen: bool, today: bool, future: bool) -> None:
        super().__init__()
        self.marks = marks
        self._theme = theme
        self._chosen, self._today, self._future = chosen, today, future
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(in_words(marks))
        self.setCheckable(True)
        self.setChecked(chosen)

    def sizeHint(self) -> QSize:
        return QSize(max(48, self._theme.px(52)), max(64, self._theme.px(64)))

    def minimumSizeHint(self) -> QSize:
        return QSize(44, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            step = _STEPS[key]
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft and abs(step) < WEEK
            self.stepped.emit(-step if mirrored else step)
        elif key in _MONTHS:
            self.turned.emit(_MONTHS[key])
        elif key in _ENDS:
            self.ended.emit(_ENDS[key])
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen or self._today:
            edge = "accent" if self._chosen else "border"
            painter.setPen(QPen(theme.color(edge), theme.line_width + int(self._chosen)))
            painter.setBrush(theme.color("accent_soft") if self._chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), RADIUS / 2, RADIUS / 2)
        painter.setFont(theme.font(16, bold=self._chosen or self._today))
        painter.setPen(theme.color("accent" if self._chosen else "soft" if self._future else "ink"))
        head = QRect(0, theme.px(6), self.width(), painter.fontMetrics().height())
        painter.drawText(head, Qt.AlignmentFlag.AlignHCenter, str(self.marks.day.day))
        self._paint_marks(painter, head.bottom() + theme.px(4))
        if self.marks.events:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            size = theme.px(7)
            beside = (self.width() + painter.fontMetrics().horizontalAdvance(str(self.marks.day.day))) // 2 + 3
            painter.drawEllipse(min(beside, self.width() - size), head.top() + theme.px(3), size, size)

    def _paint_marks(self, painter: QPainter, top: int) -> None:
        theme, scores = self._theme, self.marks.scores
        if all(score is None for score in scores):
            return
        gap = 3
        columns = len(scores) if len(scores) <= ONE_ROW else -(-len(scores) // 2)
        size = min(theme.px(13), (self.width() - 10) // columns - gap)
        left = (self.width() - columns * (size + gap) + gap) // 2
        for k, score in enumerate(scores):
            square = QRect(left + k % columns * (size + gap), top + k // columns * (size + gap), size, size)
            painter.setPen(QPen(theme.color("accent" if isinstance(score, str) else "border"), 1))
            painter.setBrush(QColor(theme.ramp[score]) if isinstance(score, int) else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square, 2, 2)
            if isinstance(score, str):
                middle, quarter = square.center().y() + 1, size // 4
                painter.drawLine(square.left() + quarter, middle, square.right() - quarter + 1, middle)


class MonthGrid(QWidget):
    """The weeks of one month, and the numbers of the day that is pointed at, below them.

    `opened` gives the day that was pressed, `wanted` one beyond the month's edge, `turned` how many months to go on.
    """

    opened = Signal(object)
    wanted = Signal(object)
    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(2)
        self._cells: dict[date, DayCell] = {}
        self._chosen: DayMarks | None = None
        self._numbers = Text("", "small")
        self._numbers.setFont(theme.font(SMALL))
        self._numbers.setMinimumHeight(LINES * self._numbers.fontMetrics().lineSpacing())
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._grid)
        column.addWidget(self._numbers)

    @property
    def numbers(self) -> str:
        """What is said about the day that is pointed at."""
        return self._numbers.text()

    def show_month(self, first: date, marks: Mapping[date, DayMarks], *, chosen: date, today: date) -> None:
        """Show the month that begins on `first`, with what there is for each of its days."""
        # Asked of the window: a widget itself has the focus only while its window is the active one.
        focused = self.window().focusWidget() in self._cells.values()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cells = {}
        before = days_into_week(first)
        for column in range(WEEK):
            name = Text(weekday_name(first + timedelta(days=column - before)), "small", wrap=False)
            name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            name.setMinimumWidth(1)
            self._grid.addWidget(name, 0, column)
            self._grid.setColumnStretch(column, 1)
        for day, each in marks.items():
            cell = DayCell(self._theme, each, chosen=day == chosen, today=day == today, future=day > today)
            cell.clicked.connect(lambda _checked=False, day=day: self.opened.emit(day))
            cell.stepped.connect(lambda step, day=day: self.go(day + timedelta(days=step)))
            cell.turned.connect(self.turned)
            cell.ended.connect(lambda end: self.focus_day(list(self._cells)[end]))
            cell.pointed.connect(partial(self._point, each))
            cell.left.connect(self._point_back)
            place = day.day - 1 + before
            self._grid.addWidget(cell, 1 + place // WEEK, place % WEEK)
            # Tab stops once at a month: from there the arrows go on.
            cell.setFocusPolicy(_STOP if day == chosen else _PASSED)
            self._cells[day] = cell
            cell.show()  # At once, and not when Qt is back in its loop: it may be given the focus before.
        self._chosen = marks.get(chosen)
        self._point_back()
        if focused:
            self.focus_day(chosen)

    def _point(self, marks: DayMarks) -> None:
        self._numbers.setText(in_words(marks))

    def _point_back(self) -> None:
        """To the day with the focus, otherwise the opened one."""
        focused = self.window().focusWidget()
        marks = focused.marks if isinstance(focused, DayCell) and focused in self._cells.values() else self._chosen
        self._numbers.setText(in_words(marks) if marks else "")

    def go(self, day: date) -> None:
        """Move the focus to `day`; a day of another month is wanted from the page."""
        if day in self._cells:
            self.focus_day(day)
        else:
            self.wanted.emit(day)

    def focus_day(self, day: date) -> None:
        """Put the focus on the cell of `day`, when it is shown."""
        if day in self._cells:
            for each, cell in self._cells.items():
                cell.setFocusPolicy(_STOP if each == day else _PASSED)
            self._cells[day].setFocus()

    def cell(self, day: date) -> DayCell:
        return self._cells[day]


def in_words(marks: DayMarks) -> str:
    """Thursday 14 May: pain 6, nausea 2."""
    return _("{day}: {words}").format(day=long_day(marks.day), words=marks.words)


def marks_in_words(scores: Sequence[tuple[str, int | str | None]], events: int) -> str:
    """Pain 6, nausea: asleep; 1 event. One reason for all is said once, and without anything: nothing entered."""
    given = [score for _item, score in scores if score is not None]
    if given and isinstance(given[0], str) and set(given) == {given[0]}:
        parts = [_(REASON_NAMES[given[0]])]
    else:
        parts = [_said(item, score) for item, score in scores if score is not None]
    words = ", ".join(parts)
    if events:
        happened = n_("{n} entry of another kind", "{n} entries of another kind", events).format(n=events)
        words = f"{words}; {happened}" if words else happened
    return words or _("nothing entered")


def _said(item: str, score: int | str) -> str:
    if isinstance(score, str):
        return _("{item}: {reason}").format(item=item, reason=_(REASON_NAMES[score]))
    return _("{item} {score}").format(item=item, score=score)
