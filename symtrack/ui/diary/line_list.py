"""Lines below each other, each of which opens its day; more of them with a press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import n_
from symtrack.ui.diary.event_lines import Line
from symtrack.ui.widgets import Button, Text, clear
from symtrack.ui.widgets.line_button import LineButton

AT_ONCE = 20


class LineList(QWidget):
    """`opened` gives the day of the line that was pressed."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Sequence[Line], str] | None = None
        self._lines: Sequence[Line] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._more = Button("")
        self._more.clicked.connect(self._show_more)
        column.addLayout(self._column)
        column.addWidget(self._more)

    def show_lines(self, lines: Sequence[Line], empty: str) -> None:
        """Show the first of them, or the sentence `empty` without any; the same ones stay as they are."""
        if (lines, empty) == self._shown:
            return
        self._shown, self._lines = (lines, empty), lines
        clear(self._column)
        if not lines:
            self._column.addWidget(Text(empty, "soft"))
        self._add(0)

    def _add(self, begin: int) -> list[LineButton]:
        made = []
        for line in self._lines[begin : begin + AT_ONCE]:
            button = LineButton(line.words)
            button.setProperty("faint", line.faint)
            button.clicked.connect(lambda _checked=False, day=line.day: self.opened.emit(day))
            self._column.addWidget(button)
            made.append(button)
        left = len(self._lines) - self._column.count()
        self._more.setVisible(left > 0)
        self._more.setText(n_("Show {n} more", "Show {n} more", min(left, AT_ONCE)).format(n=min(left, AT_ONCE)))
        self._more.setAccessibleName(self._more.text())
        return made

    def _show_more(self) -> None:
        for first in self._add(self._column.count())[:1]:
            first.show()  # At once, and not when Qt is back in its loop: it is given the focus before.
            first.setFocus(Qt.FocusReason.OtherFocusReason)
