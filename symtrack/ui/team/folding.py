"""A heading that shows or hides what is below it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button


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

    def open(self) -> None:
        """Show the things, if there are any."""
        self._show_body(True)

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
        # Translators: Whether the things below a heading are shown; a screen reader says it.
        self._button.setAccessibleDescription(_("open") if open_ else _("closed"))
