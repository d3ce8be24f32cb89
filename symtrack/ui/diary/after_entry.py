"""What is offered once something was entered; it stands above the page until it is answered."""

from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.widgets import Button, Card, Text, clear, row

CHEMOTHERAPY_ITEMS = ("numbness", "diarrhoea", "sore_mouth")
"""What is offered once when chemotherapy is entered."""


class AfterEntry(Card):
    """Hidden but for an offer."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(name=_("Offer"))
        self._journal = journal
        self.hide()

    def offer(self, event: Event) -> None:
        """Offer what goes with the event that was just entered, if anything does."""
        asked = {item.key for item in self._journal.items}
        new = event.kind == "treatment" and not event.replaces and event.body.get("type") == "chemotherapy"
        if new and not asked & set(CHEMOTHERAPY_ITEMS):
            self._offer_items()

    def _offer_items(self) -> None:
        clear(self.column)
        names = ", ".join(_(self._journal.instrument.item(key).phrase) for key in CHEMOTHERAPY_ITEMS)
        self.column.addWidget(
            Text(
                _("Chemotherapy can bring other things too. Should the diary ask about them: {names}?").format(
                    names=names
                )
            )
        )
        yes, no = Button(_("Ask about them"), "primary"), Button(_("No, thank you"))
        yes.clicked.connect(self._ask_more)
        no.clicked.connect(self.hide)
        buttons = row(yes, no)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.show()

    def _ask_more(self) -> None:
        self.hide()
        self._journal.choose_items([*(item.key for item in self._journal.items), *CHEMOTHERAPY_ITEMS])
