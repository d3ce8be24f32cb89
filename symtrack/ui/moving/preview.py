"""All that a foreign file becomes, before it comes in: each thing in it with a card, and what stays out."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.errors import SymtrackError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.choice import OUT, Choices
from symtrack.exchange.foreign.reading import Reading
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.format import Foreign, named
from symtrack.exchange.importing import Bring, Brought, move_in
from symtrack.i18n import _, dated, n_
from symtrack.ui.journal import Journal
from symtrack.ui.moving import words
from symtrack.ui.moving.subject_card import SubjectCard
from symtrack.ui.widgets import Button, Card, ChoiceRow, FlowLayout, Text, announce, clear

SHOWN = 3
"""So many things that nothing is known of are shown at once; more of them wait behind a button."""


class Preview(QWidget):
    """`wanted` gives what to bring in, `left` comes when the person wants none of it."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, journal: Journal, reading: Reading) -> None:
        super().__init__()
        self._journal, self._reading = journal, reading
        form, survey = named(reading.form), reading.survey
        assert isinstance(form, Foreign)
        self._offers = suggestions(form, survey, journal.settings, journal.events())
        self._order = survey.orders[0] if len(survey.orders) == 1 else ""
        self._orders: ChoiceRow | None = None
        self._cards = self._made()
        self._counts = QVBoxLayout()
        self._bring = Button(_("Bring it in"), "primary")
        self._bring.clicked.connect(lambda: self.wanted.emit(self.bring()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = Card(Text(_("{file}: {app}").format(file=reading.name, app=_(form.name)), "name"), heavy=True)
        head.column.addWidget(
            Text(n_("{n} entry was read.", "{n} entries were read.", survey.read).format(n=survey.read))
        )
        for remark in survey.remarks:
            head.column.addWidget(Text(remark))
        if survey.asks_order:
            self._ask_order(head)
        head.column.addLayout(self._counts)
        leave = Button(_("Leave it"), "quiet")
        leave.clicked.connect(self.left)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._bring)
        flow.addWidget(leave)
        head.column.addWidget(buttons)
        column.addWidget(head)
        self._place_cards(column)
        self._of_file, self._unread = Card(Text(_("What was not taken from the file"), "name")), QVBoxLayout()
        self._of_file.column.addLayout(self._unread)
        self._of_file.hide()
        column.addWidget(self._of_file)
        self.draw()

    @property
    def bring_button(self) -> Button:
        return self._bring

    @property
    def orders(self) -> ChoiceRow | None:
        """Which is the day and which the month, where that is asked."""
        return self._orders

    def take_focus(self) -> None:
        """Put the focus where something is to be said, or on the button that brings it in."""
        first = next(iter(self._waiting()), next(iter(self._cards.values()), None))
        if self._orders is not None:
            self._orders.button(self._orders.keys()[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._bring.isEnabled() or first is None:
            self._bring.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first.target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def cards(self) -> Mapping[str, SubjectCard]:
        """A card for each thing in the file, by its name there."""
        return self._cards

    def bring(self) -> Bring:
        """What brings it in as things stand, or tells what it would."""
        choices = Choices(by_subject={name: card.choice() for name, card in self._cards.items()}, order=self._order)
        return partial(move_in, reading=self._reading, choices=choices)

    def draw(self) -> None:
        """Show what comes in as things stand."""
        clear(self._counts)
        try:
            brought = self._journal.move_in(self.bring(), dry_run=True)
        except SymtrackError as error:
            self._say(str(error))
            self._bring.setEnabled(False)
            return
        self._bring.setEnabled(any(brought.added.values()))
        waiting = [card.subject for card in self._waiting()]
        self._say(*words.counts(brought), *([words.waiting(waiting)] if waiting else []))
        self._show_became(brought)

    def _waiting(self) -> list[SubjectCard]:
        """Those that could come in as soon as it is said what they are."""
        return [
            card
            for name, card in self._cards.items()
            if self._offers[name].choice.target != OUT and card.choice().target == OUT and not card.put_out
        ]

    def _say(self, *sentences: str) -> None:
        for at, sentence in enumerate(sentences):
            self._counts.addWidget(Text(sentence, "strong" if at == 0 else "body"))
        announce(self, sentences[0])

    def _show_became(self, brought: Brought) -> None:
        became = brought.became
        assert became is not None
        for name, card in self._cards.items():
            left_out = [each for each in became.left_out if each.subject == name]
            card.show_became([each for each in became.samples if each.subject == name], left_out)
        whole = [each for each in became.left_out if not each.subject]
        clear(self._unread)
        for each in whole:
            self._unread.addWidget(Text(words.left_out(each)))
        self._of_file.setVisible(bool(whole))

    def _made(self) -> dict[str, SubjectCard]:
        targets = words.targets(self._journal.settings)
        made: dict[str, SubjectCard] = {}
        for seen in self._reading.survey.subjects:
            made[seen.subject] = SubjectCard(seen, self._offers[seen.subject], targets)
            made[seen.subject].changed.connect(self.draw)
        return made

    def _place_cards(self, column: QVBoxLayout) -> None:
        """What comes in first, then what could, and then what nothing is known of."""
        offers = self._offers
        known = [name for name, offer in offers.items() if offer.sure or offer.scales or offer.choice.target != OUT]
        sure = [name for name in known if offers[name].sure]
        rest = [name for name in offers if name not in known]
        for name in (*sure, *(name for name in known if name not in sure)):
            column.addWidget(self._cards[name])
        others = QWidget()
        inner = QVBoxLayout(others)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for name in rest:
            inner.addWidget(self._cards[name])
        if len(rest) > SHOWN:
            show = Button(n_("Show {n} other", "Show {n} others", len(rest)).format(n=len(rest)))
            show.clicked.connect(others.show)
            show.clicked.connect(show.hide)
            others.hide()
            column.addWidget(show)
        column.addWidget(others)

    def _ask_order(self, head: Card) -> None:
        """Which is the day and which the month: each order with what it makes of the first day."""
        survey = self._reading.survey
        text = survey.days[0]
        found = {order: day for order in survey.orders if (day := written.day(text, order)) is not None}
        row = ChoiceRow(
            [(order, dated(day)) for order, day in found.items()],
            name=_("Which day is “{text}”?").format(text=text),
        )
        row.chosen.connect(self._take_order)
        head.column.addWidget(Text(row.accessibleName(), "strong"))
        head.column.addWidget(row)
        self._orders = row

    def _take_order(self, order: str) -> None:
        self._order = order
        self.draw()
