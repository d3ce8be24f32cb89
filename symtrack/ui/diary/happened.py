"""What happened over all time: by its kind, or by any word that was written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from symtrack.diary.finding import COURSE, GROUPS
from symtrack.i18n import _
from symtrack.ui.diary.event_lines import Line
from symtrack.ui.diary.line_list import LineList
from symtrack.ui.widgets import Card, Text

ALL = "all"
"""Everything that can be looked for; the first choice is what the days are read against."""


class HappenedCard(Card):
    """`chosen` comes when another kind is looked for, `opened` gives the day of the line that was pressed."""

    chosen = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(name=_("What happened"))
        self._groups: list[str] = []
        self._kind = QComboBox()
        self._kind.setAccessibleName(_("What to show"))
        self._kind.activated.connect(lambda _index: self.chosen.emit())
        self._lines = LineList()
        self._lines.opened.connect(self.opened)
        self._count = Text("", "small")
        label = Text(_("What to show"), "small")
        label.setBuddy(self._kind)
        self.column.addWidget(label)
        self.column.addWidget(self._kind)
        self.column.addWidget(self._count)
        self.column.addWidget(self._lines)
        self.show_groups([])

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds that are looked for."""
        chosen = self._kind.currentData()
        return COURSE if chosen is None else tuple(GROUPS) if chosen == ALL else (chosen,)

    @property
    def kind(self) -> QComboBox:
        return self._kind

    def look_everywhere(self) -> None:
        """Look for every kind, unless one is chosen."""
        if self._kind.currentData() is None:
            self._kind.setCurrentIndex(self._kind.findData(ALL))

    def show_groups(self, groups: Sequence[str]) -> None:
        """Offer these kinds; the one that is chosen stays chosen."""
        if self._kind.count() and list(groups) == self._groups:
            return
        self._groups, now = list(groups), self._kind.currentData()
        self._kind.clear()
        self._kind.addItem(_("Treatments, scans, visits"), None)
        for key in groups:
            self._kind.addItem(_(GROUPS[key]), key)
        self._kind.addItem(_("Everything"), ALL)
        self._kind.setCurrentIndex(max(0, self._kind.findData(now)))

    def show_lines(self, lines: Sequence[Line], *, words: str) -> None:
        """Show what was found; `words` are what was looked for."""
        empty = _("Nothing has these words.") if words else _("Open a day and add what happened.")
        self._lines.show_lines(lines, empty)
        self._count.show_text(_("{n} found").format(n=len(lines)) if words and lines else "")
