"""Buttons, and a row of choices of which one is taken."""

from collections.abc import Iterable
from typing import Literal

from PySide6 import QtWidgets
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from symtrack.ui.widgets import roles
from symtrack.ui.widgets.flow_layout import FlowLayout
from symtrack.ui.widgets.toggled import Toggled

AIR = 8
"""The px left and right of a quiet button that a border would have: its words begin where other words do."""
Kind = Literal["plain", "primary", "accent", "quiet"]


class Button(Toggled, QPushButton):
    """A button of at least 44 px. Enter presses it as Space does; a held key counts once.

    Words that are wider than its place go on in a second line.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        *,
        icon: QIcon | None = None,
        icon_size: int = 20,
        described: str = "",
        parent: QWidget | None = None,
    ) -> None:
        # Qt leaves an icon too close to its word.
        self._lines = 1
        super().__init__(("\N{NO-BREAK SPACE}" if icon else "") + text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self.setProperty("kind", kind)
        if kind == "quiet":
            self.setProperty("air", AIR)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(icon_size, icon_size))
        if described:
            self.setAccessibleDescription(described)
        self.count_toggles()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), size.height() + (self._lines - 1) * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        around = super().sizeHint().width() - self._wide(self.text())
        return QSize(around + max(map(self._wide, self.text().split(" "))), size.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return super().sizeHint().height() + self._wrapped(width).count("\n") * self.fontMetrics().lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self._wrapped(self.width()).count("\n") + 1
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= super().sizeHint().width():
            super().paintEvent(event)
            return
        # Hardly ever needed, and costly to make: these are looked up here.
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._wrapped(self.width())
        painter = QtWidgets.QStylePainter(self)
        painter.drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _wrapped(self, width: int) -> str:
        """The words in as few lines as fit into the width."""
        room = width - (super().sizeHint().width() - self._wide(self.text()))
        lines = [""]
        for word in self.text().split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if lines[-1] and self._wide(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)

    def _wide(self, words: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class ChoiceRow(QWidget):
    """A row of buttons of which one is chosen; it wraps where it does not fit. `chosen` gives the key of a press."""

    chosen = Signal(str)
    accessible_role = roles.GROUP

    def __init__(
        self, choices: Iterable[tuple[str, str]], *, name: str, right: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        layout = FlowLayout(self, right=right)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for key, word in choices:
            button = Button(word)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # A screen reader calls it a radio button.
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, key: str) -> None:
        """Show `key` as the one that is chosen; an unknown key shows none."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)

    def choice(self) -> str:
        """The key of the one that is chosen, or an empty string."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def keys(self) -> tuple[str, ...]:
        """What can be chosen, in order."""
        return tuple(self._buttons)

    def button(self, key: str) -> Button:
        return self._buttons[key]
