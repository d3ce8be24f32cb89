"""The page that says what came with another copy of the diary."""

from collections.abc import Sequence
from typing import Self

from symtrack.diary.instrument import Instrument
from symtrack.i18n import _
from symtrack.store.merging import Came
from symtrack.ui.in_place import InPlace
from symtrack.ui.settings import came_words
from symtrack.ui.widgets import Text


class CameForm(InPlace):
    """Sentences, and a button that puts them away."""

    def __init__(self, title: str, sentences: Sequence[str], *, end: str = "") -> None:
        super().__init__(title)
        self.column.addWidget(Text(title, "name"))
        for sentence in sentences:
            self.column.addWidget(Text(sentence))
        if end:
            self.column.addWidget(Text(end, "soft"))
        self.setFocusProxy(self.add_buttons())

    @classmethod
    def of(cls, came: Came, known: Instrument, *, results: bool = True) -> Self:
        """What was new in the copy, with the diary’s own questions by their names, with what scans showed or not."""
        end = _("All of it is in the Diary, with who entered it and when. The copy itself stays as it is.")
        return cls(_("What came"), came_words.lines(came, known, results=results), end=end)

    @classmethod
    def refused(cls, sentence: str) -> Self:
        """Why nothing was taken."""
        return cls(_("Nothing was brought in"), [sentence])
