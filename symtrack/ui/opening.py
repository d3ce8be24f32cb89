"""Opening the diary: where one was known, never an empty first start, but what became of it and its copies."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from symtrack import paths
from symtrack.errors import InputError, SealedError, SymtrackError
from symtrack.i18n import _
from symtrack.settings import Preferences
from symtrack.store import header
from symtrack.ui import stylesheet
from symtrack.ui.files import AskFile, diary_there
from symtrack.ui.theme import Theme, name_for

if TYPE_CHECKING:
    from symtrack.store import DiaryStore
    from symtrack.store.vault import Secret
    from symtrack.ui.rescue import Trouble


@dataclass(frozen=True, slots=True)
class Opened:
    """The open diary, and what has to be said about how it came to be."""

    store: "DiaryStore"
    said: str = ""


def open_diary(
    path: Path,
    preferences: Preferences,
    app: QApplication,
    ask_file: AskFile = diary_there,
    *,
    secret: "Secret | None" = None,
    aside: Callable[[], object] = lambda: None,
) -> Opened | None:
    """The diary at `path`, unlocked or after a rescue where it needs one; None when the person left it at that.

    A `secret` that does not open it is asked for, `aside` called before a window asks. What is wrong is printed too.
    """
    theme = Theme.load(name_for(preferences.theme, app), preferences.text_size / 100)
    restoring = Restoring(path, preferences.diary_at(path), partial(ask_secret, theme))
    begins = False
    while True:
        try:
            store = open_whole(path, known=bool(restoring.known) and not begins, secret=secret)
        except SealedError as error:
            aside()
            unlocking = Unlocking(path)
            looks_for_copies, by_code = unlocking.ask(theme, app)
            if unlocking.store is not None:
                return Opened(unlocking.store, restoring.said or (_by_code() if by_code else ""))
            if not looks_for_copies:
                return None
            trouble = _trouble(path, str(error), preferences)
        except SymtrackError as error:
            sys.stderr.write(f"{error}\n")
            trouble = _trouble(path, str(error), preferences)
        else:
            return Opened(store, restoring.said)
        from symtrack.ui.rescue import RescueWindow

        aside()
        stylesheet.apply(theme, app)
        rescue = RescueWindow(theme, trouble, restoring.restore, ask_file)
        rescue.show()
        app.exec()
        rescue.deleteLater()
        begins, secret = rescue.begins, restoring.secret or secret
        if not rescue.goes_on:
            return None


def opens_at_once(path: Path, preferences: Preferences) -> bool:
    """Whether it looks as if nothing had to be asked: a diary without a passphrase is there, or a new one begins."""
    if not path.exists():
        return not preferences.diary_at(path)
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:  # Nothing has it open yet whose locks that would take away.
            return header.is_plain(file.read(header.LENGTH))
    except OSError:
        return False


class Unlocking:
    """Opens the sealed diary with what the person types; `store` is the open diary."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.store: DiaryStore | None = None

    def ask(self, theme: Theme, app: QApplication) -> tuple[bool, bool]:
        """Ask until it is open or the person leaves: whether they look for copies, and whether the code opened it."""
        from symtrack.ui.unlocking import UnlockWindow

        stylesheet.apply(theme, app)
        window = UnlockWindow(theme, self._path, self.unlock)
        window.show()
        app.exec()
        window.deleteLater()
        return window.looks_for_copies, window.by_code

    def unlock(self, secret: "Secret") -> None:
        """SealedError when it does not open it."""
        self.store = open_whole(self._path, known=True, secret=secret)


def ask_secret(theme: Theme, path: Path) -> "Secret | None":
    """What opens the sealed copy at `path`, asked for in a window of its own; None when the person left it at that."""
    from symtrack.store import DiaryStore
    from symtrack.ui.unlocking import UnlockWindow

    found: list[Secret] = []

    def unlock(secret: "Secret") -> None:
        DiaryStore.open(path, secret=secret).close()
        found.append(secret)

    window, until_left = UnlockWindow(theme, path, unlock), QEventLoop()
    window.left.connect(until_left.quit)
    window.show()
    until_left.exec()
    return found[0] if found else None


def _by_code() -> str:
    return _("The recovery code opened the diary. A new passphrase can be chosen in Settings.")


def open_whole(path: Path, *, known: bool, secret: "Secret | None" = None) -> "DiaryStore":
    """The diary at `path`, its pages looked at; SymtrackError when it is damaged, or missing though it was known."""
    from symtrack.store import DiaryStore

    if known and not path.exists():
        raise InputError(_("There is no diary at {path} any more.").format(path=path))
    store = DiaryStore.open(path, create=True, secret=secret)
    try:
        store.see_that_it_is_whole()
    except SymtrackError:
        store.close()
        raise
    return store


class Restoring:
    """Puts a copy where the diary `known` is or was. `said` is what the person should know about it.

    `ask` gives what opens a sealed copy, or None when the person would rather not say; `secret` is what it gave.
    """

    def __init__(self, path: Path, known: str, ask: "Callable[[Path], Secret | None]" = lambda _path: None) -> None:
        self.path, self.known, self._ask = path, known, ask
        self.said = ""
        self.secret: Secret | None = None

    def restore(self, source: Path) -> None:
        """Puts it there, and keeps what was there. SymtrackError for another diary’s copy, or a bad one."""
        from symtrack.store import backup

        with self._opened(source) as copy:
            if copy.id != self.known:
                raise InputError(_("{path} is another diary, not the one that was here.").format(path=source))
        aside = backup.restore(source, self.path, secret=self.secret)
        self.said = _("This is the diary as it was in {source}.").format(source=source)
        if aside is not None:
            self.said += " " + _("What was here before is kept in {path}.").format(path=aside)

    def _opened(self, source: Path) -> "DiaryStore":
        from symtrack.store import DiaryStore

        try:
            return DiaryStore.open(source, secret=self.secret)
        except SealedError:
            self.secret = self._ask(source)
            if self.secret is None:
                raise
            return DiaryStore.open(source, secret=self.secret)


def _trouble(path: Path, sentence: str, preferences: Preferences) -> "Trouble":
    from symtrack.store import copies
    from symtrack.ui.rescue import Trouble

    known = preferences.diary_at(path)
    folders = {preferences.copies_folder, paths.backup_folder()}
    return Trouble(
        path=path,
        sentence=sentence,
        missing=bool(known) and not path.exists(),
        known=bool(known),
        copies=sorted(copy for folder in folders for copy in copies.found(folder, path, known)),
    )
