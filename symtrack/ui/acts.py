"""Everything that the window can do from anywhere, with its words and keys: for the keys, the menu and the help."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from symtrack.i18n import N_, left_to_right
from symtrack.ui.pages import PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Its words are in the source language: `_()` them to show. `sealed` is only for a diary with a passphrase."""

    key: str
    words: str
    keys: tuple[str, ...]
    group: str
    sealed: bool = False

    def shown_keys(self) -> str:
        """Its first key as this system writes it."""
        return left_to_right(QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText))


GROUPS = {"pages": N_("Pages"), "diary": N_("From anywhere"), "screen": N_("This screen"), "window": N_("The window")}

ACTS = (
    *(Act(key=place.key, words=place.word, keys=(place.shortcut,), group="pages") for place in PLACES),
    Act(key="ring", words=N_("Who to ring"), keys=("F3",), group="diary"),
    Act(key="teamlist", words=N_("Something on my team’s list"), keys=("F8",), group="diary"),
    Act(key="question", words=N_("A question for my team"), keys=("F2",), group="diary"),
    Act(key="aloud", words=N_("Read today’s entry aloud"), keys=("F4",), group="diary"),
    Act(key="writer", words=N_("Who is writing?"), keys=("F6",), group="diary"),
    Act(key="diaries", words=N_("Whose diary?"), keys=("F7",), group="diary"),
    Act(key="moving", words=N_("Bring in from another app"), keys=("Ctrl+I",), group="diary"),
    Act(key="undo", words=N_("Take back the last thing"), keys=("Ctrl+Z",), group="diary"),
    Act(key="larger", words=N_("Larger text"), keys=("Ctrl++", "Ctrl+="), group="screen"),
    Act(key="smaller", words=N_("Smaller text"), keys=("Ctrl+-",), group="screen"),
    Act(key="usual", words=N_("Usual text"), keys=("Ctrl+0",), group="screen"),
    Act(key="help", words=N_("Help"), keys=("F1",), group="window"),
    Act(key="about", words=N_("About symtrack"), keys=("Shift+F1",), group="window"),
    Act(key="menu", words=N_("This menu"), keys=("F10", "Alt+M"), group="window"),
    Act(key="lock", words=N_("Lock the diary"), keys=("Ctrl+L",), group="window", sealed=True),
    Act(key="close", words=N_("Close"), keys=("Ctrl+Q",), group="window"),
)

ALSO = {"settings": ("Ctrl+,",)}
"""Keys that people know from elsewhere."""
