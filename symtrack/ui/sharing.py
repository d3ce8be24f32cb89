"""The exchange with other copies of the diary through a shared folder, by itself, when nobody is answering."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal

from symtrack.errors import InputError, SymtrackError
from symtrack.i18n import _, clock, n_
from symtrack.settings import Preferences
from symtrack.store import DiaryStore

if TYPE_CHECKING:
    from symtrack.store.share import SharedFolder, Synced

QUIET = 2_000
"""Milliseconds after a save until it goes to the folder: several answers of one evening go together."""
EVERY = 10_000
"""Milliseconds between two looks at whether others wrote."""


class Sharing(QObject):
    """`came` comes when rows of others were taken in, `changed` whenever there is something else to say."""

    came = Signal()
    changed = Signal()

    def __init__(self, store: DiaryStore, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._busy: WeakMethod[Callable[[], bool]] | None = None
        self._shared: SharedFolder | None = None
        self._synced: Synced | None = None
        self._at = ""
        self._failure: list[str] = []
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._exchange)
        self._watch = QTimer(self, interval=EVERY)
        self._watch.timeout.connect(self._exchange)
        self.use(preferences)

    @property
    def watch(self) -> QTimer:
        """What the next look waits for."""
        return self._watch

    @property
    def quiet(self) -> QTimer:
        """What a save waits for."""
        return self._quiet

    @property
    def folder(self) -> Path | None:
        return self._shared.folder if self._shared is not None else None

    def use(self, preferences: Preferences) -> None:
        """Exchange through the folder that this computer's settings name, or not at all."""
        folder = Path(preferences.shared_folder) if preferences.shared_folder else None
        if folder != self.folder:
            self._shared = self._folder_of(folder, preferences) if folder is not None else None
            self._synced, self._at, self._failure = None, "", []

    def _folder_of(self, folder: Path, preferences: Preferences) -> "SharedFolder":
        from symtrack.store.share import SharedFolder

        return SharedFolder(folder, preferences.writer_of(self._store.path))

    def spare(self, busy: Callable[[], bool]) -> None:
        """Take nothing in while the method `busy` says that the person is in the middle of something."""
        self._busy = WeakMethod(busy)  # The window is its owner's alone: this must not keep it alive.

    def start(self) -> None:
        """Look from time to time, from now on."""
        self._watch.start()
        self.wait()

    def wait(self) -> None:
        """Exchange when nothing more was saved for a moment."""
        if self._shared is not None and self._watch.isActive():
            self._quiet.start()

    def sentences(self) -> list[str]:
        """What there is to say about the exchange, each a sentence."""
        if self._failure:
            return self._failure
        if self._synced is None:
            return []
        return [_("Last exchanged at {time}.").format(time=self._at), *_remarks(self._synced)]

    def exchange(self) -> bool:
        """Exchanges now; whether it could."""
        if self._shared is None:
            return False
        try:
            self._synced = self._shared.sync(self._store)
        except InputError as error:
            self._failure = [str(error)]
        except SymtrackError as error:
            self._failure = [str(error), _("It is tried again by itself. Nothing is lost meanwhile.")]
        else:
            self._failure, self._at = [], clock(self._store.clock())
            if self._synced.came:
                self.came.emit()
        self.changed.emit()
        return not self._failure

    def _exchange(self) -> None:
        busy = self._busy() if self._busy is not None else None
        if busy is not None and busy():
            self._quiet.start()
        elif self._shared is not None and (self._failure or not self._shared.is_as_left(self._store)):
            self.exchange()


def _remarks(synced: "Synced") -> list[str]:
    said = []
    if synced.waiting:
        n = len(synced.waiting)
        said.append(
            n_(
                "{n} file has not come whole yet, and is taken in when it has.",
                "{n} files have not come whole yet, and are taken in when they have.",
                n,
            ).format(n=n)
        )
    if synced.strange:
        said.append(
            _(
                "Some files in the folder are of another diary, or of a copy of this one that has a key of its own. "
                "If that is your other computer, bring in a copy from it once, and they can be read."
            )
        )
    return [*said, *synced.bad]
