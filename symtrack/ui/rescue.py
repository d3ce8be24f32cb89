"""The window in place of the diary's own when the diary is missing or can't be opened: what is so, and what helps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from symtrack.errors import SymtrackError
from symtrack.i18n import _, dated
from symtrack.store.copies import Copy
from symtrack.ui.calm_window import CalmWindow
from symtrack.ui.files import AskFile, diary_there
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, FlowLayout, Reply, Text, reveal
from symtrack.ui.widgets.buttons import Kind

SHOWN = 3
"""Copies that are offered, the newest."""
Way = tuple[str, Callable[[], object]]
"""A button's words, and what it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why the diary at `path` does not open. `known` means that one was kept there; `copies` are the oldest first."""

    path: Path
    sentence: str
    missing: bool = False
    known: bool = False
    copies: Sequence[Copy] = ()


class RescueWindow(CalmWindow):
    """Says what is so, and offers a way on. `restore` puts a file in the diary's place, or raises SymtrackError.

    After it is closed, `goes_on` says whether the diary is to be opened again, and `begins` whether with an empty one.
    """

    def __init__(
        self, theme: Theme, trouble: Trouble, restore: Callable[[Path], object], ask_file: AskFile = diary_there
    ) -> None:
        super().__init__(theme)
        self._trouble, self._restore, self._ask_file = trouble, restore, ask_file
        self.goes_on = self.begins = False
        self._sentence = Reply()
        title = _("Your diary is not where it was") if trouble.missing else _("This diary can’t be opened")
        card = Card(Text(title, "name"), Text(trouble.sentence), Text(self._reassurance(), "soft"), name=title)
        card.column.addWidget(self._sentence)
        card.column.addSpacing(8)
        if trouble.copies:
            card.column.addWidget(self._copies())
        card.column.addWidget(self._ways())
        self.show_card(card)

    def _reassurance(self) -> str:
        if self._trouble.missing and self._trouble.copies:
            return _("It may have been moved, renamed, or be on a disk that is not plugged in. There are copies of it.")
        if self._trouble.missing:
            return _("It may have been moved, renamed, or be on a disk that is not plugged in.")
        if self._trouble.copies:
            return _("Nothing in it was changed. If you open a copy, the file that is there now is kept beside it.")
        return _("Nothing in it was changed.")

    def _copies(self) -> QWidget:
        newest = list(reversed(self._trouble.copies[-SHOWN:]))
        return _buttons(
            [
                (_("Open the copy of {day}").format(day=dated(copy.day)), partial(self._take, copy.path))
                for copy in newest
            ],
            first="primary",
        )

    def _ways(self) -> QWidget:
        ways: list[Way] = [(_("Try again"), self._go_on)]
        if self._trouble.known:
            ways.append((_("Look for it…"), self._look))
        if self._trouble.missing:
            ways.append((_("Begin a new diary"), self._begin))
        ways.append((_("Close"), self.close))
        return _buttons(ways, first="plain" if self._trouble.copies else "primary")

    def _take(self, source: Path) -> None:
        try:
            self._restore(source)
        except SymtrackError as error:
            self._sentence.say(str(error))
            reveal(self._sentence)
        else:
            self._go_on()

    def _look(self) -> None:
        found = self._ask_file(self, self._trouble.path)
        if found is not None:
            self._take(found)

    def _begin(self) -> None:
        self.begins = True
        self._go_on()

    def _go_on(self) -> None:
        self.goes_on = True
        self.close()


def _buttons(ways: Sequence[Way], *, first: Kind) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    for place, (words, act) in enumerate(ways):
        button = Button(words, "plain" if place else first)
        button.clicked.connect(act)
        flow.addWidget(button)
    return box
