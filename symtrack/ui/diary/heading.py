"""The line above the page: which month it is, the way to another, to all that happened, and the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.theme import TARGET, Theme
from symtrack.ui.widgets import Button, ChoiceRow, FlowLayout, Text, TextField

MONTH, ALL = "month", "all"
GAP = 20
SEARCH = {MONTH: 120, ALL: 280}
"""How wide the search is: small beside the month’s buttons, and with the first letter it has their room."""


class Heading(QWidget):
    """`turned` gives how many months to go on, `view_wanted` the view that was chosen, `searched` the words."""

    turned = Signal(int)
    today_wanted = Signal()
    view_wanted = Signal(str)
    searched = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Text("", "heading", wrap=False)
        self._views = ChoiceRow(((MONTH, _("Month")), (ALL, _("What happened"))), name=_("What the page shows"))
        self._views.chosen.connect(self.view_wanted)
        before = Button(_("Earlier"), icon=theme.icon("back", "ink"), icon_size=theme.px(18))
        before.setAccessibleName(_("The month before"))
        before.clicked.connect(lambda: self.turned.emit(-1))
        # Translators: A button: to the month after this one.
        after = Button(_("Later"), icon=theme.icon("next", "ink"), icon_size=theme.px(18))
        after.setAccessibleName(_("The month after"))
        after.clicked.connect(lambda: self.turned.emit(1))
        today = Button(_("Go to today"))
        today.clicked.connect(self.today_wanted)
        self._search = TextField(_("Search all that was written"), hint=_("Search"))
        self._search.textChanged.connect(self.searched)
        self._turning = (before, after, today)
        controls = QWidget()
        flow = FlowLayout(controls, at_end=self._search)
        for widget in (self._views, *self._turning, self._search):
            flow.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._title.setMinimumHeight(TARGET)
        self._row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(controls, 1)

    def show_view(self, view: str, title: str) -> None:
        """Show which view is open, and its title."""
        self._views.show_choice(view)
        self._title.setText(title)
        self._search.setFixedWidth(self._theme.px(SEARCH[view]))
        for button in self._turning:
            button.setVisible(view == MONTH)

    def lay(self, direction: QBoxLayout.Direction) -> None:
        """The title beside the rest or above it."""
        self._row.setDirection(direction)
        self._row.setSpacing(GAP if direction == QBoxLayout.Direction.LeftToRight else GAP // 2)

    @property
    def search(self) -> TextField:
        return self._search

    @property
    def words(self) -> str:
        """What is looked for."""
        return " ".join(self._search.text().split())
