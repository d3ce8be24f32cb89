"""What opens in the page and not over it: one form at a time, which Escape puts away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.half_written import WAY, WHOLE
from symtrack.ui.widgets import Button, OpenCard, clear, flow, reveal


class InPlace(OpenCard):
    """A small form on its own ground. `put_away` comes with Escape, or with its own button."""

    def __init__(self, name: str) -> None:
        super().__init__(kind="tinted", name=name)
        self.setProperty("form", WHOLE)

    def add_buttons(self, *buttons: Button) -> Button:
        """Put the buttons below the form, and after them the one that puts it away; that one."""
        close = Button(_("Put away"), "quiet")
        close.clicked.connect(self.put_away)
        self.column.addWidget(flow(*buttons, close))
        return close


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
        if opener is not None:
            way = {"name": opener.accessibleName(), "described": opener.accessibleDescription()}
            form.setProperty(WAY, way)
        form.put_away.connect(self.close_form)
        self._column.addWidget(form)
        self.show()
        form.show()
        reveal(form)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the form away."""
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._column)
        self._form = None
        self.hide()
