"""One thing that a foreign file has: what it is there, and what it becomes here."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import measures
from symtrack.diary.instrument import LEAST, MOST
from symtrack.exchange.foreign.becoming import Sample
from symtrack.exchange.foreign.choice import MEASURE, NEW, OUT, Choice, Suggestion
from symtrack.exchange.foreign.left_out import LeftOut
from symtrack.exchange.foreign.suggest import fitting
from symtrack.exchange.foreign.survey import Seen
from symtrack.i18n import _, quoted
from symtrack.ui.moving import words
from symtrack.ui.moving.deciding import Decided, aimed, begun
from symtrack.ui.widgets import Card, ChoiceRow, FlowLayout, Sentence, Text, TextField, clear, flow
from symtrack.ui.widgets.labels import Role
from symtrack.ui.widgets.pick_list import PickList

MOST_WORDS = 15
WORSE, BETTER = "worse", "better"
UNSAID = "unsaid"


class SubjectCard(Card):
    """`changed` comes when the person says something else of it."""

    changed = Signal()

    def __init__(self, seen: Seen, offer: Suggestion, targets: Mapping[str, str]) -> None:
        super().__init__(name=seen.subject)
        self._seen, self._offer = seen, offer
        self._decided = begun(seen, offer)
        self._words: dict[str, PickList] = {}
        self._was_aimed = False
        self._lines: list[tuple[str, Role]] = []
        self._target = PickList(
            targets, self._decided.target, name=_("What “{subject}” becomes").format(subject=seen.subject)
        )
        self._target.picked.connect(self._aim)
        self._more = QVBoxLayout()
        self._more.setSpacing(8)
        self._became = QVBoxLayout()
        self._became.setSpacing(4)
        self.column.addWidget(Text(seen.subject, "name"))
        self.column.addWidget(Text(words.seen_words(seen), "soft"))
        # Translators: Before a list of what it can become: “becomes: Pain”.
        self.column.addWidget(flow(Sentence(_("becomes")), self._target))
        self.column.addLayout(self._more)
        self.column.addLayout(self._became)
        self._ask()

    @property
    def subject(self) -> str:
        return self._seen.subject

    @property
    def target(self) -> PickList:
        """The list of what it can become."""
        return self._target

    @property
    def rows(self) -> tuple[ChoiceRow, ...]:
        """What is asked of its numbers: the scale, which end is worse, the unit."""
        return tuple(row for row in self.findChildren(ChoiceRow) if not row.isHidden())

    def word(self, word: str) -> PickList:
        """The list of numbers for a word."""
        return self._words[word]

    @property
    def put_out(self) -> bool:
        """Whether the person themselves said that it stays out."""
        return self._was_aimed and self._decided.target == OUT

    def choice(self) -> Choice:
        """What it becomes as things stand."""
        return self._decided.choice(self._seen)

    def show_became(self, samples: Iterable[Sample], left_out: Sequence[LeftOut]) -> None:
        """Show what the first entries become, and how many stay out and why.

        Where that is what stands there already nothing is drawn: laying out two hundred cards anew takes seconds.
        """
        lines: list[tuple[str, Role]] = [(words.left_out(each), "body") for each in left_out]
        lines += [(words.sample(sample), "small") for sample in samples]
        if lines != self._lines:
            self._lines = lines
            clear(self._became)
            for line, kind in lines:
                self._became.addWidget(Text(line, kind))

    def _aim(self, target: str) -> None:
        self._was_aimed = True
        self._decide(aimed(self._decided, target, self._offer))
        self._ask()

    def _decide(self, decided: Decided) -> None:
        self._decided = decided
        self.changed.emit()

    def _ask(self) -> None:
        """Show what has to be said for this target."""
        clear(self._more)
        decided = self._decided
        if decided.target.startswith(MEASURE):
            self._ask_unit(measures.KINDS[decided.target.removeprefix(MEASURE)])
        if not decided.scored:
            return
        if decided.target == NEW:
            field = TextField(_("What the question is called"), decided.name or self.subject)
            field.editingFinished.connect(lambda: self._decide(self._decided.having(name=field.text())))
            self._put(_("What the question is called"), field)
        if self._seen.numbers:
            self._ask_scale()
            self._ask_direction()
        if self._seen.words:
            self._ask_words()

    def _ask_scale(self) -> None:
        spans = {f"{low}–{high}": (low, high) for low, high in self._spans()}
        row = ChoiceRow([(key, key) for key in spans], name=_("The scale of the numbers there"))
        row.show_choice(next((key for key, span in spans.items() if span == self._decided.span), ""))
        row.chosen.connect(lambda key: self._decide(self._decided.having(span=spans[key])))
        self._put(_("The scale of the numbers there; it is stretched to 0–10"), row)

    def _spans(self) -> list[tuple[int, int]]:
        """The scales to choose from: the usual ones that fit, and the one that is known or was offered."""
        scale = self._offer.choice.scale
        fit = [(int(each.low), int(each.high)) for each in fitting(self._seen)]
        return list(dict.fromkeys([*fit, (int(scale.low), int(scale.high))])) if self._offer.choice.scored else fit

    def _ask_direction(self) -> None:
        ways = [(WORSE, _("A higher number is worse")), (BETTER, _("A higher number is better: turn it round"))]
        row = ChoiceRow(ways, name=_("Which end is worse there"))
        now = self._decided.better
        row.show_choice("" if now is None else BETTER if now else WORSE)
        row.chosen.connect(lambda key: self._decide(self._decided.having(better=key == BETTER)))
        self._put(_("Here a higher number is always worse"), row)

    def _ask_unit(self, kind: measures.Kind) -> None:
        if len(kind.units) < 2:
            return
        row = ChoiceRow([(unit.key, unit.shown) for unit in kind.units], name=_("The unit there"))
        row.show_choice(kind.unit(self._decided.unit).key)
        row.chosen.connect(lambda key: self._decide(self._decided.having(unit=key)))
        self._put(_("The unit there"), row)

    def _ask_words(self) -> None:
        numbers = {UNSAID: _("Stays out"), **{str(n): str(n) for n in range(LEAST, MOST + 1)}}
        lines = QWidget()
        rows = FlowLayout(lines)
        for word in self._seen.words[:MOST_WORDS]:
            now = self._decided.words.get(word)
            pick = PickList(
                numbers, UNSAID if now is None else str(now), name=_("What “{word}” becomes").format(word=word)
            )
            pick.picked.connect(lambda key, word=word: self._say(word, key))
            self._words[word] = pick
            rows.addWidget(flow(Sentence(quoted(word)), pick))
        self._put(_("Which word is which number, 0–10"), lines)

    def _say(self, word: str, key: str) -> None:
        number = None if key == UNSAID else int(key)
        self._decide(self._decided.having(words={**self._decided.words, word: number}))

    def _put(self, title: str, widget: QWidget) -> None:
        self._more.addWidget(Text(title, "small"))
        self._more.addWidget(widget)
