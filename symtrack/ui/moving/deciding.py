"""What was decided about one subject of a foreign file so far, and the choice that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from symtrack.diary import measures
from symtrack.exchange.foreign.choice import MEASURE, NEW, NOTE, OUT, Choice, Scale, Suggestion
from symtrack.exchange.foreign.names import WORSE, Name, meaning
from symtrack.exchange.foreign.survey import Seen
from symtrack.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The `target` as in a Choice. `span` and `better` are None while nobody said on which scale, or which end is bad.

    A word that is not in `words` has no number yet.
    """

    target: str
    span: tuple[int, int] | None = None
    better: bool | None = None
    words: Mapping[str, int | None] = field(default_factory=dict)
    unit: str = ""
    name: str = ""
    why: str = ""

    @property
    def scored(self) -> bool:
        return self.target not in {OUT, NOTE} and not self.target.startswith(MEASURE)

    def choice(self, seen: Seen) -> Choice:
        """What it becomes; while something is to be said yet it stays out, and says what."""
        if self.target == OUT:
            return Choice(why=self.why)
        if not self.scored:
            return Choice(target=self.target, unit=self.unit)
        if seen.numbers and self.span is None:
            return Choice(why=_("Please say on which scale the numbers are."))
        if seen.numbers and self.better is None:
            return Choice(why=_("Please say whether a higher number is worse or better."))
        low, high = self.span or (0, 10)
        scale = Scale.of(low, high, better=bool(self.better))
        return Choice(target=self.target, scale=scale, words=self.words, name=self.name)

    def having(self, **changes: object) -> "Decided":
        """The same with something else decided."""
        return replace(self, **changes)  # type: ignore[arg-type]


def begun(seen: Seen, offer: Suggestion) -> Decided:
    """What is decided before anybody said anything: all of it where it is sure.

    Where only the scale or its bad end is missing, the rest is decided, so that one press is enough. Anything else
    stays out.
    """
    choice, scale = offer.choice, offer.choice.scale
    span = (int(scale.low), int(scale.high)) if scale.low.denominator == scale.high.denominator == 1 else None
    about = meaning(Name.of(seen.subject))
    told = bool(about and about.higher == WORSE)
    found = Decided(
        target=choice.target,
        span=span if offer.sure or len(offer.scales) < 2 else None,
        better=scale.better if offer.sure else (False if told else None),
        words=choice.words,
        unit=choice.unit,
        name=choice.name,
        why=offer.why,
    )
    one_press = found.scored and choice.target != NEW and found.choice(seen).target == OUT
    return found if offer.sure or one_press else found.having(target=OUT)


def aimed(decided: Decided, target: str, offer: Suggestion) -> Decided:
    """The same with another target, and what has to be known for it."""
    unit = ""
    if target.startswith(MEASURE):
        kind = measures.KINDS[target.removeprefix(MEASURE)]
        unit = offer.choice.unit if offer.choice.target == target else kind.usual_unit()
    return decided.having(target=target, unit=unit, why=_("You left it out.") if target == OUT else "")
