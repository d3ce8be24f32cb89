"""The part that says what the numbers show: points that wait, the rest of them, and the ones dealt with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import team_lines
from symtrack.diary.flag import Flag, Mark
from symtrack.diary.team import Contact
from symtrack.i18n import _
from symtrack.ui.in_place import Slot
from symtrack.ui.number_form import NumberForm
from symtrack.ui.team import numbers
from symtrack.ui.team.cards import Point, PointCard
from symtrack.ui.team.dealing import LISTED, SHOWN_AT_ONCE, Earlier
from symtrack.ui.team.folding import Fold
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Rule, Text, clear


class Looking(StrEnum):
    """Whether points are shown, hidden from this screen, or not looked for at all."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsShown:
    """Everything that the part shows. `yours` says that what was entered is the reader's own."""

    looking: Looking
    waiting: tuple[Point, ...]
    earlier: tuple[Earlier, ...]
    notes: tuple[str, ...] = ()
    known: tuple[Contact, ...]
    yours: bool


class PointsPart(QWidget):
    """Shows the points. `looking_wanted` asks to show them again, or to look for them."""

    dealt = Signal(Flag, Mark)
    phoned = Signal(Flag, str, str)
    number_given = Signal(object)
    looking_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: PointsShown | None = None
        self._cards: list[PointCard] = []
        self._asking: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._quiet = QVBoxLayout()
        self._first = QVBoxLayout()
        self._first.setSpacing(12)
        self._more = Fold(theme)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        self._told = Text("", "soft")
        self._earlier = Fold(theme)
        self._number_line = Text("", "soft", wrap=True)
        self._change = Button("", "quiet")
        self._change.clicked.connect(self._open_number)
        self._slot = Slot()
        column.addLayout(self._quiet)
        column.addLayout(self._first)
        column.addWidget(self._more)
        column.addLayout(self._notes)
        for part in (self._told, self._earlier, self._number_line, self._change, self._slot):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def cards(self) -> tuple[PointCard, ...]:
        """The cards of the points that wait, those under “more” too."""
        return tuple(self._cards)

    @property
    def change(self) -> Button:
        """The button that opens the team's number in place: the first card's where that asks for it."""
        return self._change if self._asking is None else self._asking

    @property
    def slot(self) -> Slot:
        return self._slot

    def show_points(self, shown: PointsShown) -> None:
        """Show what changed; a card whose point is the same stays as it is, with what is open in it."""
        before, self._shown = self._shown, shown
        if before == shown:
            return
        self._show_quiet(shown)
        turned = before is not None and before.looking is not shown.looking
        looking = shown.looking is Looking.SHOWN
        if before is None or turned or before.waiting != shown.waiting:
            self._show_cards(shown.waiting if looking else ())
        if before is None or before.notes != shown.notes:
            clear(self._notes)
            for note in shown.notes:
                self._notes.addWidget(Text(note, "soft"))
        if before is None or turned or before.earlier != shown.earlier:
            self._show_earlier(shown.earlier if looking else ())
        self._told.setText(
            _("From what you entered. This app has told nobody.")
            if shown.yours
            else _("From what was entered. This app has told nobody.")
        )
        self._show_number(numbers.listed(shown.known))

    def _show_number(self, line: str) -> None:
        """The team's number; where there is none, one button asks for it, and stands where it is needed first."""
        asking = [button for card in self._cards if (button := card.asking) is not None]
        self._asking = asking[0] if asking and not line else None
        for button in asking:
            button.setVisible(button is asking[0])
        self._change.setVisible(self._asking is None)
        self._number_line.show_text(_("Your team’s number: {line}").format(line=line) if line else "")
        self._change.setText(_("Change it") if line else _("Write your team’s number here"))
        self._change.setAccessibleName(_("Change your team’s number") if line else self._change.text())

    def show_point(self, flag: Flag) -> None:
        """Put the focus on the point's card, or on the earlier ones where it waits no more."""
        card = next((card for card in self._cards if card.point.flag.named == flag.named), None)
        if card is None:
            self._earlier.open()
            self._earlier.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if card in self._cards[SHOWN_AT_ONCE:]:
            self._more.open()
        card.button("why").setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_quiet(self, shown: PointsShown) -> None:
        """What stands in place of cards."""
        clear(self._quiet)
        if shown.looking is Looking.SHOWN:
            if not shown.waiting:
                self._quiet.addWidget(
                    Card(
                        Text(
                            _("No patterns to point out from what you entered. If you feel unwell, ring your team.")
                            if shown.yours
                            else _("No patterns to point out from what was entered. When unwell, ring the team.")
                        )
                    )
                )
            return
        off = shown.looking is Looking.OFF
        sentence, offer = (
            (_("Looking for patterns is switched off. This is a plain diary."), _("Look for patterns"))
            if off
            else (_("The points are hidden from this screen. They are still on the paper."), _("Show the points"))
        )
        button = Button(offer, "accent")
        button.clicked.connect(lambda: self.looking_wanted.emit(shown.looking.value))
        self._quiet.addWidget(Card(Text(sentence), button, name=sentence))

    def _show_cards(self, points: Sequence[Point]) -> None:
        kept = [card for card in self._cards if card.point in points]
        cards = [next((card for card in kept if card.point == point), None) or self._card(point) for point in points]
        for card in self._cards:
            self._first.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = cards
        for card in cards[:SHOWN_AT_ONCE]:
            self._first.addWidget(card)
            card.show()
        rest = cards[SHOWN_AT_ONCE:]
        self._more.show_things(_("More ({n})").format(n=len(rest)), rest)

    def _card(self, point: Point) -> PointCard:
        card = PointCard(point, self._theme)
        card.dealt.connect(self.dealt)
        card.phoned.connect(self.phoned)
        card.number_given.connect(self.number_given)
        return card

    def _show_earlier(self, earlier: Sequence[Earlier]) -> None:
        things = [_earlier_list(earlier)] if earlier else []
        self._earlier.show_things(_("Earlier points ({n})").format(n=len(earlier)), things)

    def _open_number(self) -> None:
        known = self._shown.known if self._shown else ()
        form = NumberForm(next(iter(team_lines.lines(known)), None), self._theme)
        form.given.connect(self.number_given)
        self._slot.open(form, self._change)


def _earlier_list(earlier: Sequence[Earlier]) -> Card:
    """A plain list: each sentence, and below it the days and how it was dealt with."""
    card = Card(name=_("Earlier points"))
    card.column.setSpacing(4)
    for k, point in enumerate(earlier[:LISTED]):
        if k:
            card.column.addSpacing(4)
            card.column.addWidget(Rule())
            card.column.addSpacing(4)
        card.column.addWidget(Text(point.text))
        card.column.addWidget(Text(f"{point.when} · {point.dealt}" if point.dealt else point.when, "small"))
    if len(earlier) > LISTED:
        card.column.addWidget(Rule())
        card.column.addWidget(Text(_("Older ones stand on the paper of their time."), "small"))
    return card
