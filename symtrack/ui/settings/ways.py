"""The buttons of a card: what can be done, which is not always the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from symtrack.ui.widgets import Button, FlowLayout, clear


class Ways(QWidget):
    """A line of buttons. Each gives itself to what it does, so that the focus can go back to it."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._first: Button | None = None

    @property
    def first(self) -> Button | None:
        return self._first

    def offer(self, ways: Sequence[tuple[str, Callable[[Button], None]]]) -> None:
        """Put these buttons there, and no others."""
        clear(self._flow)
        buttons = [Button(words) for words, _act in ways]
        for button, (_words, act) in zip(buttons, ways, strict=True):
            button.clicked.connect(lambda _checked=False, act=act, button=button: act(button))
            self._flow.addWidget(button)
        self._first = buttons[0] if buttons else None

    def take_focus(self) -> None:
        """Put the focus on the first button."""
        if self._first is not None:
            self._first.show()  # Just made, it would be shown, and could take the focus, only back in Qt's loop.
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
