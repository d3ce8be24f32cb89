"""Text on a page."""

import re
import unicodedata
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from symtrack.ui.widgets.announce import announce

Role = Literal["body", "heading", "name", "answer", "code", "number", "huge", "small", "soft", "strong", "accent"]


ABOVE = 10
"""The px that a further part of a card keeps from the one before, beside those between any two things."""

_FOLDER = re.compile(r"[/\\](?=[^\s/\\])")
_WITHIN = re.compile(r"(?<=\d\d) (?=\d\d)")
_BREAK = "\N{ZERO WIDTH SPACE}"
_DAYS = re.compile(r"\(\d[^()]{0,20}–[^()]{1,20}\)[.,;]?")
"""Days in brackets, such as (4–15 May). They stay on one line, on the screen as on paper."""
_JOINED = "\N{WORD JOINER}"
_KEPT = str.maketrans({" ": "\N{NO-BREAK SPACE}", "–": f"{_JOINED}–{_JOINED}"})
_RUNS_LEFT = "\N{RIGHT-TO-LEFT MARK}"
_NOWHERE, _LEFT = Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_ACROSS, _DOWN = Qt.AlignmentFlag.AlignHorizontal_Mask, Qt.AlignmentFlag.AlignVertical_Mask


def unmarked(text: str) -> str:
    """The text as a tooltip shows it letter for letter, which takes whatever looks like mark-up for mark-up."""
    return text.replace("<", f"<{_BREAK}")


class Text(QLabel):
    """A label that wraps (unless told not to) and never reads its text as mark-up."""

    def __init__(
        self, text: str = "", role: Role = "body", *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._said, self._joined = "", False
        self.setText(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show the text; a path in it may go on in the next line after each of its folders.

        A telephone number may not, nor may days in brackets.
        """
        self._said, shown = text, _WITHIN.sub("\N{NO-BREAK SPACE}", text)
        if self.textFormat() != Qt.TextFormat.RichText:  # There a slash ends what is set in bold.
            shown = _DAYS.sub(lambda found: found[0].translate(_KEPT), _FOLDER.sub(rf"\g<0>{_BREAK}", shown))
            shown = self._running(shown)
        super().setText(shown)
        # A screen reader is given the words alone.
        joined = _JOINED in shown
        if joined or self._joined:
            self.setAccessibleName(text if joined else "")
        self._joined = joined

    def text(self) -> str:
        """What was said, without what only steers its lines."""
        return self._said

    def _running(self, text: str) -> str:
        """The text as the window reads, whatever its first letter: Qt would go by that for its side and its order.

        What is all in Latin letters keeps its order, and stands where reading begins.
        """
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if (self.alignment() & _ACROSS) in {_LEFT, _RIGHT, _NOWHERE}:
            self.setAlignment((_RIGHT if mirrored else _LEFT) | (self.alignment() & _DOWN))
        runs_left = mirrored and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)
        return f"{_RUNS_LEFT}{text}" if runs_left else text

    def show_text(self, text: str) -> None:
        """Show the text; without any, the label takes no room."""
        self.setText(text)
        self.setVisible(bool(text))


class PartHeading(Text):
    """The heading of a further part of a card: nearer to what follows than to what stands before."""

    def __init__(self, text: str, role: Role = "name", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setContentsMargins(0, ABOVE, 0, 0)


class Reply(Text):
    """What is answered to what was just done. It takes no room before it is said."""

    def __init__(self) -> None:
        super().__init__("", "strong")
        self.hide()

    def say(self, text: str) -> None:
        """Show the text, and have it read out."""
        self.show_text(text)
        announce(self, text)


class WholeLine(Text):
    """Wants its whole line, and wraps only where that is not to be had."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(wide, self.heightForWidth(wide))


class Sentence(Text):
    """A text beside other things in a flow: as wide as its words where there is room. Qt would break them half way."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())
