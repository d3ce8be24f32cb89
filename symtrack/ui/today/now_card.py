"""Whom to ring now, and what to say: what a tick on the team's list brings into the page, until it is put away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _, left_to_right
from symtrack.ui.call_form import CallForm
from symtrack.ui.in_place import Slot
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, flow
from symtrack.ui.widgets.roles import GROUP

SIDE, AROUND = 24, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What the card shows: whom to ring, under which number, who that is, what else can be rung, what to say."""

    title: str
    number: str
    whom: str
    then: str
    ticked: str
    say: Sequence[str]
    rung: str


class NowCard(Card):
    """`more` asks for the list, `mistake` takes every tick away; `rang` gives whom they spoke to and what was said."""

    more = Signal()
    mistake = Signal()
    put_away = Signal()
    rang = Signal(str, str)

    def __init__(self, shown: Now, theme: Theme) -> None:
        super().__init__(kind="now", name=shown.title)
        self.shown = shown
        self.column.setContentsMargins(SIDE - AROUND, AROUND, SIDE - AROUND, 18)
        self.column.setSpacing(6)
        head = _Head(shown)
        self.setFocusProxy(head)
        self.column.addWidget(head)
        below = QVBoxLayout()
        below.setContentsMargins(AROUND, 4, AROUND, 0)
        below.setSpacing(6)
        self.column.addLayout(below)
        if shown.then:
            below.addWidget(Text(shown.then))
        if shown.ticked:
            below.addSpacing(6)
            below.addWidget(Text(shown.ticked, "strong"))
        if shown.say:
            below.addSpacing(6)
            below.addWidget(Text(_("What you can say:"), "small"))
            for line in shown.say:
                below.addWidget(Text(line))
        below.addSpacing(6)
        below.addWidget(Text(_("This app has told nobody."), "strong"))
        self._theme = theme
        self._by_key: dict[str, Button] = {}
        below.addWidget(self._buttons(theme))
        self.slot = Slot()
        below.addWidget(self.slot)

    @property
    def spoken(self) -> str:
        """What a screen reader says when it comes in."""
        return _spoken(self.shown)

    def button(self, key: str) -> Button:
        return self._by_key[key]

    def _buttons(self, theme: Theme) -> QWidget:
        icon = theme.icon("phone", "on_accent")
        self._by_key = {
            "rang": Button(_("We rang…"), "primary", icon=icon, icon_size=theme.px(20)),
            "more": Button(_("Tick something else…")),
            "mistake": Button(_("Ticked by mistake")),
            "away": Button(_("We did not ring: put this away") if self.shown.ticked else _("Put this away")),
        }
        self._by_key["rang"].clicked.connect(self._note_call)
        self._by_key["more"].clicked.connect(self.more)
        self._by_key["mistake"].clicked.connect(self.mistake)
        self._by_key["away"].clicked.connect(self.put_away)
        line = flow(*self._by_key.values())
        self._by_key["mistake"].setVisible(bool(self.shown.ticked))
        return line

    def _note_call(self) -> None:
        form = CallForm(self.shown.rung, self._theme)
        form.given.connect(self.rang)
        self.slot.open(form, self._by_key["rang"])


class _Head(QWidget):
    """What matters first, and has the focus at first: whom to ring, and the number."""

    accessible_role = GROUP

    def __init__(self, shown: Now) -> None:
        super().__init__()
        self.setAccessibleName(_spoken(shown))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        column.setSpacing(4)
        column.addWidget(Text(shown.title, "name" if shown.number else "huge"))
        if shown.number:
            column.addWidget(Text(left_to_right(shown.number), "huge"))
        if shown.whom:
            column.addWidget(Text(shown.whom))


def _spoken(shown: Now) -> str:
    parts = (shown.title, shown.number, shown.whom, shown.then, shown.ticked, _("This app has told nobody."))
    return " ".join(filter(None, parts))
