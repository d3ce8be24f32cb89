"""What the days are read against: treatments, scans, visits and what is to come; each opens its day."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from symtrack.i18n import _
from symtrack.ui.diary.event_lines import Line
from symtrack.ui.diary.line_list import LineList
from symtrack.ui.widgets import Button, Card, Text

SHOWN = 6


class Timeline(Card):
    """`opened` gives the day of the line that was pressed; `all_wanted` asks for all of them."""

    opened = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(name=_("Treatments, scans, visits"))
        self._lines = LineList()
        self._lines.opened.connect(self.opened)
        self._all = Button(_("All that happened"))
        self._all.clicked.connect(self.all_wanted)
        self.column.addWidget(Text(self.accessibleName(), "strong"))
        self.column.addWidget(self._lines)
        self.column.addWidget(self._all)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the newest of them; without any, say where they come from."""
        self._lines.show_lines(lines[:SHOWN], _("Open a day and add what happened. The charts are read against it."))
        self._all.setVisible(len(lines) > SHOWN)
