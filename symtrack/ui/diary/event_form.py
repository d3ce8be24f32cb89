"""One short form for what happened: what it was, and the fields that go with it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.ui.diary.forms import FORMS, form_of, plain
from symtrack.ui.diary.forms.fields import Fields, Known
from symtrack.ui.half_written import WHOLE, Field, stands_in, write_again
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.private_toggle import private_toggle
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, ChoiceRow, OpenCard, Reply, Text, flow, row
from symtrack.ui.widgets.toggle import Toggle

USUAL = "treatment"
"""What a new event is at first."""
LARGE = 1.25
"""From this scale on there is no room for a field beside its label."""


class EventForm(OpenCard):
    """Gives the finished event with `given`, first of those that go along with it; `put_away` when it is closed.

    `asked` wants something of the window: to `ring`, or the `words` explained.
    """

    given = Signal(object)
    asked = Signal(str)

    def __init__(self, theme: Theme, day: date, known: Known, event: Event | None = None) -> None:
        super().__init__(name=_("Add to the diary") if event is None else _("Correct this entry"))
        self.setProperty("current", "true")
        self.setProperty("form", WHOLE)
        self._theme, self._day, self._known, self._event = theme, day, known, event
        heading = row(Text(self.accessibleName(), "name"))
        close = Button(_("Put away"), "quiet", icon=theme.icon("close", "accent"), icon_size=theme.px(18))
        close.clicked.connect(self.put_away)
        heading.addWidget(close)
        self.column.addLayout(heading)
        self._kinds = ChoiceRow(
            [(key, _(form.words)) for key, form in FORMS.items() if form.offered], name=_("What happened?")
        )
        self._kinds.chosen.connect(self.show_form)
        self.column.addWidget(self._kinds)
        self._kinds.setVisible(event is None)
        self._private = private_toggle(on=event is not None and event.private)
        self.column.addWidget(self._private, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add = Button(_("Add") if event is None else _("Correct it"), "primary")
        self._add.clicked.connect(self.give)
        self._nobody = NobodyReads()
        self._nobody.ring.connect(lambda: self.asked.emit("ring"))
        self.column.addWidget(self._nobody)
        self._said = Reply()
        self.column.addWidget(self._said)
        self._help = Button(_("What these words mean"), "quiet")
        self._help.clicked.connect(lambda: self.asked.emit("words"))
        self.column.addWidget(flow(self._add, self._help))
        self._fields: Fields | None = None
        self._key = ""
        self._left: dict[str, tuple[Field, ...]] = {}
        """What stood in the fields of each kind when another one was chosen."""
        self.show_form(USUAL if event is None else form_of(event).key)

    def show_form(self, key: str) -> None:
        """Show the fields of one form."""
        form = FORMS[key]
        if self._fields is not None:
            self._left[self._key] = stands_in(self._fields)
        self._key = key
        self._kinds.show_choice(key)
        self._help.setVisible(form.explained)
        self._nobody.setVisible(form is plain.NOTE)
        self._said.show_text("")
        if self._fields is not None:
            self._fields.hide()
            self._fields.deleteLater()
        new = Event(kind=form.kind, day=self._day, body={"what": form.what} if form.what else {})
        fields = Fields(self._event or new, self._known, below=self._theme.scale > LARGE)
        form.build(fields)
        fields.given.connect(self.give)
        self._fields = fields
        self.column.insertWidget(2, fields)
        fields.show()  # Qt would show it once it is back in its loop, and what is not shown can’t be filled in again.
        write_again(fields, self._left.get(key, ()), whole=True)

    def take_focus(self) -> None:
        """To the kind of what happened, or to the first field of what is corrected."""
        (self._kinds.button(USUAL) if self._event is None else self._first()).setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give the event as the fields have it; where something is missing, the focus goes there."""
        assert self._fields is not None
        missing = self._fields.missing()
        self._said.say(missing.sentence if missing else "")
        if missing is not None:
            missing.field.setFocus()
            return
        try:
            event, *along = self._fields.events()
        except InputError as error:
            self._said.say(str(error))
        else:
            self.given.emit((replace(event, private=self._private.isChecked()), *along))

    def _first(self) -> QWidget:
        assert self._fields is not None
        return self._fields.first()

    @property
    def private(self) -> Toggle:
        """Whether the event will be private."""
        return self._private

    def field(self, name: str) -> QWidget:
        """The field of a body key, or of `text`, `day`, `until`."""
        assert self._fields is not None
        return self._fields.field(name)
