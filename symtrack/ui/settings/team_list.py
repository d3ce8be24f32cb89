"""The card of the team's list: the temperature, the two parts, and where a default comes from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from symtrack.diary import team_list
from symtrack.diary.setting_keys import OPIOID
from symtrack.diary.team_list import Listed
from symtrack.i18n import _
from symtrack.ui.in_place import Slot
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.settings.list_form import ListForm
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, TextField, announce, clear, flow, reveal
from symtrack.ui.widgets.points import point
from symtrack.ui.widgets.toggle import Toggle

LONGEST = 60


class TeamListCard(SettingsCard):
    """Shows the list that Today ticks, and changes it."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(_("My team’s list"))
        self._journal, self._theme = journal, theme
        self._shown: Listed | None = None
        about = _("What your team wants to be rung about, as it stands on the card or letter that they gave you.")
        self.column.addWidget(Text(about, "soft"))
        self._temperature = TextField(_("From which temperature on should you ring?"), hint=_("your team’s number"))
        self._temperature.setMaxLength(LONGEST)
        self._temperature.setMaximumWidth(theme.px(420))
        self._temperature.editingFinished.connect(self._keep_temperature)
        self.column.addWidget(Text(self._temperature.accessibleName(), "small"))
        self.column.addWidget(self._temperature)
        asked = _("Hospitals have different numbers: ask your team for yours, and write it as they say it.")
        self.column.addWidget(Text(asked, "soft"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(4)
        self.column.addLayout(self._parts)
        self._opioid = Toggle(_("I take a strong pain medicine (an opioid)"))
        self._opioid.clicked.connect(lambda on: journal.set(OPIOID, "on" if on else "off"))
        self.column.addWidget(self._opioid)
        self._change = Button("")
        self._change.clicked.connect(self.open)
        self._default = Button(_("Back to the default list"))
        self._default.clicked.connect(self._go_back)
        self.column.addWidget(flow(self._change, self._default))
        self._slot = Slot()
        self.column.addWidget(self._slot)

    @property
    def slot(self) -> Slot:
        return self._slot

    @property
    def temperature(self) -> TextField:
        return self._temperature

    @property
    def change_button(self) -> Button:
        return self._change

    @property
    def default_button(self) -> Button:
        return self._default

    def draw(self) -> None:
        settings = self._journal.settings
        if not self._temperature.hasFocus():
            self._temperature.setText(str(settings.get("temperature") or ""))
        self._opioid.setChecked(settings.get(OPIOID) == "on")
        shown = team_list.listed(settings, self._journal.events(), self._journal.today)
        if shown != self._shown:
            self._shown = shown
            self._draw_list(shown)

    def open(self) -> None:
        """Open the form with the list as it is."""
        self.draw()
        assert self._shown is not None
        form = ListForm(*team_list.own_lines(self._shown))
        form.given.connect(self._keep)
        self._slot.open(form, self._change)
        reveal(form.parts[0])  # The form may be higher than the page.

    def _draw_list(self, shown: Listed) -> None:
        clear(self._parts)
        only = _("This is only a default list, and a cautious one. What your team’s own card says comes first.")
        self._parts.addWidget(Text(_("Your team’s list, as you wrote it down.") if shown.own else only, "strong"))
        for title, lines in ((_("Call the emergency service"), shown.emergency), (_("Ring the team now"), shown.team)):
            self._parts.addSpacing(6)
            self._parts.addWidget(Text(title, "accent"))
            for line in lines:
                self._parts.addLayout(point(line, self._theme.px(20)))
            if not lines:
                self._parts.addWidget(Text(_("Nothing yet.")))
        if shown.sources:
            self._parts.addSpacing(6)
            sources = _("Where the default comes from: {sources}.").format(sources="; ".join(shown.sources))
            self._parts.addWidget(Text(sources, "small"))
        self._opioid.setVisible(not shown.own)
        self._default.setVisible(shown.own)
        self._change.setText(_("Change the list…") if shown.own else _("Write down your team’s card…"))
        self._change.setAccessibleName(self._change.text())

    def _keep(self, emergency: Sequence[str], team: Sequence[str]) -> None:
        if self._journal.set("teamlist", team_list.setting(emergency, team)):
            self._slot.close_form()
            announce(self, _("The list is kept."))

    def _go_back(self) -> None:
        if self._journal.set("teamlist", {}):
            self._change.setFocus()
            announce(self, _("The default list stands again."))

    def _keep_temperature(self) -> None:
        words = " ".join(self._temperature.text().split())
        if words != str(self._journal.settings.get("temperature") or ""):
            self._journal.set("temperature", words)
