"""The window: the rail of pages, the top line, and one page at a time, built when it is first opened."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from symtrack import i18n, paths
from symtrack.diary.flag import Flag
from symtrack.i18n import _
from symtrack.ui import pages, shortcuts, text_size, unkept, writing
from symtrack.ui.acts import ACTS, ALSO
from symtrack.ui.diaries import Another
from symtrack.ui.files import AskFile, new_diary
from symtrack.ui.idle import Idle, half_written
from symtrack.ui.journal import Journal
from symtrack.ui.pages import PLACES, WORDS, PageArea
from symtrack.ui.rail import Rail
from symtrack.ui.running import application
from symtrack.ui.theme import Theme, name_for
from symtrack.ui.top_part import TopPart
from symtrack.ui.widgets import FocusRing, announce, reveal, roles
from symtrack.ui.widgets.refocus import focused_name, refocus

NARROW = 900
MINUTE = 60_000
PANELS = ("ring", "writer", "question", "aloud", "diaries", "menu")


class MainWindow(QMainWindow):
    """Opens pages, follows the theme and the text size, and shows what could not be saved.

    `painted` comes once, with the first paint.
    """

    painted = Signal()

    def __init__(self, journal: Journal, ask_file: AskFile = new_diary) -> None:
        super().__init__()
        self._journal, self._ask_file = journal, ask_file
        roles.install()
        self._theme = self._wanted_theme()
        self._language = journal.preferences.language
        self._key = PLACES[0].key
        self._closing_anyway = self._was_painted = self._locked = False
        self._another: Another | None = None
        self._said = self._saved = ""
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(480, 400)
        self.resize(1366, 768)
        inside = QWidget()
        self.setCentralWidget(inside)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._body = QWidget()
        self._rail: Rail | None = None
        self._pages: dict[str, PageArea] = {}
        self._ring = FocusRing(self, self._theme)
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self._show_line)
        self._minute.start()
        self._acts = self._all_acts()
        shortcuts.add(self, {keys: self._acts[act.key] for act in ACTS for keys in (*act.keys, *ALSO.get(act.key, ()))})
        journal.changed.connect(self._follow)
        journal.copies.changed.connect(self._show_line)
        journal.copies.spare(self._answering)
        journal.sharing.spare(self._answering)
        self._idle = Idle(application(), self)
        self._idle.idle.connect(self._lock_when_left)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if (access := hints.accessibility()) is not None:
            access.contrastPreferenceChanged.connect(self._follow)
        application().focusChanged.connect(self._reveal)
        self._dress()

    @property
    def locked(self) -> bool:
        """Whether the window was closed to lock the diary, and not to end."""
        return self._locked

    @property
    def another(self) -> Another | None:
        """The diary that the window was closed for, and not to end."""
        return self._another

    def lock(self) -> None:
        """Close the window, so that a sealed diary has to be unlocked again; not while something is nowhere saved.

        Where there is no passphrase yet, show where one is chosen.
        """
        if not self._journal.sealing.sealed:
            self._answer("passphrase")
        elif self._keep() and not self._journal.unsaved.rows:
            self._locked = True
            QApplication.closeAllWindows()

    def _lock_when_left(self) -> None:
        """Nobody was there for a while. A form that holds words waits for whoever wrote them."""
        if half_written(self):
            self._wait_for_nobody()
        else:
            self.lock()

    def _wait_for_nobody(self) -> None:
        self._idle.wait(self._journal.preferences.lock_after if self._journal.sealing.sealed else 0)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def page_key(self) -> str:
        return self._key

    @property
    def sentence(self) -> str:
        """What stands below the top line to be read, such as why something could not be saved."""
        return self._top.below.sentence()

    def page(self) -> QWidget:
        """The page that is open."""
        return self._pages[self._key].page

    def open(self, key: str) -> None:
        """Open the page `key`, building it when it is opened for the first time."""
        if key != self._key:
            self._keep()
        self._key = key
        if key not in self._pages:
            made = pages.build(key, self._journal, self._theme)
            pages.listen(made, self._answer, partial(self._open_at, "today"), partial(self._open_at, "team"))
            self._pages[key] = PageArea(made)
            self._stack.addWidget(self._pages[key])
        self._stack.setCurrentWidget(self._pages[key])
        page = self.page()
        if isinstance(page, pages.TakesFocus):
            page.take_focus()
        if self._rail is not None:
            self._rail.show_page(key)
        self._show_line()

    def closeEvent(self, event: QCloseEvent) -> None:
        kept = self._keep() or self._journal.unsaved.place is not None
        if not kept and not self._closing_anyway:
            # What was picked could not be saved: the sentence stands in the page, and closing again is a decision.
            self._closing_anyway = True
            event.ignore()
        else:
            super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rail()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def say(self, sentence: str) -> None:
        """Show a sentence below the top line until the next thing is saved."""
        self._said = sentence
        self._show_line()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowDeactivate:
            self._keep()

    def _keep(self) -> bool:
        if self._key not in self._pages:
            return True
        self._top.keep()
        page = self._pages[self._key].page
        return page.keep() if isinstance(page, pages.KeepsPicked) else True

    def _wanted_theme(self) -> Theme:
        preferences = self._journal.preferences
        return Theme.load(name_for(preferences.theme, application()), preferences.text_size / 100)

    def _follow(self) -> None:
        """The diary or this computer's settings changed."""
        if self._journal.saved != self._saved:
            self._said, self._saved = "", self._journal.saved
        self._wait_for_nobody()
        theme, language = self._wanted_theme(), self._journal.preferences.language
        if (theme, language) != (self._theme, self._language):
            if language != self._language:
                i18n.use(language or i18n.system_code())
            self._theme, self._language = theme, language
            self._dress()
        else:
            self._show_line()

    def _dress(self) -> None:
        """Build everything anew in the current theme, text size and language; the same page stays open."""
        name = focused_name(self)
        self._keep()
        self._theme.apply(application())
        self._ring.use(self._theme)
        for old in (self._rail, self._body):
            if old is not None:
                old.hide()
                self._layout.removeWidget(old)
                old.deleteLater()
        self._rail, self._pages = None, {}
        self._body = self._make_body()
        self._layout.addWidget(self._body, 1)
        # Qt would show it once it is back in its loop, and what is not shown takes no focus.
        self._body.show()
        self._place_rail()
        self.open(self._key)
        refocus(self._body, name)

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = TopPart(self._journal, self._theme, self._keep)
        self._top.wished.connect(self._answer)
        self._top.another.connect(self._leave_for)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
        return body

    def _answer(self, wish: str) -> None:
        """A page or the menu asks for something of the window: an act, or what another page has."""
        self._acts.get(wish, partial(self._grant, wish))()

    def _grant(self, wish: str) -> None:
        self.open(pages.PAGE_OF.get(wish, wish))
        pages.grant(self.page(), wish)

    def _leave_for(self, another: Another) -> None:
        """Close, so that another diary is opened; not while something is nowhere saved."""
        if self._keep() and not self._journal.unsaved.rows:
            self._another = another
            QApplication.closeAllWindows()

    def _open_at(self, key: str, what: date | Flag) -> None:
        self.open(key)
        pages.show(self.page(), what)

    def _place_rail(self) -> None:
        bar = self.width() < NARROW
        if self._rail is None or (self._rail.property("bar") == "true") != bar:
            if self._rail is not None:
                self._rail.hide()
                self._rail.deleteLater()
            self._rail = Rail(PLACES, self._theme, bar=bar)
            self._rail.chosen.connect(self.open)
            self._rail.menu.clicked.connect(partial(self._toggle, "menu"))
            self._rail.show_page(self._key)
            self._layout.insertWidget(0, self._rail)
            self._layout.setDirection(QBoxLayout.Direction.BottomToTop if bar else QBoxLayout.Direction.LeftToRight)

    def _show_line(self) -> None:
        whose = writing.whose(str(self._journal.settings.get("name") or ""))
        self.setWindowTitle(f"{whose} · {_(WORDS[self._key])} – {paths.APP}")
        self._top.show_page(_(WORDS[self._key]))
        choose = partial(self.open, "settings")
        unkept.show(self._top.below, self._journal, self._said, keep=self._keep_elsewhere, choose=choose)
        self._closing_anyway = self._closing_anyway and bool(self._journal.failure)

    def _keep_elsewhere(self) -> None:
        if (path := self._ask_file(self, self._journal.path)) is not None:
            self._journal.keep_elsewhere(path)

    def _answering(self) -> bool:
        return pages.answering(self.page())

    def _all_acts(self) -> dict[str, Callable[[], object]]:
        """What each of ACTS does."""
        resize = partial(text_size.resize, self._journal)
        return {
            **{key: partial(self.open, key) for key in WORDS},
            **{name: partial(self._toggle, name) for name in PANELS},
            **{wish: partial(self._grant, wish) for wish in ("teamlist", "about")},
            "undo": self._undo,
            "larger": partial(resize, +1),
            "smaller": partial(resize, -1),
            "usual": partial(resize, 0),
            "lock": self.lock,
            "close": self.close,
        }

    def _toggle(self, name: str) -> None:
        self._top.toggle(name)

    def _undo(self) -> None:
        page = self.page()
        if isinstance(page, pages.TakesBack) and page.take_back():
            return
        if self._journal.undo():
            announce(self, self._journal.saved)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._top.isAncestorOf(now):
            reveal(now)
        elif now is not None and self._key in self._pages:
            self._pages[self._key].reveal(now)
