"""What is in the window: the rail of pages, the top line, and one page at a time, built when it is first opened."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from symtrack import i18n, paths
from symtrack.diary.flag import Flag
from symtrack.i18n import _
from symtrack.ui import pages, qt_words, shortcuts, stylesheet, text_size, unkept, writing
from symtrack.ui.acts import ACTS, ALSO
from symtrack.ui.another import Another
from symtrack.ui.drafts import ABOVE, Drafts
from symtrack.ui.files import AskFile, new_diary
from symtrack.ui.idle import Idle
from symtrack.ui.journal import Journal
from symtrack.ui.pages import PLACES, WORDS, PageArea
from symtrack.ui.rail import Rail
from symtrack.ui.running import application
from symtrack.ui.theme import wanted_theme
from symtrack.ui.top_part import TopPart
from symtrack.ui.widgets import FocusRing, announce, reveal, roles
from symtrack.ui.widgets.refocus import focused_name, refocus

NARROW = 900
MINUTE = 60_000
LETTERS = 10_000
"""Milliseconds in which a letter typed in a list goes on with the word: nothing here depends on quick fingers."""
PANELS = ("ring", "writer", "question", "aloud", "diaries", "menu")


class Contents(QObject):
    """Fills the window: opens pages, follows the theme and the text size, and shows what could not be saved."""

    def __init__(self, window: QMainWindow, journal: Journal, said: str = "") -> None:
        super().__init__(window)
        self._window, self._journal = window, journal
        self.ask_file: AskFile = new_diary
        roles.install()
        self.theme = wanted_theme(journal.preferences)
        self._language = journal.preferences.language
        self.page_key = PLACES[0].key
        self._closing_anyway = self.locked = False
        self.another: Another | None = None
        self._said, self._saved = said, ""
        inside = QWidget()
        window.setCentralWidget(inside)
        # Into a window that can be seen already: Qt would show it once it is back in its loop.
        inside.show()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._body = QWidget()
        self._rail: Rail | None = None
        self._pages: dict[str, PageArea] = {}
        self._ring = FocusRing(window, self.theme)
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self._show_line)
        self._minute.start()
        self._acts = self._all_acts()
        shortcuts.add(
            self._window, {keys: self._acts[act.key] for act in ACTS for keys in (*act.keys, *ALSO.get(act.key, ()))}
        )
        journal.changed.connect(self._follow)
        journal.copies.changed.connect(self._show_line)
        journal.copies.spare(self._answering)
        journal.sharing.spare(self._answering)
        self.drafts = Drafts(journal, self._places, self._opened, self)
        self.drafts.changed.connect(self._show_line)
        self.idle = Idle(application(), self)
        self.idle.idle.connect(self.lock)
        application().setKeyboardInputInterval(LETTERS)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if (access := hints.accessibility()) is not None:
            access.contrastPreferenceChanged.connect(self._follow)
        application().focusChanged.connect(self._reveal)
        self._dress()

    def lock(self) -> None:
        """Close the window, so that a sealed diary has to be unlocked again; not while something is nowhere saved.

        Where there is no passphrase yet, show where one is chosen.
        """
        if not self._journal.sealing.sealed:
            self._answer("passphrase")
        elif self._may_leave():
            self.locked = True
            QApplication.closeAllWindows()

    def _may_leave(self) -> bool:
        """Whether nothing is lost when the diary is closed; what is half written in a form is there the next time."""
        return self.keep() and not self._journal.unsaved.rows and self.drafts.keep()

    def _wait_for_nobody(self) -> None:
        self.idle.wait(self._journal.preferences.lock_after if self._journal.sealing.sealed else 0)

    @property
    def sentence(self) -> str:
        """What stands below the top line to be read, such as why something could not be saved."""
        return self.top.below.sentence()

    def page(self) -> QWidget:
        """The page that is open."""
        return self._pages[self.page_key].page

    def open(self, key: str) -> None:
        """Open the page `key`, building it when it is opened for the first time."""
        if key != self.page_key:
            self.keep()
        self.page_key = key
        if key not in self._pages:
            made = pages.build(key, self._journal, self.theme)
            pages.listen(made, self._answer, partial(self._open_at, "today"), partial(self._open_at, "team"))
            self._pages[key] = PageArea(made)
            self._stack.addWidget(self._pages[key])
            self._pages[key].fill()
        self._stack.setCurrentWidget(self._pages[key])
        page = self.page()
        if isinstance(page, pages.TakesFocus):
            page.take_focus()
        if self._rail is not None:
            self._rail.show_page(key)
        self._show_line()

    def may_close(self) -> bool:
        """Whether nothing is lost when the window closes, or the person said so by closing it a second time."""
        kept = self.keep() or self._journal.unsaved.place is not None
        if not (self.drafts.keep() and kept) and not self._closing_anyway:
            # What was picked could not be saved: the sentence stands in the page, and closing again is a decision.
            self._closing_anyway = True
            return False
        return True

    def say(self, sentence: str) -> None:
        """Show a sentence below the top line until the next thing is saved."""
        self._said = sentence
        self._show_line()

    def keep(self) -> bool:
        """Save what was picked or typed; whether nothing is left unsaved."""
        if self.page_key not in self._pages:
            return True
        self.top.keep()
        page = self._pages[self.page_key].page
        return page.keep() if isinstance(page, pages.KeepsPicked) else True

    def _follow(self) -> None:
        """The diary or this computer's settings changed."""
        if not isValid(self._window):  # What was typed is kept while the window goes.
            return
        if self._journal.saved != self._saved:
            self._said, self._saved = "", self._journal.saved
        self._wait_for_nobody()
        theme, language = wanted_theme(self._journal.preferences), self._journal.preferences.language
        if (theme, language) != (self.theme, self._language):
            if language != self._language:
                i18n.use(language or i18n.system_code())
                qt_words.follow()
            self.theme, self._language = theme, language
            self._dress()
        else:
            self._show_line()

    def _dress(self) -> None:
        """Build everything anew in the current theme, text size and language; the same page and forms stay open."""
        name, place, key = focused_name(self._window), self._place(), self.page_key
        self.keep()
        halves = self.drafts.found() if self._pages else []
        stylesheet.apply(self.theme, application())
        self._ring.use(self.theme)
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
        self.place_rail()
        for half in halves:
            self.drafts.bring_back(half)
        self.open(key)
        if place and isinstance(page := self.page(), pages.KeepsPlace):
            page.read(place)
        refocus(self._body, name)

    def _place(self) -> str:
        area = self._pages.get(self.page_key)
        return area.page.place if area is not None and isinstance(area.page, pages.KeepsPlace) else ""

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopPart(self._journal, self.theme, self.keep)
        self.top.wished.connect(self._answer)
        self.top.another.connect(self._leave_for)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        return body

    def _answer(self, wish: str) -> None:
        """A page or the menu asks for something of the window: an act, or what another page has."""
        self._acts.get(wish, partial(self._grant, wish))()

    def _grant(self, wish: str) -> None:
        self.open(pages.PAGE_OF.get(wish, wish))
        page = self.page()
        if isinstance(page, pages.Grants):
            page.grant(wish)

    def _leave_for(self, another: Another) -> None:
        """Close, so that another diary is opened; not while something is nowhere saved."""
        if self._may_leave():
            self.another = another
            QApplication.closeAllWindows()

    def _open_at(self, key: str, what: date | Flag) -> None:
        self.open(key)
        pages.show(self.page(), what)

    def place_rail(self) -> None:
        """Put the pages at the side, or along the bottom of a narrow window."""
        bar = self._window.width() < NARROW
        if self._rail is None or (self._rail.property("bar") == "true") != bar:
            if self._rail is not None:
                self._rail.hide()
                self._rail.deleteLater()
            self._rail = Rail(PLACES, self.theme, bar=bar)
            self._rail.chosen.connect(self.open)
            self._rail.menu.clicked.connect(partial(self._toggle, "menu"))
            self._rail.show_page(self.page_key)
            self._layout.insertWidget(0, self._rail)
            self._rail.show()
            self._layout.setDirection(QBoxLayout.Direction.BottomToTop if bar else QBoxLayout.Direction.LeftToRight)

    def _show_line(self) -> None:
        whose = writing.whose(str(self._journal.settings.get("name") or ""))
        self._window.setWindowTitle(f"{whose} · {_(WORDS[self.page_key])} – {paths.APP}")
        self.top.show_page(_(WORDS[self.page_key]))
        choose = partial(self.open, "settings")
        unkept.show(
            self.top.below,
            self._journal,
            self._said,
            self.drafts,
            keep=self._keep_elsewhere,
            choose=choose,
        )
        self._closing_anyway = self._closing_anyway and bool(self._journal.failure or self.drafts.failed)

    def _places(self) -> Iterator[tuple[str, QWidget]]:
        """Where something may be half written."""
        yield ABOVE, self.top
        yield from ((key, area.page) for key, area in self._pages.items())

    def _opened(self, key: str) -> QWidget:
        if key == ABOVE:
            return self.top
        self.open(key)
        return self.page()

    def _keep_elsewhere(self) -> None:
        if (path := self.ask_file(self._window, self._journal.path)) is not None:
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
            "close": self._window.close,
        }

    def _toggle(self, name: str) -> None:
        self.top.toggle(name)

    def _undo(self) -> None:
        page = self.page()
        if isinstance(page, pages.TakesBack) and page.take_back():
            return
        if self._journal.undo():
            announce(self._window, self._journal.saved)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.top.isAncestorOf(now):
            reveal(now)
        elif now is not None and self.page_key in self._pages:
            self._pages[self.page_key].reveal(now)
