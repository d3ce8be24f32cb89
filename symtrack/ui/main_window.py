"""The window: the rail of pages, the top line, and one page at a time, built when it is first opened."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from symtrack import i18n
from symtrack.diary import questions, team
from symtrack.i18n import _
from symtrack.ui import pages, shortcuts, text_size, unkept
from symtrack.ui.below_line import BelowLine
from symtrack.ui.files import AskFile, new_diary
from symtrack.ui.idle import Idle
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.pages import PLACES, WORDS, PageArea
from symtrack.ui.panels import Panel, RingPanel
from symtrack.ui.rail import Rail
from symtrack.ui.running import application
from symtrack.ui.theme import Theme, name_for
from symtrack.ui.top_line import TopLine
from symtrack.ui.widgets import FocusRing, announce, reveal
from symtrack.ui.widgets.refocus import focused_name, refocus

NARROW = 900
MINUTE = 60_000


class MainWindow(QWidget):
    """Opens pages, follows the theme and the text size, and shows what could not be saved.

    `painted` comes once, with the first paint.
    """

    painted = Signal()

    def __init__(self, journal: Journal, ask_file: AskFile = new_diary) -> None:
        super().__init__()
        self._journal, self._ask_file = journal, ask_file
        self._theme = self._wanted_theme()
        self._language = journal.preferences.language
        self._key = PLACES[0].key
        self._closing_anyway = self._was_painted = self._locked = False
        self._said = self._saved = ""
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("symtrack")
        self.setMinimumSize(480, 400)
        self.resize(1366, 768)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._body = QWidget()
        self._rail: Rail | None = None
        self._pages: dict[str, PageArea] = {}
        self._ring = FocusRing(self, self._theme)
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self._show_line)
        self._minute.start()
        shortcuts.add(self, self._shortcuts())
        journal.changed.connect(self._follow)
        journal.copies.changed.connect(self._show_line)
        journal.copies.spare(self._answering)
        journal.sharing.spare(self._answering)
        self._idle = Idle(application(), self)
        self._idle.idle.connect(self.lock)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        application().focusChanged.connect(self._reveal)
        self._dress()

    @property
    def locked(self) -> bool:
        """Whether the window was closed to lock the diary, and not to end."""
        return self._locked

    def lock(self) -> None:
        """Close the window, so that a sealed diary has to be unlocked again; not while something is nowhere saved.

        Where there is no passphrase yet, show where one is chosen.
        """
        if not self._journal.sealing.sealed:
            self._answer("passphrase")
        elif self._keep() and not self._journal.unsaved.rows:
            self._locked = True
            QApplication.closeAllWindows()

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def page_key(self) -> str:
        return self._key

    @property
    def sentence(self) -> str:
        """What stands below the top line to be read, such as why something could not be saved."""
        return self._below.sentence()

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
            if isinstance(made, pages.Asks):
                made.asked.connect(self._answer)
            if isinstance(made, pages.WantsDay):
                made.day_wanted.connect(self._open_day)
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
        self._below.keep()
        page = self._pages[self._key].page
        return page.keep() if isinstance(page, pages.KeepsPicked) else True

    def _wanted_theme(self) -> Theme:
        preferences = self._journal.preferences
        return Theme.load(name_for(preferences.theme, application()), preferences.text_size / 100)

    def _follow(self) -> None:
        """The diary or this computer's settings changed."""
        if self._journal.saved != self._saved:
            self._said, self._saved = "", self._journal.saved
        self._idle.wait(self._journal.preferences.lock_after if self._journal.sealing.sealed else 0)
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
        self._line = TopLine(self._theme)
        self._line.ring_pressed.connect(self._toggle_ring)
        self._line.writer_pressed.connect(self._toggle_writer)
        self._below = BelowLine(self._theme)
        self._below.writer_chosen.connect(self._choose_writer)
        self._below.writer_named.connect(self._add_writer)
        self._below.question_given.connect(self._add_question)
        self._below.put_away.connect(self._leave_panel)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self._line)
        column.addWidget(self._below)
        column.addWidget(self._stack, 1)
        return body

    def _answer(self, wish: str) -> None:
        """A page asks for something of the window: who is writing, or what another page has."""
        if wish == "writer":
            self._toggle_writer()
        else:
            self.open(pages.PAGE_OF.get(wish, wish))
            pages.grant(self.page(), wish)

    def _open_day(self, day: date) -> None:
        self.open("today")
        pages.show_day(self.page(), day)

    def _place_rail(self) -> None:
        bar = self.width() < NARROW
        if self._rail is None or (self._rail.property("bar") == "true") != bar:
            if self._rail is not None:
                self._rail.hide()
                self._rail.deleteLater()
            self._rail = Rail(PLACES, self._theme, bar=bar)
            self._rail.chosen.connect(self.open)
            self._rail.show_page(self._key)
            self._layout.insertWidget(0, self._rail)
            self._layout.setDirection(QBoxLayout.Direction.BottomToTop if bar else QBoxLayout.Direction.LeftToRight)

    def _show_line(self) -> None:
        settings = self._journal.settings
        self._line.show_line(
            person=str(settings.get("name") or ""),
            page=_(WORDS[self._key]),
            ring=team.ring_at(team.contacts(settings.get("team")), self._journal.now),
            writer=self._journal.writer,
        )
        choose = partial(self.open, "settings")
        unkept.show(self._below, self._journal, self._said, keep=self._keep_elsewhere, choose=choose)
        self._closing_anyway = self._closing_anyway and bool(self._journal.failure)

    def _keep_elsewhere(self) -> None:
        if (path := self._ask_file(self, self._journal.path)) is not None:
            self._journal.keep_elsewhere(path)

    def _answering(self) -> bool:
        return pages.answering(self.page())

    def _toggle_ring(self) -> None:
        self._below.toggle_ring(team.contacts(self._journal.settings.get("team")), self._journal.now)

    def _toggle_writer(self) -> None:
        journal = self._journal
        self._below.toggle_writer(journal.writer, str(journal.settings.get("name") or ""), journal.preferences.writers)

    def _write_question(self) -> None:
        self._below.toggle_question()

    def _add_question(self, text: str) -> None:
        if self._journal.add(questions.new(self._journal.events(), text, self._journal.today)):
            announce(self, _("Added: {text}").format(text=text))

    def _leave_panel(self, kind: type[Panel]) -> None:
        """The focus goes back to what opened the panel."""
        (self._line.ring if issubclass(kind, RingPanel) else self._line.writer).setFocus()

    def _choose_writer(self, writer: Writer) -> None:
        self._keep()
        self._below.close_panel()
        self._journal.set_writer(writer)
        announce(self, self._line.writer.accessibleName())

    def _add_writer(self, name: str) -> None:
        names = self._journal.preferences.writers
        if name not in names:
            self._journal.set_preferences(writers=(*names, name))
        self._below.close_panel()
        self._toggle_writer()

    def _shortcuts(self) -> dict[str, Callable[[], object]]:
        resize = partial(text_size.resize, self._journal)
        return {place.shortcut: partial(self.open, place.key) for place in PLACES} | {
            "Ctrl+,": partial(self.open, "settings"),
            "Ctrl++": partial(resize, +1),
            "Ctrl+=": partial(resize, +1),
            "Ctrl+-": partial(resize, -1),
            "Ctrl+0": partial(resize, 0),
            "Ctrl+Z": self._undo,
            "F2": self._write_question,
            "Ctrl+L": self.lock,
        }

    def _undo(self) -> None:
        page = self.page()
        if isinstance(page, pages.TakesBack) and page.take_back():
            return
        if self._journal.undo():
            announce(self, self._journal.saved)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._below.isAncestorOf(now):
            reveal(now)
        elif now is not None and self._key in self._pages:
            self._pages[self._key].reveal(now)
