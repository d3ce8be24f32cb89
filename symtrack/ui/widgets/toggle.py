"""A button that is on or off, and says so with a tick as well as with its colour."""

from PySide6.QtWidgets import QWidget

from symtrack.ui.widgets.buttons import Button

TICK = "✓ "


class Toggle(Button):
    """Pressed, it is on, and pressed again, it is off; `clicked` gives which."""

    def __init__(self, words: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.setCheckable(True)
        self.show_words(words)
        self.toggled.connect(self._show)
        self.setChecked(on)

    def show_words(self, words: str) -> None:
        """Show other words; whether it is on stays as it is."""
        self._words = words.replace("&", "&&")
        self.setAccessibleName(words)
        self._show(self.isChecked())

    def _show(self, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        self.setText(TICK + self._words if on else self._words)
