"""What erasing for good means, which copies still hold it, and the one press that does it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from symtrack.i18n import _, n_
from symtrack.ui.widgets import Button, OpenCard, Text, flow
from symtrack.ui.widgets.toggle import Toggle

NAMED = 3
"""Copies that are named; of more, the number is said."""


class ErasePanel(OpenCard):
    """In the page, below the line that it is about. `wanted` comes with whether the copies are to be renewed."""

    wanted = Signal(bool)

    def __init__(self, words: str, copies: Sequence[Path]) -> None:
        super().__init__(kind="tinted", name=_("Erase for good"))
        self.column.addWidget(Text(_("Erase for good"), "strong"))
        self.column.addWidget(
            Text(
                _(
                    "“{words}”, and whatever was said in its place before, is taken out of the diary’s file. "
                    "This can’t be undone. That something was entered and erased can still be seen."
                ).format(words=words)
            )
        )
        too = n_("Erase it in the copy too", "Erase it in the {n} copies too", len(copies))
        self._renew = Toggle(too.format(n=len(copies)), on=True, parent=self)
        self._renew.setVisible(bool(copies))
        if copies:
            self.column.addWidget(Text(_holding(copies)))
            self.column.addWidget(self._renew)
        self.column.addWidget(
            Text(
                _(
                    "What lies in a shared folder is written anew by each computer when it next exchanges. Papers, "
                    "other people’s copies and backups of the whole computer can’t be reached from here."
                ),
                "soft",
            )
        )
        erase, keep = Button(_("Erase it for good"), described=words), Button(_("Keep it"), "primary", described=words)
        erase.clicked.connect(lambda: self.wanted.emit(bool(copies) and self._renew.isChecked()))
        keep.clicked.connect(self.put_away)
        self.keep_button = keep
        self.column.addWidget(flow(keep, erase))


def erased_words(renewed: Sequence[Path], left: Sequence[Path]) -> str:
    """What was done: here, in how many copies, and in which copies it still is."""
    words = _("It is erased for good.")
    if renewed:
        words = n_(
            "It is erased for good, in the diary and in {n} copy.",
            "It is erased for good, in the diary and in {n} copies.",
            len(renewed),
        ).format(n=len(renewed))
    if left:
        words += " " + _("It is still in: {names}.").format(names=_names(left))
    return words


def _holding(copies: Sequence[Path]) -> str:
    return n_("This copy still holds it: {names}.", "These copies still hold it: {names}.", len(copies)).format(
        names=_names(copies)
    )


def _names(copies: Sequence[Path]) -> str:
    named = ", ".join(_("“{words}”").format(words=copy.stem) for copy in reversed(copies[-NAMED:]))
    more = len(copies) - NAMED
    return n_("{names} and {n} more", "{names} and {n} more", more).format(names=named, n=more) if more > 0 else named
