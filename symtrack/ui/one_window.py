"""One window a diary: the first holds the lock, a second one asks it to come to the front."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

from symtrack.store import lock

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE, PAUSE = 1_000, 20
"""Milliseconds to wait for the first window's answer, and between two tries."""


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
        self._server: QLocalServer | None = None

    def hold(self) -> bool:
        """Take the diary for this window; False when another one has it.

        Where no lock can be made at all, the diary opens without one: that is better than not at all.
        """
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """From now on answer a second window. That need not be done before this one can be seen."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None or not self._lock.isLocked():
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if sys.platform != "win32":
            QLocalServer.removeServer(self._name)  # What a killed window left behind.
        self._server.listen(self._name)

    def call(self) -> bool:
        """Ask the window that has the diary to come to the front; whether it answered.

        One that has only just been started does not listen yet.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket, patience = QLocalSocket(), QDeadlineTimer(PATIENCE)
        answered = False
        while not answered and not patience.hasExpired():
            socket.connectToServer(self._name)
            answered = socket.waitForConnected(PATIENCE)
            if not answered:
                QThread.msleep(PAUSE)
        socket.disconnectFromServer()
        return answered

    def let_go(self) -> None:
        """Give the diary free."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.deleteLater()
        self.called.emit()
