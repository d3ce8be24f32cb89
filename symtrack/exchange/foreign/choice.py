"""What becomes of each subject of a foreign file: the person's choice, and what is suggested."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from symtrack.diary.instrument import LEAST, MOST
from symtrack.errors import InputError
from symtrack.i18n import _

OUT, NEW, NOTE = "out", "new", "note"
MEASURE = "measure."
"""Before the key of what was measured, such as measure.weight: a symptom may have the same name."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale that the numbers of a subject were given on; where higher is `better` it is turned round.

    InputError unless it goes from a lower to a higher number.
    """

    low: Fraction = Fraction(LEAST)
    high: Fraction = Fraction(MOST)
    better: bool = False

    def __post_init__(self) -> None:
        if self.low >= self.high:
            raise InputError(
                _("A scale goes from its lowest number to its highest, not from {low} to {high}.").format(
                    low=shown(self.low), high=shown(self.high)
                )
            )

    @classmethod
    def of(cls, low: int, high: int, *, better: bool = False) -> "Scale":
        return cls(Fraction(low), Fraction(high), better)

    def score(self, number: Fraction) -> int | None:
        """The number stretched to 0–10, and turned round where higher is better; a half goes up. None outside."""
        if not self.low <= number <= self.high:
            return None
        part = (number - self.low) / (self.high - self.low)
        return math.floor((1 - part if self.better else part) * MOST + Fraction(1, 2))

    @property
    def as_it_is(self) -> bool:
        """Whether a number stays what it was."""
        return self == AS_IT_IS


AS_IT_IS = Scale()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What one subject becomes.

    `target` is the key of an item, NEW (a question of the person's own called `name`), MEASURE with the key of what was
    measured (in `unit`), NOTE, or OUT, and `why` then says why. `words` give a value its score, or None to leave it
    out; they go before the `scale`. Words are compared as `written.spelt` has them.
    """

    target: str = OUT
    scale: Scale = AS_IT_IS
    words: Mapping[str, int | None] = field(default_factory=dict)
    unit: str = ""
    name: str = ""
    why: str = ""

    @property
    def measure(self) -> str:
        """The key of what was measured; empty for anything else."""
        return self.target.removeprefix(MEASURE) if self.target.startswith(MEASURE) else ""

    @property
    def scored(self) -> bool:
        """Whether it becomes scores."""
        return self.target not in {OUT, NOTE} and not self.measure

    def as_json(self) -> dict[str, object]:
        """The choice as the diary keeps it with the import."""
        kept: dict[str, object] = {"target": self.target}
        if self.scored:
            kept |= {"low": shown(self.scale.low), "high": shown(self.scale.high), "better": self.scale.better}
        return kept | {
            key: value
            for key, value in (("words", dict(self.words)), ("unit", self.unit), ("name", self.name))
            if value
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an app's own values: the scale of its numbers, and the scores 0–10 of its words."""

    scale: Scale | None = None
    words: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a subject could become. Only where it is `sure` it is taken without asking; otherwise `why` says why not.

    `scales` are the scales to choose from, where the numbers fit more than one.
    """

    choice: Choice
    sure: bool = False
    why: str = ""
    scales: tuple[Scale, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What each subject becomes, and the order of day and month; empty where it has to be known and is not."""

    by_subject: Mapping[str, Choice]
    order: str = ""

    @classmethod
    def of(cls, suggestions: Mapping[str, Suggestion], orders: tuple[str, ...]) -> "Choices":
        """What is sure is taken; the rest is left out, and says why."""
        return cls(
            by_subject={
                subject: made.choice if made.sure else Choice(why=made.why) for subject, made in suggestions.items()
            },
            order=orders[0] if len(orders) == 1 else "",
        )

    def having(self, subject: str, choice: Choice) -> "Choices":
        """The same with another choice for one subject."""
        return replace(self, by_subject={**self.by_subject, subject: choice})

    def ordered(self, order: str) -> "Choices":
        """The same with the order of day and month."""
        return replace(self, order=order)


def shown(number: Fraction) -> str:
    """The number as people write it in a scale."""
    return str(number) if number.denominator == 1 else f"{float(number):g}"
