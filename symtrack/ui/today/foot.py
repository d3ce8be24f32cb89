"""The foot of Today: the offers, what was saved, and the one offer that is open in the page."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import instrument
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.today.offers import MoreOffer, NoteOffer, NowOffer, Offer
from symtrack.ui.today.status import Status
from symtrack.ui.widgets import Button, FlowLayout, Text, announce, reveal

STRAIN = "strain"
"""Asked only in a caregiver's own diary, which is another file."""


class Foot(QWidget):
    """Opens one offer at a time and saves what it gives. `day_chosen` gives another day to go to."""

    day_chosen = Signal(date)

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._theme = theme
        self._day = journal.today
        self._offer: Offer | None = None
        self.status = Status(theme)
        line = QWidget()
        flow = FlowLayout(line, gap=10, at_end=self.status)
        size = theme.px(20)
        self._offers = {
            "note": Button(_("A note…"), icon=theme.icon("note", "ink"), icon_size=size),
            "now": Button(_("Right now…"), icon=theme.icon("clock", "ink"), icon_size=size),
            "more": Button(_("More…"), icon=theme.icon("more", "ink"), icon_size=size),
        }
        for key, button in self._offers.items():
            button.clicked.connect(lambda _checked=False, key=key: self.open(key))
            flow.addWidget(button)
        flow.addWidget(self.status)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(line)
        self._said = Text("", "strong")
        self._said.hide()
        self._column.addWidget(self._said)

    @property
    def offer(self) -> Offer | None:
        """The offer that is open."""
        return self._offer

    def said(self) -> str:
        return self._said.text()

    def say(self, words: str) -> None:
        """Say something about what was just saved; without words, no longer."""
        self._said.show_text(words)
        announce(self, words)

    def button(self, key: str) -> Button:
        return self._offers[key]

    def show_day(self, day: date) -> None:
        """The offers are about this day; another one puts away what is open."""
        if day != self._day:
            self.put_away()
        self._day = day
        self._offers["now"].setVisible(day == self._journal.today)

    def open(self, key: str) -> None:
        """Open an offer, or put it away when it is the one that is open."""
        was = self._offer.objectName() if self._offer else ""
        if not self.put_away() or key == was:
            return
        offer = {"note": self._note, "now": self._now, "more": self._more}[key]()
        offer.setObjectName(key)
        offer.put_away.connect(self.put_away)
        self._offer = offer
        self._column.addWidget(offer)
        offer.show()
        offer.setFocus()

    def keep(self) -> bool:
        """Save what is written in the open offer; whether nothing is left unsaved."""
        if isinstance(self._offer, NoteOffer):
            self._offer.give()
            return not self._offer.unsaved()
        return True

    def put_away(self) -> bool:
        """Close the open offer; it stays open while what it holds can't be saved."""
        offer = self._offer
        if offer is None:
            return True
        if not self.keep():
            return False
        if offer.isAncestorOf(self.window().focusWidget() or self):
            self._offers[offer.objectName()].setFocus()
        self._offer = None
        offer.hide()
        offer.deleteLater()
        return True

    def _note(self) -> NoteOffer:
        events = self._journal.events()
        offer = NoteOffer([event.text or "" for event in events if (event.kind, event.day) == ("note", self._day)])
        offer.noted.connect(self._save_note)
        return offer

    def _save_note(self, text: str) -> None:
        if self._journal.note(self._day, text) and isinstance(self._offer, NoteOffer):
            self._offer.settle()

    def _now(self) -> NowOffer:
        offer = NowOffer(self._journal.items, self._theme)
        offer.moment.connect(self._save_moment)
        offer.worst.connect(lambda item, score: self._journal.rate(self._journal.today, item, score))
        return offer

    def _save_moment(self, item: str, score: int) -> None:
        today, time = self._journal.today, f"{self._journal.now:%H:%M}"
        if self._journal.rate(today, item, score, time=time) and isinstance(self._offer, NowOffer):
            standing = self._journal.answers(today).get(item)
            self._offer.show_moment(item, score, time, standing.score if standing else None)
            reveal(self._offer)

    def _more(self) -> MoreOffer:
        known = [item for item in instrument.load().items if item.key != STRAIN]
        asked = [item.key for item in self._journal.items]
        own = [item for item in self._journal.items if item not in known]
        offer = MoreOffer([*known, *own], asked, self._day, self._journal.today)
        offer.items_chosen.connect(lambda keys: self._journal.set("items", keys))
        offer.day_chosen.connect(self.day_chosen)
        return offer
