"""A dose: one press notes it as taken now. What more there is to say about it may be said afterwards, or not."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.instrument import Item
from symtrack.diary.medicines import NAME, STRENGTH
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.today.dose_details import DoseDetails, DoseShown
from symtrack.ui.today.dose_parts import DoseParts
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, FlowLayout, Text, TextField, WholeLine, announce, clear, flow


class Line(NamedTuple):
    """Something with a key or an id, and its words."""

    key: str
    words: str


class DoseOffer(Offer):
    """`taken` gives the key of the medicine, `named` the name and strength of one that is not on the list.

    `taken_away` names one of the day's doses.
    """

    taken = Signal(str)
    named = Signal(str, str)
    taken_away = Signal(str)

    def __init__(self, items: Sequence[Item], theme: Theme, *, title: str, today: bool) -> None:
        super().__init__(title)
        self._shown: tuple[Line, ...] | None = None
        self._buttons: dict[str, Button] = {}
        self._about = Text(_("One press notes it as taken now.") if today else _("One press notes it for that day."))
        self._about.setProperty("kind", "soft")
        box = QWidget()
        self._flow = FlowLayout(box)
        self._parts = DoseParts()
        self._details = DoseDetails(items, theme, today=today)
        self._details.hide()
        self._head = Text("", "soft")
        self._list = QVBoxLayout()
        for part in (self._about, box, self._build_name(theme), self._parts, self._details, self._head):
            self.column.addWidget(part)
        self.column.addLayout(self._list)

    @property
    def details(self) -> DoseDetails:
        return self._details

    @property
    def parts(self) -> DoseParts:
        return self._parts

    @property
    def name(self) -> TextField:
        """Where a medicine that is not on the list is written."""
        return self._name

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def keep(self) -> bool:
        return self._details.keep()

    def take_back(self) -> bool:
        return self._details.take_back()

    def show_medicines(self, medicines: Sequence[Line]) -> None:
        """Show a button for each; without any, the field for a name."""
        if tuple(medicines) == self._shown:
            return
        self._shown = tuple(medicines)
        clear(self._flow)
        self._buttons = {line.key: Button(line.words) for line in medicines}
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.taken.emit(key))
            self._flow.addWidget(button)
        other = Button(_("Another medicine…"), "quiet")
        other.clicked.connect(self._open_name)
        if medicines:
            self._flow.addWidget(other)
        self._about.setVisible(bool(medicines))
        self._write.setVisible(not medicines)
        self.setFocusProxy(next(iter(self._buttons.values()), self._name))

    def show_dose(self, dose: DoseShown | None) -> None:
        """Show the dose that was just noted, or that there is none."""
        self._details.setVisible(dose is not None)
        if dose is not None:
            self._details.show_dose(dose)

    def say(self) -> None:
        """Tell a screen reader what was noted, and have the focus where more can be said about it."""
        self._name.clear()
        self._strength.clear()
        announce(self, self._details.words)
        self._details.take_focus()

    def show_list(self, head: str, doses: Sequence[Line]) -> None:
        """List the day's doses below `head`."""
        self._head.show_text(head if doses else "")
        clear(self._list)
        for each in doses:
            take = Button(_("Take away"), "quiet", described=each.words)
            take.clicked.connect(lambda _checked=False, each=each: self.taken_away.emit(each.key))
            self._list.addWidget(flow(WholeLine(each.words), take))

    def _build_name(self, theme: Theme) -> QWidget:
        self._name = TextField(_("Which medicine?"), hint=_("Its name, such as: morphine"))
        self._strength = TextField(_("Strength"), hint=_("such as: 10 mg"))
        note = Button(_("Note this dose"), "primary")
        note.clicked.connect(self._give_name)
        for field, most, wide in ((self._name, NAME, 330), (self._strength, STRENGTH, 200)):
            field.setMaxLength(most)
            field.setFixedWidth(theme.px(wide))
            field.returnPressed.connect(self._give_name)
        about = Text(_("It is kept on your list."), "small")
        self._write = flow(self._name, self._strength, note, about)
        return self._write

    def _open_name(self) -> None:
        self._write.show()
        self._name.setFocus()

    def _give_name(self) -> None:
        name, strength = (" ".join(field.text().split()) for field in (self._name, self._strength))
        if name:
            self.named.emit(name, strength)
        else:
            self._name.setFocus()
