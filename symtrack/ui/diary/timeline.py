"""What the days are read against: treatments, scans, visits and stays, the newest first; each opens its day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from symtrack.diary.event_words import said
from symtrack.diary.rows import Event
from symtrack.i18n import _, dated
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Card, Text, clear
from symtrack.ui.widgets.line_button import LineButton

KINDS = ("treatment", "scan", "visit", "stay", "change")
SHOWN = 7


class Timeline(Card):
    """`opened` gives the day of the entry that was pressed."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(name=_("Treatments, scans and visits"))
        self._theme = theme

    def show_events(self, events: Sequence[Event], today: date) -> None:
        """Show the newest of them; without any, say where they come from."""
        clear(self.column)
        self.column.setSpacing(0)
        self.column.addWidget(Text(self.accessibleName(), "strong"))
        shown = [event for event in events if event.kind in KINDS][-SHOWN:]
        if not shown:
            self.column.addWidget(Text(_("Open a day and add what happened. The charts are read against it."), "soft"))
        for event in reversed(shown):
            line = _("{day}: {text}") if event.day <= today else _("{day}, planned: {text}")
            button = LineButton(line.format(day=dated(event.day), text=said(event)))
            button.clicked.connect(lambda _checked=False, day=event.day: self.opened.emit(day))
            self.column.addWidget(button)
