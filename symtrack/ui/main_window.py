"""The window: on the screen as empty ground as soon as can be, and with its contents a moment later.

Importing what is in a window and building it takes longer than all that comes before. So nothing of that is imported
here before there is a journal to fill it from.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from symtrack.ui.theme import Theme

if TYPE_CHECKING:
    from symtrack.ui.another import Another
    from symtrack.ui.contents import Contents
    from symtrack.ui.journal import Journal

SIZE = (1366, 768)
LEAST = (480, 400)


class MainWindow(QMainWindow):
    """Ground alone until it is filled, at once with a journal.

    `grounded` comes once, with the first paint of all; `painted` with the first after it was filled.
    """

    grounded = Signal()
    painted = Signal()

    def __init__(self, journal: "Journal | None" = None) -> None:
        super().__init__()
        self._contents: Contents | None = None
        self._was_grounded = self._was_painted = False
        self.left = False
        """Whether the person closed it before it was filled: then they do not want it."""
        self._said = ""
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        if journal is not None:
            self.fill(journal)

    def fill(self, journal: "Journal") -> None:
        """Put everything in, once."""
        from symtrack.ui.contents import Contents

        self._contents = Contents(self, journal, self._said)

    @property
    def contents(self) -> "Contents":
        """What it was filled with."""
        assert self._contents is not None
        return self._contents

    @property
    def locked(self) -> bool:
        """Whether it was closed to lock the diary, and not to end."""
        return self._contents is not None and self._contents.locked

    @property
    def another(self) -> "Another | None":
        """The diary that it was closed for, and not to end."""
        return None if self._contents is None else self._contents.another

    @property
    def theme(self) -> Theme:
        return self.contents.theme

    @property
    def page_key(self) -> str:
        return self.contents.page_key

    @property
    def sentence(self) -> str:
        """What stands below the top line to be read, such as why something could not be saved."""
        return self._said if self._contents is None else self._contents.sentence

    def page(self) -> QWidget:
        """The page that is open."""
        return self.contents.page()

    def open(self, key: str) -> None:
        """Open the page `key`."""
        self.contents.open(key)

    def lock(self) -> None:
        """Close it, so that a sealed diary has to be unlocked again."""
        self.contents.lock()

    def say(self, sentence: str) -> None:
        """Show a sentence below the top line until the next thing is saved."""
        if self._contents is None:
            self._said = sentence
        else:
            self._contents.say(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._contents is None or self._contents.may_close():
            self.left = self._contents is None
            super().closeEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._contents is not None:
            self._contents.place_rail()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_grounded:
            self._was_grounded = True
            self.grounded.emit()
        if self._contents is not None and not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._contents is not None and event.type() == QEvent.Type.WindowDeactivate:
            self._contents.keep()
