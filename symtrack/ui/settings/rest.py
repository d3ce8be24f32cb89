"""The card about asking less, or nothing any more."""

from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.resting import NORMAL, RESTS, rest_of
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.widgets import Button, Text, announce, column


class RestCard(SettingsCard):
    """Each way in one press, and the way back in one press too."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(_("A rest from the diary"))
        self._journal = journal
        self._now = Text("", "strong")
        self._leave = Button("", "accent")
        self._leave.clicked.connect(lambda: journal.set("mode", NORMAL))
        self._buttons: dict[str, Button] = {}
        self.column.setSpacing(14)
        self.column.addWidget(self._now)
        self.column.addWidget(self._leave)
        for rest in RESTS:
            button = Button(_(rest.name), described=_(rest.means))
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, mode=rest.mode: self._choose(mode))
            self._buttons[rest.mode] = button
            self.column.addLayout(column(button, Text(_(rest.means), "soft"), gap=4))

    def draw(self) -> None:
        mode = self._journal.mode
        rest = rest_of(mode)
        self._now.show_text(_(rest.title) if rest else "")
        self._leave.setVisible(rest is not None)
        if rest is not None:
            self._leave.setText(_(rest.leave))
            self._leave.setAccessibleName(_(rest.leave))
        for each, button in self._buttons.items():
            button.setChecked(each == mode)

    def _choose(self, mode: str) -> None:
        self._journal.set("mode", mode)
        self.draw()
        announce(self, self._now.text())
