"""“How is it now?”: one quiet card, once the minutes after a dose are over that the person chose."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from symtrack.diary import doses
from symtrack.diary.instrument import Item
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _
from symtrack.ui.journal import Journal
from symtrack.ui.resting import NORMAL, PAUSE
from symtrack.ui.theme import Theme
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.widgets import Button, Card, WholeLine, announce, clear, flow

ANYTHING = Item(key="", name=N_("How it is"), phrase="", low=N_("None"), high=N_("Worst I can imagine"))
"""What is asked after a dose that was for nothing that the diary asks about."""


class AfterDose(Card):
    """It comes by itself and takes no focus. `noted` gives words on what was saved, `gone` that the focus was in it."""

    noted = Signal(str)
    gone = Signal()

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(kind="tinted", name=_("How is it now?"))
        self._journal, self._theme = journal, theme
        self._doses: tuple[Event, ...] = ()
        self._card: ScoreCard | None = None
        self.column.setContentsMargins(20, 8, 20, 10)
        self.hide()

    @property
    def card(self) -> ScoreCard | None:
        return self._card

    @property
    def asks(self) -> tuple[Event, ...]:
        """The doses that it asks about."""
        return self._doses

    def draw(self, *, answering: bool) -> None:
        """Ask where it is time to; nothing new comes in while somebody is `answering` something else."""
        journal = self._journal
        due: tuple[Event, ...] = ()
        if journal.mode in {NORMAL, PAUSE}:
            due = doses.waiting(journal.events(), journal.writer.voice, journal.now, journal.day_start)
        if answering:
            due = tuple(each for each in self._doses if each in due)
        if due == self._doses:
            return
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._doses, self._card = due, None  # Before it is hidden: what loses the focus would be given a second time.
        clear(self.column)
        if due:
            self._ask(due)
        self.setVisible(bool(due))
        if inside:
            self.gone.emit()

    def keep(self) -> bool:
        """Hand over what is picked; whether nothing is left unsaved."""
        if self._card is not None and self._card.picked is not None:
            self._give()
        return self._card is None or self._card.picked is None

    def take_back(self) -> bool:
        """Leave what is picked and not saved; whether there was anything."""
        return self._card is not None and self._card.take_back()

    def _ask(self, due: Sequence[Event]) -> None:
        from symtrack.diary.event_words import taken

        words = _("{doses}. How is it now?").format(doses="; ".join(map(taken, due)))
        leave = Button(_("Don’t ask"), "quiet", described=words)
        leave.clicked.connect(self._leave)
        key = str(due[0].body.get("for") or "")
        self._card = ScoreCard(self._journal.instrument.item(key) if key else ANYTHING, self._theme)
        self._card.decline.hide()
        self._card.given.connect(self._give)
        self.column.addWidget(flow(WholeLine(words, "strong"), leave, gap=16))
        self.column.addWidget(self._card)
        announce(self, words)

    def _give(self) -> None:
        score = self._card.picked[0] if self._card is not None and self._card.picked is not None else None
        if score is None:
            return
        from symtrack.diary.event_words import said

        journal = self._journal
        rows = [self._by_writer(doses.answered(each, score, journal.now, journal.day_start)) for each in self._doses]
        if journal.add(*rows):
            self.noted.emit("; ".join(said(row, journal.instrument) for row in rows))

    def _leave(self) -> None:
        self._journal.add(*(self._by_writer(doses.changed(each, {"after_minutes": None})) for each in self._doses))

    def _by_writer(self, row: Event) -> Event:
        return replace(row, entered_by=self._journal.writer.entered_by)
