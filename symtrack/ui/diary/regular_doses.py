"""The regular doses of a part of the day: one line that counts them, and each of them in a fold."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import doses
from symtrack.diary.doses import SKIPPED, TAKEN, UNKNOWN, YES
from symtrack.diary.medicines import PART_NAMES, PARTS
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _
from symtrack.ui.widgets import Button, Text, row

COUNTED = {YES: N_("{n} taken"), SKIPPED: N_("{n} skipped"), UNKNOWN: N_("{n} not known")}
FEW = 1


class RegularDoses(QWidget):
    """`folded` says whether the lines are shown; they are made by whoever shows the day."""

    folded = Signal(bool)

    def __init__(self, words: str, lines: Iterable[QWidget], *, opened: bool) -> None:
        super().__init__()
        self._words = words
        self._inside = QWidget()
        self._button = Button("", "quiet")
        self._button.clicked.connect(lambda: self._fold(opened=self._inside.isHidden()))
        head = row(Text(words), self._button)
        head.setStretch(0, 1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(16, 0, 0, 0)
        for line in lines:
            inside.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._inside)
        self._show(opened=opened)

    def _fold(self, *, opened: bool) -> None:
        self._show(opened=opened)
        self.folded.emit(opened)

    def _show(self, *, opened: bool) -> None:
        self._inside.setVisible(opened)
        self._button.setText(_("Show less") if opened else _("Show each"))
        state = _("open") if opened else _("closed")
        self._button.setAccessibleName(_("{name}, {state}").format(name=self._words, state=state))


def parts(events: Sequence[Event]) -> dict[str, list[Event]]:
    """The regular doses of each part of the day, where there are more than a few."""
    given = [event for event in events if doses.routine(event)]
    found = {part: [event for event in given if event.body["part"] == part] for part in PARTS}
    return {part: several for part, several in found.items() if len(several) > FEW}


def counted(part: str, given: Iterable[Event]) -> str:
    """Regular doses in the morning: 5 taken, 1 skipped."""
    counts = Counter(str(dose.body.get("taken", YES)) for dose in given)
    told = ", ".join(_(COUNTED[taken]).format(n=counts[taken]) for taken in TAKEN if counts[taken])
    return _("Regular doses {when}: {counts}").format(when=_(PART_NAMES[part]), counts=told)
