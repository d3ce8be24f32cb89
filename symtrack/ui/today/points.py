"""A point to phone about, as it stands on Today: the number first, until it is dealt with."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.flag import Flag
from symtrack.diary.team import Ring
from symtrack.i18n import _
from symtrack.ui import ringing
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, FlowLayout, Text


class Dealt(StrEnum):
    """How the person dealt with a point."""

    PHONED = "talked"
    KNOWN = "known"
    LATER = "later"


class PointCard(Card):
    """One point. `dealt` gives the point and how it was dealt with."""

    dealt = Signal(Flag, Dealt)

    def __init__(self, flag: Flag, ring: Ring | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(heavy=True, name=_("Phone the team"), parent=parent)
        self.column.addWidget(Text(_("Phone the team"), "accent"))
        if ring is not None:
            until = ", " + ringing.until_words(ring.until) if ring.until else ""
            self.column.addWidget(Text(_("Ring {number}").format(number=ring.number), "number"))
            self.column.addWidget(Text(ringing.whom(ring.contact) + until, "small"))
        else:
            self.column.addWidget(Text(ringing.without_number(), "strong"))
        self.column.addWidget(Text(flag.text))
        self.column.addWidget(Text(_("You could ask: “{question}”").format(question=flag.question), "soft"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self._buttons: dict[Dealt, Button] = {}
        icon = theme.icon("phone", "on_accent")
        for how, button in (
            (Dealt.PHONED, Button(_("We phoned"), "primary", icon=icon, icon_size=theme.px(20))),
            (Dealt.KNOWN, Button(_("My team knows"))),
            (Dealt.LATER, Button(_("Later: tomorrow"))),
        ):
            button.setAccessibleDescription(flag.text)
            button.clicked.connect(lambda _checked=False, how=how: self.dealt.emit(flag, how))
            self._buttons[how] = button
            flow.addWidget(button)
        self.column.addWidget(buttons)
        self.column.addWidget(Text(_("This app has told nobody."), "small"))

    def button(self, how: str) -> Button:
        return self._buttons[Dealt(how)]

    def texts(self) -> list[str]:
        """Everything that the card says."""
        return [label.text() for label in self.findChildren(Text)]
