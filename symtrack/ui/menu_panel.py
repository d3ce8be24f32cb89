"""The menu: everything that the window can do, each with its key, in the page and not over it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _
from symtrack.ui.acts import GROUPS, Act
from symtrack.ui.panels import Panel
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Text


class MenuPanel(Panel):
    """`chosen` gives the key of what was pressed. Arrows walk through it, as through any menu."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, acts: Iterable[Act]) -> None:
        super().__init__(theme, _("Menu"))
        known = tuple(acts)
        self._buttons: dict[str, Button] = {}
        for group, title in GROUPS.items():
            line = QWidget()
            flow = FlowLayout(line)
            for act in known:
                if act.group == group and act.key != "menu":
                    flow.addWidget(self._button(act))
            self.column.addWidget(Text(_(title), "small"))
            self.column.addWidget(line)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def _button(self, act: Act) -> Button:
        words, keys = _(act.words), act.shown_keys()
        button = Button(_("{words}  ·  {keys}").format(words=words, keys=keys))
        button.setAccessibleName(words)
        button.setAccessibleDescription(keys)
        button.clicked.connect(lambda: self.chosen.emit(act.key))
        self._buttons[act.key] = button
        return button
