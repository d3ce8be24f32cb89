"""A stretch of whole days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.errors import InputError
from symtrack.i18n import _


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; InputError when it would end before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputError(
                _("The period can’t end on {last}, before it begins on {first}.").format(
                    last=self.last, first=self.first
                )
            )

    @classmethod
    def ending(cls, last: date, days: int) -> "Period":
        """The `days` days up to and with `last`; fewer where the calendar begins."""
        return cls(date.fromordinal(max(1, last.toordinal() - days + 1)), last)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=k) for k in range(len(self)))

    def before(self) -> "Period":
        """The equally long period right before this one."""
        return Period.ending(max(self.first, date.fromordinal(2)) - timedelta(days=1), len(self))
