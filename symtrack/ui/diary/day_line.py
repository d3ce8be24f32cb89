"""One line of a day: what it says, who said so and when, what it said before, and what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.widgets import Button, FlowLayout, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that can be done about a line: the button's words and what it does."""

    words: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """What a line shows. `told` is what belongs to it, `changes` are the newest first.

    `acts` stand below it, `more` in its fold.
    """

    id: str
    words: str
    written: str
    told: Sequence[str] = ()
    changes: Sequence[str] = ()
    acts: Sequence[Act] = ()
    more: Sequence[Act] = ()


class DayLine(QWidget):
    """The newest change is always there; earlier ones, and what is seldom wanted, in a fold that `folded` speaks of."""

    folded = Signal(bool)

    def __init__(self, shown: LineShown, *, opened: bool) -> None:
        super().__init__()
        self.shown = shown
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(shown.words))
        for line in shown.told:
            words.addWidget(Text(line, "soft"))
        words.addWidget(Text(shown.written, "small"))
        if shown.changes:
            words.addWidget(Text(shown.changes[0], "small"))
        head = QHBoxLayout()
        head.addLayout(words, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 2)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        if shown.acts:
            self.column.addWidget(self._buttons(shown.acts))
        self._fold = QWidget()
        if shown.more:
            self._button = Button(_("History") if len(shown.changes) > 1 else _("More"), "quiet", described=shown.words)
            self._button.clicked.connect(lambda: self.unfold(opened=self._fold.isHidden()))
            head.addWidget(self._button)
            self._fill()
            self.column.addWidget(self._fold)
            self._fold.setVisible(opened)
            self._say()

    def unfold(self, *, opened: bool) -> None:
        """Show or hide what is in the fold."""
        self._fold.setVisible(opened)
        self._say()
        self.folded.emit(opened)

    def _fill(self) -> None:
        inside = QVBoxLayout(self._fold)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for change in self.shown.changes[1:]:
            inside.addWidget(Text(change, "small"))
        inside.addWidget(self._buttons(self.shown.more))

    def _say(self) -> None:
        # Translators: Whether the things below a heading are shown; a screen reader says it.
        state = _("closed") if self._fold.isHidden() else _("open")
        name = _("History and more") if len(self.shown.changes) > 1 else _("More")
        self._button.setAccessibleName(_("{name}, {state}").format(name=name, state=state))

    def _buttons(self, acts: Sequence[Act]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for act in acts:
            button = Button(act.words, "quiet", described=self.shown.words)
            button.clicked.connect(act.do)
            flow.addWidget(button)
        return box
