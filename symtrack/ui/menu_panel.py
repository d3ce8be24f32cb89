"""The menu: everything that the window can do, each with its key, in the page and not over it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.acts import GROUPS, Act
from symtrack.ui.panels import Panel
from symtrack.ui.theme import TARGET, WIDE, Theme
from symtrack.ui.widgets import Button, FlowLayout, Text

GAP = 16


class MenuPanel(Panel):
    """`chosen` gives the key of what was pressed. Arrows walk through it, as through any menu."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, acts: Iterable[Act]) -> None:
        super().__init__(theme, _("Menu"))
        known = tuple(acts)
        self._theme = theme
        self._buttons: dict[str, Button] = {}
        self._names: list[Text] = []
        self._groups: list[QBoxLayout] = []
        for group, title in GROUPS.items():
            line = QWidget()
            flow = FlowLayout(line)
            for act in known:
                if act.group == group and act.key != "menu":
                    flow.addWidget(self._button(act))
            name = Text(_(title), "small", wrap=False)
            name.setMinimumHeight(TARGET)
            both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            both.setSpacing(GAP)
            both.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            both.addWidget(line, 1)
            self._names.append(name)
            self._groups.append(both)
            self.column.addLayout(both)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each group beside its name, where there is room for that."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(WIDE)
        ways = QBoxLayout.Direction
        for group, name in zip(self._groups, self._names, strict=True):
            group.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
            group.setSpacing(GAP if beside else 0)
            name.setMinimumSize(
                max(each.sizeHint().width() for each in self._names) if beside else 0, TARGET if beside else 0
            )

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
