"""What a screen reader does to a button that can be on or off: it toggles it, which Qt does not count as a press."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class Toggled(_Button):
    """Comes before the button's own class: a toggle that neither a press nor the program made is a press too."""

    _expected = False

    def count_toggles(self) -> None:
        """To be called once the button is made."""
        self.toggled.connect(self._count)

    def setChecked(self, on: bool) -> None:  # noqa: FBT001 - Qt's own argument
        before, self._expected = self._expected, True
        super().setChecked(on)
        self._expected = before

    def nextCheckState(self) -> None:
        before, self._expected = self._expected, True
        super().nextCheckState()
        self._expected = before

    def _count(self, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if not self._expected:
            self.clicked[bool].emit(on)  # type: ignore[index]  # Qt's stubs know no overloads
