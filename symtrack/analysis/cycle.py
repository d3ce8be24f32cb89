"""Where in a treatment cycle a day lies."""

from collections.abc import Iterable

import numpy as np

from symtrack.diary.record import Ints
from symtrack.diary.rows import Event

LAST_DAY = 42
NOT_GIVEN = frozenset({"skipped", "planned"})


def cycle_days(cycles: Iterable[Event], days: Ints) -> Ints:
    """The day of the cycle for each of the ordinals `days`, 1 on the day of treatment; same shape as `days`.

    0 means undefined: before the first treatment, and after day 42. Skipped and planned ones do not count.
    """
    given = sorted(event.day.toordinal() for event in cycles if event.body.get("status") not in NOT_GIVEN)
    if not given:
        return np.zeros_like(days)
    starts = np.array(given, dtype=np.int64)
    latest = np.searchsorted(starts, days, side="right") - 1
    day = days - starts[np.maximum(latest, 0)] + 1
    return np.where((latest >= 0) & (day <= LAST_DAY), day, 0)
