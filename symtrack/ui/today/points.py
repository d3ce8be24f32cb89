"""A point to phone about, as it stands on Today: the number first, until it is dealt with."""

from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.flag import Flag
from symtrack.diary.team import Ring
from symtrack.i18n import _, as_dialled
from symtrack.ui import ringing
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, FlowLayout, Text


class Dealt(StrEnum):
    """How the person dealt with a point."""

    PHONED = "talked"
    KNOWN = "known"
    LATER = "later"


class _Line(Text):
    """Wants its whole line, and wraps only where that is not to be had."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(wide, self.heightForWidth(wide))


class PointCard(Card):
    """One point. `dealt` gives the point and how it was dealt with."""

    dealt = Signal(Flag, Dealt)

    def __init__(self, flag: Flag, ring: Ring | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(heavy=True, name=_("Phone the team"), parent=parent)
        self.column.setSpacing(6)
        self.column.setContentsMargins(30, 12, 20, 12)
        if ring is not None:
            until = ", " + ringing.until_words(ring.until) if ring.until else ""
            first = QWidget()
            line = FlowLayout(first, gap=12)
            line.addWidget(_Line(_("Ring {number}").format(number=as_dialled(ring.number)), "number"))
            line.addWidget(_Line(ringing.whom(ring.contact) + until, "small"))
            self.column.addWidget(first)
        else:
            self.column.addWidget(Text(_("Phone the team"), "accent"))
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
        flow.addWidget(_Line(_("This app has told nobody."), "small"))
        self.column.addWidget(buttons)

    def button(self, how: str) -> Button:
        return self._buttons[Dealt(how)]

    def texts(self) -> list[str]:
        """Everything that the card says."""
        return [label.text() for label in self.findChildren(Text)]
