"""Opening the diary: where one was known, never an empty first start, but what became of it and its copies."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from symtrack import paths
from symtrack.errors import InputError, SymtrackError
from symtrack.i18n import _
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, backup
from symtrack.ui.files import AskFile, diary_there
from symtrack.ui.rescue import RescueWindow, Trouble
from symtrack.ui.theme import Theme, name_for


@dataclass(frozen=True, slots=True)
class Opened:
    """The open diary, and what has to be said about how it came to be."""

    store: DiaryStore
    said: str = ""


def open_diary(
    path: Path, preferences: Preferences, app: QApplication, ask_file: AskFile = diary_there
) -> Opened | None:
    """The diary at `path`, after a rescue where it needs one; None when the person closed the window instead.

    What is wrong stands on standard error too.
    """
    restoring = Restoring(path, preferences.diary_at(path))
    begins = False
    while True:
        try:
            return Opened(open_whole(path, known=bool(restoring.known) and not begins), restoring.said)
        except SymtrackError as error:
            sys.stderr.write(f"{error}\n")
            trouble = _trouble(path, str(error), preferences)
        theme = Theme.load(name_for(preferences.theme, app), preferences.text_size / 100)
        theme.apply(app)
        window = RescueWindow(theme, trouble, restoring.restore, ask_file)
        window.show()
        app.exec()
        begins = window.begins
        if not window.goes_on:
            return None


def open_whole(path: Path, *, known: bool) -> DiaryStore:
    """The diary at `path`, its pages looked at; SymtrackError when it is damaged, or missing though it was known."""
    if known and not path.exists():
        raise InputError(_("There is no diary at {path} any more.").format(path=path))
    store = DiaryStore.open(path, create=True)
    try:
        store.see_that_it_is_whole()
    except SymtrackError:
        store.close()
        raise
    return store


class Restoring:
    """Puts a copy where the diary `known` is or was. `said` is what the person should know about it."""

    def __init__(self, path: Path, known: str) -> None:
        self.path, self.known = path, known
        self.said = ""

    def restore(self, source: Path) -> None:
        """Puts it there, and keeps what was there. SymtrackError for another diary’s copy, or a bad one."""
        with DiaryStore.open(source) as copy:
            if copy.id != self.known:
                raise InputError(_("{path} is another diary, not the one that was here.").format(path=source))
        aside = backup.restore(source, self.path)
        self.said = _("This is the diary as it was in {source}.").format(source=source)
        if aside is not None:
            self.said += " " + _("What was here before is kept in {path}.").format(path=aside)


def _trouble(path: Path, sentence: str, preferences: Preferences) -> Trouble:
    known = preferences.diary_at(path)
    folders = {preferences.copies_folder, paths.backup_folder()}
    return Trouble(
        path=path,
        sentence=sentence,
        missing=bool(known) and not path.exists(),
        known=bool(known),
        copies=sorted(copy for folder in folders for copy in backup.copies(folder, path, known)),
    )
