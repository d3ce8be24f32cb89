"""What came with another copy of the diary, in sentences."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from symtrack.diary.event_words import said, unseen
from symtrack.diary.instrument import Instrument, short_answer
from symtrack.diary.rows import PATIENT, Event, Rating, voice_name
from symtrack.i18n import _, days, n_, short_day
from symtrack.store.merging import Came

MOST = 12
"""Lines of one kind that are shown one by one; the Diary page has all."""


def lines(came: Came, known: Instrument, *, results: bool = True) -> list[str]:
    """A sentence for each thing that is worth reading; one for nothing new. Without `results` not what scans showed."""
    if not results:
        gone = tuple(unseen(row) if isinstance(row, Event) else row for row in came.gone)
        came = replace(came, events=tuple(map(unseen, came.events)), gone=gone)
    if not came.any:
        return [_("Nothing in it was new: everything that it has is here already.")]
    told = [*_answers(came), *_events(came, known), *_changed(came, known), *_gone(came, known)]
    return told or [_("Earlier versions of what is here came with it. What counts today is the same as before.")]


def _answers(came: Came) -> Iterator[str]:
    voices = Counter(rating.voice for rating in came.ratings)
    for voice, count in sorted(voices.items(), key=lambda each: each[0] != PATIENT):
        on = sorted({rating.day for rating in came.ratings if rating.voice == voice})
        span = days(on[0], on[-1]) if on[0] != on[-1] else short_day(on[0])
        words = n_("{n} answer on {span}", "{n} answers on {span}", count).format(n=count, span=span)
        name = voice_name(voice)
        yield _("{answers}, as {name} saw it.").format(answers=words, name=name) if name else f"{words}."


def _events(came: Came, known: Instrument) -> Iterator[str]:
    events = [event for event in came.events if event.kind not in {"import", "flagmark"}]
    for event in events[:MOST]:
        yield _("{day}: {what}").format(day=short_day(event.day), what=said(event, known))
    yield from _more(len(events))


def _changed(came: Came, known: Instrument) -> Iterator[str]:
    for before, now in came.changed[:MOST]:
        yield _("{day}, {item}: {before} became {now}, as it was corrected on the other computer.").format(
            day=short_day(now.day),
            item=_item(now, known),
            before=short_answer(before.answer),
            now=short_answer(now.answer),
        )
    yield from _more(len(came.changed))


def _gone(came: Came, known: Instrument) -> Iterator[str]:
    for row in came.gone[:MOST]:
        what = said(row, known) if isinstance(row, Event) else f"{_item(row, known)} {short_answer(row.answer)}"
        yield _("{day}: “{what}” was taken away on the other computer.").format(day=short_day(row.day), what=what)
    yield from _more(len(came.gone))


def _more(count: int) -> Iterator[str]:
    if count > MOST:
        yield n_("And {n} more.", "And {n} more.", count - MOST).format(n=count - MOST)


def _item(rating: Rating, known: Instrument) -> str:
    return _(known.item(rating.item).name)
