"""The card of the person's own medicines: each as it was copied from its label, changed and taken off the list here."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import medicines
from symtrack.diary.medicines import Medicine
from symtrack.i18n import _
from symtrack.ui.in_place import InPlace
from symtrack.ui.journal import Journal
from symtrack.ui.settings.list_card import ListCard, buttons, line
from symtrack.ui.settings.medicine_form import MedicineForm, StopForm
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Text, announce


class MedicinesCard(ListCard):
    """Shows the list and changes it; `draw` shows it anew."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        about = _(
            "Copy them from their labels. “A dose…” on Today offers them, and the paper lists them. "
            "This program knows nothing about medicines, and has no limits of its own."
        )
        super().__init__(_("Your medicines"), about, _("Add a medicine…"))
        self._journal, self._theme = journal, theme
        self._shown: tuple[Medicine, ...] | None = None

    def draw(self) -> None:
        known = medicines.medicines(self._journal.settings)
        if known == self._shown:
            return
        self._shown = known
        lines = [self._line(medicine) for medicine in known if not medicine.stopped]
        if stopped := [medicine for medicine in known if medicine.stopped]:
            lines.append(self._stopped(stopped))
        self.show_lines(lines)

    def open_new(self) -> None:
        self.open(None, self.add_button)

    def open(self, medicine: Medicine | None, opener: Button) -> None:
        """Open the form for this medicine, or for a new one."""
        form = MedicineForm(medicine, self._theme, self._journal.today)
        form.given.connect(lambda after, day: self._keep(form, medicine, after, day))
        self.slot.open(form, opener)

    def _stop(self, medicine: Medicine, opener: Button) -> None:
        form = StopForm(medicine, self._journal.today)
        form.given.connect(lambda day: self._keep(form, medicine, replace(medicine, stopped=True), day))
        self.slot.open(form, opener)

    def _line(self, medicine: Medicine) -> QWidget:
        acts = [
            (_("Change…"), lambda button: self.open(medicine, button)),
            (_("No longer taken…"), lambda button: self._stop(medicine, button)),
        ]
        words = _("{medicine}: {when}").format(medicine=medicine.words, when=medicine.times)
        limit = _("On its label: “{text}”").format(text=medicine.limit) if medicine.limit else ""
        return line(words, acts, small=limit)

    def _stopped(self, stopped: list[Medicine]) -> QWidget:
        """A button for each that was stopped: the form opens, as it was."""
        again = [
            (_("{medicine}: take it up again…").format(medicine=medicine.words), partial(self.open, medicine))
            for medicine in stopped
        ]
        whole = QWidget()
        below = QVBoxLayout(whole)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(Text(_("No longer taken"), "small"))
        below.addWidget(buttons(again))
        return whole

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
            self.slot.close_form()
            self.add_button.setFocus()  # What was pressed may be gone.
            announce(self, _("Taken off the list.") if after.stopped else _("The medicine is kept."))
