"""A diary's days as a table for people: a line for each voice and moment, and its events below."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from symtrack.cli import output
from symtrack.diary.event_words import SAYS_TIME, as_private, said
from symtrack.diary.instrument import Instrument, short_answer
from symtrack.diary.rows import Event, Rating, voice_name
from symtrack.i18n import _, dated

Day = tuple[Sequence[Rating], Sequence[Event]]


def day_table(days: Mapping[date, Day], more: Mapping[date, Sequence[str]], known: Instrument) -> Iterator[str]:
    """The lines, the first of them the names of the columns; none without days. `more` are lines below a day's.

    `known` are the diary's questions, with the person's own.
    """
    if not days:
        return
    used = {rating.item for ratings, _events in days.values() for rating in ratings}
    keys = [item.key for item in known.items if item.key in used]
    names = {key: _(known.item(key).name) for key in (*keys, *sorted(used - set(keys)))}
    head = [_("Day"), _("Time"), _("Who"), *names.values()]
    rows: list[list[str]] = [head]
    below: dict[int, list[str]] = {}
    for day in sorted(days):
        ratings, events = days[day]
        rows += _lines(day, ratings, list(names))
        below[len(rows) - 1] = [*(_event_line(event, known) for event in events), *more.get(day, ())]
    for place, line in enumerate(output.columns(rows)):
        yield line
        yield from (f"  {event}" for event in below.get(place, ()))


def _lines(day: date, ratings: Sequence[Rating], items: Sequence[str]) -> Iterator[list[str]]:
    """One line for each voice and moment of the day; the day is named on the first, also when there is no rating."""
    voices: dict[tuple[str, str], dict[str, str]] = {}
    for rating in ratings:
        voices.setdefault((rating.time or "", rating.voice), {})[rating.item] = _shown(rating)
    name = dated(day)
    for (time, voice), answers in sorted(voices.items()) or [(("", ""), {})]:
        who = voice_name(voice) or (_("patient") if voice else "")
        yield [name, time, who, *(answers.get(item, "") for item in items)]
        name = ""


def _shown(rating: Rating) -> str:
    return as_private(short_answer(rating.answer)) if rating.private else short_answer(rating.answer)


def _event_line(event: Event, known: Instrument) -> str:
    time = None if event.kind in SAYS_TIME else event.time
    words = " ".join(part for part in (time, said(event, known)) if part)
    words = as_private(words) if event.private else words
    name = voice_name(event.voice)
    return _("{event} ({name})").format(event=words, name=name) if name else words
