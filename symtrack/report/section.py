"""A section of the paper, and what every section is made from."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from symtrack.analysis.summary import Summary, Windows
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import Item
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT, Event
from symtrack.report.blocks import Block

FOLLOWING = 60
"""Sections with a lower place are page one, those from here on the pages that follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the paper is about. `events` are those that may be printed; `summaries` are in the order of `items`.

    The charts show the days of `span`: the period, and the days before it that the numbers are compared with.

    `assisted` counts the days on which somebody typed what the patient said, by name; `reasons` says why there is no
    number, by day; on the `corrected` days an answer was corrected afterwards. `abouts` are the items of answers
    that a note is about, by the id that the note names. `parts` are the keys of the sections that the paper has.
    """

    diary: Diary
    flags: Sequence[Flag]
    period: Period
    windows: Windows
    span: Period
    items: tuple[Item, ...]
    summaries: Mapping[str, Summary]
    events: tuple[Event, ...]
    settings: Mapping[str, object]
    assisted: Mapping[str, int]
    reasons: Mapping[date, str]
    corrected: Collection[date]
    abouts: Mapping[str, str]
    parts: Collection[str]

    def caregivers(self, period: Period) -> tuple[str, ...]:
        """The caregivers' voices that gave a number in the period, in order of name."""
        return tuple(
            voice
            for voice in self.diary.voices
            if voice != PATIENT
            and any(
                series.between(period.first, period.last).answered.any()
                for (whose, _item), series in self.diary.series.items()
                if whose == voice
            )
        )

    def of_kind(self, *kinds: str) -> tuple[Event, ...]:
        """The events of these kinds, in order of day."""
        return tuple(event for event in self.events if event.kind in kinds)

    def text(self, key: str) -> str:
        """The setting as one line of text; an empty string when it is not set."""
        value = self.settings.get(key)
        return " ".join(value.split()) if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the paper: `place` orders it among the others, `build` makes its blocks, none where it has nothing.

    A part with a `name` can be left out, and one that is not `usual` is there only when it is asked for.
    """

    key: str
    place: int
    build: Callable[[Matter], Iterable[Block]]
    name: str = ""
    usual: bool = True
