"""Why a point is shown: its criterion, the numbers that it rests on, and where the criterion comes from."""

from dataclasses import dataclass

from symtrack.diary.flag import Flag
from symtrack.i18n import N_, _, number
from symtrack.rules import every_rule

EVIDENCE_NAMES = {
    "above": N_("days above the level chosen: {n}"),
    "after": N_("average of the last days: {n}"),
    "appetite_at_least": N_("loss of appetite of at least: {n}"),
    "at_least": N_("counted from: {n}"),
    "before": N_("average of the days before: {n}"),
    "both": N_("days with both: {n}"),
    "days": N_("days answered: {n}"),
    "days_before": N_("days answered before that: {n}"),
    "goal": N_("the level chosen: {n}"),
    "high": N_("days as high as that: {n}"),
    "nausea_at_least": N_("nausea of at least: {n}"),
}


@dataclass(frozen=True, slots=True)
class Why:
    """Sentences that explain a point."""

    criterion: str
    numbers: str
    source: str


def why(flag: Flag) -> Why:
    """The explanation of a point, from its rule and its own evidence."""
    rule = next((rule for rule in every_rule() if rule.key == flag.rule), None)
    quoted = (
        _(EVIDENCE_NAMES.get(key, key.replace("_", " ") + ": {n}")).format(n=number(amount))
        for key, amount in flag.evidence.items()
    )
    return Why(
        criterion=_(rule.criterion) if rule else "",
        numbers=_("It rests on: {numbers}.").format(numbers="; ".join(quoted)),
        source=_(rule.source) if rule else "",
    )
