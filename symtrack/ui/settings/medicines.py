"""The card of the person's own medicines: each as it was copied from its label, changed and taken off the list here."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import medicines
from symtrack.diary.medicines import Medicine
from symtrack.i18n import _
from symtrack.ui.in_place import InPlace, Slot
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.settings.medicine_form import MedicineForm, StopForm
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Rule, Text, announce, clear


class MedicinesCard(SettingsCard):
    """Shows the list and changes it; `draw` shows it anew."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(_("Your medicines"))
        self._journal, self._theme = journal, theme
        self._shown: tuple[Medicine, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._add = Button(_("Add a medicine…"))
        self._add.clicked.connect(lambda: self.open(None, self._add))
        self._slot = Slot()
        about = _(
            "Copy them from their labels. “A dose…” on Today offers them, and the paper lists them. "
            "This program knows nothing about medicines, and has no limits of its own."
        )
        self.column.addWidget(Text(about, "soft"))
        self.column.addLayout(self._list)
        self.column.addWidget(self._add)
        self.column.addWidget(self._slot)

    @property
    def add_button(self) -> Button:
        return self._add

    @property
    def slot(self) -> Slot:
        return self._slot

    def draw(self) -> None:
        known = medicines.medicines(self._journal.settings)
        if known == self._shown:
            return
        self._shown = known
        clear(self._list)
        now = [medicine for medicine in known if not medicine.stopped]
        for place, medicine in enumerate(now):
            if place:
                self._list.addWidget(Rule())
            self._list.addWidget(self._line(medicine))
        stopped = [medicine for medicine in known if medicine.stopped]
        if stopped:
            if now:
                self._list.addWidget(Rule())
            self._list.addWidget(Text(_("No longer taken"), "small"))
            self._list.addWidget(self._again(stopped))

    def open(self, medicine: Medicine | None, opener: Button) -> None:
        """Open the form for this medicine, or for a new one."""
        form = MedicineForm(medicine, self._theme, self._journal.today)
        form.given.connect(lambda after, day: self._keep(form, medicine, after, day))
        self._slot.open(form, opener)

    def _stop(self, medicine: Medicine, opener: Button) -> None:
        form = StopForm(medicine, self._journal.today)
        form.given.connect(lambda day: self._keep(form, medicine, replace(medicine, stopped=True), day))
        self._slot.open(form, opener)

    def _line(self, medicine: Medicine) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = _("{medicine}: {when}").format(medicine=medicine.words, when=medicine.times)
        column.addWidget(Text(words))
        if medicine.limit:
            column.addWidget(Text(_("On its label: “{text}”").format(text=medicine.limit), "small"))
        acts = QWidget()
        flow = FlowLayout(acts)
        change = Button(_("Change…"), "quiet", described=words)
        change.clicked.connect(lambda: self.open(medicine, change))
        stop = Button(_("No longer taken…"), "quiet", described=words)
        stop.clicked.connect(lambda: self._stop(medicine, stop))
        flow.addWidget(change)
        flow.addWidget(stop)
        column.addWidget(acts)
        return whole

    def _again(self, stopped: list[Medicine]) -> QWidget:
        """A button for each that was stopped: the form opens, as it was."""
        box = QWidget()
        flow = FlowLayout(box)
        for medicine in stopped:
            button = Button(_("{medicine}: take it up again…").format(medicine=medicine.words), "quiet")
            button.clicked.connect(lambda _checked=False, medicine=medicine, button=button: self.open(medicine, button))
            flow.addWidget(button)
        return box

    def _keep(self, form: InPlace, before: Medicine | None, after: Medicine, day: date | None) -> None:
        """The list, and the change where it is to be noted, as one action."""
        known = medicines.medicines(self._journal.settings)
        other = medicines.named([each for each in known if each.key != after.key], after.name)
        if other is not None and isinstance(form, MedicineForm):
            form.refuse(_("“{medicine}” is on the list already.").format(medicine=other.name))
            return
        if not after.key:
            after = replace(after, key=medicines.key_of(after.name, {medicine.key for medicine in known}))
        changed = medicines.change(before, after, day) if day is not None else None
        if self._journal.add(medicines.setting(after), *([changed] if changed is not None else [])):
            self._slot.close_form()
            self._add.setFocus()  # What was pressed may be gone.
            announce(self, _("Taken off the list.") if after.stopped else _("The medicine is kept."))
