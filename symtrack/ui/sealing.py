"""The diary's passphrase, as the window sets, changes and takes it away."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from symtrack.errors import SymtrackError
from symtrack.store import DiaryStore, copies, recovery
from symtrack.store.vault import Passphrase


class Sealing(QObject):
    """`changed` comes when the diary was sealed or made plain. `folders` are those in which its copies may lie."""

    changed = Signal()

    def __init__(self, store: DiaryStore, folders: Callable[[], Collection[Path]], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._folders = store, folders
        self._failure = ""
        self._left: tuple[Path, ...] = ()

    @property
    def sealed(self) -> bool:
        """Whether the diary has a passphrase."""
        return self._store.key is not None

    @property
    def code(self) -> str:
        """The recovery code that opens the diary as it is sealed now; empty for a plain one."""
        return recovery.written(self._store.key) if self._store.key is not None else ""

    @property
    def failure(self) -> str:
        """Why the last change was not possible; empty when it was."""
        return self._failure

    @property
    def left(self) -> tuple[Path, ...]:
        """Copies that could not be sealed, or made plain, with the diary."""
        return self._left

    def seal(self, passphrase: str) -> bool:
        """Seals the diary and its copies with the passphrase; whether it could."""
        return self._change(lambda: Passphrase(passphrase))

    def unseal(self) -> bool:
        """Makes the diary and its copies plain again; whether it could."""
        return self._change(lambda: None)

    def _change(self, secret: Callable[[], Passphrase | None]) -> bool:
        former = self._store.key
        try:
            self._store.seal(secret())
        except SymtrackError as error:
            self._failure = str(error)
            return False
        self._failure, left = "", []
        for copy in copies.beside_it(self._store.path, self._folders()):
            try:
                self._store.seal_copy(copy, former)
            except SymtrackError:
                left.append(copy)
        self._left = tuple(left)
        self.changed.emit()
        return True
