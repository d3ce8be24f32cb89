"""One window a diary: the first holds the lock, a second one asks it to come to the front."""

import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from symtrack.store import lock

PATIENCE = 1_000
"""Milliseconds to wait for the first window's answer."""


class OneWindow(QObject):
    """Holds a diary for one window. `called` comes when a second window was started on it."""

    called = Signal()

    def __init__(self, diary: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = lock.file_of(diary)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._name = f"symtrack-{lock.key(diary)}"
        self._lock = QLockFile(str(path))
        self._lock.setStaleLockTime(0)  # Only a process that is gone makes a lock stale, however long it stood.
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hold(self) -> bool:
        """Take the diary for this window; False when another one has it.

        Where no lock can be made at all, the diary opens without one: that is better than not at all.
        """
        if not self._lock.tryLock(0):
            return self._lock.error() != QLockFile.LockError.LockFailedError
        if sys.platform != "win32":
            QLocalServer.removeServer(self._name)  # What a killed window left behind.
        self._server.listen(self._name)
        return True

    def call(self) -> bool:
        """Ask the window that has the diary to come to the front; whether it answered."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(PATIENCE)
        socket.disconnectFromServer()
        return answered

    def let_go(self) -> None:
        """Give the diary free."""
        self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.deleteLater()
        self.called.emit()
