"""The line that says what was saved and that the day is done, with the way back from both."""

from datetime import time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _, clock
from symtrack.ui.theme import TARGET, Theme
from symtrack.ui.widgets import Button, Text, announce, row
from symtrack.ui.widgets.buttons import AIR

GAP = 10


class EndLine(Text):
    """What is said after the last card; it holds the focus there, so that one more Enter does nothing."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__("", "strong", wrap=False)
        self.setMinimumHeight(TARGET)
        self.setProperty("air", AIR)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not event.isAutoRepeat():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class Status(QWidget):
    """“Saved 14:02”, and Undo; `end`, which says “That is all for today”, stands below it."""

    back = Signal()
    undo = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end = EndLine()
        self._end.back.connect(self.back)
        self._saved = Text("", "small", wrap=False)
        self._undo = Button(_("Undo"), icon=theme.icon("undo", "ink"), icon_size=theme.px(18))
        self._undo.setAccessibleDescription(_("Takes back the last thing that was saved. Ctrl+Z does too."))
        self._undo.clicked.connect(self.undo)
        line = row(self._saved, self._undo, gap=GAP)
        line.insertStretch(0, 1)
        self.setLayout(line)

    def sizeHint(self) -> QSize:
        """With room for what was saved before anything was: what stands beside it need not move then."""
        size = super().sizeHint()
        if self._saved.isHidden() and not self._undo.isHidden():
            self._saved.ensurePolished()
            words = _("Saved {time}").format(time=clock(time(0)))
            size.setWidth(size.width() + GAP + self._saved.fontMetrics().horizontalAdvance(words))
        return size

    @property
    def end(self) -> EndLine:
        return self._end

    @property
    def undo_button(self) -> Button:
        return self._undo

    def saved_text(self) -> str:
        return self._saved.text()

    def show_saved(self, saved: str, *, can_undo: bool) -> None:
        if saved and saved != self._saved.text():
            announce(self, saved)
        self._saved.show_text(saved)
        self._undo.setVisible(can_undo)

    def show_end(self, words: str) -> None:
        """Say that the day is done; without words, no longer."""
        self._end.show_text(words)
        self._end.setAccessibleName(words)
