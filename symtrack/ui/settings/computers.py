"""The card about other computers: a folder that they share, and a copy that is brought in by hand."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from symtrack.diary import instrument
from symtrack.errors import SealedError, SymtrackError
from symtrack.i18n import _
from symtrack.store.vault import Passphrase, Secret
from symtrack.ui.files import AskFile, copy_there, shared_folder
from symtrack.ui.in_place import InPlace, Slot
from symtrack.ui.journal import Journal
from symtrack.ui.settings.came_form import CameForm
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.settings.ways import Ways
from symtrack.ui.widgets import Button, Text, announce
from symtrack.ui.widgets.secret import SecretField


class ComputersCard(SettingsCard):
    """Shows whether the diary is shared; `draw` shows it anew."""

    def __init__(self, journal: Journal, ask_folder: AskFile = shared_folder, ask_file: AskFile = copy_there) -> None:
        super().__init__(_("The same diary on two computers"))
        self._journal, self._ask_folder, self._ask_file = journal, ask_folder, ask_file
        self._shown: Path | None = Path()
        self._folder = Text("", "strong")
        self._said = Text("")
        self._ways = Ways()
        self._slot = Slot()
        about = _(
            "A folder that a sync program such as Nextcloud or Dropbox keeps the same on both, or one on a stick. Only "
            "small sealed files with what is new go there, never the diary itself. Bring in a copy on the second "
            "computer first."
        )
        things = (self._folder, self._said, Text(about, "soft"))
        for thing in (*things, self._ways, self._slot):
            self.column.addWidget(thing)
        journal.sharing.changed.connect(self._draw_when_seen)

    @property
    def slot(self) -> Slot:
        return self._slot

    def draw(self) -> None:
        sharing = self._journal.sharing
        self._folder.setText(str(sharing.folder) if sharing.folder else _("There is no shared folder."))
        self._said.show_text(" ".join(sharing.sentences()))
        if sharing.folder == self._shown:
            return
        self._shown = sharing.folder
        ways = [(_("Choose a shared folder…"), self._choose), (_("Bring in a copy…"), self._ask_copy)]
        if sharing.folder is not None:
            ways = [(_("Exchange now"), self._exchange), *ways, (_("Share it no more"), partial(self._use, None))]
        self._ways.offer(ways)

    def _draw_when_seen(self) -> None:
        if self.isVisible():
            self.draw()

    def _choose(self, _opener: Button) -> None:
        folder = self._ask_folder(self, self._journal.sharing.folder or Path.home())
        if folder is not None:
            self._use(folder, None)

    def _use(self, folder: Path | None, _opener: Button | None) -> None:
        journal = self._journal
        journal.set_preferences(shared_folder=str(folder or ""), device=journal.preferences.with_device().device)
        journal.sharing.exchange()
        self.draw()
        self._ways.take_focus()
        announce(self, " ".join(label.text() for label in (self._folder, self._said) if label.text()))

    def _exchange(self, _opener: Button) -> None:
        self._journal.sharing.exchange()
        announce(self, self._said.text())

    def _ask_copy(self, opener: Button) -> None:
        path = self._ask_file(self, self._journal.path)
        if path is not None:
            self._bring_in(path, opener)

    def _bring_in(self, path: Path, opener: Button, secret: Secret | None = None) -> None:
        try:
            came = self._journal.bring_in(path, secret)
        except SealedError as error:
            form = SealedCopyForm(str(error) if secret is not None else "")
            form.given.connect(lambda given: self._bring_in(path, opener, given))
            self._slot.open(form, opener)
            announce(self, form.sentence)
        except SymtrackError as error:
            self._slot.open(CameForm.refused(str(error)), opener)
            announce(self, str(error))
        else:
            results = self._journal.preferences.scan_results
            page = CameForm.of(came, instrument.of(self._journal.settings), results=results)
            self._slot.open(page, opener)
            announce(self, " ".join(page.texts()))


class SealedCopyForm(InPlace):
    """Asks for the passphrase of a copy that has another one. `given` gives it."""

    given = Signal(object)

    def __init__(self, sentence: str) -> None:
        super().__init__(_("The passphrase of the copy"))
        self.secret = SecretField(_("The passphrase of the copy"))
        self.secret.field.returnPressed.connect(self._give)
        self._sentence = Text("", "strong")
        self.column.addWidget(Text(_("The copy is sealed with a passphrase of its own.")))
        self.column.addWidget(self.secret)
        self.column.insertWidget(0, self._sentence)
        self._sentence.show_text(sentence)  # Only now: shown before, it would be a window and take the focus away.
        go_on = Button(_("Bring it in"), "primary")
        go_on.clicked.connect(self._give)
        self.add_buttons(go_on)
        self.setFocusProxy(self.secret)

    @property
    def sentence(self) -> str:
        """Why it did not open, if it did not."""
        return self._sentence.text()

    def _give(self) -> None:
        try:
            secret = Passphrase(self.secret.field.text())
        except SymtrackError as error:
            self._sentence.show_text(str(error))
        else:
            self.given.emit(secret)
