"""Where in a treatment cycle a day lies."""

from collections.abc import Iterable, Mapping

import numpy as np

from symtrack.diary.record import Bools, Ints
from symtrack.diary.rows import Event

LAST_DAY = 42
NOT_GIVEN = ("skipped", "planned")


def cycle_days(cycles: Iterable[Event], days: Ints) -> Ints:
    """The day of the cycle for each of the ordinals `days`, 1 on the day of treatment; same shape as `days`.

    0 means undefined: before the first treatment, and after day 42. Skipped and planned ones do not count.
    """
    starts = given(cycles)
    if not len(starts):
        return np.zeros_like(days)
    latest = np.searchsorted(starts, days, side="right") - 1
    day = days - starts[np.maximum(latest, 0)] + 1
    return np.where((latest >= 0) & (day <= LAST_DAY), day, 0)


EXPECTED: Mapping[str, int] = {"nausea": 9, "appetite": 9, "fatigue": 14}
"""Up to these days of a cycle a rise is expected. Nausea on days 2 to 5 (Grunberg and others, Cancer 2004;100:2261–8)
and what is left of it; fatigue until about day 12 (77 women who rated it every evening, University of Southern
California)."""
APART = 14
"""Where treatments come closer together than this, the bad days are the usual ones."""


def expected(item: str, cycles: Iterable[Event], days: Ints) -> Bools:
    """The days on which a rise of this item is expected after a treatment; same shape as `days`."""
    last = EXPECTED.get(item, 0)
    starts = given(cycles)
    if not last or not len(starts):
        return np.zeros(days.shape, np.bool_)
    alone = starts[np.diff(starts, prepend=starts[0] - APART) >= APART]
    return np.isin(days, (alone[:, np.newaxis] + np.arange(last)).ravel())


def given(cycles: Iterable[Event]) -> Ints:
    """The ordinals of the days on which treatment was given, in order."""
    return np.array(sorted(e.day.toordinal() for e in cycles if e.body.get("status") not in NOT_GIVEN), dtype=np.int64)
