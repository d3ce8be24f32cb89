"""The card about the passphrase: choosing one, changing it, its recovery code, locking by itself, taking it away."""

from symtrack.i18n import _, n_
from symtrack.ui import printer
from symtrack.ui.files import AskFile, pdf_to_save
from symtrack.ui.in_place import Slot
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.settings.passphrase_forms import ChooseForm, RemoveForm, SheetForm
from symtrack.ui.settings.ways import Ways
from symtrack.ui.widgets import Button, ChoiceRow, Text, announce

MINUTES = (0, 5, 15, 30, 60)


class PassphraseCard(SettingsCard):
    """Shows how the diary is kept from other eyes; `draw` shows it anew."""

    def __init__(
        self,
        journal: Journal,
        ask_file: AskFile = pdf_to_save,
        ask_printer: printer.AskPrinter = printer.ask,
    ) -> None:
        super().__init__(_("Passphrase"))
        self._journal = journal
        self._ask_file, self._ask_printer = ask_file, ask_printer
        self._sealed: bool | None = None
        self._state = Text("", "strong")
        self._about = Text("", "soft")
        self._ways = Ways()
        self._slot = Slot()
        self._lock_name = Text(_("Lock the diary when nobody has touched the computer for"), "small")
        self._lock = ChoiceRow([(str(each), _minutes(each)) for each in MINUTES], name=self._lock_name.text())
        self._lock.chosen.connect(lambda chosen: journal.set_preferences(lock_after=int(chosen)))
        for thing in (self._state, self._about, self._ways, self._slot, self._lock_name, self._lock):
            self.column.addWidget(thing)

    @property
    def slot(self) -> Slot:
        return self._slot

    def take_focus(self) -> None:
        """Put the focus on the first button."""
        self._ways.take_focus()

    def draw(self) -> None:
        sealed = self._journal.sealing.sealed
        self._lock.show_choice(str(self._journal.preferences.lock_after))
        if sealed == self._sealed:
            return
        self._sealed = sealed
        self._state.setText(
            _("The diary is sealed with a passphrase.") if sealed else _("The diary has no passphrase.")
        )
        self._about.setText(
            _("Its copies are sealed too. Ctrl+L locks it at once.")
            if sealed
            else _("Whoever can open the files of this computer can read it. A passphrase prevents that.")
        )
        for widget in (self._lock_name, self._lock):
            widget.setVisible(sealed)
        self._ways.offer(
            [
                (_("Change the passphrase…"), self._open_choosing),
                (_("Show the recovery code"), self._open_sheet),
                (_("Take the passphrase away…"), self._open_removing),
            ]
            if sealed
            else [(_("Choose a passphrase…"), self._open_choosing)]
        )

    def _open_choosing(self, opener: Button) -> None:
        form = ChooseForm()
        form.chosen.connect(self._seal)
        self._slot.open(form, opener)

    def _open_sheet(self, opener: Button | None) -> None:
        self._slot.open(SheetForm(self._journal, self._ask_file, self._ask_printer), opener)

    def _open_removing(self, opener: Button) -> None:
        form = RemoveForm()
        form.wanted.connect(self._unseal)
        self._slot.open(form, opener)

    def _seal(self, passphrase: str) -> None:
        form = self._slot.form
        if self._journal.sealing.seal(passphrase):
            self.draw()
            self._open_sheet(self._ways.first)
            announce(self, self._state.text())
        elif isinstance(form, ChooseForm):
            form.say(self._journal.sealing.failure)

    def _unseal(self) -> None:
        form = self._slot.form
        if self._journal.sealing.unseal():
            self._slot.close_form()
            self.draw()
            self._ways.take_focus()
            announce(self, self._state.text())
        elif isinstance(form, RemoveForm):
            form.say(self._journal.sealing.failure)


def _minutes(minutes: int) -> str:
    return n_("{n} minute", "{n} minutes", minutes).format(n=minutes) if minutes else _("Never")
