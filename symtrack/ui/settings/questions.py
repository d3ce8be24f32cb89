"""The card about what the diary asks each day."""

from PySide6.QtWidgets import QWidget

from symtrack.diary.asking import offered
from symtrack.diary.instrument import Item
from symtrack.diary.setting_keys import WEEKLY
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import FlowLayout, Text, clear
from symtrack.ui.widgets.toggle import Toggle

HINTS_UP_TO = 1.25


class QuestionsCard(SettingsCard):
    """A switch for each item, those of the person's own too, and how a digit is taken."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(_("What the diary asks each day"))
        self._journal, self._theme = journal, theme
        self._toggles: dict[str, Toggle] = {}
        self._shown: tuple[Item, ...] = ()
        boxes = QWidget()
        self._flow = FlowLayout(boxes)
        self._weekly = Toggle(_("Once a week: up and about?"))
        self._weekly.clicked.connect(lambda on: journal.set(WEEKLY, "on" if on else "off"))
        self._goes_on = Toggle(_("Go on by itself after a digit"))
        self._goes_on.clicked.connect(lambda on: journal.set_preferences(goes_on_by_itself=on))
        self.column.addWidget(boxes)
        self.column.addWidget(self._weekly)
        self.column.addWidget(self._goes_on)
        self.column.addWidget(
            Text(_("Not for hands that press twice: the next question would be answered too."), "soft")
        )

    def draw(self) -> None:
        shown, asked = offered(self._journal.settings), {item.key for item in self._journal.items}
        if shown != self._shown:
            self._shown = shown
            clear(self._flow)
            self._toggles = {item.key: self._toggle(item) for item in shown}
        for key, toggle in self._toggles.items():
            toggle.setChecked(key in asked)
        self._weekly.setChecked(self._journal.settings.get(WEEKLY) == "on")
        self._goes_on.setChecked(self._journal.preferences.goes_on_by_itself)

    def _toggle(self, item: Item) -> Toggle:
        # In large text name and hint would not fit on one line of a small screen.
        with_hint = item.hint and self._theme.scale <= HINTS_UP_TO
        toggle = Toggle(f"{_(item.name)} ({_(item.hint)})" if with_hint else _(item.name))
        toggle.setAccessibleDescription(_(item.hint) if item.hint else "")
        toggle.clicked.connect(lambda on: self._ask(item.key, on))
        self._flow.addWidget(toggle)
        return toggle

    def _ask(self, key: str, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        """Ask about one more item, or one less; one at least stays."""
        asked = {item.key for item in self._journal.items}
        self._journal.choose_items(asked | {key} if on else asked - {key})
        self.draw()
