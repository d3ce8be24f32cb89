"""A visit that has been, noted in the page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from symtrack.diary.event_words import one_line
from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.ui.in_place import InPlace
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, TextField


class VisitForm(InPlace):
    """With whom, what they said, and what they said to each question; all of it may stay empty.

    `given` gives the first two, and the answers by the question's id.
    """

    given = Signal(str, str, object)

    def __init__(self, whom: str, said: str, questions: Sequence[Event], theme: Theme) -> None:
        super().__init__(_("We had the visit"))
        self.column.addWidget(Text(_("It is marked on today. From tomorrow, “since the last visit” begins here.")))
        self._whom = TextField(_("With whom?"), whom)
        self._whom.setMaximumWidth(theme.px(420))
        self._said = TextField(_("What did they say?"), said)
        for field in (self._whom, self._said):
            self._add(field.accessibleName(), field)
        self._answers = {question.id: TextField(_("What did they say?")) for question in questions}
        if questions:
            words = _("Your questions. What stays empty stays on the list.")
            self.column.addWidget(Text(words))
        for question in questions:
            asked = one_line(question.text)
            self._answers[question.id].setAccessibleDescription(asked)
            self._add(asked, self._answers[question.id])
        keep = Button(_("Mark the visit"), "primary")
        keep.clicked.connect(self.give)
        self.add_buttons(keep)
        self.setFocusProxy(self._whom)

    def give(self) -> None:
        """Hand over what was written."""
        whom, said = (_written(field) for field in (self._whom, self._said))
        answers = {key: words for key, field in self._answers.items() if (words := _written(field))}
        self.given.emit(whom, said, answers)

    def _add(self, words: str, field: TextField) -> None:
        self.column.addWidget(Text(words, "small"))
        self.column.addWidget(field)
        field.returnPressed.connect(self.give)


def _written(field: TextField) -> str:
    return " ".join(field.text().split())
