"""What the entries of a foreign file become: rows of a diary, or nothing and the reason why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from symtrack.diary import measures, setting_keys
from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import InputError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.choice import NOTE, OUT, Choice, Choices
from symtrack.exchange.foreign.entry import Entry
from symtrack.exchange.foreign.left_out import Leaving, LeftOut, shortened
from symtrack.exchange.foreign.reading import Reading
from symtrack.exchange.foreign.targets import Targets
from symtrack.exchange.foreign.value import measured, score_of
from symtrack.exchange.source import too_big
from symtrack.i18n import _, quoted

SAMPLES_EACH, MOST_SAMPLES = 3, 60
MOST_KNOWN = 4096
MOST_ROWS = 200_000
"""Seven scores a day for seventy-eight years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One entry as it was there, and what it becomes on which day; empty when it is left out."""

    where: str
    day: date
    time: str | None
    subject: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """All that a file becomes.

    `settings` make the person's new questions. `taken` counts the entries that are taken, by subject. `early` is how
    many of them were after midnight and belong to the evening before.
    """

    settings: tuple[Setting, ...]
    ratings: tuple[Rating, ...]
    events: tuple[Event, ...]
    read: int
    taken: Mapping[str, int]
    left_out: tuple[LeftOut, ...]
    samples: tuple[Sample, ...]
    early: int

    @property
    def items(self) -> Mapping[str, int]:
        """How many scores there are of each item, by its key."""
        return Counter(rating.item for rating in self.ratings)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that anything is brought in for."""
        days = [*(rating.day for rating in self.ratings), *(event.day for event in self.events)]
        return (min(days), max(days)) if days else None


def became(reading: Reading, choices: Choices, settings: Mapping[str, object], today: date) -> Became:
    """What the file becomes in a diary with these settings, on the person's day.

    InputError when the order of day and month has to be known and is not, or when a choice names what there is not.
    """
    survey = reading.survey
    if survey.asks_order and choices.order not in survey.orders:
        raise InputError(
            _("The file does not tell which is the day and which the month in {days}. Please say which.").format(
                days=", ".join(quoted(day) for day in survey.days)
            )
        )
    making = _Making(choices, Targets(choices, settings), today, setting_keys.day_start(settings.get("day-start")))
    making.leaving.extend(survey.left_out)
    for entry in reading.entries():
        making.take(entry)
        if len(making.ratings) + len(making.events) > MOST_ROWS:
            raise too_big(reading.name)
    return Became(
        settings=making.targets.made,
        ratings=tuple(rating for rating, _entry in making.ratings.values()),
        events=tuple(making.events.values()),
        read=survey.read,
        taken=making.taken,
        left_out=making.leaving.all(),
        samples=tuple(making.samples),
        early=making.early,
    )


_Place = tuple[object, ...]


@dataclass(slots=True)
class _Making:
    """The rows that were made so far."""

    choices: Choices
    targets: Targets
    today: date
    day_start: time
    ratings: dict[_Place, tuple[Rating, Entry]] = field(default_factory=dict)
    events: dict[_Place, Event] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)
    leaving: Leaving = field(default_factory=Leaving)
    samples: list[Sample] = field(default_factory=list)
    shown: Counter[str] = field(default_factory=Counter)
    early: int = 0
    scores: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Makes a row of the entry, or counts it as left out."""
        choice = self.choices.by_subject.get(entry.subject) or Choice()
        day = written.day(entry.day, self.choices.order or "ymd") if isinstance(entry.day, str) else entry.day
        if day is None:
            self._leave(entry, _("There is no day that can be read."))
            return
        early = entry.time is not None and time.fromisoformat(entry.time) < self.day_start
        day -= timedelta(days=early)
        becomes = ""
        try:
            becomes = self._row(entry, choice, day)
        except InputError as error:
            self._leave(entry, str(error))
        else:
            self.taken[entry.subject] += 1
            self.early += early
            self._note(entry.note, day, entry.time)
        self._show(entry, day, becomes)

    def _row(self, entry: Entry, choice: Choice, day: date) -> str:
        """What the entry becomes, for people; InputError says why it is left out."""
        if choice.target == OUT:
            raise InputError(choice.why or _("You left it out."))
        if day > self.today:
            raise InputError(_("The day has not come yet."))
        if choice.target == NOTE:
            if not entry.value.strip():
                raise InputError(_("It is empty."))
            self._note(entry.value, day, entry.time)
            return _("a note")
        if choice.measure:
            body = measured(choice, entry.value)
            event = Event(kind="measurement", day=day, time=entry.time, body=body)
            place = (day, entry.time, body["what"], body["value"])
            if place in self.events:
                raise InputError(_("It is there twice."))
            self.events[place] = event
            return measures.said(event)
        return self._rate(entry, self._score(entry, choice), day)

    def _score(self, entry: Entry, choice: Choice) -> int:
        """The score of the value, which most often was there before."""
        known = (entry.subject, entry.value)
        score = self.scores.get(known)
        if score is None:
            score = score_of(choice, entry.value)
            if len(self.scores) < MOST_KNOWN:
                self.scores[known] = score
        return score

    def _rate(self, entry: Entry, score: int, day: date) -> str:
        """One score for a day and time is kept, the worst: as with the moments of a day."""
        item = self.targets.item(entry.subject)
        rating = Rating(day=day, time=entry.time, item=item.key, score=score)
        place = (day, entry.time, item.key)
        there = self.ratings.get(place)
        if there is not None:
            self._note(entry.note, day, entry.time)
            if there[0].score == score:
                raise InputError(_("It is there twice."))
            worse = _("A worse one of the same day and time is taken.")
            if (there[0].score or 0) > score:
                raise InputError(worse)
            self._take_back(there[1], worse)
        self.ratings[place] = (rating, entry)
        return _("{item}: {score}").format(item=_(item.name), score=score)

    def _take_back(self, entry: Entry, why: str) -> None:
        """An entry that was taken is left out after all."""
        self._leave(entry, why)
        self.taken[entry.subject] -= 1
        for at, sample in enumerate(self.samples):
            if (sample.where, sample.subject) == (entry.where, entry.subject):
                self.samples[at] = replace(sample, becomes="")

    def _note(self, text: str, day: date, at: str | None) -> None:
        """A note that several values of one moment share is taken once."""
        if text.strip():
            self.events.setdefault((day, at, text.strip()), Event(kind="note", day=day, time=at, text=text.strip()))

    def _leave(self, entry: Entry, why: str) -> None:
        self.leaving.add(entry.subject, why, entry.where, entry.value)

    def _show(self, entry: Entry, day: date, becomes: str) -> None:
        if self.shown[entry.subject] < SAMPLES_EACH and len(self.samples) < MOST_SAMPLES:
            self.shown[entry.subject] += 1
            self.samples.append(
                Sample(
                    where=entry.where,
                    day=day,
                    time=entry.time,
                    subject=entry.subject,
                    was=shortened(f"{entry.value} ({entry.label})" if entry.label else entry.value),
                    becomes=becomes,
                )
            )
