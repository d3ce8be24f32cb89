"""The card about the diary's copies: when the last good one was made, where they are, and making one now."""

from symtrack.i18n import _, dated
from symtrack.ui.files import AskFile
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.widgets import Button, Text, announce, flow


class CopiesCard(SettingsCard):
    """Shows what there is; `draw` shows it anew."""

    def __init__(self, journal: Journal, ask_folder: AskFile) -> None:
        super().__init__(_("Copies"))
        self._journal, self._ask_folder = journal, ask_folder
        self._last = Text("", "strong")
        self._folder = Text("")
        self._failure = Text("")
        self._failure.hide()
        self._make = Button(_("Make a copy now"))
        self._make.clicked.connect(self._make_one)
        choose = Button(_("Choose another folder…"))
        choose.clicked.connect(self._choose)
        buttons = flow(self._make, choose)
        about = _(
            "A copy is made by itself each day, and checked. Those of the last 7 days, 4 weeks and 12 months are kept."
        )
        for thing in (self._last, self._folder, self._failure, Text(about, "soft"), buttons):
            self.column.addWidget(thing)
        journal.copies.changed.connect(self._draw_when_seen)

    def draw(self) -> None:
        copies = self._journal.copies
        last = copies.last
        self._last.setText(
            _("The last good copy is of {day}.").format(day=dated(last)) if last else _("There is no copy yet.")
        )
        self._folder.setText(str(copies.folder))
        self._failure.show_text(copies.failure)
        self._make.setEnabled(self._journal.path.exists())

    def _draw_when_seen(self) -> None:
        if self.isVisible():
            self.draw()

    def _make_one(self) -> None:
        if self._journal.copies.make():
            announce(self, self._last.text())

    def _choose(self) -> None:
        folder = self._ask_folder(self, self._journal.copies.folder)
        if folder is not None:
            self._journal.set_preferences(backup_folder=str(folder))
            if self._make.isEnabled():
                self._make_one()
