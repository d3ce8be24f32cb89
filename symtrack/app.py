"""The window on one diary: preferences, language, diary, journal, window, and what happens when something breaks."""

import gc
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from symtrack import i18n, log, paths
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.settings import Preferences
from symtrack.ui import icons, qt_words
from symtrack.ui.another import Another
from symtrack.ui.main_window import MainWindow
from symtrack.ui.one_window import OneWindow
from symtrack.ui.opening import Opened, open_diary, opens_at_once
from symtrack.ui.theme import wanted_theme

if TYPE_CHECKING:
    from symtrack.store import DiaryStore
    from symtrack.store.vault import Secret

PATIENCE = 500
"""Milliseconds after which a window is filled that nobody could see so far, such as one behind others."""
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def run(path: Path, secret: "Secret | None" = None) -> int:
    """Open the window on the diary at `path`, then on each that is chosen in it, and stay; the exit code.

    A sealed diary is opened by `secret`, otherwise by what the person types, and once it was locked only by that.

    Where another window has the diary, that one comes to the front and nothing is opened. A diary that is missing
    though it was known, or can't be opened, gives a window that says so and offers its copies, the same sentence on
    standard error, and 1 when the person leaves it at that. Another diary that was chosen and stays closed leads back
    to the one before it.
    """
    app = begun()
    speak(Preferences.load(paths.settings_file()).language)
    wanted: Another | None = Another(path)
    before, code = None, 0
    while wanted is not None:
        code, chosen = open_and_stay(wanted, app, secret)
        if chosen is not None:
            wanted, before = chosen, Another(wanted.path)
        else:
            wanted, before = before if code else None, None
        secret = None
    return code


def open_and_stay(wanted: Another, app: QApplication, secret: "Secret | None") -> tuple[int, Another | None]:
    """Hold this diary for as long as its window is open; the exit code, and the diary that was chosen in it."""
    one = OneWindow(wanted.path)
    if not one.hold():
        return call_the_other(one, wanted.path), None
    one.called.connect(come_to_the_front)
    try:
        while True:
            preferences = Preferences.load(paths.settings_file())
            app.setPalette(wanted_theme(preferences).palette())
            window = MainWindow()
            if opens_at_once(wanted.path, preferences):
                show_ground(window)
            if window.left:
                remove(window)
                return 0, None
            opened = open_diary(wanted.path, preferences, app, secret=secret, aside=partial(step_aside, window, one))
            if opened is None:
                remove(window)
                return 1, None
            with opened.store:
                if wanted.begins and not opened.store.path.exists():
                    opened.store.add(*wanted.begins)
                once_seen(window, partial(be_found, one))
                code, locked, another = stay(window, opened, app)
            if not locked:
                return code, another
            secret = None
    finally:
        one.let_go()


def stay(window: MainWindow, opened: Opened, app: QApplication) -> tuple[int, bool, Another | None]:
    """Show the open diary in the window until that is closed.

    The exit code, whether the diary was locked, and another one that was chosen.
    """
    before, ending = sys.excepthook, signal.getsignal(signal.SIGTERM)
    sys.excepthook = crash_hook(window.say)
    # So a session ends that is logged out of: what is picked or half written is kept as by closing the window.
    signal.signal(signal.SIGTERM, lambda _signal, _frame: app.closeAllWindows())
    try:
        window.say(opened.said)
        if not window.isVisible():
            show_ground(window)
        if window.left:
            return 0, False, None
        furnish(window, opened.store, paths.settings_file())
        return app.exec(), window.locked, window.another
    finally:
        sys.excepthook = before
        signal.signal(signal.SIGTERM, ending)
        # Another diary's window may come after it: nothing of this one looks into a closed file.
        remove(window)


def be_found(one: OneWindow) -> None:
    """What makes a window easy to find and nobody sees in it: its icon, and an answer to a second one."""
    application()
    one.listen()


def step_aside(window: MainWindow, one: OneWindow) -> None:
    """Make room for a window that asks something."""
    be_found(one)
    window.hide()


def once_seen(window: MainWindow, act: Callable[[], object]) -> None:
    """Have it done once the window's contents were painted, or could have been where nobody sees them."""
    window.painted.connect(act, Qt.ConnectionType.QueuedConnection)
    patience = QTimer(window, singleShot=True, interval=PATIENCE)
    patience.timeout.connect(act)
    patience.start()


def remove(window: MainWindow) -> None:
    """Have the window gone at once, and not when Qt comes back to it."""
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def call_the_other(window: OneWindow, path: Path) -> int:
    """Have the window that holds the diary come to the front; the exit code, 1 when it does not answer."""
    answered = window.call()
    words = (
        _("The diary {path} is open in another window, which comes to the front.")
        if answered
        else _("The diary {path} is open in another window, which does not answer.")
    )
    sys.stderr.write(words.format(path=path) + "\n")
    return 0 if answered else 1


def come_to_the_front() -> None:
    """Bring what is open to the front, as large as it was."""
    for window in QApplication.topLevelWidgets():
        if window.isWindow() and window.isVisible():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
            window.raise_()
            window.activateWindow()


def application() -> QApplication:
    """The one QApplication with its icon, whose drawing a window need not wait for."""
    app = begun()
    if app.windowIcon().isNull():
        app.setWindowIcon(icons.app_icon())
    return app


def begun() -> QApplication:
    """The one QApplication, made when there is none."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName(paths.APP)
    app.setDesktopFileName(paths.APP)
    return app


def speak(language: str) -> None:
    """Use the language that was chosen, otherwise the system's; one that is no longer there gives way to that too."""
    try:
        i18n.use(language or i18n.system_code())
    except SymtrackError:
        i18n.use(i18n.system_code())
    qt_words.follow()


def show_ground(window: MainWindow) -> None:
    """Show the window and let it be painted: what comes next keeps the program busy for longer than an eye waits."""
    window.show()
    loop = QEventLoop()
    window.grounded.connect(loop.quit)
    patience = QTimer(loop, singleShot=True, interval=PATIENCE)
    patience.timeout.connect(loop.quit)
    patience.start()
    loop.exec()
    patience.stop()


def main_window(store: "DiaryStore", preferences_file: Path) -> MainWindow:
    """The window on an open diary, with everything in it."""
    window = MainWindow()
    furnish(window, store, preferences_file)
    return window


def furnish(window: MainWindow, store: "DiaryStore", preferences_file: Path) -> None:
    """Fill the window from the open diary. What need not be there for its first paint starts after it."""
    from symtrack.ui.journal import Journal

    journal = Journal(store, preferences_file, window)
    window.fill(journal)
    journal.reminding.called.connect(come_to_the_front)
    window.painted.connect(journal.start, Qt.ConnectionType.QueuedConnection)
    window.painted.connect(collect, Qt.ConnectionType.QueuedConnection)


def collect() -> None:
    """Let Python look for what nobody needs any more, from now on; what the start made is left out of that."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def crash_hook(say: Callable[[str], object]) -> Hook:
    """A hook for what nobody foresaw: where it happened goes into the log, a calm line onto the screen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sentence = log.keep(error)
        sys.stderr.write(f"{sentence}\n")
        say(sentence)

    return hook
