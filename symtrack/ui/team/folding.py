"""What opens in the page: a form that Escape puts away, and a heading that shows or hides what is below it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, FlowLayout, clear


class InPlace(Card):
    """A small form on its own ground. `put_away` comes with Escape, or with its own button."""

    put_away = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(kind="tinted", name=name)

    def add_buttons(self, *buttons: Button) -> Button:
        """Put the buttons below the form, and after them the one that puts it away; that one."""
        close = Button(_("Put away"), "quiet")
        close.clicked.connect(self.put_away)
        line = QWidget()
        flow = FlowLayout(line)
        for button in (*buttons, close):
            flow.addWidget(button)
        self.column.addWidget(line)
        return close

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)


class Slot(QWidget):
    """A place for one form at a time: empty, it takes no room. The focus goes back to what opened it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._form: QWidget | None = None
        self._opener: QWidget | None = None
        self.hide()

    @property
    def form(self) -> QWidget | None:
        return self._form

    def open(self, form: InPlace, opener: QWidget | None = None) -> None:
        """Show the form in place of whatever is open, with the focus in it."""
        clear(self._column)
        self._form, self._opener = form, opener
        form.put_away.connect(self.close_form)
        self._column.addWidget(form)
        self.show()
        form.show()
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the form away."""
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._column)
        self._form = None
        self.hide()


class Fold(QWidget):
    """A button with the things that it shows or hides; without things there is nothing to see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._button = Button("", "quiet")
        self._button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._button.clicked.connect(lambda: self._show_body(not self._open))
        self._words = ""
        self._open: bool = False
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button)
        column.addWidget(self._body)
        self._show_body(self._open)
        self.hide()

    @property
    def button(self) -> Button:
        return self._button

    def show_things(self, words: str, things: Sequence[QWidget]) -> None:
        """Show the button with these words, and the things when it is open. Those that were there before may stay."""
        while (item := self._column.takeAt(0)) is not None:
            before = item.widget()
            if before is not None and before not in things and before.parent() is self._body:
                before.hide()
                before.deleteLater()
        for thing in things:
            self._column.addWidget(thing)
            thing.show()
        self._words = words
        self._show_body(self._open)
        self.setVisible(bool(things))

    def _show_body(self, open_: bool) -> None:  # noqa: FBT001 - it is what the method is about
        self._open = open_
        self._body.setVisible(open_)
        self._button.setIcon(self._theme.icon("down" if open_ else "next", "accent"))
        self._button.setText("\N{NO-BREAK SPACE}" + self._words)
        self._button.setAccessibleName(self._words)
        self._button.setAccessibleDescription(_("Open") if open_ else _("Closed"))
