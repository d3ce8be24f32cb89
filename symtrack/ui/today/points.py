"""The points to phone about, as they stand on Today: the number first, until each is dealt with."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.flag import Flag, Mark
from symtrack.diary.team import Ring
from symtrack.i18n import _, left_to_right, n_
from symtrack.ui import ringing
from symtrack.ui.in_place import Slot
from symtrack.ui.journal import Journal
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, WholeLine, clear, flow

MINUTE = 60_000
AT_ONCE = 3


class PointCard(Card):
    """One point. `dealt` gives it and how it was dealt with, `phoned` whom they spoke to and what was said as well."""

    dealt = Signal(Flag, Mark)
    phoned = Signal(Flag, str, str)

    def __init__(self, flag: Flag, ring: Ring | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(heavy=True, name=_("Phone the team"), parent=parent)
        self.column.setSpacing(6)
        self.column.setContentsMargins(30, 12, 20, 12)
        if ring is not None:
            until = ", " + ringing.until_words(ring.until) if ring.until else ""
            self.column.addWidget(
                flow(
                    WholeLine(_("Ring {number}").format(number=left_to_right(ring.number)), "number"),
                    WholeLine(ringing.whom(ring.contact) + until, "small"),
                    gap=12,
                )
            )
        else:
            self.column.addWidget(Text(_("Phone the team"), "accent"))
            self.column.addWidget(Text(ringing.without_number(), "strong"))
        self.column.addWidget(Text(flag.text))
        self.column.addWidget(Text(_("You could ask: “{question}”").format(question=flag.question), "soft"))
        self._buttons: dict[str, Button] = {}
        icon = theme.icon("phone", "on_accent")
        for how, button in (
            (Mark.TALKED, Button(_("We phoned…"), "primary", icon=icon, icon_size=theme.px(20))),
            (Mark.KNOWN, Button(_("My team knows"))),
            (Mark.LATER, Button(_("Later: tomorrow"))),
        ):
            button.setAccessibleDescription(flag.text)
            button.clicked.connect(lambda _checked=False, how=how: self._deal(how))
            self._buttons[how] = button
        self.column.addWidget(flow(*self._buttons.values(), WholeLine(_("This app has told nobody."), "small")))
        self._flag, self._theme = flag, theme
        self._whom = ring.contact.who if ring else ""
        self._slot = Slot()
        self.column.addWidget(self._slot)

    @property
    def slot(self) -> Slot:
        """Where the call is written down."""
        return self._slot

    def button(self, how: str) -> Button:
        return self._buttons[how]

    def _deal(self, how: Mark) -> None:
        if how is not Mark.TALKED:
            self.dealt.emit(self._flag, how)
            return
        from symtrack.ui.call_form import CallForm

        form = CallForm(self._whom, self._theme)
        form.given.connect(lambda whom, said: self.phoned.emit(self._flag, whom, said))
        self._slot.open(form, self._buttons[how])


class Points(QWidget):
    """The cards of all of them. `taken_away` comes when the one that had the focus is gone, `minute` each minute."""

    taken_away = Signal()
    minute = Signal()

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._theme = journal, theme
        self._shown: tuple[tuple[Flag, ...], Ring | None] = ((), None)
        self._cards: list[PointCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # Another number may answer at this hour, without anything new in the diary.
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self.minute)
        self._minute.start()
        self.hide()

    @property
    def cards(self) -> tuple[PointCard, ...]:
        return tuple(self._cards)

    def draw(self, *, answering: bool = False) -> None:
        """Show what is to be phoned about now; what is shown already stays as it is.

        Nothing new comes in while somebody is `answering`.
        """
        journal = self._journal
        points = tuple(flag for flag in ringing.to_phone_about(journal) if flag.urgency == "phone")
        if answering:
            open_now = {_which(flag) for flag in points}
            points = tuple(flag for flag in self._shown[0] if _which(flag) in open_now)
        shown = (points, journal.ring) if points else ((), None)
        if shown == self._shown or any(card.slot.form is not None for card in self._cards):
            return  # What is being written about a call stays, too.
        self._shown = shown
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        clear(self._column)
        self._cards = [PointCard(flag, shown[1], self._theme) for flag in shown[0][:AT_ONCE]]
        for card in self._cards:
            card.dealt.connect(journal.mark)
            card.phoned.connect(self._note_call)
            self._column.addWidget(card)
        if (more := len(shown[0]) - AT_ONCE) > 0:
            words = n_("{n} more is under “For my team”.", "{n} more are under “For my team”.", more).format(n=more)
            self._column.addWidget(Text(words, "soft"))
        self.setVisible(bool(self._cards))
        if inside:
            self.taken_away.emit()

    def _note_call(self, flag: Flag, whom: str, said: str) -> None:
        ring = self._journal.ring
        if self._journal.note_call(flag, whom, said, number=ring.number if ring else ""):
            for card in self._cards:
                card.slot.close_form()
            self.draw()


def _which(flag: Flag) -> tuple[object, ...]:
    return flag.rule, flag.items, flag.voice, flag.raised
