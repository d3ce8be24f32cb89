"""What one value becomes: a score, or something measured. InputError says why it is neither, the same for all alike."""

from fractions import Fraction

from symtrack.diary import measures
from symtrack.errors import InputError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.choice import Choice, shown
from symtrack.i18n import _

_THOUSAND = 1000


def score_of(choice: Choice, value: str) -> int:
    """The score 0–10 that the value becomes."""
    spelt = written.spelt(value)
    if spelt in choice.words:
        score = choice.words[spelt]
        if score is None:
            raise InputError(_("This word was left out."))
        return score
    number = written.number(value)
    if number is None:
        raise InputError(_("There is no number, and nobody said which number it is.") if spelt else _("It is empty."))
    scale = choice.scale
    score = scale.score(number)
    if score is None or _unclear(value, number, scale.high):
        raise InputError(
            _("The number is not on the scale from {low} to {high}.").format(
                low=shown(scale.low), high=shown(scale.high)
            )
        )
    return score


def measured(choice: Choice, value: str) -> dict[str, object]:
    """The body of the event for what was measured."""
    kind = measures.KINDS[choice.measure]
    spelt = written.spelt(value)
    number = written.number(value)
    if spelt in choice.words:
        said = choice.words[spelt]
        if said is None:
            raise InputError(_("This word was left out."))
        number = Fraction(said)
    refused = InputError(_("It can’t be what was measured, or not in this unit."))
    if number is not None and _unclear(value, number, Fraction(kind.most)):
        raise refused
    try:
        if number is None:
            kept, unit = measures.parse(kind, value, choice.unit)
        else:
            kept, unit = measures.checked(kind, float(number), choice.unit)
    except InputError:
        raise refused from None
    return {"what": kind.key, "value": kept, **({"unit": unit} if unit else {})}


def _unclear(value: str, number: Fraction, most: Fraction) -> bool:
    """Whether 1,500 may be one and a half, and may be fifteen hundred as well."""
    return written.may_be_thousands(value) and number * _THOUSAND <= most
