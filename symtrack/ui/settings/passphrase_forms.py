"""What the passphrase card opens: choosing one, the recovery code with its sheet, and taking the passphrase away."""

from PySide6.QtCore import Signal

from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.report import pdf, recovery_sheet
from symtrack.report.blocks import Block
from symtrack.store import outgoing
from symtrack.ui.files import AskFile
from symtrack.ui.in_place import InPlace
from symtrack.ui.journal import Journal
from symtrack.ui.printer import PPI, AskPrinter, print_pages
from symtrack.ui.widgets import Button, Reply, Text, reveal
from symtrack.ui.widgets.secret import SecretField

SHORT = 12
"""Characters below which a passphrase is soon guessed by a program that tries."""


class _Form(InPlace):
    """One of the forms, with a sentence for what came of it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sentence = Reply()

    def say(self, words: str) -> None:
        """Show what came of it, or why nothing did."""
        self.sentence.say(words)
        reveal(self.sentence)


class ChooseForm(_Form):
    """A new passphrase, twice. `chosen` gives it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Choose a passphrase"))
        about = _(
            "Four or five words that belong together only for you are easier to keep than signs and digits. If you "
            "forget it, only the recovery code opens the diary; you get that next, to print."
        )
        self.first = SecretField(_("The passphrase"))
        self.second = SecretField(_("Once more"), shows=False)
        self.first.toggle.toggled.connect(self.second.show_typed)
        self.first.field.textChanged.connect(self._hint)
        self.first.field.returnPressed.connect(self.second.field.setFocus)
        self.second.field.returnPressed.connect(self._give)
        for thing in (Text(about), self.first, self.second, self.sentence):
            self.column.addWidget(thing)
        seal = Button(_("Seal the diary"), "primary")
        seal.clicked.connect(self._give)
        self.add_buttons(seal)
        self.setFocusProxy(self.first)

    def _hint(self, typed: str) -> None:
        short = 0 < len(typed) < SHORT
        self.sentence.show_text(_("A longer one is safer. It is up to you.") if short else "")

    def _give(self) -> None:
        first, second = self.first.field.text(), self.second.field.text()
        if not first:
            self.first.setFocus()
            self.say(_("Please type a passphrase."))
        elif first != second:
            self.second.field.clear()
            self.second.setFocus()
            self.say(_("The two are not the same. Please type the second one again."))
        else:
            self.chosen.emit(first)


class SheetForm(_Form):
    """The recovery code, to be printed or kept as a PDF."""

    def __init__(self, journal: Journal, ask_file: AskFile, ask_printer: AskPrinter) -> None:
        super().__init__(_("The recovery code"))
        self._journal, self._ask_file, self._ask_printer = journal, ask_file, ask_printer
        about = _(
            "If the passphrase is forgotten, this code opens the diary. Please print it, or copy it by hand, and keep "
            "it with your papers. It changes with the passphrase."
        )
        groups = journal.sealing.code.split()
        rows = [groups[at : at + 4] for at in range(0, len(groups), 4)]
        self.code = Text("\n".join("   ".join(row) for row in rows), "code", wrap=False)
        self.code.setAccessibleName(_("The recovery code"))
        self.code.setAccessibleDescription(", ".join(" ".join(group) for group in groups))
        things = [Text(about), self.code, self.sentence]
        if left := journal.sealing.left:
            words = _("These copies could not be changed with the diary, and are as they were: {paths}")
            things.insert(0, Text(words.format(paths=", ".join(map(str, left))), "strong"))
        for thing in things:
            self.column.addWidget(thing)
        print_it = Button(_("Print the sheet…"), "primary")
        print_it.clicked.connect(self._print)
        save = Button(_("Save it as PDF…"))
        save.clicked.connect(self._save)
        self.add_buttons(print_it, save)
        self.setFocusProxy(print_it)

    def _blocks(self) -> tuple[Block, ...]:
        journal = self._journal
        return recovery_sheet.build(journal.sealing.code, journal.person, journal.today)

    def _print(self) -> None:
        printer = self._ask_printer(self)
        if printer is not None:
            printed = print_pages(pdf.pages(self._blocks(), ppi=PPI), printer)
            self.say(_("The sheet is at the printer.") if printed else _("The printer did not take it."))

    def _save(self) -> None:
        path = self._ask_file(self, self._journal.path)
        if path is not None:
            try:
                outgoing.write(path, (pdf.of(self._blocks()),))
            except SymtrackError as error:
                self.say(str(error))
            else:
                self.say(
                    _(
                        "The sheet is in {path}. Whoever has it can open the diary: print it, then delete the file."
                    ).format(path=path)
                )


class RemoveForm(_Form):
    """What it means to take the passphrase away. `wanted` comes when the person wants it."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Take the passphrase away"))
        about = _("The diary and its copies are then plain files again: whoever can open this computer can read them.")
        self.column.addWidget(Text(about))
        self.column.addWidget(self.sentence)
        remove = Button(_("Take it away"), "primary")
        remove.clicked.connect(self.wanted)
        self.add_buttons(remove)
        self.setFocusProxy(remove)
