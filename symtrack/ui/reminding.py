"""The reminder while the window is open: a line in the page, and a notification when nobody looks at the window."""

import sys
from contextlib import suppress
from datetime import date, datetime

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from symtrack.diary import moment, setting_keys
from symtrack.diary.day import day_of
from symtrack.errors import SymtrackError
from symtrack.i18n import _, clock
from symtrack.reminding import words
from symtrack.reminding.due import due
from symtrack.reminding.remind import show_once
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, last_day
from symtrack.ui import icons


class Reminding(QObject):
    """`changed` comes when the line comes or goes, `called` when the icon among the system's was pressed."""

    changed = Signal()
    called = Signal()

    def __init__(self, store: DiaryStore, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._preferences = store, preferences
        self._looked = store.clock()
        self._shown: date | None = None
        self._tray: QtWidgets.QSystemTrayIcon | None = None

    @property
    def line(self) -> str:
        """What stands in the page; empty while there is nothing to remind of."""
        at = self._preferences.remind_at
        if self._shown is None or at is None:
            return ""
        return _("{time}: time for your diary.").format(time=clock(at))

    def use(self, preferences: Preferences) -> None:
        """The settings of this computer from now on."""
        self._preferences = preferences
        self.settle()

    def look(self) -> None:
        """Remind if the time came since the last look. A window that is opened later needs no reminder."""
        before, now = self._looked, self._store.clock()
        if self._preferences.remind_at is None or f"{before:%d %H:%M}" == f"{now:%d %H:%M}":
            return
        self._looked = now
        if self._had_come(now) and not self._had_come(before) and self._is_due(now):
            self._shown = self._store.today
            with suppress(SymtrackError):  # The line in the page is there all the same.
                show_once(self._store.path, self._store.today, self._notify)
            self.changed.emit()

    def settle(self) -> None:
        """Put the line away if something was entered, or a new day began."""
        if self._shown is not None and (self._shown != self._store.today or not self._is_due(self._store.clock())):
            self.put_away()

    def put_away(self) -> None:
        """Take the line, and the icon among the system's, away until tomorrow."""
        self._shown = None
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None
        self.changed.emit()

    def keep_last_day(self, *, wanted: bool) -> None:
        """Keep the last day of a sealed diary outside of it, or no more. DiaryFileError says why it can't be."""
        if wanted:
            last_day.keep(self._store)
        else:
            last_day.forget(self._store.path)

    @property
    def keeps_last_day(self) -> bool:
        return last_day.kept(self._store.path)

    def _is_due(self, now: datetime) -> bool:
        settings, at = self._store.settings(), self._preferences.remind_at
        return at is not None and due(
            now=now,
            at=at,
            last=self._store.last_entry(),
            asked=setting_keys.asks(settings.get("mode")),
            day_start=setting_keys.day_start(settings.get("day-start")),
        )

    def _had_come(self, then: datetime) -> bool:
        """Whether the time of today's reminder had come at that moment."""
        start = setting_keys.day_start(self._store.settings().get("day-start"))
        at, today = self._preferences.remind_at, self._store.today
        return (
            at is not None
            and day_of(then, start) == today
            and moment.has_come(today, f"{at:%H:%M}", now=then, today=today, day_start=start)
        )

    def _notify(self, said: str) -> None:
        """Where the window is in front, the line in it is enough."""
        if QApplication.activeWindow() is not None:
            return
        if QtWidgets.QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = QtWidgets.QSystemTrayIcon(icons.app_icon(), self)
            self._tray.setToolTip(said)
            self._tray.activated.connect(self.called)
            self._tray.messageClicked.connect(self.called)
            self._tray.show()
        if sys.platform == "linux" or self._tray is None:
            from symtrack.reminding import notice

            notice.show(said)
        else:
            self._tray.showMessage(words.name(), said)
