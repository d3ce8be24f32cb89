"""For whom the paper is, and what goes along: one line, and behind one press presets and every part."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.in_place import InPlace, Slot
from symtrack.ui.team.folding import Fold
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, ChoiceRow, Text, TextField, clear, flow
from symtrack.ui.widgets.choice_list import ChoiceList
from symtrack.ui.widgets.toggle import Toggle

COLUMN = 330
"""The least width of a column of parts, where there are two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the paper that can go along, in the reader's words."""

    key: str
    words: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlongShown:
    """`presets` are keys and words, `chosen` one of them or empty; `own` says that the person made the chosen one.

    `hidden` counts what is marked as private.
    """

    presets: tuple[tuple[str, str], ...]
    chosen: str
    own: bool
    parts: tuple[Part, ...]
    private: bool
    hidden: int


class Along(QWidget):
    """Gives out a preset's key, a part that was ticked or not, and whether what is private goes along.

    `named` is the name under which the choice is to be kept.
    """

    preset_chosen = Signal(str)
    ticked = Signal(str, bool)
    private_ticked = Signal(bool)
    named = Signal(str)
    taken_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: AlongShown | None = None
        self._presets: ChoiceRow | None = None
        self._parts: dict[str, Toggle] = {}
        self._row = QVBoxLayout()
        self._fold = Fold(theme)
        self._ticks = QVBoxLayout()
        self._private = Toggle("")
        self._private.clicked.connect(self.private_ticked)
        self._keep = Button(_("Keep this choice…"))
        self._keep.clicked.connect(self._open_form)
        self._away = Button(_("Take this choice away"), "quiet")
        self._away.clicked.connect(self.taken_away)
        self._slot = Slot()
        self._inside = self._filled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)

    @property
    def fold(self) -> Fold:
        """What shows or hides the parts."""
        return self._fold

    @property
    def presets(self) -> ChoiceRow:
        assert self._presets is not None
        return self._presets

    @property
    def private(self) -> Toggle:
        return self._private

    @property
    def slot(self) -> Slot:
        """Where a choice is given its name."""
        return self._slot

    def keys(self) -> tuple[str, ...]:
        """The parts that can be ticked, in the order of the paper."""
        return tuple(self._parts)

    def part(self, key: str) -> Toggle:
        """The tick of one part."""
        return self._parts[key]

    def buttons(self) -> tuple[Button, Button]:
        """Keep this choice, and take it away."""
        return self._keep, self._away

    def show_along(self, shown: AlongShown) -> None:
        """Show what is chosen."""
        before, self._shown = self._shown, shown
        if before is None or before.presets != shown.presets:
            self._show_presets(shown.presets)
        self.presets.show_choice(shown.chosen)
        if before is None or [part.key for part in before.parts] != [part.key for part in shown.parts]:
            self._show_parts(shown.parts)
        for part in shown.parts:
            self._parts[part.key].setChecked(part.on)
        self._private.show_words(_("Also what is marked as private ({n})").format(n=shown.hidden))
        self._private.setChecked(shown.private)
        self._private.setVisible(bool(shown.hidden) or shown.private)
        self._away.setVisible(shown.own)
        count = sum(part.on for part in shown.parts)
        whom = dict(shown.presets).get(shown.chosen) or _("your choice")
        words = _("For: {whom} ({n} of {all} parts)").format(whom=whom, n=count, all=len(shown.parts))
        self._fold.show_things(words, [self._inside])

    def _filled(self) -> QWidget:
        buttons = flow(self._keep, self._away)
        inside = QWidget(self)
        inside.hide()  # Until it is known what there is to choose from.
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Text(_("For whom"), "small"))
        column.addLayout(self._row)
        column.addWidget(Text(_("What goes along after page one"), "small"))
        column.addLayout(self._ticks)
        for part in (self._private, buttons, self._slot):
            column.addWidget(part)
        return inside

    def _show_presets(self, presets: Iterable[tuple[str, str]]) -> None:
        focused = self._presets is not None and self._presets.isAncestorOf(self.window().focusWidget() or self)
        clear(self._row)
        self._presets = ChoiceRow(presets, name=_("For whom"))
        self._presets.chosen.connect(self.preset_chosen)
        self._row.addWidget(self._presets)
        if focused:
            self._presets.button(self._presets.keys()[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, parts: Iterable[Part]) -> None:
        clear(self._ticks)
        words = {part.key: part.words for part in parts}
        listed = ChoiceList(words.values(), least=self._theme.px(COLUMN))
        self._parts = {key: listed.button(text) for key, text in words.items()}
        for key, toggle in self._parts.items():
            toggle.clicked.connect(lambda on, key=key: self.ticked.emit(key, on))
        self._ticks.addWidget(listed)

    def _open_form(self) -> None:
        form = NameForm(self._shown.chosen if self._shown is not None and self._shown.own else "", self._theme)
        form.given.connect(self.named)
        self._slot.open(form, self._keep)


class NameForm(InPlace):
    """The name under which a choice is kept. `given` gives it."""

    given = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(_("Keep this choice"))
        self._name = TextField(_("For whom is it?"), name)
        self._name.setMaximumWidth(theme.px(420))
        self._name.returnPressed.connect(self.give)
        self.column.addWidget(Text(self._name.accessibleName(), "small"))
        self.column.addWidget(self._name)
        keep = Button(_("Keep it"), "primary")
        keep.clicked.connect(self.give)
        self.add_buttons(keep)
        self.setFocusProxy(self._name)

    @property
    def field(self) -> TextField:
        return self._name

    def give(self) -> None:
        """Hand over the name, if one is written."""
        name = " ".join(self._name.text().split())
        if name:
            self.given.emit(name)
