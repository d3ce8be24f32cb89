"""The window on one diary: preferences, language, diary, journal, window, and what happens when something breaks."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from symtrack import i18n, log, paths
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.settings import Preferences
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.theme import Theme, name_for
from symtrack.ui.widgets import Button, Card, Text

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def run(path: Path) -> int:
    """Open the window on the diary at `path` and stay until it is closed; the exit code.

    A diary that can't be opened gives 1, its sentence on standard error, and a window that says the same.
    """
    app = application()
    preferences = Preferences.load(paths.settings_file())
    speak(preferences.language)
    try:
        store = DiaryStore.open(path, create=True)
    except SymtrackError as error:
        sys.stderr.write(f"{error}\n")
        window = sorry_window(
            str(error), Theme.load(name_for(preferences.theme, app), preferences.text_size / 100), app
        )
        window.show()
        app.exec()
        return 1
    before = sys.excepthook
    with store:
        window = main_window(store, paths.settings_file())
        sys.excepthook = crash_hook(window.say)
        try:
            window.show()
            return app.exec()
        finally:
            sys.excepthook = before


def application() -> QApplication:
    """The one QApplication, made when there is none."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(paths.APP)
    app.setDesktopFileName(paths.APP)
    return app


def speak(language: str) -> None:
    """Use the language that was chosen, otherwise the system's; one that is no longer there gives way to that too."""
    try:
        i18n.use(language or i18n.system_code())
    except SymtrackError:
        i18n.use(i18n.system_code())
    QLocale.setDefault(QLocale(i18n.code()))


def main_window(store: DiaryStore, preferences_file: Path) -> MainWindow:
    """The window on an open diary. What need not be there for the first paint starts after it."""
    journal = Journal(store, preferences_file)
    window = MainWindow(journal)
    journal.setParent(window)
    window.painted.connect(journal.start, Qt.ConnectionType.QueuedConnection)
    return window


def sorry_window(sentence: str, theme: Theme, app: QApplication) -> QWidget:
    """A small calm window with one sentence, for a diary that can't be opened."""
    theme.apply(app)
    window = QWidget()
    window.setObjectName("window")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setWindowTitle(paths.APP)
    close = Button(_("Close"), "primary")
    close.clicked.connect(window.close)
    card = Card(
        Text(_("This diary can’t be opened"), "name"),
        Text(sentence),
        Text(_("Nothing in it was changed."), "small"),
        close,
    )
    card.column.addStretch(1)
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(card)
    width = theme.px(520)
    window.resize(width, column.heightForWidth(width))
    return window


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
