"""A call to the team, whoever rang whom: day, time, whom, and what they said."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from symtrack.i18n import _
from symtrack.ui.half_written import WHOLE
from symtrack.ui.theme import Theme
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import (
    Button,
    ChoiceRow,
    DayField,
    NoteField,
    Reply,
    Text,
    TextField,
    TimeField,
    flow,
    row,
)

OTHER = ""
"""Somebody who is none of the team's people."""


class CallOffer(Offer):
    """`noted` gives the day, the time as `HH:MM`, whom, and what they said."""

    noted = Signal(date, str, str, str)

    def __init__(self, people: Sequence[str], day: date, today: date, time: str, theme: Theme) -> None:
        super().__init__(_("A call"))
        self.setProperty("form", WHOLE)
        self._day = DayField(_("Day"), min(day, today), last=today)
        self._time = TimeField(_("Time"), time)
        when = flow(Text(_("Day"), wrap=False), self._day, Text(_("Time"), wrap=False), self._time)
        self._people = ChoiceRow([*((who, who) for who in people), (OTHER, _("Somebody else"))], name=_("With whom?"))
        self._people.chosen.connect(self._choose)
        self._people.show_choice(people[0] if people else OTHER)
        self._whom = TextField(_("Their name"))
        self._whom.setMaxLength(60)
        self._whom.setMaximumWidth(theme.px(420))
        self._said = NoteField(_("What did they say?"))
        self._said.done.connect(self._finish)
        self._sentence = Reply()
        self.column.addWidget(when)
        self.column.addWidget(Text(self._people.accessibleName(), "small"))
        self.column.addWidget(self._people)
        self.column.addWidget(self._whom)
        self.column.addWidget(Text(self._said.accessibleName(), "small"))
        self.column.addWidget(self._said)
        self.column.addWidget(self._sentence)
        keep, away = Button(_("Note the call"), "primary"), Button(_("Put away"), "quiet")
        keep.clicked.connect(self._finish)
        away.clicked.connect(self._leave)
        buttons = row(keep, away)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self._people.setVisible(bool(people))
        self._whom.setVisible(not people)
        self.setFocusProxy(self._people.button(people[0]) if people else self._whom)

    @property
    def people(self) -> ChoiceRow:
        return self._people

    @property
    def whom(self) -> TextField:
        return self._whom

    @property
    def said(self) -> NoteField:
        return self._said

    def keep(self) -> bool:
        """What they said is kept when it is left."""
        return not self._said.toPlainText().strip() or self._give()

    def settle(self) -> None:
        """The call is saved."""
        self._said.setPlainText("")

    def refuse(self, sentence: str) -> None:
        """Say why it can't be kept so."""
        self._sentence.say(sentence)
        self._time.setFocus()

    def _give(self) -> bool:
        whom = self._people.choice() or " ".join(self._whom.text().split())
        self._sentence.show_text("")
        self.noted.emit(self._day.day(), self._time.text_of(), whom, " ".join(self._said.toPlainText().split()))
        return not self._said.toPlainText().strip() and self._sentence.isHidden()

    def _finish(self) -> None:
        if self._give():
            self.put_away.emit()

    def _leave(self) -> None:
        self._said.setPlainText("")
        self.put_away.emit()

    def _choose(self, who: str) -> None:
        self._whom.setVisible(who == OTHER)
        if who == OTHER:
            self._whom.setFocus()
