"""One medicine of the list, written in the page as it stands on its label."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.medicines import LIMIT, NAME, PART_NAMES, REGULAR, STRENGTH, WHEN_NAMES, Medicine
from symtrack.i18n import _, capital
from symtrack.ui.in_place import InPlace
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, ChoiceRow, DayField, FlowLayout, Reply, Text, TextField, row
from symtrack.ui.widgets.toggle import Toggle


class MedicineForm(InPlace):
    """`given` gives the medicine, and the day for a note of the change in the diary, None for no note."""

    given = Signal(object, object)

    def __init__(self, medicine: Medicine | None, theme: Theme, today: date) -> None:
        super().__init__(_("A medicine") if medicine is None else medicine.words)
        self._before = medicine
        shown = medicine or Medicine(name="")
        self.column.addWidget(Text(self.accessibleName(), "name"))
        self._name = self._line(_("Its name"), shown.name, NAME, theme)
        self._strength = self._line(_("Strength"), shown.strength, STRENGTH, theme, _("such as: 10 mg"))
        whens = [(key, capital(_(word))) for key, word in WHEN_NAMES.items()]
        self._when = ChoiceRow(whens, name=_("When it is taken"))
        self._when.show_choice(shown.when)
        self._when.chosen.connect(self._show_parts)
        self._parts = _Parts(shown.parts)
        self.column.addWidget(Text(self._when.accessibleName(), "small"))
        self.column.addWidget(self._when)
        self.column.addWidget(self._parts)
        label = _("What its label says, copied")
        self._limit = self._line(label, shown.limit, LIMIT, theme, _("such as: 4 a day"))
        self._note = ChangeNote(today, on=medicine is not None)
        self._sentence = Reply()
        keep = Button(_("Keep it"), "primary")
        keep.clicked.connect(self.give)
        self.column.addWidget(self._note)
        self.column.addWidget(self._sentence)
        self.add_buttons(keep)
        self._strength.textChanged.connect(self._show_note)
        self._show_parts(shown.when)
        self._show_note()
        self.setFocusProxy(self._name if medicine is None else self._strength)

    def give(self) -> None:
        """Hand it over; without a name a sentence says so."""
        name = _plain(self._name)
        if not name:
            self.refuse(_("Write the name of the medicine."))
            return
        when = self._when.choice()
        medicine = replace(
            self._before or Medicine(name=name),
            name=name,
            strength=_plain(self._strength),
            when=when,
            parts=self._parts.chosen() if when == REGULAR else (),
            limit=_plain(self._limit),
            stopped=False,
        )
        self.given.emit(medicine, self._note.day())

    def refuse(self, sentence: str) -> None:
        """Say why it can't be kept so."""
        self._sentence.say(sentence)
        self._name.setFocus()

    def _line(self, label: str, text: str, most: int, theme: Theme, hint: str = "") -> TextField:
        field = TextField(label, text, hint=hint)
        field.setMaxLength(most)
        field.setMaximumWidth(theme.px(420))
        field.returnPressed.connect(self.give)
        beside = row(field)  # A field that runs from left to right would stand at the left of the form.
        beside.setStretch(0, 3)
        beside.addStretch(1)
        self.column.addWidget(Text(label, "small"))
        self.column.addLayout(beside)
        return field

    def _show_parts(self, when: str) -> None:
        self._parts.setVisible(when == REGULAR)

    def _show_note(self) -> None:
        """A change can be noted where there is one: of the strength, or where it was not taken before."""
        before = self._before
        self._note.show_for(before is None or before.stopped or before.strength != _plain(self._strength))


class ChangeNote(QWidget):
    """Whether the change stands in the diary too, and on which day."""

    def __init__(self, today: date, *, on: bool) -> None:
        super().__init__()
        self._toggle = Toggle(_("Note this change in the diary"), on=on)
        self._day = DayField(_("The day of the change"), today, last=today)
        flow = FlowLayout(self)
        flow.addWidget(self._toggle)
        flow.addWidget(self._day)
        self._wanted = True
        self._toggle.toggled.connect(self._day.setVisible)
        self._day.setVisible(on)

    def show_for(self, wanted: bool) -> None:  # noqa: FBT001 - it is what the method is about
        self._wanted = wanted
        self.setVisible(wanted)

    def day(self) -> date | None:
        """The day, or None when it is not to be noted."""
        return self._day.day() if self._wanted and self._toggle.isChecked() else None


class StopForm(InPlace):
    """Takes a medicine off the list. `given` gives the day for a note of it in the diary, None for no note."""

    given = Signal(object)

    def __init__(self, medicine: Medicine, today: date) -> None:
        super().__init__(_("{medicine}: no longer taken").format(medicine=medicine.words))
        note = ChangeNote(today, on=True)
        off = Button(_("Take it off the list"), "primary")
        off.clicked.connect(lambda: self.given.emit(note.day()))
        self.column.addWidget(Text(self.accessibleName(), "name"))
        self.column.addWidget(Text(_("What was noted about it stays in the diary."), "soft"))
        self.column.addWidget(note)
        self.add_buttons(off)
        self.setFocusProxy(off)


class _Parts(QWidget):
    """The parts of the day, each on or off."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__()
        flow = FlowLayout(self)
        self._toggles = {part: Toggle(capital(_(word)), on=part in parts) for part, word in PART_NAMES.items()}
        for toggle in self._toggles.values():
            flow.addWidget(toggle)

    def chosen(self) -> tuple[str, ...]:
        return tuple(part for part, toggle in self._toggles.items() if toggle.isChecked())


def _plain(field: TextField) -> str:
    return " ".join(field.text().split())
