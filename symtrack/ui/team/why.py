"""Why a point is shown: its criterion, the numbers that it rests on, and where the criterion comes from."""

from dataclasses import dataclass

from symtrack.diary.flag import Flag
from symtrack.i18n import N_, _, number
from symtrack.rules import every_rule

USUAL_NAMES = {
    "after": N_("the last days: {n}"),
    "at_least": N_("counted from: {n}"),
    "before": N_("before that: {n}"),
    "days": N_("days answered: {n}"),
    "days_before": N_("days answered before that: {n}"),
    "from_day": N_("from this day after treatment on: {n}"),
    "high": N_("days as high as that: {n}"),
    "to_day": N_("up to this day after treatment: {n}"),
}
"""What the numbers are that more than one rule has; a rule says itself what its own are, `Rule.numbers`."""


@dataclass(frozen=True, slots=True)
class Why:
    """Sentences that explain a point."""

    criterion: str
    numbers: str
    source: str


def why(flag: Flag) -> Why:
    """The explanation of a point, from its rule and its own evidence."""
    rule = next((rule for rule in every_rule() if rule.key == flag.rule), None)
    names = {**USUAL_NAMES, **(rule.numbers if rule else {})}
    quoted = (
        _(names.get(key) or key.replace("_", " ") + ": {n}").format(n=number(each), **flag.names)
        for key, each in flag.evidence.items()
    )
    return Why(
        criterion=_(rule.criterion) if rule else "",
        numbers=_("It rests on: {numbers}.").format(numbers="; ".join(quoted)),
        source=_(rule.source) if rule else "",
    )
