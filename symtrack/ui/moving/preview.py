"""All that a foreign file becomes, before it comes in: each thing in it with a card, and what stays out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.errors import SymtrackError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.becoming import Became
from symtrack.exchange.foreign.choice import OUT, Choices
from symtrack.exchange.foreign.reading import Reading
from symtrack.exchange.foreign.suggest import suggestions
from symtrack.exchange.format import Foreign, named
from symtrack.exchange.importing import Bring, Brought, move_in
from symtrack.i18n import _, dated, n_
from symtrack.ui.journal import Journal
from symtrack.ui.moving import words
from symtrack.ui.moving.deciding import begun
from symtrack.ui.moving.subject_card import SubjectCard
from symtrack.ui.widgets import Button, Card, ChoiceRow, Text, announce, clear, flow

SHOWN = 3
"""So many things that nothing is known of are shown at once; more of them wait behind a button."""
AT_ONCE = 30
"""So many things of any kind are shown at once, and at each press on that button."""
LONG, PAUSE = 20_000, 250
"""From so many entries on, counting takes long enough to be felt: it waits for so many milliseconds without a press."""


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
        self._cards: dict[str, SubjectCard] = {}
        self._targets = words.targets(journal.settings)
        self._became: Became | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._count)
        self._counts = QVBoxLayout()
        self._bring = Button(_("Bring it in"), "primary")
        self._bring.clicked.connect(lambda: self.wanted.emit(self.bring()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head(_(form.name)))
        self._column, self._show = QVBoxLayout(), Button("")
        self._column.setSpacing(12)
        self._show.clicked.connect(self._show_more)
        column.addLayout(self._column)
        column.addWidget(self._show)
        first, self._not_shown = self._in_order()
        self._add_cards(first)
        self._of_file, self._unread = Card(Text(_("What was not taken from the file"), "name")), QVBoxLayout()
        self._of_file.column.addLayout(self._unread)
        self._of_file.hide()
        column.addWidget(self._of_file)
        self._count()

    def _head(self, app: str) -> Card:
        """What the file is and how much of it comes in, with the buttons."""
        head = Card(Text(_("{file}: {app}").format(file=self._reading.name, app=app), "name"), heavy=True)
        survey = self._reading.survey
        head.column.addWidget(
            Text(n_("{n} entry was read.", "{n} entries were read.", survey.read).format(n=survey.read))
        )
        for remark in survey.remarks:
            head.column.addWidget(Text(remark))
        if survey.asks_order:
            self._ask_order(head)
        head.column.addLayout(self._counts)
        head.column.addWidget(self._buttons())
        return head

    def _buttons(self) -> QWidget:
        leave = Button(_("Leave it"), "quiet")
        leave.clicked.connect(self.left)
        return flow(self._bring, leave)

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
        """The cards of the things in the file that are shown, by their names there."""
        return self._cards

    def bring(self) -> Bring:
        """What brings it in as things stand, or tells what it would."""
        said = {
            seen.subject: self._cards[seen.subject].choice()
            if seen.subject in self._cards
            else begun(seen, self._offers[seen.subject]).choice(seen)
            for seen in self._reading.survey.subjects
        }
        return partial(move_in, reading=self._reading, choices=Choices(by_subject=said, order=self._order))

    def draw(self) -> None:
        """Show what comes in as things stand, of a long file as soon as nothing more is pressed."""
        if self._reading.survey.read <= LONG:
            self._count()
            return
        self._bring.setEnabled(False)
        clear(self._counts)
        self._counts.addWidget(Text(_("What comes in is being counted."), "strong"))
        self._later.start()

    def _count(self) -> None:
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
        self._became = became = brought.became
        assert became is not None
        self._tell_cards(self._cards.values())
        whole = [each for each in became.left_out if not each.subject]
        clear(self._unread)
        for each in whole:
            self._unread.addWidget(Text(words.left_out(each)))
        self._of_file.setVisible(bool(whole))

    def _tell_cards(self, cards: Iterable[SubjectCard]) -> None:
        """Have the cards show what their things become."""
        if self._became is None:
            return
        samples, left_out = defaultdict(list), defaultdict(list)
        for sample in self._became.samples:
            samples[sample.subject].append(sample)
        for out in self._became.left_out:
            left_out[out.subject].append(out)
        for card in cards:
            card.show_became(samples[card.subject], left_out[card.subject])

    def _in_order(self) -> tuple[list[str], list[str]]:
        """What is shown at once and what waits: what comes in first, then what could, then what nothing is known of."""
        offers = self._offers
        known = [name for name, offer in offers.items() if offer.sure or offer.scales or offer.choice.target != OUT]
        known.sort(key=lambda name: not offers[name].sure)
        rest = [name for name in offers if name not in set(known)]
        at_once = known[:AT_ONCE] + (rest if len(rest) <= SHOWN else [])
        return at_once, [name for name in (*known, *rest) if name not in set(at_once)]

    def _add_cards(self, names: Iterable[str]) -> list[SubjectCard]:
        made = []
        for name in names:
            seen = self._reading.survey.subject(name)
            assert seen is not None
            card = self._cards[name] = SubjectCard(seen, self._offers[name], self._targets)
            card.changed.connect(self.draw)
            self._column.addWidget(card)
            made.append(card)
        left = len(self._not_shown)
        self._show.setText(n_("Show {n} other", "Show {n} others", left).format(n=left))
        self._show.setVisible(left > 0)
        return made

    def _show_more(self) -> None:
        """The next of those that wait; the focus goes to the first of them."""
        names, self._not_shown = self._not_shown[:AT_ONCE], self._not_shown[AT_ONCE:]
        cards = self._add_cards(names)
        self._tell_cards(cards)
        cards[0].target.setFocus(Qt.FocusReason.OtherFocusReason)

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
