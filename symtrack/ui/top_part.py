"""What stands above every page: the top line, and below it the panel that is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui import ringing
from symtrack.ui.acts import ACTS
from symtrack.ui.another import Another
from symtrack.ui.below_line import BelowLine, Offer
from symtrack.ui.half_written import WAY, Way
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.reminder_line import ReminderLine
from symtrack.ui.theme import Theme
from symtrack.ui.top_line import TopLine
from symtrack.ui.widgets import announce, order_tabs

if TYPE_CHECKING:
    from symtrack.ui.panels import Panel


class TopPart(QWidget):
    """Opens its panels. `wished` gives what the window is to do; `another` another diary.

    `keep` saves what is picked on the page, before somebody else writes.
    """

    wished = Signal(str)
    another = Signal(Another)

    def __init__(self, journal: Journal, theme: Theme, keep: Callable[[], bool]) -> None:
        super().__init__()
        self._journal, self._theme, self._keep_page = journal, theme, keep
        self._on_today = True
        self._opened = ""
        self._stops: list[QWidget] = []
        self.line = TopLine(theme)
        self.below = BelowLine(theme)
        self.reminder = ReminderLine()
        self.reminder.wanted.connect(lambda: self.wished.emit("today"))
        self.reminder.put_away.connect(journal.reminding.put_away)
        journal.reminding.changed.connect(self._show_reminder)
        for pill, name in ((self.line.whose, "diaries"), (self.line.ring, "ring"), (self.line.writer, "writer")):
            pill.clicked.connect(lambda _checked=False, name=name: self.toggle(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.reminder)
        column.addWidget(self.below)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._stops = order_tabs(self, self._stops)
        return super().event(event)

    def show_page(self, page: str) -> None:
        """Show whose diary and which page it is, whom to ring at this hour, and who writes."""
        please = bool(ringing.to_phone_about(self._journal))
        said = self.line.ring.filled
        self.line.show_line(
            person=self._journal.person,
            page=page,
            ring=self._journal.ring,
            please=please,
            writer=self._journal.writer,
        )
        if please and not said:
            announce(self.line.ring, self.line.ring.accessibleName())
        self._on_today = page == _("Today")
        self._show_reminder()

    def _show_reminder(self) -> None:
        self.reminder.show_words(self._journal.reminding.line, on_today=self._on_today)

    def show_sentence(self, sentence: str, *offers: Offer) -> None:
        self.below.show_sentence(sentence, *offers)

    def toggle(self, name: str) -> None:
        """Open the panel, or put it away: `ring`, `writer`, `question`, `aloud`, `diaries` or `menu`."""
        make, opener = {
            "ring": (self._ring, self.line.ring),
            "writer": (self._writer, self.line.writer),
            "diaries": (self._diaries, self.line.whose),
            "question": (self._question, None),
            "aloud": (self._aloud, None),
            "menu": (self._menu, None),
        }[name]
        # Each panel is imported when it is first opened.
        before = self._opened if self.below.panel is not None else ""
        self.below.close_panel()
        if before != name:
            self._opened = name
            panel = make()
            panel.setProperty(WAY, {"panel": name})
            self.below.open_panel(panel, opener or self.window().focusWidget())

    def open_again(self, way: Way) -> QWidget | None:
        """That panel, whether it is open or not."""
        if self.below.panel is None or self._opened != way["panel"]:
            self.toggle(way["panel"])
        return self.below.panel

    def keep(self) -> None:
        """Hand over what is written in the panel."""
        panel = self.below.panel
        if panel is None:
            return
        from symtrack.ui.question_panel import QuestionPanel

        if isinstance(panel, QuestionPanel):
            panel.give()

    def _ring(self) -> "Panel":
        from symtrack.ui.panels import RingPanel

        about = [flag.text for flag in ringing.to_phone_about(self._journal)]
        panel = RingPanel(self._theme, self._journal.contacts, self._journal.ring, about)
        panel.wished.connect(self._wish)
        return panel

    def _writer(self) -> "Panel":
        from symtrack.ui.panels import WriterPanel

        journal = self._journal
        names = journal.preferences.writers
        panel = WriterPanel(self._theme, journal.writer, journal.person, names, usual=journal.usual_writer)
        panel.chosen.connect(self._choose_writer)
        panel.named.connect(self._add_writer)
        panel.made_usual.connect(self._make_usual)
        return panel

    def _question(self) -> "Panel":
        from symtrack.ui.question_panel import QuestionPanel

        panel = QuestionPanel(self._theme)
        panel.given.connect(self._add_question)
        panel.ring.connect(lambda: self.toggle("ring"))
        return panel

    def _aloud(self) -> "Panel":
        from symtrack.ui import aloud

        words = aloud.entry_words(self._journal)
        announce(self.window(), words)
        return aloud.AloudPanel(self._theme, words)

    def _menu(self) -> "Panel":
        from symtrack.ui.menu_panel import MenuPanel

        sealed = self._journal.sealing.sealed
        panel = MenuPanel(self._theme, (act for act in ACTS if sealed or not act.sealed))
        panel.chosen.connect(self._wish)
        return panel

    def _diaries(self) -> "Panel":
        from symtrack.ui import diaries

        journal = self._journal
        others = diaries.known(journal.preferences, journal.path)
        panel = diaries.DiariesPanel(self._theme, journal.person, others, journal.preferences.writers, journal.path)
        panel.wanted.connect(self.another)
        return panel

    def _wish(self, wish: str) -> None:
        self.below.close_panel()
        self.wished.emit(wish)

    def _choose_writer(self, writer: Writer) -> None:
        self._keep_page()
        self.below.close_panel()
        self._journal.set_writer(writer)
        announce(self.window(), self.line.writer.accessibleName())

    def _add_writer(self, name: str) -> None:
        names = self._journal.preferences.writers
        if name not in names:
            self._journal.set_preferences(writers=(*names, name))
        self.below.close_panel()
        self.toggle("writer")

    def _make_usual(self) -> None:
        writer = self._journal.writer
        self._journal.set_preferences(writer=writer.voice, typed_by=writer.entered_by or "")
        self.below.close_panel()
        announce(self.window(), _("From now on it is so at each start."))

    def _add_question(self, text: str, private: bool) -> None:  # noqa: FBT001 - the signal's own argument
        from symtrack.diary import questions

        if self._journal.add(questions.new(self._journal.events(), text, self._journal.today, private=private)):
            announce(self.window(), _("Added: {text}").format(text=text))
