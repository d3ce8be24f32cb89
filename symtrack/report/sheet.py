"""A sheet for the wall, for the next caregiver, or to write on; and what every sheet is made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from symtrack.diary import instrument, setting_keys
from symtrack.diary.event_words import one_line
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import Instrument
from symtrack.diary.moment import minutes
from symtrack.diary.period import Period
from symtrack.diary.rows import Event, Rating
from symtrack.i18n import _, clock, clock_at, code, dated, day_name, left_to_right, weekday_name
from symtrack.report.blocks import Block, Foot, Head
from symtrack.report.phrases import cut

LONGEST_NAME = 80
DAYS_READ = 3
"""As many days of ratings as the longest look back of a sheet needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The diary as it stands at the moment `now`, which lies in the person's day `today`.

    `ratings` are those of the last DAYS_READ days; `flags` those of the whole history. What is private is in none of
    them unless it was asked for: the flags have to rest on nothing private. `abouts` are the items of answers that a
    note is about, by the id that the note names. `week` is the day on which the week sheet begins; None
    leaves its days blank.
    """

    now: datetime
    today: date
    settings: Mapping[str, object]
    events: Sequence[Event]
    ratings: Sequence[Rating]
    flags: Sequence[Flag] = ()
    abouts: Mapping[str, str] = field(default_factory=dict)
    week: date | None = None

    @classmethod
    def of(
        cls,
        *,
        now: datetime,
        today: date,
        settings: Mapping[str, object],
        events: Iterable[Event],
        ratings: Iterable[Rating],
        flags: Sequence[Flag] = (),
        abouts: Mapping[str, str] = {},
        week: date | None = None,
        private: bool = False,
    ) -> "Ground":
        """The same, with everything in order of time, and without what is private unless `private`."""
        begins = setting_keys.day_start(settings.get("day-start"))

        def order(row: Event | Rating) -> tuple[date, int, str, str]:
            return row.day, _minutes(row.time, begins), row.recorded_at, row.id

        return cls(
            now=now,
            today=today,
            settings=settings,
            events=tuple(sorted((row for row in events if private or not row.private), key=order)),
            ratings=tuple(sorted((row for row in ratings if private or not row.private), key=order)),
            flags=() if settings.get("flags") == "off" else flags,
            abouts=abouts,
            week=week,
        )

    @staticmethod
    def reach(today: date) -> tuple[date, date]:
        """The first and the last day of the ratings that a sheet reads."""
        period = Period.ending(today, DAYS_READ)
        return period.first, period.last

    @property
    def known(self) -> Instrument:
        return instrument.of(self.settings)

    def text(self, key: str) -> str:
        """The setting as one line of text; an empty string when it is not set."""
        value = self.settings.get(key)
        return one_line(value) if isinstance(value, str) else ""

    def last_days(self, count: int) -> tuple[date, ...]:
        """The last days, today the last of them; fewer where the calendar begins."""
        return tuple(Period.ending(self.today, count))

    def of_days(self, days: Sequence[date], *kinds: str) -> tuple[Event, ...]:
        """The events of these kinds on these days, in order of time."""
        return tuple(event for event in self.events if event.kind in kinds and event.day in days)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of sheet: its key on the command line, its place among the others, its name, and how it is built."""

    key: str
    place: int
    name: str
    build: Callable[[Ground], tuple[Block, ...]]


def head(ground: Ground, title: str, *lines: str) -> Head:
    """The top of a sheet: what it is and whose."""
    return Head(
        title=title,
        name=cut(ground.text("name"), LONGEST_NAME),
        lines=tuple(filter(None, lines)),
        language=code(),
        day=ground.today,
        large=True,
    )


def foot(text: str) -> Foot:
    return Foot(
        text=text,
        page=_("Page {page} of {pages}"),
        unprintable=_("Characters that no font on this computer has are named in brackets."),
    )


def made(ground: Ground) -> str:
    """Friday 15 May 2026, 14:02."""
    now = ground.now
    return _("{weekday} {day}, {time}").format(weekday=day_name(now.date()), day=dated(now.date()), time=clock(now))


def born(ground: Ground) -> str:
    """The day of birth as the language writes it; as it stands where it is no day."""
    written = ground.text("birth-date")
    try:
        return dated(date.fromisoformat(written))
    except ValueError:
        return cut(written, LONGEST_NAME)


def hospital_number(ground: Ground) -> str:
    return left_to_right(number) if (number := cut(ground.text("hospital-number"), LONGEST_NAME)) else ""


def at(row: Event | Rating, ground: Ground) -> str:
    """Today 14:10; Thu; a day of these last ones, with its time where there is one."""
    day = _("Today") if row.day == ground.today else weekday_name(row.day)
    told = clock_words(row.time)
    return _("{day} {time}").format(day=day, time=told) if told else day


def clock_words(written: str | None) -> str:
    """The time of day as the language writes it; nothing where there is none."""
    try:
        return clock_at(written) if written else ""
    except ValueError:
        return ""


def _minutes(written: str | None, begins: time) -> int:
    """The place in the person's day; what has no time comes first."""
    try:
        return minutes(written, begins) if written else -1
    except ValueError:
        return -1
