"""One short form for what happened: what it was, and the fields that go with it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.ui.diary.forms import FORMS, plain
from symtrack.ui.diary.forms.fields import Fields, Known
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, ChoiceRow, Text, announce, row

USUAL, PLAIN = "treatment", "other"
"""What a new event is at first, and the form for kinds that have none of their own."""


class EventForm(Card):
    """Gives the finished event with `given`; `put_away` when it is closed without one, `asked` to `ring`."""

    given = Signal(Event)
    put_away = Signal()
    asked = Signal(str)

    def __init__(self, theme: Theme, day: date, known: Known, event: Event | None = None) -> None:
        super().__init__(name=_("Add to the diary") if event is None else _("Correct this entry"))
        self.setProperty("current", "true")
        self.setProperty("form", True)
        self._day, self._known, self._event = day, known, event
        heading = row(Text(self.accessibleName(), "name"))
        close = Button(_("Put away"), "quiet", icon=theme.icon("close", "accent"), icon_size=theme.px(18))
        close.clicked.connect(self.put_away)
        heading.addWidget(close)
        self.column.addLayout(heading)
        self._kinds = ChoiceRow(
            [(key, _(form.words)) for key, form in FORMS.items() if form.offered], name=_("What happened?")
        )
        self._kinds.chosen.connect(self.show_kind)
        self.column.addWidget(self._kinds)
        self._kinds.setVisible(event is None)
        self._add = Button(_("Add") if event is None else _("Correct it"), "primary")
        self._add.clicked.connect(self.give)
        self._nobody = NobodyReads()
        self._nobody.ring.connect(lambda: self.asked.emit("ring"))
        self.column.addWidget(self._nobody)
        self._said = Text("", "strong")
        self._said.hide()
        self.column.addWidget(self._said)
        buttons = row(self._add)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self._fields: Fields | None = None
        self.show_kind(USUAL if event is None else event.kind)

    def show_kind(self, kind: str) -> None:
        """Show the fields of one kind."""
        self._kinds.show_choice(kind)
        self._nobody.setVisible(kind == plain.NOTE.kind)
        self._said.show_text("")
        if self._fields is not None:
            self._fields.hide()
            self._fields.deleteLater()
        fields = Fields(self._event or Event(kind=kind, day=self._day), self._known)
        FORMS.get(kind, FORMS[PLAIN]).build(fields)
        fields.given.connect(self.give)
        self._fields = fields
        self.column.insertWidget(2, fields)

    def give(self) -> None:
        """Give the event as the fields have it; where something is missing, the focus goes there."""
        assert self._fields is not None
        missing = self._fields.missing()
        if missing is not None:
            missing.setFocus()
            return
        try:
            event = self._fields.read()
        except InputError as error:
            self._said.show_text(str(error))
            announce(self, str(error))
        else:
            self.given.emit(event)

    def field(self, name: str) -> QWidget:
        """The field of a body key, or of `text`, `day`, `until`."""
        assert self._fields is not None
        return self._fields.field(name)
