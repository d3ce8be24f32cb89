"""The team's list, to tick what is so now: two parts, whom each says to call, and where the list comes from."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.team_list import Listed
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, PartHeading, Rule, Text, clear
from symtrack.ui.widgets.choice_list import ChoiceList
from symtrack.ui.widgets.toggle import Toggle

COLUMN = 420


class TeamListOffer(Offer):
    """`pressed` gives a line of the list, `opioid_chosen` whether the person takes one.

    `change_wanted` asks for the place where the list is written.
    """

    pressed = Signal(str)
    opioid_chosen = Signal(bool)
    change_wanted = Signal()
    alone = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Something on my team’s list"))
        self._theme = theme
        self._shown: tuple[Listed, bool] | None = None
        self._lines: dict[str, Toggle] = {}
        self._lists: list[ChoiceList] = []
        self._parts = QWidget()
        self._parts_column = QVBoxLayout(self._parts)
        self._parts_column.setContentsMargins(0, 0, 0, 0)
        self._parts_column.setSpacing(8)
        self.column.addWidget(Text(_("Tick what is so now. You then see whom to ring, and what to say.")))
        self.column.addWidget(self._parts)
        close = Button(_("Nothing of this: put it away"))
        close.clicked.connect(self.put_away)
        self.column.addWidget(close)

    def button(self, text: str) -> Toggle:
        return self._lines[text]

    def show_list(self, shown: Listed, ticked: Collection[str], *, opioid: bool) -> None:
        """Show the list with what is ticked on it."""
        if (shown, opioid) != self._shown:
            self._shown = (shown, opioid)
            self._build(shown, opioid=opioid)
        for part in self._lists:
            part.show_ticked(ticked)

    def _build(self, shown: Listed, *, opioid: bool) -> None:
        clear(self._parts_column)
        self._lines, self._lists = {}, []
        for title, texts in (
            (_("Call the emergency service"), shown.emergency),
            (_("Ring the team now"), shown.team),
        ):
            if texts:
                self._parts_column.addWidget(PartHeading(title))
                self._parts_column.addWidget(self._part(title, texts))
        self._parts_column.addWidget(Rule())
        if shown.own:
            self._parts_column.addWidget(Text(_("This is your team’s list, as you wrote it down."), "soft"))
        else:
            only = _("This is only a default list, and a cautious one. What your team’s own card says comes first.")
            self._parts_column.addWidget(Text(only, "strong"))
            takes = Toggle(_("I take a strong pain medicine (an opioid)"), on=opioid)
            takes.clicked.connect(self.opioid_chosen)
            self._parts_column.addWidget(takes)
        change = Button(_("Write down the card, and your temperature…"))
        change.clicked.connect(self.change_wanted)
        self._parts_column.addWidget(change)
        if shown.sources:
            sources = _("Where the default comes from: {sources}.").format(sources="; ".join(shown.sources))
            self._parts_column.addWidget(Text(sources, "small"))
        self.setFocusProxy(next(iter(self._lines.values())))

    def _part(self, title: str, texts: tuple[str, ...]) -> ChoiceList:
        part = ChoiceList(texts, described=title, least=self._theme.px(COLUMN))
        part.pressed.connect(self.pressed)
        self._lists.append(part)
        self._lines |= {text: part.button(text) for text in texts}
        return part
