"""Finding what happened again: by its kind, and by any word that the person wrote."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from symtrack.diary.event_words import one_line, said
from symtrack.diary.instrument import Instrument
from symtrack.diary.rows import Event
from symtrack.i18n import N_

COURSE = ("treatment", "cycle", "scan", "visit", "stay", "change", "other")
"""What the days are read against."""

GROUPS = {
    "treatment": N_("Treatments"),
    "cycle": N_("Cycles"),
    "scan": N_("Scans"),
    "visit": N_("Visits"),
    "stay": N_("Stays"),
    "change": N_("Changes of medicines"),
    "other": N_("Other things"),
    "note": N_("Notes"),
    "question": N_("Questions"),
    "dose": N_("Doses"),
    "episode": N_("Sudden bad pain"),
    "measurement": N_("Measurements"),
    "call": N_("Calls"),
    "teamlist": N_("The team’s list"),
    "goal": N_("Levels chosen"),
    "import": N_("Files brought in"),
}
"""What can be looked for by itself. How a point was dealt with stands beside the point."""

_WRITTEN = ("with", "medicine", "from", "to", "whom", "said", "answer", "name", "helped", "ticked", "answers")
"""The keys of a body that hold words of the person."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that was looked for, and what it says in one line, with the place where the words were found."""

    event: Event
    words: str


def groups(events: Iterable[Event]) -> list[str]:
    """The kinds that there are, in the order in which they are offered."""
    there = {event.kind for event in events}
    return [kind for kind in GROUPS if kind in there]


def written(event: Event) -> tuple[str, ...]:
    """Every text that the person wrote in the event, each in one line."""
    return tuple(
        line for text in (event.text, *(event.body.get(key) for key in _WRITTEN)) for line in _lines(text) if line
    )


def find(events: Sequence[Event], kinds: Iterable[str], words: str, known: Instrument) -> list[Hit]:
    """The events of these kinds in which the words stand, small letters or capitals; every one for no words.

    `known` are the diary's questions.
    """
    wanted, allowed = one_line(words).casefold(), frozenset(kinds)
    hits = (_hit(event, wanted, known) for event in events if event.kind in allowed)
    return [hit for hit in hits if hit is not None]


def _hit(event: Event, wanted: str, known: Instrument) -> Hit | None:
    line = said(event, known)
    if wanted in line.casefold():
        return Hit(event, line)
    more = next((text for text in written(event) if wanted in text.casefold()), None)
    return None if more is None else Hit(event, f"{line}: {more}")


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield one_line(value)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _lines(part.get("text") if isinstance(part, dict) else part)
