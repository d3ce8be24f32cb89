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
    "from_day": N_("from this day after treatment on: {n}"),
    "goal": N_("the level chosen: {n}"),
    "high": N_("days as high as that: {n}"),
    "less": N_("{unit} less than that: {n}"),
    "low": N_("the lowest between: {n}"),
    "many": N_("treatments with nausea the day before: {n}"),
    "months": N_("months looked back: {n}"),
    "nausea_at_least": N_("nausea of at least: {n}"),
    "now": N_("{unit} now: {n}"),
    "own": N_("the person’s own average: {n}"),
    "percent": N_("per cent less: {n}"),
    "score": N_("the answer: {n}"),
    "second": N_("average of the second week: {n}"),
    "seen": N_("the other average: {n}"),
    "silent": N_("days without an answer: {n}"),
    "things": N_("went up together: {n}"),
    "third": N_("average of the third week: {n}"),
    "ticks": N_("lines ticked: {n}"),
    "to_day": N_("up to this day after treatment: {n}"),
    "treatments": N_("treatments looked at: {n}"),
    "bowels.days": N_("days in a row marked “no”: {n}"),
    "doses-help-less.after": N_("the middle fall now: {n}"),
    "doses-help-less.before": N_("the middle fall before that: {n}"),
    "fatigue-lasting.after": N_("the middle of the last days: {n}"),
    "fatigue-lasting.before": N_("the middle of the days before: {n}"),
    "harder-cycle.after": N_("average of this cycle’s first days: {n}"),
    "harder-cycle.before": N_("average of the same days one cycle before: {n}"),
    "harder-cycle.to_day": N_("days compared: {n}"),
    "more-doses.after": N_("doses a day: {n}"),
    "more-doses.before": N_("doses a day, usually: {n}"),
    "more-doses.days": N_("days counted: {n}"),
    "nights.days": N_("days looked at: {n}"),
    "pain-spells.days": N_("days looked at: {n}"),
    "swings.after": N_("high again: {n}"),
    "swings.before": N_("high at first: {n}"),
    "weight-loss.before": N_("{unit} at the highest: {n}"),
}
"""What each number of a point’s evidence is; after a rule’s key, what it is in that rule."""


@dataclass(frozen=True, slots=True)
class Why:
    """Sentences that explain a point."""

    criterion: str
    numbers: str
    source: str


def why(flag: Flag) -> Why:
    """The explanation of a point, from its rule and its own evidence."""
    rule = next((rule for rule in every_rule() if rule.key == flag.rule), None)
    quoted = (_(_name(flag.rule, key)).format(n=number(each), **flag.names) for key, each in flag.evidence.items())
    return Why(
        criterion=_(rule.criterion) if rule else "",
        numbers=_("It rests on: {numbers}.").format(numbers="; ".join(quoted)),
        source=_(rule.source) if rule else "",
    )


def _name(rule: str, key: str) -> str:
    return EVIDENCE_NAMES.get(f"{rule}.{key}") or EVIDENCE_NAMES.get(key) or key.replace("_", " ") + ": {n}"
