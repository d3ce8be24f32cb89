"""What is offered once something was entered; it stands where the form was until it is answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import questions
from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.question_panel import QuestionPanel
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, announce, clear, flow, reveal

CHEMOTHERAPY_ITEMS = ("numbness", "diarrhoea", "sore_mouth")
"""What is offered once when chemotherapy is entered."""
TOLD = frozenset({"smaller", "same", "bigger", "mixed"})
"""The results after which a line for a question is offered: after each the same, and nothing else is said."""


class AfterEntry(QWidget):
    """Empty but for an offer. `asked` wants something of the window: to `ring`. `left` comes when it is answered."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal, self._theme = journal, theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def offer(self, event: Event) -> None:
        """Offer what goes with the event that was just entered, if anything does."""
        self._put_away()
        if event.kind == "scan" and event.body.get("result") in TOLD:
            self._offer_question()
        elif _chemotherapy(event) and not event.replaces and self._first_of_its_kind():
            asked = {item.key for item in self._journal.items}
            if not asked & set(CHEMOTHERAPY_ITEMS):
                self._offer_items()

    def _first_of_its_kind(self) -> bool:
        return len(list(filter(_chemotherapy, self._journal.events()))) == 1

    def _offer_question(self) -> None:
        panel = QuestionPanel(self._theme)
        panel.given.connect(self._add_question)
        panel.ring.connect(lambda: self.asked.emit("ring"))
        panel.put_away.connect(self._leave)
        self._show(panel)

    def _add_question(self, text: str, private: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if self._journal.add(questions.new(self._journal.events(), text, self._journal.today, private=private)):
            announce(self, self._journal.saved)

    def _offer_items(self) -> None:
        names = ", ".join(_(self._journal.instrument.item(key).phrase) for key in CHEMOTHERAPY_ITEMS)
        words = _("Chemotherapy can bring other things too. Should the diary ask about them: {names}?")
        yes, no = Button(_("Ask about them"), "primary"), Button(_("No, thank you"))
        yes.clicked.connect(self._ask_more)
        no.clicked.connect(self._leave)
        buttons = flow(yes, no)
        self._show(Card(Text(words.format(names=names)), buttons, name=_("Offer")))

    def _ask_more(self) -> None:
        self._leave()
        self._journal.choose_items([*(item.key for item in self._journal.items), *CHEMOTHERAPY_ITEMS])

    def _show(self, card: Card) -> None:
        self._column.addWidget(card)
        # The card itself has the focus, and none of its buttons: Enter pressed once more answers nothing.
        card.setFocusProxy(None)  # type: ignore[arg-type]  # Qt's stubs know no way to take it away
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show()
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(card)

    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def _put_away(self) -> None:
        clear(self._column)
        self.hide()


def _chemotherapy(event: Event) -> bool:
    return event.kind == "treatment" and event.body.get("type") == "chemotherapy"
