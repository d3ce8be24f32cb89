"""Fields to write in: one line, several lines, a day, a time."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QTimeEdit, QWidget

from symtrack import i18n

AROUND = 34
"""The padding and border left and right of a field's text."""

ELSEWHERE = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Reasons for which the focus goes and comes back as though it had not gone."""

LEAST = 160
"""The px that a field never goes below."""


class TextField(QLineEdit):
    """One line of text with a name for a screen reader. Enter that is held down counts once.

    What is too long for it shows its beginning, unless it is being written.
    """

    def __init__(self, name: str, text: str = "", *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def setText(self, text: str | None, /) -> None:
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in ELSEWHERE:
            self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """Wide enough for the hint, where there is one."""
        size = super().sizeHint()
        return QSize(
            max(size.width(), self.fontMetrics().horizontalAdvance(self.placeholderText()) + AROUND), size.height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)


class NoteField(QPlainTextEdit):
    """Several lines of text. `done` comes with Ctrl+Enter, `left` when the focus goes elsewhere in the window."""

    done = Signal()
    left = Signal()

    def __init__(self, name: str, text: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 44)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not event.isAutoRepeat():
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in ELSEWHERE:
            self.left.emit()


class DayField(QDateEdit):
    """A day, typed or chosen from a calendar, no later than `last`."""

    def __init__(self, name: str, day: date, *, last: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        # Its own, for a window can speak another language than the system.
        self.setLocale(QLocale(i18n.code()))
        self.setDisplayFormat(i18n.day_pattern().replace("y", "yyyy"))
        if last is not None:
            self.setMaximumDate(QDate(last.year, last.month, last.day))

    def show_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """The day that it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())


class TimeField(QTimeEdit):
    """A time of day, typed as four figures or changed with the arrow keys."""

    def __init__(self, name: str, time: str, *, parent: QWidget | None = None) -> None:
        super().__init__(QTime.fromString(time, "HH:mm"), parent)
        self.setAccessibleName(name)
        # Where text runs from right to left Qt would put the minutes first.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("HH:mm")
        # The stylesheet's padding does not reach the text of a field without arrows.
        self.lineEdit().setTextMargins(12, 0, 0, 0)

    def text_of(self) -> str:
        """The time that it shows, as `HH:MM`."""
        return self.time().toString("HH:mm")

    def value(self) -> time:
        """The time that it shows."""
        return time(self.time().hour(), self.time().minute())

    def show_time(self, at: str) -> None:
        self.setTime(QTime.fromString(at, "HH:mm"))
