"""What the person said of an app's file before: the next export of the same app means the same."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from symtrack.diary import measures
from symtrack.diary.instrument import LEAST, MOST, Instrument
from symtrack.diary.rows import Event
from symtrack.exchange.foreign.choice import MEASURE, NEW, NOTE, Choice, Scale

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)


def choices(form: str, events: Iterable[Event], known: Instrument) -> dict[str, Choice]:
    """The choices that were kept with the imports of this format, the last one of each subject.

    What can't be read, or names what is not there any more, is none.
    """
    found: dict[str, Choice] = {}
    for event in events:
        if event.kind != "import" or event.body.get("format") != form:
            continue
        kept = event.body.get("mapping")
        for subject, said in kept.items() if isinstance(kept, Mapping) else ():
            choice = _choice(said, known) if isinstance(said, Mapping) else None
            if choice is not None:
                found[subject] = choice
    return found


def _choice(said: Mapping[str, object], known: Instrument) -> Choice | None:
    target, unit, name = (said.get(key, "") for key in ("target", "unit", "name"))
    if not isinstance(target, str) or not isinstance(unit, str) or not isinstance(name, str):
        return None
    if target == NOTE:
        return Choice(target=NOTE)
    words = _words(said.get("words"))
    if target.startswith(MEASURE):
        kind = measures.KINDS.get(target.removeprefix(MEASURE))
        fits = kind is not None and (not kind.units or unit in {each.key for each in kind.units})
        return Choice(target=target, unit=unit, words=words) if fits else None
    low, high = _number(said.get("low")), _number(said.get("high"))
    there = target == NEW or target in {item.key for item in known.items}
    if not there or low is None or high is None or low >= high:
        return None
    return Choice(target=target, scale=Scale(low, high, said.get("better") is True), words=words, name=name)


def _number(said: object) -> Fraction | None:
    return Fraction(said) if isinstance(said, str) and _NUMBER.fullmatch(said) else None


def _words(said: object) -> dict[str, int | None]:
    """The words and their scores; what is neither a score nor left out is no word."""
    return {
        word: score
        for word, score in (said.items() if isinstance(said, Mapping) else ())
        if isinstance(word, str) and (score is None or (type(score) is int and LEAST <= score <= MOST))
    }
