"""Words that the commands say to people."""

from collections.abc import Iterable

from symtrack.diary.flag import Urgency
from symtrack.i18n import N_, _

_URGENCIES: dict[Urgency, str] = {
    "now": N_("to phone about now"),
    "phone": N_("to phone about"),
    "visit": N_("for the next visit"),
    "none": N_("for the record"),
}


def urgency(of: Urgency) -> str:
    """When a point is to be talked about."""
    return _(_URGENCIES[of])


def by_urgency(given: Iterable[Urgency]) -> list[Urgency]:
    """Each urgency once, the most pressing first."""
    present = set(given)
    return [each for each in _URGENCIES if each in present]
