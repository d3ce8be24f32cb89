"""An invented diary that looks like a real one: to try things out, for pictures and for tests."""

from datetime import date, timedelta

from symtrack.diary.day import LAST_YEAR
from symtrack.diary.period import Period
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.sample.answers import answered
from symtrack.sample.keyed import keyed
from symtrack.sample.story import Told, told
from symtrack.store.rows import Rows

__all__ = ["build"]

_EARLIEST, _LATEST = date(1971, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()


def build(*, days: int = 180, seed: int = 1, until: date) -> Rows:
    """The last `days` days of the story, ending on `until`; the same rows to the byte for the same arguments.

    Every seed tells the same story with other numbers, in a diary of its own. A shorter diary holds the end of a
    longer one; what still counts from before it, such as the treatment, begins on its first day. On `until` itself
    only the first questions have been answered. InputError for less than a day, or days that no calendar here has.
    """
    if days < 1:
        raise InputError(_("A diary has at least one day, and not {days}.").format(days=days))
    if not _EARLIEST <= until.toordinal() - days + 1 <= until.toordinal() <= _LATEST:
        raise InputError(_("The invented diary can’t reach that far: it lies between the years 1971 and 2200."))
    there = Told(period=Period.ending(until, days), end=_end(until))
    return keyed([*told(there), *answered(there, seed)], seed)


def _end(until: date) -> date:
    """The day on which the story ends: at most two days after `until`, so that no hospital day is on a weekend."""
    hospital = until - timedelta(days=5)
    return until + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[hospital.weekday()])
