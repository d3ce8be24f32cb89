"""The page: each change is kept the moment that it is made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack import i18n
from symtrack.i18n import N_, _
from symtrack.settings import TEXT_SIZES
from symtrack.ui.files import AskFile, folder_for_copies
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.settings.computers import ComputersCard
from symtrack.ui.settings.contacts import ContactsCard
from symtrack.ui.settings.copies import CopiesCard
from symtrack.ui.settings.day_start import DayStartCard
from symtrack.ui.settings.goals import GoalsCard
from symtrack.ui.settings.holidays import HolidaysCard
from symtrack.ui.settings.medicines import MedicinesCard
from symtrack.ui.settings.own_items import OwnItemsCard
from symtrack.ui.settings.passphrase import PassphraseCard
from symtrack.ui.settings.questions import QuestionsCard
from symtrack.ui.settings.reminder import ReminderCard
from symtrack.ui.settings.rest import RestCard
from symtrack.ui.settings.team_list import TeamListCard
from symtrack.ui.theme import NAMES, Theme
from symtrack.ui.widgets import Button, Card, ChoiceRow, Text, TextField, flow
from symtrack.ui.widgets.toggle import Toggle

COLOURS = {"system": N_("As the system"), **NAMES}


class SettingsPage(QWidget):
    """Shows what is set, and sets it. `asked` wants another page."""

    asked = Signal(str)

    def __init__(self, journal: Journal, theme: Theme, ask_folder: AskFile = folder_for_copies) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._draws: list[Callable[[], None]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 16, 34, 16)
        column.setSpacing(12)
        column.addWidget(Text(_("Settings"), "heading"))
        self._contacts = ContactsCard(journal, theme)
        self._passphrase = PassphraseCard(journal)
        self._team_list = TeamListCard(journal, theme)
        self._holidays = HolidaysCard(journal, theme)
        ring = (self._contacts, self._holidays, self._team_list)
        self._group(column, _("The screen, and who to ring"), self._screen(), *ring)
        asked = (QuestionsCard(journal, theme), OwnItemsCard(journal, theme), DayStartCard(journal))
        self._group(column, _("What is asked"), *asked, ReminderCard(journal, theme), RestCard(journal))
        self._group(column, _("What you take"), MedicinesCard(journal, theme))
        goals = GoalsCard(journal, theme)
        self._draws.append(goals.draw)
        self._group(column, _("What is shown and printed"), self._person(), goals, self._shown())
        kept = (CopiesCard(journal, ask_folder), self._passphrase, ComputersCard(journal), self._elsewhere())
        self._group(column, _("The file"), self._place(), *kept)
        column.addStretch(1)
        journal.changed.connect(self._draw_when_seen)

    @property
    def contacts(self) -> ContactsCard:
        """The card of the team's numbers."""
        return self._contacts

    @property
    def team_list(self) -> TeamListCard:
        """The card of the team's list."""
        return self._team_list

    @property
    def holidays(self) -> HolidaysCard:
        """The card of public holidays."""
        return self._holidays

    def grant(self, wish: str) -> None:
        """Have open what another page asked for: the team's first `number`, its `list`, or the `passphrase`."""
        if wish == "number":
            self._contacts.draw()
            self._contacts.open(0, self._contacts.add_button)
        elif wish == "list":
            self._team_list.draw()
            self._team_list.temperature.setFocus()
        elif wish == "passphrase":
            self._passphrase.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _draw_when_seen(self) -> None:
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        for draw in self._draws:
            draw()

    def _group(self, column: QVBoxLayout, title: str, *cards: Card) -> None:
        """Cards that belong together, below their title."""
        column.addSpacing(6)
        column.addWidget(Text(title, "accent"))
        for card in cards:
            if isinstance(card, SettingsCard):
                self._draws.append(card.draw)
            column.addWidget(card)

    def _screen(self) -> Card:
        journal = self._journal
        size = self._choices(
            _("Text size"),
            [(str(size), _("{n} %").format(n=size)) for size in TEXT_SIZES],
            lambda: str(journal.preferences.text_size),
            lambda chosen: journal.set_preferences(text_size=int(chosen)),
        )
        colours = self._choices(
            _("Colours"),
            [(key, _(word)) for key, word in COLOURS.items()],
            lambda: journal.preferences.theme,
            lambda chosen: journal.set_preferences(theme=chosen),
        )
        card = _card(_("This screen"), size, colours)
        known = {"en": i18n.language_name("en"), **_translations()}
        if len(known) > 1:
            language = self._choices(
                _("Language"),
                [("", _("As the system")), *known.items()],
                lambda: journal.preferences.language,
                lambda chosen: journal.set_preferences(language=chosen),
            )
            card.column.addWidget(language)
        return card

    def _elsewhere(self) -> Card:
        bring, take = Button(_("Bring in from another app…")), Button(_("Take everything with me…"))
        bring.clicked.connect(lambda: self.asked.emit("moving"))
        take.clicked.connect(lambda: self.asked.emit("data"))
        about = _(
            "What another app or a spreadsheet has can come in; you see first what becomes of it. And all of this "
            "diary can go along with you, in files that other programs read."
        )
        return _card(_("Moving in, moving out"), Text(about, "soft"), flow(bring, take))

    def _person(self) -> Card:
        fields = [
            self._line("name", _("Name")),
            self._line("hospital-number", _("Hospital number")),
            self._line("matters", _("What matters to me"), wide=True),
        ]
        card = _card(_("On the paper"))
        for name, field in fields:
            card.column.addWidget(Text(name, "small"))
            card.column.addWidget(field)
        return card

    def _shown(self) -> Card:
        journal = self._journal
        return _card(
            _("Some would rather not look"),
            Text(_("What is hidden from the screen is still on the paper."), "soft"),
            self._box(
                _("Show the trends"),
                lambda: journal.preferences.trends,
                lambda on: journal.set_preferences(trends=on),
            ),
            self._box(
                _("Show the points to talk about"),
                lambda: journal.preferences.points,
                lambda on: journal.set_preferences(points=on),
            ),
            self._box(
                _("Show what scans showed"),
                lambda: journal.preferences.scan_results,
                lambda on: journal.set_preferences(scan_results=on),
            ),
            self._box(
                _("Look for patterns at all"),
                lambda: journal.settings.get("flags") != "off",
                lambda on: journal.set("flags", "on" if on else "off"),
            ),
            Text(_("Without patterns, this is a plain diary, on paper too."), "soft"),
        )

    def _place(self) -> Card:
        return _card(
            _("Where the diary is"),
            Text(str(self._journal.path)),
            Text(
                _("It is one file on this computer. This program sends nothing anywhere, and nobody is watching."),
                "soft",
            ),
        )

    def _choices(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        now: Callable[[], str],
        choose: Callable[[str], object],
    ) -> QWidget:
        chosen = ChoiceRow(choices, name=name)
        chosen.chosen.connect(choose)
        self._draws.append(lambda: chosen.show_choice(now()))
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(name, "small"))
        column.addWidget(chosen)
        return group

    def _box(self, words: str, now: Callable[[], bool], choose: Callable[[bool], object]) -> Toggle:
        box = Toggle(words)
        box.clicked.connect(choose)
        self._draws.append(lambda: box.setChecked(now()))
        return box

    def _line(self, key: str, name: str, *, wide: bool = False) -> tuple[str, TextField]:
        field = TextField(name)
        if not wide:
            field.setMaximumWidth(self._theme.px(520))

        def keep() -> None:
            words = " ".join(field.text().split())
            if words != str(self._journal.settings.get(key) or ""):
                self._journal.set(key, words)

        def draw() -> None:
            if not field.hasFocus():
                field.setText(str(self._journal.settings.get(key) or ""))

        field.editingFinished.connect(keep)
        self._draws.append(draw)
        return name, field


def _card(title: str, *things: QWidget) -> Card:
    card = Card(Text(title, "name"), *things, name=title)
    card.column.setSpacing(10)
    return card


def _translations() -> dict[str, str]:
    """The languages that there are files for, each as it calls itself; one that nobody has read yet says so."""
    found = {}
    for code, file in sorted(i18n.available().items()):
        name = i18n.language_name(code)
        found[code] = name if i18n.reviewed(file) else _("{language} – please review").format(language=name)
    return found
