"""The team's list, written in the page as on the card: a line for each thing, in two parts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from symtrack.i18n import _
from symtrack.ui.in_place import InPlace
from symtrack.ui.widgets import Button, NoteField, Text, announce

EMERGENCY_LINES, TEAM_LINES = 5, 9


class ListForm(InPlace):
    """`given` gives the lines of the two parts."""

    given = Signal(list, list)

    def __init__(self, emergency: Sequence[str], team: Sequence[str]) -> None:
        super().__init__(_("Your team’s card"))
        self.column.addWidget(Text(_("One thing on each line. Take away what your card does not say."), "soft"))
        self._emergency = self._part(_("Call the emergency service"), emergency, EMERGENCY_LINES)
        down = Button(_("Move the line with the cursor down, to “Ring the team now”"), "quiet")
        down.clicked.connect(self._move_down)
        self.column.addWidget(down)
        self._team = self._part(_("Ring the team now"), team, TEAM_LINES)
        up = Button(_("Move the line with the cursor up, to “Call the emergency service”"), "quiet")
        up.clicked.connect(lambda: self._move(self._team, self._emergency))
        self.column.addWidget(up)
        fever = _("Your temperature, and shivering or feeling feverish, stand there anyhow.")
        self.column.addWidget(Text(fever, "soft"))
        keep = Button(_("Keep this list"), "primary")
        keep.clicked.connect(self.give)
        self.add_buttons(keep)
        self.setFocusProxy(self._emergency)

    @property
    def parts(self) -> tuple[NoteField, NoteField]:
        """The field of what to call the emergency service about, and of what to ring the team about."""
        return self._emergency, self._team

    def give(self) -> None:
        """Hand over what was written."""
        self.given.emit(*(field.toPlainText().splitlines() for field in self.parts))

    def _move_down(self) -> None:
        self._move(self._emergency, self._team)

    def _part(self, title: str, lines: Sequence[str], high: int) -> NoteField:
        field = NoteField(title, "\n".join(lines), lines=high)
        field.done.connect(self.give)
        self.column.addWidget(Text(title, "accent"))
        self.column.addWidget(field)
        return field

    def _move(self, source: NoteField, target: NoteField) -> None:
        """Take the line with the cursor out of one field and put it at the end of the other."""
        at = source.textCursor().blockNumber()
        lines = source.toPlainText().split("\n")
        line = lines.pop(at).strip()
        if not line:
            return
        source.setPlainText("\n".join(lines))
        cursor = source.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Down, n=min(at, max(len(lines) - 1, 0)))
        source.setTextCursor(cursor)
        target.setPlainText("\n".join([*filter(None, target.toPlainText().split("\n")), line]))
        announce(self, _("Moved: {text}").format(text=line))
