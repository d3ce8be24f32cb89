"""The lines above the chart: what it is called, what is compared, which days, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from symtrack.i18n import N_, _
from symtrack.ui.trends import ranges
from symtrack.ui.widgets import Button, ChoiceRow, FlowLayout, Text

GAP, WIDE, PART = 44, 900, 0.7
"""The air beside the heading; on a page wider than WIDE, a list of choices takes no more than this part of it."""
VIEWS = {
    "days": N_("Day by day"),
    "cycle": N_("By cycle"),
    "around": N_("Before and after"),
    "doses": N_("Doses"),
}


class Head(QWidget):
    """`picked` gives the place of one of several treatments or changes."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.heading = Text("", "heading", wrap=False)
        self.views = ChoiceRow([(key, _(word)) for key, word in VIEWS.items()], name=_("What is shown"))
        self.choices = ChoiceRow([(key, _(word)) for key, word in ranges.WORDS.items()], name=_("Days shown"))
        self.which = _Which()
        self.as_table = Button(_("As a table"))
        self.as_table.setCheckable(True)
        # Translators: A button: copies the table for another program.
        self.copy = Button(_("Copy"), described=_("The table, for another program"))
        self.keep = Button(_("Save or print"))
        self.keep.setCheckable(True)
        self.save = Button(_("Save picture"))
        self.print = Button(_("Print"))
        flow = self.choices.layout()
        assert isinstance(flow, FlowLayout)
        for thing in (self.which, self.as_table, self.copy, self.keep):
            flow.addWidget(thing)
        # What is shown stands apart from what can be done with it.
        flow.set_apart(self.as_table)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(10)
        self._first.addWidget(self.heading)
        self._first.addStretch(1)
        self._first.addWidget(self.views)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._first)
        column.addWidget(self.choices)
        # In a line of their own: where "Save or print" was pressed it can be pressed again.
        self._ways = QWidget()
        ways = FlowLayout(self._ways, right=True)
        for way in (self.save, self.print):
            ways.addWidget(way)
        column.addWidget(self._ways)
        self.keep.toggled.connect(self._show_ways)
        self.which.currentIndexChanged.connect(self.picked)

    def fold(self, width: int) -> None:
        """What does not fit side by side goes below each other."""
        self.which.setMaximumWidth(round(width * PART) if width > WIDE else width)
        directions = QBoxLayout.Direction
        # Hidden while there is nothing to compare: then it takes no room.
        views = 0 if self.views.isHidden() else self.views.sizeHint().width()
        needed = self.heading.fontMetrics().horizontalAdvance(self.heading.text()) + views + GAP
        beside = needed <= width
        self.heading.setWordWrap(not beside)
        self._first.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def show_views(self, there: Sequence[str], view: str) -> None:
        """Offer what there is to be seen; the days alone need no choice."""
        for key in VIEWS:
            self.views.button(key).setVisible(key in there)
        self.views.setVisible(len(there) > 1)
        self.views.show_choice(view)

    def show_ranges(self, there: Sequence[str], chosen: str) -> None:
        """Offer these stretches of days, or none."""
        for key in ranges.WORDS:
            self.choices.button(key).setVisible(key in there)
        self.choices.show_choice(chosen)

    def show_which(self, name: str, words: Sequence[str], place: int) -> None:
        """Offer one of several, or nothing where there is no choice."""
        self.which.setVisible(len(words) > 1)
        self.which.setAccessibleName(name)
        with QSignalBlocker(self.which):
            if [self.which.itemText(k) for k in range(self.which.count())] != list(words):
                self.which.clear()
                self.which.addItems(list(words))
            self.which.setCurrentIndex(place)

    def show_actions(self, *, table: bool) -> None:
        """A table is copied, a picture saved and printed."""
        self.copy.setVisible(table)
        self.keep.setVisible(not table)
        self._show_ways()

    def _show_ways(self, _on: object = None) -> None:
        for part in (self._ways, self.save, self.print):
            part.setVisible(self.keep.isChecked() and not self.keep.isHidden())


class _Which(QComboBox):
    """One of several; long words do not make it wider than the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(12)
        self.setMinimumHeight(44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt would cut words that are too long in the middle of a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
