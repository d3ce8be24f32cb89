"""A session bus of a test's own, and on it what shows notifications."""

import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

SERVICE = Path(__file__).with_name("notifications.py")
SERVICE_NAME, PLACE = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PATIENCE = 60
"""Seconds until a test gives up waiting."""


class Desktop:
    """`address` is the bus's; `begin` has something there that shows notifications."""

    def __init__(self) -> None:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        self._service: subprocess.Popen[str] | None = None
        self._reader: Thread | None = None
        self._said: Queue[dict[str, Any]] = Queue()

    def begin(self, *parts: str) -> None:
        """Have notifications shown, and with `tray` icons among the system's."""
        self._service = subprocess.Popen(
            [sys.executable, str(SERVICE), *parts],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address},
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self.next() == {"ready": True}

    def next(self) -> dict[str, Any]:
        """The next thing that is shown, waiting until there is one."""
        return self._said.get(timeout=PATIENCE)

    def shown(self) -> list[dict[str, Any]]:
        """All that was shown since the last look."""
        message = new_method_call(DBusAddress(PLACE, SERVICE_NAME, SERVICE_NAME), "CloseNotification", "u", (0,))
        with open_dbus_connection(self.address) as bus:
            bus.send_and_get_reply(message, timeout=PATIENCE)
        return list(iter(self.next, {"closed": True}))

    def end(self) -> None:
        for each in (self._service, self._bus):
            if each is not None:
                each.terminate()
                each.wait()
        if self._reader is not None:
            self._reader.join()
        for each in (self._service, self._bus):
            if each is not None and each.stdout is not None:
                each.stdout.close()

    def _read(self) -> None:
        assert self._service is not None
        assert self._service.stdout is not None
        for line in self._service.stdout:
            self._said.put(json.loads(line))
