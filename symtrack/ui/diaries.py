"""The other diaries of this computer: each is a file of its own, with its own passphrase and copies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.rows import Setting
from symtrack.i18n import _
from symtrack.paths import SUFFIX
from symtrack.settings import Preferences
from symtrack.ui import writing
from symtrack.ui.another import Another
from symtrack.ui.panels import Panel
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Text, TextField, announce, flow, row

STRAIN = ("strain", "fatigue", "poor_sleep")
"""What a caregiver's own diary asks at first."""


@dataclass(frozen=True, slots=True)
class Known:
    """A diary that was kept on this computer."""

    path: Path
    name: str


def known(preferences: Preferences, open_now: Path) -> tuple[Known, ...]:
    """The known diaries whose files are there, the open one left out."""
    found = (Known(path, preferences.person(id_) or path.stem) for id_, path in preferences.kept())
    return tuple(each for each in found if each.path.exists() and not each.path.samefile(open_now))


def begun(name: str, beside: Path, *, strain: bool) -> Another:
    """A new diary for that name, in the folder of another one, under a file name that is free."""
    stem = re.sub(r"[^\w-]+", "-", name).strip("-").lower() or "diary"
    taken = {file.name for file in beside.parent.glob(f"*{SUFFIX}")}
    names = (f"{stem}{SUFFIX}", *(f"{stem}-{n}{SUFFIX}" for n in range(2, len(taken) + 3)))
    path = beside.parent / next(each for each in names if each not in taken)
    items = (Setting(key="items", value=list(STRAIN)),) if strain else ()
    return Another(path, (Setting(key="name", value=name), *items))


class DiariesPanel(Panel):
    """One press opens another diary, or begins a caregiver's own; a name begins somebody else's."""

    wanted = Signal(object)

    def __init__(
        self, theme: Theme, person: str, others: Sequence[Known], writers: Sequence[str], open_now: Path
    ) -> None:
        super().__init__(theme, _("Whose diary?"))
        self._open_now = open_now
        self.column.addWidget(Text(_("Open now: {whose}").format(whose=writing.whose(person)), "strong"))
        line = QWidget()
        ways = FlowLayout(line)
        for other in others:
            button = Button(writing.whose(other.name), described=str(other.path))
            button.clicked.connect(lambda _checked=False, other=other: self.wanted.emit(Another(other.path)))
            ways.addWidget(button)
        names = {other.name for other in others} | {person}
        for writer in (each for each in writers if each not in names):
            button = Button(_("A diary for {name}’s own strain").format(name=writer), "accent")
            button.clicked.connect(lambda _checked=False, writer=writer: self._begin(writer, strain=True))
            ways.addWidget(button)
        self.column.addWidget(line)
        line.setVisible(bool(ways.count()))
        self._name = TextField(_("Name"), hint=_("Somebody else’s name"))
        self._name.setMaxLength(40)
        self._name.returnPressed.connect(lambda: self._begin_named(strain=False))
        begin = Button(_("Begin a diary"))
        begin.clicked.connect(lambda: self._begin_named(strain=False))
        caring = Button(_("Begin one about caring"))
        caring.setAccessibleDescription(_("Asks how hard caring is, about tiredness and sleep. For a caregiver’s own."))
        caring.clicked.connect(lambda: self._begin_named(strain=True))
        fields = row(self._name)
        fields.addStretch(1)
        self.column.addLayout(fields)
        self.column.addWidget(flow(begin, caring))
        self.column.addWidget(
            Text(_("Each diary is a file of its own. Nothing of one goes into the other, or onto its paper."), "small")
        )

    @property
    def field(self) -> TextField:
        return self._name

    def _begin_named(self, *, strain: bool) -> None:
        name = " ".join(self._name.text().split())
        if name:
            self._begin(name, strain=strain)
        else:
            announce(self, _("Write a name first."))
            self._name.setFocus()

    def _begin(self, name: str, *, strain: bool) -> None:
        self.wanted.emit(begun(name, self._open_now, strain=strain))
