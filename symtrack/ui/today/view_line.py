"""The coloured line above the cards while somebody writes a view of their own."""

from PySide6.QtWidgets import QWidget

from symtrack.i18n import _
from symtrack.ui.journal import Writer
from symtrack.ui.widgets import Card, Text


class ViewLine(Card):
    """Says whose view it is, and that the person's own answers are kept apart from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="tinted", parent=parent)
        self._words = Text("", "strong")
        self.column.addWidget(self._words)
        self.column.setContentsMargins(20, 8, 20, 8)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def show_view(self, writer: Writer, person: str) -> None:
        """Show the line for a caregiver's own view, and nothing otherwise."""
        words = (
            _("{name}’s own view, drawn hollow. What {person} says is kept apart from it.")
            if person
            else _("{name}’s own view, drawn hollow. What the person says is kept apart from it.")
        )
        self._words.setText(words.format(name=writer.name, person=person))
        self.setAccessibleName(self._words.text())
        self.setVisible(writer.own_view)
