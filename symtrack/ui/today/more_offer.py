"""More: what else can be noted, another day or a whole week, what is asked each day, a rest from the diary."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symtrack.diary.instrument import Item
from symtrack.i18n import N_, _
from symtrack.ui.theme import Theme
from symtrack.ui.today.offer import Offer
from symtrack.ui.widgets import Button, DayField, FlowLayout, PartHeading, TextField, clear, flow
from symtrack.ui.widgets.toggle import Toggle

NAME = 36
MEASURED = ("vomiting", "bowels", "weight", "temperature", "fluids")
OTHERS = {
    "spell": N_("Sudden bad pain…"),
    "night": N_("The night…"),
    "vomiting": N_("Vomiting…"),
    "bowels": N_("Bowels…"),
    "weight": N_("Weight…"),
    "temperature": N_("Temperature…"),
    "fluids": N_("Drinking…"),
    "call": N_("A call with my team…"),
}
"""The offers that lie behind this one: none of them is asked, each is there when it is wanted."""


class MoreOffer(Offer):
    """`items_chosen` gives the keys that are asked from now on, `item_made` the name of a question of one's own."""

    items_chosen = Signal(list)
    item_made = Signal(str)
    weekly_chosen = Signal(bool)
    day_chosen = Signal(date)
    offer_wanted = Signal(str)

    def __init__(self, theme: Theme, day: date, today: date) -> None:
        super().__init__(_("Something else to note"))
        self._shown: tuple[Item, ...] = ()
        self._toggles: dict[str, Toggle] = {}
        week = Button(_("Type in a week…"))
        week.clicked.connect(lambda: self.offer_wanted.emit("week"))
        field = DayField(_("Another day"), day, last=today)
        go = Button(_("Go to this day"))
        go.clicked.connect(lambda: self.day_chosen.emit(field.day()))
        rest = Button(_("Pause, ask less, or finish…"))
        rest.clicked.connect(lambda: self.offer_wanted.emit("rest"))
        self._others = {key: Button(_(words)) for key, words in OTHERS.items()}
        for key, button in self._others.items():
            button.clicked.connect(lambda _checked=False, key=key: self.offer_wanted.emit(key))
        self.column.addWidget(flow(*self._others.values()))
        self.column.addWidget(PartHeading(_("Another day, or a whole week")))
        self.column.addWidget(flow(week, field, go))
        self.column.addWidget(PartHeading(_("What to ask each day")))
        self._build_items(theme)
        self.column.addWidget(PartHeading(_("A rest from the diary")))
        self.column.addWidget(rest)
        self.setFocusProxy(next(iter(self._others.values())))

    def _build_items(self, theme: Theme) -> None:
        box = QWidget()
        self._flow = FlowLayout(box)
        self._weekly = Toggle(_("Once a week: up and about?"))
        self._weekly.clicked.connect(self.weekly_chosen)
        self._own = TextField(_("The name of a question of your own"), hint=_("Such as: itching"))
        self._own.setMaxLength(NAME)
        self._own.setFixedWidth(theme.px(330))
        self._own.returnPressed.connect(self._make)
        add = Button(_("Ask this too"))
        add.clicked.connect(self._make)
        for thing in (box, self._weekly, flow(self._own, add)):
            self.column.addWidget(thing)

    @property
    def own(self) -> TextField:
        return self._own

    def other(self, key: str) -> Button:
        """The button that opens that offer."""
        return self._others[key]

    def button(self, key: str) -> Toggle:
        return self._toggles[key]

    def show_items(self, offered: Sequence[Item], asked: Sequence[str], *, weekly: bool) -> None:
        """Show what can be asked, and what is."""
        if tuple(offered) != self._shown:
            self._shown = tuple(offered)
            clear(self._flow)
            self._toggles = {item.key: Toggle(_(item.name)) for item in offered}
            for toggle in self._toggles.values():
                toggle.clicked.connect(self._choose)
                self._flow.addWidget(toggle)
        for key, toggle in self._toggles.items():
            toggle.setChecked(key in asked)
        self._weekly.setChecked(weekly)

    def begin_with_items(self) -> None:
        """Have the focus on the questions, for whoever came for them."""
        self.setFocusProxy(next(iter(self._toggles.values())))

    def _choose(self) -> None:
        self.items_chosen.emit([key for key, toggle in self._toggles.items() if toggle.isChecked()])

    def _make(self) -> None:
        name = " ".join(self._own.text().split())
        if name:
            self._own.clear()
            self.item_made.emit(name)
