"""The level that the person chose for each item, as the team and the trends will see it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from symtrack.diary.instrument import LEAST, MOST, Item
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, ChoiceRow, FlowLayout, Text, announce, clear

NONE = "none"


class LevelsCard(Card):
    """A button an item, with its level; a press opens the scale in place. `chosen` gives item and level, or None."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(name=_("The levels I chose"))
        self._theme = theme
        self._items: tuple[Item, ...] = ()
        self._levels: Mapping[str, int | None] = {}
        self._buttons: dict[str, Button] = {}
        self._open = ""
        self._scale: ChoiceRow | None = None
        self.column.addWidget(Text(_("The levels I chose"), "name"))
        self.column.addWidget(Text(_("From 0 to 10: how high each may go. Trends and paper show the line."), "soft"))
        self._line = QWidget()
        self._flow = FlowLayout(self._line)
        self.column.addWidget(self._line)
        self._title = Text("", "small")
        self.column.addWidget(self._title)
        self._title.hide()

    @property
    def scale(self) -> ChoiceRow | None:
        """The scale that is open."""
        return self._scale

    def button(self, item: str) -> Button:
        return self._buttons[item]

    def show_levels(self, items: Sequence[Item], levels: Mapping[str, int | None]) -> None:
        """Show each item's level; the scale that is open stays open."""
        if tuple(items) != self._items:
            clear(self._flow)
            self._items = tuple(items)
            self._buttons = {item.key: self._item_button(item) for item in items}
        self._levels = levels
        for item in items:
            level = levels.get(item.key)
            shown = _("{item}: none") if level is None else _("{item}: {level}")
            words = shown.format(item=_(item.name), level=level)
            self._buttons[item.key].setText(words)
            self._buttons[item.key].setAccessibleName(_("The level I chose: {words}").format(words=words))
            if self._scale is not None and item.key == self._open:
                self._scale.show_choice(_key(level))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._scale is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    def _item_button(self, item: Item) -> Button:
        button = Button("")
        button.clicked.connect(lambda: self._close() if self._open == item.key else self._open_scale(item))
        self._flow.addWidget(button)
        return button

    def _open_scale(self, item: Item) -> None:
        self._close()
        self._open = item.key
        self._title.show_text(_("{item}: the level I chose").format(item=_(item.name)))
        choices = [(NONE, _("No level")), *((str(n), str(n)) for n in range(LEAST, MOST + 1))]
        self._scale = ChoiceRow(choices, name=self._title.text())
        self._scale.chosen.connect(self._choose)
        for key, _word in choices:
            self._scale.button(key).setMinimumWidth(self._theme.px(44))
        self.column.addWidget(self._scale)
        self._scale.show()
        now = _key(self._levels.get(item.key))
        self._scale.show_choice(now)
        self._scale.button(now).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, level: str) -> None:
        item = self._open
        self._close()
        self.chosen.emit(item, None if level == NONE else int(level))
        announce(self, self._buttons[item].accessibleName())

    def _close(self) -> None:
        if self._scale is not None:
            self._buttons[self._open].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scale.hide()
            self._scale.deleteLater()
            self._scale = None
            self._title.hide()
            self._open = ""


def _key(level: int | None) -> str:
    return NONE if level is None else str(level)
