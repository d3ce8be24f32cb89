"""What the top line opens, in the page and not over it: every number of the team, and who is writing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.rows import PATIENT, seen
from symtrack.diary.team import Contact, Ring
from symtrack.i18n import _, capital, left_to_right
from symtrack.ui import ringing, writing
from symtrack.ui.half_written import WORDS
from symtrack.ui.journal import Writer
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, OpenCard, Text, TextField, row


class Panel(OpenCard):
    """A card below the top line that Escape, or its own button, puts away."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(name=title)
        self.setProperty("current", "true")
        self.setProperty("form", WORDS)
        close = Button(_("Put away"), "quiet", icon=theme.icon("close", "accent"), icon_size=theme.px(18))
        close.clicked.connect(self.put_away)
        heading = row(Text(title, "name"))
        heading.addWidget(close)
        self.column.addLayout(heading)
        self.close_button = close

    def press(self, name: str) -> None:
        """Press the button of this name."""
        next(button for button in self.findChildren(Button) if button.accessibleName() == name).click()


class RingPanel(Panel):
    """Whom to ring now, in large figures, and what about, where there is something; every number with its hours.

    `wished` gives `number` to change them, `teamlist` for the team's list, `call` to note a call.
    """

    wished = Signal(str)

    def __init__(self, theme: Theme, known: tuple[Contact, ...], ring: Ring | None, about: Sequence[str] = ()) -> None:
        super().__init__(theme, _("Who to ring"))
        if ring is not None:
            until = " " + ringing.until_words(ring.until) if ring.until else ""
            self.column.addWidget(Text(left_to_right(ring.number), "number"))
            self.column.addWidget(Text(ringing.whom(ring.contact) + until, "small"))
        else:
            self.column.addWidget(Text(ringing.without_number()))
        for sentence in about:
            self.column.addWidget(Text(sentence, "strong"))
        for contact in known:
            for number in contact.numbers:
                line = _("{number}: {whom}, {hours}").format(
                    number=left_to_right(number.number), whom=ringing.whom(contact), hours=ringing.hours(number)
                )
                self.column.addWidget(Text(line))
        if ring is not None:
            self.column.addWidget(Text(_("In an emergency call the emergency service."), "small"))
        wishes = {
            "teamlist": _("Something on my team’s list…"),
            "call": _("Note a call…"),
            "number": _("Change the numbers…") if known else _("Write your team’s number…"),
        }
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for wish, words in wishes.items():
            button = Button(words)
            button.clicked.connect(lambda _checked=False, wish=wish: self.wished.emit(wish))
            flow.addWidget(button)
        self.column.addWidget(buttons)


class WriterPanel(Panel):
    """Who is writing: one press changes it, and a new name is added in place.

    `made_usual` comes when whoever writes now is to be the one at each start.
    """

    chosen = Signal(Writer)
    named = Signal(str)
    made_usual = Signal()

    def __init__(
        self, theme: Theme, writer: Writer, person: str, names: tuple[str, ...], *, usual: Writer | None = None
    ) -> None:
        super().__init__(theme, _("Who is writing?"))
        choices = QWidget()
        flow = FlowLayout(choices)
        for each in (Writer(), *(each for name in names for each in _views(name))):
            words = writing.writer_words(each, person)
            button = Button(capital(words))
            button.setCheckable(True)
            button.setAutoExclusive(True)  # A screen reader calls it a radio button.
            button.setChecked(each == writer)
            button.clicked.connect(lambda _checked=False, each=each: self.chosen.emit(each))
            flow.addWidget(button)
        self.column.addWidget(choices)
        usual_words = writing.writer_words(usual or Writer(), person)
        self.column.addWidget(Text(_("At each start it is: {writer}.").format(writer=usual_words), "small"))
        if usual is not None and usual != writer:
            words = writing.writer_words(writer, person)
            make_usual = Button(_("From now on, at each start: {writer}").format(writer=words), "quiet")
            make_usual.clicked.connect(self.made_usual)
            self.column.addWidget(make_usual)
        self._name = TextField(_("The name of somebody else who writes"), hint=_("Another name"))
        self._name.setMaxLength(40)
        self._name.returnPressed.connect(self._add)
        add = Button(_("Add"))
        add.clicked.connect(self._add)
        fields = row(self._name, add)
        fields.addStretch(1)
        self.column.addLayout(fields)

    @property
    def field(self) -> TextField:
        return self._name

    def _add(self) -> None:
        name = " ".join(self._name.text().split())
        if seen(name):
            self.named.emit(name)


def _views(name: str) -> tuple[Writer, Writer]:
    return Writer(PATIENT, name), Writer(f"caregiver:{name}")
