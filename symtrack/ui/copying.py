"""A copy of the diary each day, by itself, a while after the last thing that was saved."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal

from symtrack import paths
from symtrack.diary.rows import Row
from symtrack.errors import SymtrackError
from symtrack.i18n import _, dated
from symtrack.store import DiaryStore, backup, copies

QUIET = 3_000
"""Milliseconds after the start and after each save until the copy, 60 ms for ten years of days, disturbs nobody."""


class Copies(QObject):
    """The diary's copies. `changed` comes when one was made, or could not be."""

    changed = Signal()

    def __init__(self, store: DiaryStore, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._folder = store, folder
        self._made_on: date | None = None
        self._failure = ""
        self._busy: WeakMethod[Callable[[], bool]] | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._make_todays)

    @property
    def quiet(self) -> QTimer:
        """What today's copy waits for; each save starts it anew."""
        return self._quiet

    @property
    def folder(self) -> Path:
        """Where the copies go."""
        return self._folder

    def folders(self) -> set[Path]:
        """Every folder in which copies of the diary may lie."""
        return {self.folder, paths.backup_folder(), self._store.path.absolute().parent}

    def use(self, folder: Path) -> None:
        """Copies go there from now on."""
        self._folder = folder

    @property
    def failure(self) -> str:
        """Why the last copy could not be made; empty when it was."""
        return self._failure

    @property
    def last(self) -> date | None:
        """The day of the last good copy in the folder."""
        made = copies.found(self.folder, self._store.path, self._store.id)
        return made[-1].day if made else None

    def spare(self, busy: Callable[[], bool]) -> None:
        """Make no copy while the method `busy` says that the person is in the middle of something."""
        self._busy = WeakMethod(busy)  # The window is its owner's alone: this must not keep it alive.

    def wait(self) -> None:
        """Make today's copy, unless there is one, when nothing more was saved for a while."""
        if self._made_on != self._store.today and self._store.id:
            self._quiet.start()

    def make(self) -> bool:
        """Makes today's copy now, anew when there is one; whether it could."""
        return self._try(lambda: backup.into(self._store, self.folder))

    def holding(self, row: Row) -> list[Path]:
        """The copies in which something is still said in the row's place, those that can't be read too."""
        versions = [version.id for version in self._store.versions(row.id)]
        return backup.holding(self._store, self.folders(), versions)

    def renew(self, copies: Sequence[Path]) -> list[Path]:
        """Erases in the copies what is erased in the diary; those in which it could not."""
        left = []
        for copy in copies:
            try:
                self._store.renew(copy)
            except SymtrackError:
                left.append(copy)
        return left

    def _make_todays(self) -> None:
        busy = self._busy() if self._busy is not None else None
        if busy is not None and busy():
            self._quiet.start()
            return
        today = self._store.today
        if self._try(lambda: backup.daily(self._store, self.folder, today)):
            self._made_on = today

    def _try(self, make: Callable[[], object]) -> bool:
        try:
            make()
        except SymtrackError as error:
            last = self.last
            words = _("Today’s copy of the diary could not be made. {why} {last}")
            good = _("The last good copy is of {day}.").format(day=dated(last)) if last else _("There is no copy yet.")
            self._failure = words.format(why=error, last=good)
        else:
            self._failure = ""
        self.changed.emit()
        return not self._failure
