"""The window in place of a sealed diary: its passphrase, or the recovery code from the sheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from symtrack import paths
from symtrack.errors import DiaryFileError, InputError, SealedError
from symtrack.i18n import _, n_
from symtrack.store import recovery
from symtrack.store.vault import Passphrase, Secret
from symtrack.ui.calm_window import CalmWindow
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, NoteField, Reply, Text, announce, flow
from symtrack.ui.widgets.secret import SecretField

PAUSES = (0, 0, 1, 2, 4, 8, 15, 30)
"""Seconds to wait after each passphrase that did not open it; the last from then on. Nobody is locked out."""
SECOND = 1_000
DOUBTFUL = 2
"""After so many that did not open it, the file itself may be what is wrong."""


class UnlockWindow(CalmWindow):
    """Asks until `unlock` takes what was given, or the person leaves. `unlock` raises SealedError for a wrong one.

    After it is closed, `opened` says whether the diary is open, `by_code` whether the recovery code opened it, and
    `looks_for_copies` that the person would rather see the copies.
    """

    def __init__(self, theme: Theme, path: Path, unlock: Callable[[Secret], object]) -> None:
        super().__init__(theme)
        self._unlock = unlock
        self._wrong = self._left = 0
        self._why = ""
        self.opened = self.by_code = self.looks_for_copies = False
        title = _("This diary is locked")
        self._about = Text(_("Type its passphrase to open it."))
        self._passphrase = SecretField(_("Passphrase"))
        self._passphrase.field.returnPressed.connect(self._try)
        self._code = NoteField(_("Recovery code"), lines=3)
        self._code.done.connect(self._try)
        self._code.hide()
        self._sentence = Reply()
        # Translators: A button: opens the locked diary.
        self._open = Button(_("Open"), "primary")
        self._open.clicked.connect(self._try)
        self._other = Button(_("I have forgotten it…"))
        self._other.clicked.connect(self._change_way)
        self._copies = Button(_("Show the copies…"))
        self._copies.clicked.connect(self._look_for_copies)
        self._copies.hide()
        close = Button(_("Close"))
        close.clicked.connect(self.close)
        ways = flow(self._open, self._other, self._copies, close)
        card = Card(Text(title, "name"), Text(str(path), "small"), self._about, name=title)
        for thing in (self._passphrase, self._code, self._sentence):
            card.column.addWidget(thing)
        card.column.addSpacing(8)
        card.column.addWidget(ways)
        self.show_card(card)
        self.setWindowTitle(_("{app}, locked").format(app=paths.APP))
        self._clock = QTimer(self, interval=SECOND)
        self._clock.timeout.connect(self._tick)
        self._passphrase.field.setFocus()

    @property
    def field(self) -> QLineEdit:
        """Where the passphrase is typed."""
        return self._passphrase.field

    @property
    def code(self) -> NoteField:
        """Where the recovery code is typed."""
        return self._code

    @property
    def sentence(self) -> str:
        """Why it did not open, if it did not."""
        return self._sentence.text()

    @property
    def waits(self) -> bool:
        """Whether a pause goes on in which nothing is tried."""
        return self._left > 0

    def _try(self) -> None:
        if self.waits:
            return
        try:
            self._unlock(self._given())
        except SealedError:
            self._not_opened()
        except (InputError, DiaryFileError) as error:
            self._say(str(error))
        else:
            self.opened, self.by_code = True, self._by_code()
            self.close()

    def _by_code(self) -> bool:
        return not self._code.isHidden()

    def _given(self) -> Secret:
        return recovery.read(self._code.toPlainText()) if self._by_code() else Passphrase(self.field.text())

    def _not_opened(self) -> None:
        self._wrong += 1
        self._left = PAUSES[min(self._wrong, len(PAUSES)) - 1]
        self._copies.setVisible(self._wrong >= DOUBTFUL)
        self._why = (
            _("That code does not open this diary. Nothing is lost.")
            if self._by_code()
            else _("That passphrase does not open this diary. Nothing is lost.")
        )
        if self._wrong >= DOUBTFUL:
            self._why += " " + _("If you are sure of it, the file may be damaged, or be something else.")
        self.field.selectAll()
        self._show_pause()
        if self.waits:
            self._clock.start()
        announce(self, self._sentence.text())

    def _tick(self) -> None:
        self._left -= 1
        if not self.waits:
            self._clock.stop()
        self._show_pause()

    def _show_pause(self) -> None:
        self._open.setEnabled(not self.waits)
        words = [self._why] if self._why else []
        if self.waits:
            again = n_("You can try again in {n} second.", "You can try again in {n} seconds.", self._left)
            words.append(again.format(n=self._left))
        self._say(" ".join(words))

    def _say(self, words: str) -> None:
        self._sentence.show_text(words)
        self.fit()

    def _change_way(self) -> None:
        by_code = not self._by_code()
        self._code.setVisible(by_code)
        self._passphrase.setVisible(not by_code)
        self._about.setText(
            _(
                "The recovery code stands on the sheet that was made with the passphrase: 13 groups of five letters "
                "and digits. Capitals and blanks do not matter."
            )
            if by_code
            else _("Type its passphrase to open it.")
        )
        self._other.setText(_("Type the passphrase") if by_code else _("I have forgotten it…"))
        self._other.setAccessibleName(self._other.text())
        self._why = ""
        self._show_pause()
        (self._code if by_code else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for_copies(self) -> None:
        self.looks_for_copies = True
        self.close()
