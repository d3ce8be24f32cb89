"""A note on the day, or on one of its scores."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from symtrack.i18n import _
from symtrack.ui.half_written import WHOLE
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.private_toggle import private_toggle
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, ChoiceRow, NoteField, Text, row
from symtrack.ui.widgets.toggle import Toggle

THE_DAY = ""


class NoteOffer(Offer):
    """Kept with Ctrl+Enter, with the button, or when it is left. `noted` gives its text, what it is about, if private.

    `scores` are the answers that it may be about instead of the day, each as an id and its words. `ring` wants to see
    whom to ring.
    """

    noted = Signal(str, str, bool)
    ring = Signal()

    def __init__(self, notes: Sequence[str], scores: Sequence[tuple[str, str]] = (), about: str = THE_DAY) -> None:
        super().__init__(_("A note"))
        self.setProperty("form", WHOLE)
        for note in notes:
            self.column.addWidget(Text(note, "soft"))
        self._about = ChoiceRow([(THE_DAY, _("On the whole day")), *scores], name=_("What the note is about"))
        self._about.show_choice(about)
        self._about.chosen.connect(self._choose)
        self.column.addWidget(self._about)
        self._about.setVisible(bool(scores))
        self._field = NoteField(_("Your note"))
        self._private = private_toggle()
        self._private.clicked.connect(self._field.setFocus)
        self.column.addWidget(self._private, alignment=Qt.AlignmentFlag.AlignLeft)
        self._field.left.connect(self._leave)
        self._field.done.connect(self._finish)
        done = Button(_("Done"), "primary")
        done.clicked.connect(self._finish)
        self.column.addWidget(self._field)
        self.column.addLayout(row(done, Text(_("Kept when you leave it. Ctrl+Enter is Done too."), "small")))
        nobody = NobodyReads()
        nobody.ring.connect(self.ring)
        self.column.addWidget(nobody)
        self.setFocusProxy(self._field)

    @property
    def field(self) -> NoteField:
        return self._field

    @property
    def private(self) -> Toggle:
        """Whether the note will be private."""
        return self._private

    @property
    def about(self) -> ChoiceRow:
        return self._about

    def keep(self) -> bool:
        self.give()
        return not self.unsaved()

    def give(self) -> None:
        """Hand the text over, if there is any."""
        text = self._field.toPlainText().strip()
        if text:
            self.noted.emit(text, self._about.choice(), self._private.isChecked())

    def unsaved(self) -> bool:
        return bool(self._field.toPlainText().strip())

    def settle(self) -> None:
        """The text is saved; the next note is another one."""
        self._field.setPlainText("")
        self._private.setChecked(False)

    def _choose(self, key: str) -> None:
        """What is written already goes with the writer to what it is about."""
        self._about.show_choice(key)
        self._field.setFocus()

    def _leave(self) -> None:
        focused = self.window().focusWidget()
        if focused is None or not (focused is self._private or self._about.isAncestorOf(focused)):
            self.give()

    def _finish(self) -> None:
        if self.keep():
            self.put_away.emit()
