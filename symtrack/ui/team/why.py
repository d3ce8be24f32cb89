"""Why a point is shown: its criterion, the numbers that it rests on, and where the criterion comes from."""

from dataclasses import dataclass

from symtrack.diary.flag import Flag
from symtrack.i18n import N_, _, number
from symtrack.rules import every_rule

EVIDENCE_NAMES = {
    "above": N_("days above the level chosen: {n}"),
    "after": N_("the last days: {n}"),
    "appetite_at_least": N_("loss of appetite of at least: {n}"),
    "at_least": N_("counted from: {n}"),
    "before": N_("before that: {n}"),
    "both": N_("days with both: {n}"),
    "days": N_("days answered: {n}"),
    "days_before": N_("days answered before that: {n}"),
    "doses": N_("doses: {n}"),
    "doses_before": N_("doses before that: {n}"),
    "first": N_("average of the first week: {n}"),
    "from_day": N_("from day {n} after treatment"),
    "goal": N_("the level chosen: {n}"),
    "high": N_("days as high as that: {n}"),
    "less": N_("less by: {n}"),
    "low": N_("the lowest day between: {n}"),
    "many": N_("how many times: {n}"),
    "months": N_("months looked back: {n}"),
    "nausea_at_least": N_("nausea of at least: {n}"),
    "now": N_("now: {n}"),
    "own": N_("the person’s own average: {n}"),
    "percent": N_("in per cent: {n}"),
    "score": N_("that day’s number: {n}"),
    "second": N_("average of the second week: {n}"),
    "seen": N_("the other average: {n}"),
    "silent": N_("days without an answer: {n}"),
    "things": N_("how many went up: {n}"),
    "third": N_("average of the third week: {n}"),
    "ticks": N_("lines ticked: {n}"),
    "to_day": N_("to day {n} after treatment"),
    "treatments": N_("treatments looked at: {n}"),
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
