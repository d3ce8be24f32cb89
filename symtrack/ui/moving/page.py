"""The page: choose a file, see what becomes of it, bring it in, and take it back where that was wrong."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from symtrack.errors import SymtrackError
from symtrack.exchange.format import Own, every_format, named
from symtrack.exchange.importing import Bring, Brought, bring_in
from symtrack.exchange.opening import Opened, Opening
from symtrack.exchange.source import Source
from symtrack.i18n import _
from symtrack.ui.apart import Apart
from symtrack.ui.files import AskFile, file_to_bring_in, folder_to_bring_in
from symtrack.ui.journal import Journal
from symtrack.ui.moving import words
from symtrack.ui.moving.preview import Preview
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, announce, clear, flow

SAY_SO = 1_000
"""Milliseconds after which it is said that a file is being read."""


class MovingPage(QWidget):
    """`asked` wants another page."""

    asked = Signal(str)

    def __init__(
        self,
        journal: Journal,
        _theme: Theme,
        ask_file: AskFile = file_to_bring_in,
        ask_folder: AskFile = folder_to_bring_in,
    ) -> None:
        super().__init__()
        self._journal, self._ask_file, self._ask_folder = journal, ask_file, ask_folder
        self._reads = Apart(self)
        self._reads.made.connect(self.show_read)
        self._action = ""
        journal.changed.connect(self._see_whether_it_is_there)
        self._late = QTimer(self, singleShot=True, interval=SAY_SO)
        self._late.timeout.connect(self._say_so)
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 16, 34, 16)
        column.setSpacing(12)
        column.addWidget(Text(_("Bring in what you kept elsewhere"), "heading"))
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        column.addLayout(self._place)
        column.addStretch(1)
        self._file = Button(_("Choose a file…"), "primary")
        self._folder = Button(_("Choose a folder…"))
        self._begin()

    @property
    def preview(self) -> Preview | None:
        """What becomes of the file that was read."""
        return next((each for each in self.findChildren(Preview) if self._place.indexOf(each) >= 0), None)

    def take_focus(self) -> None:
        """To what is asked first: the page may be opened again while it shows what was read."""
        if self.preview is not None:
            self.preview.take_focus()
        else:
            first = next((button for button in self.findChildren(Button) if button.isVisibleTo(self)), self)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> bool:
        """Take back what was just brought in; whether anything was."""
        if not self._action:
            return False
        if not self._journal.take_back(self._action):
            self._end_with(self._journal.failure)
        return True

    def read(self, path: Path) -> None:
        """Read the file or folder; nothing is written."""
        self._reads.start(Opening(path))
        self._late.start()

    def _begin(self, said: str = "") -> None:
        """Nothing is chosen yet."""
        clear(self._place)
        self._file, self._folder = Button(_("Choose a file…"), "primary"), Button(_("Choose a folder…"))
        self._file.clicked.connect(lambda: self._choose(self._ask_file))
        self._folder.clicked.connect(lambda: self._choose(self._ask_folder))
        about = _(
            "A file that another app or a spreadsheet gave you. It is only read. You see what becomes of it, and "
            "nothing comes in before you say so."
        )
        known = _("These can be read: {formats}.").format(formats=", ".join(_(form.name) for form in every_format()))
        card = Card(Text(about))
        if said:
            card.column.insertWidget(0, Text(said, "strong"))
        card.column.addWidget(flow(self._file, self._folder))
        card.column.addWidget(Text(known, "soft"))
        self._put(card)

    def _choose(self, ask: AskFile) -> None:
        path = ask(self, Path.home())
        if path is not None:
            self.read(path)

    def _say_so(self) -> None:
        stop = Button(_("Stop"))
        stop.clicked.connect(self._stop)
        was_here = self.isAncestorOf(QApplication.focusWidget() or stop)
        clear(self._place)
        self._put(Card(Text(_("The file is being read. You can go on meanwhile."), "strong"), flow(stop)))
        announce(self, _("The file is being read. You can go on meanwhile."))
        if was_here:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        self._reads.stop()
        self._end_with("")

    def show_read(self, made: Opened | SymtrackError) -> None:
        """Show what becomes of a file that was read, or why it can't be."""
        self._late.stop()
        if isinstance(made, SymtrackError):
            self._end_with(str(made))
        elif made.reading is not None:
            preview = Preview(self._journal, made.reading)
            preview.wanted.connect(self._bring)
            preview.left.connect(lambda: self._end_with(""))
            self._show(preview)
            preview.take_focus()
        else:
            self._show_own(made)

    def _show_own(self, opened: Opened) -> None:
        """Our own file needs no choices: what it has is what it is called."""
        form = named(opened.form)
        assert isinstance(form, Own)
        try:
            bring = partial(bring_in, source=Source.of_path(opened.path), form=form)
            brought = self._journal.move_in(bring, dry_run=True)
        except SymtrackError as error:
            self._end_with(str(error))
            return
        go_on, leave = Button(_("Bring it in"), "primary"), Button(_("Leave it"), "quiet")
        go_on.setEnabled(any(brought.added.values()))
        go_on.clicked.connect(lambda: self._bring(bring))
        leave.clicked.connect(lambda: self._end_with(""))
        told = [*words.counts(brought), *([_(form.lacks)] if form.lacks else [])]
        if not brought.one_action:
            told.append(_("It is a copy of a diary, and becomes part of yours. It can’t be taken back in one press."))
        title = _("{file}: {app}").format(file=opened.path.name, app=_(form.name))
        self._show(
            Card(Text(title, "name"), *map(Text, told), flow(go_on, leave)), go_on if go_on.isEnabled() else leave
        )

    def _bring(self, bring: Bring) -> None:
        before = self._imports()
        try:
            brought = self._journal.move_in(bring, dry_run=False)
        except SymtrackError as error:
            self._end_with(str(error))
        else:
            self._action = next(iter(self._imports() - before), "")
            self._show_done(brought)

    def _imports(self) -> set[str]:
        """The actions by which files came in; another copy of the diary comes in as the actions that it has."""
        return {event.action for event in self._journal.events() if event.kind == "import"}

    def _see_whether_it_is_there(self) -> None:
        """An undo, wherever it is pressed, takes back what was just brought in."""
        if self._action and self._action not in self._imports():
            self._action = ""
            self._end_with(_("All of it was taken back."))

    def _show_done(self, brought: Brought) -> None:
        back, look, more = Button(_("Take it all back")), Button(_("See it in the Diary")), Button(_("Another file"))
        back.clicked.connect(self.take_back)
        back.setVisible(bool(self._action))
        look.clicked.connect(lambda: self.asked.emit("diary"))
        more.clicked.connect(lambda: self._end_with(""))
        said = _("It is in the diary.")
        self._show(
            Card(
                Text(said, "name"), *map(Text, words.came(brought, undone=bool(self._action))), flow(look, back, more)
            ),
            look,
        )
        announce(self, said)

    def _show(self, thing: QWidget, focus: QWidget | None = None) -> None:
        clear(self._place)
        self._put(thing)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, thing: QWidget) -> None:
        """Have it on the page, and seen at once: what is not can take no focus."""
        self._place.addWidget(thing)
        thing.show()

    def _end_with(self, said: str) -> None:
        """Back to the beginning, with a sentence about what was."""
        self._late.stop()
        self._action = ""
        self._begin(said)
        if self.isVisible():
            self.take_focus()
        if said:
            announce(self, said)
