"""Whom to ring about what is ticked on the team's list, at the top of Today until it is put away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import team, team_list
from symtrack.diary.rows import PATIENT, Event
from symtrack.i18n import _, clock_at, left_to_right
from symtrack.ui import ringing
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.today import ticking
from symtrack.ui.widgets import announce, clear

if TYPE_CHECKING:
    from symtrack.ui.today.now_card import Now, NowCard

UNSAVED = "unsaved"
"""In place of the origin of a tick that could not be saved: it shows the number all the same."""


class Ticked(QWidget):
    """The card, while there is one. `list_wanted` asks for the list, `put_away` comes when the card is gone."""

    list_wanted = Signal()
    put_away = Signal()

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._theme = journal, theme
        self._origin = ""
        self._away: Event | None = None
        self._card: NowCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def card(self) -> "NowCard | None":
        return self._card

    def draw(self) -> None:
        """Show what waits. A tick that was taken back leaves the number in view until somebody puts it away."""
        waits = ticking.standing(self._journal)
        if waits == self._away:
            waits = None
        if waits is not None:
            self._origin = waits.origin or UNSAVED
        elif any(event.origin == self._origin for event in self._journal.events()):
            self._origin = ""  # It was dealt with, here or in another window.
        shown = self._now(waits) if self._origin else None
        if shown == (self._card.shown if self._card else None) or (self._card and self._card.slot.form):
            return  # What is being written about a call stays, too.
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        clear(self._column)
        self._card = self._made(shown) if shown else None
        self.setVisible(self._card is not None)
        if self._card is not None:
            self._card.show()  # Qt would show it once it is back in its loop, and what is not shown takes no focus.
            announce(self._card, self._card.spoken)
        if inside:
            self.put_away.emit()

    def _made(self, shown: "Now") -> "NowCard":
        from symtrack.ui.today.now_card import NowCard

        card = NowCard(shown, self._theme)
        card.more.connect(self.list_wanted)
        card.mistake.connect(lambda: ticking.keep(self._journal, ()))
        card.put_away.connect(self._put_away)
        card.rang.connect(self._rang)
        self._column.addWidget(card)
        return card

    def _put_away(self) -> None:
        self._away = ticking.standing(self._journal)
        ticking.put_away(self._journal)
        self._origin = ""
        self.draw()

    def _rang(self, whom: str, said: str) -> None:
        card = self._card
        if card is not None:
            card.slot.close_form()
            self._away = ticking.standing(self._journal)
            ticking.rang(self._journal, whom, said, card.shown.number)
            self._origin = ""
            self.draw()

    def _now(self, waits: Event | None) -> "Now":
        from symtrack.diary import phone_words
        from symtrack.ui.today.now_card import Now

        journal, settings = self._journal, self._journal.settings
        ticked = team_list.ticked(waits)
        part = str(waits.body.get("part") or team_list.TEAM) if waits is not None and ticked else ""
        ring, service = journal.ring, team.emergency_number(settings)
        number = ring.number if ring else ""
        whom = ringing.whom_until(ring) if ring else ""
        rung = ring.contact.who if ring else ""
        if part == team_list.EMERGENCY:
            then = _("After that, ring your team: {number} ({whom}).") if ring else ""
            then = then.format(number=left_to_right(number), whom=whom)
            number, whom, rung = service, "", _("Emergency service")
        elif ring is None:
            whom, then = ringing.without_number(), ""
        elif service:
            then = _("If nobody answers, call the emergency service: {number}.").format(number=left_to_right(service))
        else:
            then = _("If nobody answers, call the emergency service.")
        return Now(
            title=_TITLES[part](),
            number=number,
            whom=whom,
            then=then,
            ticked=_ticked_words(waits, ticked) if waits is not None and ticked else "",
            say=phone_words.say(settings, journal.events(), ticked, journal.today, speaks=journal.writer.name == "")
            if ticked
            else (),
            rung=rung,
        )


_TITLES = {
    team_list.EMERGENCY: lambda: _("Call the emergency service now"),
    team_list.TEAM: lambda: _("Ring your team now"),
    "": lambda: _("Nothing is ticked any more. If you feel unwell, ring all the same"),
}


def _ticked_words(event: Event, ticked: tuple[str, ...]) -> str:
    """Ticked at 23:00: chest pain; who ticked it, where it was not the person."""
    at, lines = clock_at(event.time) if event.time else "", "; ".join(ticked)
    if event.voice != PATIENT or event.entered_by:
        from symtrack.diary.change_words import who

        return _("Ticked at {time} by {who}: {lines}").format(time=at, who=who(event), lines=lines)
    return _("Ticked at {time}: {lines}").format(time=at, lines=lines)
