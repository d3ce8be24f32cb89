"""How many invented cases a property is held against: few in `make test`, many in `make torture`."""

from hypothesis import settings


def examples(part: float) -> int:
    """That part of the usual number, for cases of which each takes long."""
    return max(5, round(settings.default.max_examples * part)) if settings.default else 5
