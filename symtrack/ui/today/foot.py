"""The foot of Today: the offers, what was saved, and the one offer that is open in the page."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.half_written import WAY, Way
from symtrack.ui.journal import Journal
from symtrack.ui.resting import COMFORT, FINISHED
from symtrack.ui.theme import Theme
from symtrack.ui.today.offer import Offer
from symtrack.ui.today.offers import TEAM_LIST, Occasion, Wishes, make
from symtrack.ui.today.status import Status
from symtrack.ui.widgets import Button, FlowLayout, Reply, reveal, show_when


class Foot(QWidget):
    """Opens one offer at a time. `day_chosen` gives another day to go to, `opened` which offer is open, if any.

    `asked` wants something of the window, such as `ring`.
    """

    day_chosen = Signal(date)
    asked = Signal(str)
    opened = Signal(str)

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._theme = journal, theme
        self._day = journal.today
        self._offer: Offer | None = None
        self._wishes = Wishes(self)
        self._wishes.day.connect(self.day_chosen)
        self._wishes.offer.connect(self.open)
        self._wishes.window.connect(self.asked)
        self._wishes.said.connect(self.say)
        self.status = Status(theme)
        line = QWidget()
        flow = FlowLayout(line, gap=10, at_end=self.status)
        self._offers = {
            "dose": Button(_("A dose…")),
            "note": Button(_("A note…")),
            "now": Button(_("Right now…")),
            "more": Button(_("More…")),
            TEAM_LIST: Button(_("Something on my team’s list…"), "accent"),
        }
        for key, button in self._offers.items():
            button.clicked.connect(lambda _checked=False, key=key: self.open(key))
            flow.addWidget(button)
        flow.addWidget(self.status)
        self._said = Reply()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(line)
        self._column.addWidget(self.status.end, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self._said)

    @property
    def offer(self) -> Offer | None:
        """The offer that is open."""
        return self._offer

    def button(self, key: str) -> Button:
        return self._offers[key]

    def said(self) -> str:
        return self._said.text()

    def say(self, words: str) -> None:
        """Say something about what was just saved; without words, no longer."""
        self._said.say(words)

    def show_day(self, day: date) -> None:
        """The offers are about this day; another one puts away what is open, but for the week."""
        if day != self._day and self._key() != "week":
            self.put_away()
        self._day = day
        self._offers["now"].setText(self._now_word())
        self._offers["now"].setAccessibleName(self._now_word())
        if self._offer is not None:
            self._offer.draw()

    def show_offers(self, mode: str) -> None:
        """Offer what goes with the mode, and put away what does not; the last thing saved can be taken back anyhow."""
        shown = {FINISHED: set(), COMFORT: {TEAM_LIST}}.get(mode, set(self._offers))
        for key, button in self._offers.items():
            show_when(button, key in shown)
        if not shown or (mode == COMFORT and self._key() != TEAM_LIST):
            self.put_away()

    def open(self, key: str, about: str = "") -> None:
        """Open an offer, or put it away when it is the one that is open."""
        was = self._key()
        if not self.put_away() or (key == was and not about):
            return
        self._said.show_text("")  # What was saved last speaks of something else than what is opened.
        offer = make(
            key,
            Occasion(journal=self._journal, theme=self._theme, wishes=self._wishes, day=self._day, about=about),
        )
        offer.setProperty(WAY, {"day": self._day.isoformat(), "offer": key, "about": about})
        offer.put_away.connect(self.put_away)
        self._offer = offer
        self._column.addWidget(offer)
        self.opened.emit(key)
        offer.show()
        offer.setFocus()
        reveal(offer)

    def keep_open(self, key: str, about: str = "") -> None:
        """Open an offer, unless it is the one that is open."""
        if self._offer is None or self._key() != key:
            self.open(key, about)
        else:
            self._offer.setFocus()

    def open_again(self, way: Way) -> QWidget | None:
        """The offer of that day, open."""
        self.day_chosen.emit(date.fromisoformat(way["day"]))
        self.keep_open(way["offer"], way["about"])
        return self._offer

    def keep(self) -> bool:
        """Save what the open offer holds; whether nothing is left unsaved."""
        return self._offer is None or self._offer.keep()

    def take_back(self) -> bool:
        """Leave what is picked in the open offer and not saved; whether there was anything."""
        return self._offer is not None and self._offer.take_back()

    def put_away(self) -> bool:
        """Close the open offer; it stays open while what it holds can't be saved."""
        offer = self._offer
        if offer is None:
            return True
        if not offer.keep():
            return False
        if offer.isAncestorOf(self.window().focusWidget() or self):
            self._offers.get(offer.objectName(), self._offers["more"]).setFocus()
        self._offer = None
        offer.hide()
        offer.deleteLater()
        self.opened.emit("")
        return True

    def _key(self) -> str:
        return self._offer.objectName() if self._offer else ""

    def _now_word(self) -> str:
        return _("Right now…") if self._day == self._journal.today else _("At a time…")
