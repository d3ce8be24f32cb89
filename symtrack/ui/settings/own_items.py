"""The card about the person's own questions: their names and their words for 0 and 10, made, changed and hidden."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.asking import making
from symtrack.diary.instrument import USUAL_HIGH, USUAL_LOW, Item, own_words
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.settings.card import SettingsCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, FlowLayout, Text, TextField, clear, flow
from symtrack.ui.widgets.refocus import focused_name, refocus
from symtrack.ui.widgets.toggle import Toggle

NAME, WORDS = 36, 30
WIDTHS = {"name": 260, "low": 220, "high": 260}


class OwnItemFields(QWidget):
    """One item: each field is kept when it is left. `changed` gives the key and what its setting holds then."""

    changed = Signal(str, dict)
    asked = Signal(str, bool)

    def __init__(self, item: Item, theme: Theme) -> None:
        super().__init__()
        self._item = item
        self._fields = {
            "name": TextField(_("The name of “{item}”").format(item=item.name), item.name),
            "low": TextField(_("What 0 means for “{item}”").format(item=item.name), _(item.low)),
            "high": TextField(_("What 10 means for “{item}”").format(item=item.name), _(item.high)),
        }
        self._toggle = Toggle(_("Asked each day"))
        self._toggle.setAccessibleDescription(item.name)
        self._toggle.clicked.connect(lambda on: self.asked.emit(item.key, on))
        line = FlowLayout(self)
        for part, field in self._fields.items():
            field.setMaxLength(NAME if part == "name" else WORDS)
            field.setFixedWidth(theme.px(WIDTHS[part]))
            field.editingFinished.connect(self.give)
            line.addWidget(field)
        line.addWidget(self._toggle)

    def field(self, part: str) -> TextField:
        return self._fields[part]

    @property
    def toggle(self) -> Toggle:
        return self._toggle

    def give(self) -> None:
        """Hand over what the fields hold, if it is another than before; an item keeps a name."""
        now = {part: " ".join(field.text().split()) for part, field in self._fields.items()}
        before = {"name": self._item.name, "low": _(self._item.low), "high": _(self._item.high)}
        if not now["name"]:
            self._fields["name"].setText(before["name"])
        elif now != before:
            # Words that were not touched stay as they are, in whatever language they are shown.
            kept = {part: words for part, words in now.items() if part == "name" or words != _(_usual(part))}
            self.changed.emit(self._item.key, own_words(**kept))


class OwnItemsCard(SettingsCard):
    """Every item of the person's own, asked or hidden, and a field for one more."""

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__(_("Your own questions"))
        self._journal, self._theme = journal, theme
        self._shown: tuple[Item, ...] = ()
        self._fields: dict[str, OwnItemFields] = {}
        self._heads = Text(_("Its name, what 0 means, and what 10 means. 10 is always the worst."), "soft")
        about = Text(_("A question that is no longer asked keeps its answers: in the diary and on the paper."), "soft")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(22)
        self._new = TextField(_("The name of a question of your own"), hint=_("Such as: itching"))
        self._new.setMaxLength(NAME)
        self._new.setFixedWidth(theme.px(WIDTHS["name"]))
        self._new.returnPressed.connect(self._make)
        add = Button(_("Ask this too"))
        add.clicked.connect(self._make)
        self.column.addWidget(self._heads)
        self.column.addLayout(self._lines)
        self.column.addWidget(flow(self._new, add))
        self.column.addWidget(about)

    @property
    def new(self) -> TextField:
        return self._new

    def fields(self, key: str) -> OwnItemFields:
        return self._fields[key]

    def draw(self) -> None:
        own, asked = self._journal.instrument.own, {item.key for item in self._journal.items}
        if own != self._shown:
            self._show(own)
        self._heads.setVisible(bool(own))
        for key, fields in self._fields.items():
            fields.toggle.setChecked(key in asked)

    def _show(self, own: tuple[Item, ...]) -> None:
        """Show these, and leave the focus in the field that it is in."""
        name = focused_name(self)
        self._shown = own
        clear(self._lines)
        self._fields = {item.key: OwnItemFields(item, self._theme) for item in own}
        for fields in self._fields.values():
            fields.changed.connect(lambda key, words: self._journal.set(f"item.{key}", words))
            fields.asked.connect(self._ask)
            self._lines.addWidget(fields)
            fields.show()
        refocus(self, name)

    def _make(self) -> None:
        name = " ".join(self._new.text().split())
        if name and self._journal.add(*making(self._journal.settings, name)):
            self._new.clear()

    def _ask(self, key: str, on: bool) -> None:  # noqa: FBT001 - the signal's own argument
        asked = {item.key for item in self._journal.items}
        self._journal.choose_items(asked | {key} if on else asked - {key})
        self.draw()


def _usual(part: str) -> str:
    """The word that stands there unless the person has one of their own."""
    return {"low": USUAL_LOW, "high": USUAL_HIGH}[part]
