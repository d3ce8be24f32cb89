"""The diary in memory: one array of scores for each item and voice, all over the same days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from symtrack.diary.day import FIRST_YEAR
from symtrack.diary.instrument import Instrument, load, of
from symtrack.diary.night import at_night
from symtrack.diary.rows import Event, RatingColumns

EARLIEST = date(FIRST_YEAR, 1, 1)
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One item in one voice, a value a day: shape (days,), index 0 is the ordinal `first`.

    `scores` are 0–10, NaN where there is no number; `asked` is true where the answer was a reason instead of a number;
    `late` counts the days between the day and its entry. A day's value is its own answer ("at its worst"); without one,
    the worst of its moments. `night` is the worst moment noted between 22:00 and 06:00, NaN on days without one; None
    where no day has one. `moments` are the least and the worst moment of each day, shape (2, days), None likewise.
    """

    item: str
    voice: str
    first: int
    scores: Floats
    asked: Bools
    late: Ints
    night: Floats | None = None
    moments: Floats | None = None

    @property
    def days(self) -> Ints:
        """The ordinals of the days, shape (days,)."""
        return np.arange(self.first, self.first + len(self.scores), dtype=np.int64)

    @property
    def answered(self) -> Bools:
        """Where there is a number, shape (days,)."""
        return ~np.isnan(self.scores)

    def between(self, first: date, last: date) -> "Series":
        """The part from `first` to `last`; days outside the diary are left out."""
        start = max(0, first.toordinal() - self.first)
        stop = max(start, last.toordinal() - self.first + 1)
        part = slice(start, stop)
        return replace(self._only(part), first=self.first + start)

    def upto(self, ordinal: int) -> "Series":
        """The series as it stood if the diary had ended on the day `ordinal`."""
        return self._only(slice(0, max(0, ordinal - self.first + 1)))

    def _only(self, part: slice) -> "Series":
        night = None if self.night is None else self.night[part]
        moments = None if self.moments is None else self.moments[:, part]
        return replace(
            self, scores=self.scores[part], asked=self.asked[part], late=self.late[part], night=night, moments=moments
        )


@dataclass(frozen=True, slots=True, eq=False)
class Diary:
    """Everything that counts, from the ordinal `first` to the ordinal `until`, both included.

    `series` is keyed by (voice, item); all of them cover the same days. `events` are in order of day and may lie after
    `until` (planned ones).
    """

    first: int
    until: int
    series: Mapping[tuple[str, str], Series]
    events: tuple[Event, ...]
    instrument: Instrument = field(default_factory=load)

    @classmethod
    def of(
        cls,
        columns: RatingColumns,
        events: Iterable[Event] = (),
        *,
        until: date,
        settings: Mapping[str, object] = {},
    ) -> "Diary":
        """The diary of these columns as it stands on `until`; ratings of later days are left out.

        So is what lies before all that a diary can be about: one mistyped year would make the arrays a thousand times
        as long. `settings` are the diary's own: its instrument has the items that the person made.
        """
        last, early = until.toordinal(), EARLIEST.toordinal()
        ordered = tuple(
            sorted(
                (event for event in events if event.day >= EARLIEST),
                key=lambda event: (event.day, event.time or "", event.recorded_at, event.id),
            )
        )
        past = [event.day.toordinal() for event in ordered if event.day <= until]
        first = min([last, min((day for day in columns.day if day >= early), default=last), *past])
        return cls(first, last, _series(columns, first, last), ordered, of(settings))

    def upto(self, day: date) -> "Diary":
        """The diary cut off after `day`: what had been entered for later days is gone."""
        cut = day.toordinal()
        return Diary(
            min(self.first, cut),
            cut,
            {key: series.upto(cut) for key, series in self.series.items()},
            tuple(event for event in self.events if event.day <= day),
            self.instrument,
        )

    @property
    def voices(self) -> tuple[str, ...]:
        """The voices that there are, the patient's first."""
        return tuple(sorted({voice for voice, _ in self.series}, key=lambda voice: (voice != "patient", voice)))

    def of_kind(self, kind: str) -> tuple[Event, ...]:
        """The events of one kind, in order of day."""
        return tuple(event for event in self.events if event.kind == kind)


def _series(columns: RatingColumns, first: int, last: int) -> dict[tuple[str, str], Series]:
    """Straight from columns into arrays; moments fill only the days that have no answer of their own.

    All series are filled at once, as the rows of one table with a column a day: an answer's cell is (`row`, `day`).
    """
    keys, nights = sorted(set(zip(columns.voice, columns.item, strict=True))), set(filter(at_night, set(columns.time)))
    row_of, shape = {key: k for k, key in enumerate(keys)}, (len(keys), last - first + 1)
    row = np.array([row_of[key] for key in zip(columns.voice, columns.item, strict=True)], dtype=np.int64)
    day = np.array(columns.day, dtype=np.int64) - first
    score, late = np.array(columns.score, dtype=np.float64), np.array(columns.late, dtype=np.int64)
    moment = np.array([time is not None for time in columns.time], dtype=np.bool_)
    nightly = np.array([time in nights for time in columns.time], dtype=np.bool_)
    inside = (day >= 0) & (day < shape[1])
    own, at, dark = inside & ~moment, inside & moment, inside & nightly
    worst, least, night = (
        _extreme(shape, (row[cells], day[cells]), score[cells], choose)
        for cells, choose in ((at, np.fmax), (at, np.fmin), (dark, np.fmax))
    )
    scores, asked, entered = worst.copy(), np.zeros(shape, np.bool_), np.zeros(shape, np.int64)
    np.maximum.at(entered, (row[at], day[at]), late[at])
    scores[row[own], day[own]], entered[row[own], day[own]] = score[own], late[own]
    asked[row[inside], day[inside]] = True
    asked &= np.isnan(scores)
    moments = np.stack([least, worst], axis=1)
    some, noted, nights_noted = (np.bincount(row[cells], minlength=len(keys)) for cells in (inside, at, dark))
    return {
        (voice, item): Series(
            item,
            voice,
            first,
            scores[k],
            asked[k],
            entered[k],
            night[k] if nights_noted[k] else None,
            moments[k] if noted[k] else None,
        )
        for k, (voice, item) in enumerate(keys)
        if some[k]
    }


def _extreme(shape: tuple[int, int], cells: tuple[Ints, Ints], scores: Floats, choose: np.ufunc) -> Floats:
    """The highest of these scores in each cell, or the lowest, as `choose` says; NaN where there is none."""
    found = np.full(shape, np.nan)
    choose.at(found, cells, scores)
    return found
