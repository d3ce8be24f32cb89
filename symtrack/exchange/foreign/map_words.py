"""What `--map` says: `SUBJECT=TARGET`, `SUBJECT.WORD=N`. A subject may hold any sign: what counts is the last `=`."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from symtrack.diary import measures
from symtrack.diary.instrument import Instrument, load, unknown
from symtrack.errors import InputError
from symtrack.exchange.foreign import written
from symtrack.exchange.foreign.choice import AS_IT_IS, MEASURE, NEW, NOTE, OUT, Choice, Choices, Scale, shown
from symtrack.exchange.foreign.entry import ROLES
from symtrack.exchange.foreign.survey import Survey
from symtrack.i18n import _

_BETTER = "better"
_SCALE = re.compile(r"(-?\d{1,4}(?:[.,]\d{1,3})?)-(-?\d{1,4}(?:[.,]\d{1,3})?)", re.ASCII)
_SCORE = re.compile(r"\d|10", re.ASCII)


def roles(given: Iterable[str]) -> dict[str, str]:
    """The roles of columns among what was given, such as `Datum=column.day`, by the columns' names."""
    found = {}
    for left, right in map(_halves, given):
        if right.startswith("column."):
            role = right.removeprefix("column.")
            if role not in ROLES:
                raise InputError(unknown(role, list(ROLES), _("what a column can be")))
            found[left] = role
    return found


def chosen(choices: Choices, given: Iterable[str], survey: Survey, known: Instrument) -> Choices:
    """The choices with what was given; InputError names the part that can't be."""
    subjects = [seen.subject for seen in survey.subjects]
    words: dict[str, dict[str, int | None]] = {}
    for left, right in map(_halves, given):
        if right.startswith("column."):
            continue
        named = _named(left, subjects)
        of = None if named else _with_word(left, subjects)
        if of is not None and (_SCORE.fullmatch(right) or right == OUT):
            subject, word = of
            words.setdefault(subject, {})[written.spelt(word)] = None if right == OUT else int(right)
            continue
        subject = named or _one_of(left, subjects, _("in the file"))
        choices = choices.having(subject, _choice(subject, right, known))
    for subject, said in words.items():
        choice = choices.by_subject[subject]
        if choice.target == OUT:
            raise InputError(
                _("Please say what “{subject}” becomes too, such as “{example}”.").format(
                    subject=subject, example=f"{subject}=pain"
                )
            )
        choices = choices.having(subject, replace(choice, words={**choice.words, **said}))
    return choices


def spelt(subject: str, choice: Choice) -> tuple[str, ...]:
    """The choice as `--map` says it: what the subject becomes, and then each of its words."""
    parts = [f"{subject}={choice.target}"]
    if choice.measure:
        what = choice.target if choice.measure in {item.key for item in load().items} else choice.measure
        parts = [f"{subject}={what}", *filter(None, [choice.unit])]
    if choice.scored and (choice.scale.low, choice.scale.high) != (AS_IT_IS.low, AS_IT_IS.high):
        parts.append(f"{shown(choice.scale.low)}-{shown(choice.scale.high)}")
    if choice.scored and choice.scale.better:
        parts.append(_BETTER)
    words = (f"{subject}.{word}={OUT if score is None else score}" for word, score in choice.words.items())
    return (":".join(parts), *words)


def _choice(subject: str, text: str, known: Instrument) -> Choice:
    """The choice that TARGET[:LOW-HIGH][:better], or for a measurement TARGET[:UNIT], says."""
    target, *rest = text.split(":")
    if target in {OUT, NOTE}:
        _none_left(rest, text)
        return Choice(target=target, why=_("You left it out.") if target == OUT else "")
    key = target.removeprefix(MEASURE)
    items = {item.key for item in known.items}
    if target.startswith(MEASURE) or (key in measures.KINDS and key not in items):
        if key not in measures.KINDS:
            raise InputError(unknown(key, list(measures.KINDS), _("a measurement")))
        unit = rest.pop(0) if rest else ""
        _none_left(rest, text)
        kind = measures.KINDS[key]
        if kind.units and not unit:
            shown = ", ".join(f"{target}:{each.key}" for each in kind.units)
            raise InputError(
                _("Please say in which unit “{subject}” is: {shown}.").format(subject=subject, shown=shown)
            )
        return Choice(target=MEASURE + key, unit=measures.known_unit(kind, unit).key)
    if target != NEW and target not in items:
        others = [OUT, NOTE, NEW, *(each for each in measures.KINDS if each not in items)]
        raise InputError(unknown(target, [*sorted(items), *others], _("what it can become")))
    better = _BETTER in rest
    parts = [part for part in rest if part != _BETTER]
    scale = _scale(parts.pop(0)) if parts else AS_IT_IS
    _none_left(parts, text)
    return Choice(target=target, scale=Scale(scale.low, scale.high, better), name=subject if target == NEW else "")


def _scale(text: str) -> Scale:
    found = _SCALE.fullmatch(text)
    if found is None:
        raise InputError(_("“{text}” is no scale. It is written like 0-4, lowest first.").format(text=text))
    low, high = (Fraction(part.replace(",", ".")) for part in found.groups())
    return Scale(low, high)


def _none_left(parts: list[str], text: str) -> None:
    if parts:
        raise InputError(_("“{part}” in “{text}” says nothing here.").format(part=":".join(parts), text=text))


def _halves(text: str) -> tuple[str, str]:
    left, equals, right = text.rpartition("=")
    if not equals or not left.strip():
        raise InputError(_("“{text}” is not written as SUBJECT=TARGET, such as “Pain=pain:0-4”.").format(text=text))
    return left.strip(), right.strip()


def _named(text: str, subjects: list[str]) -> str | None:
    """The subject of that name, in small or capital letters; None when there is none, or when two would do."""
    if text in subjects:
        return text
    alike = [subject for subject in subjects if subject.casefold() == text.casefold()]
    return alike[0] if len(alike) == 1 else None


def _with_word(text: str, subjects: list[str]) -> tuple[str, str] | None:
    """The subject and the word of SUBJECT.WORD: the longest subject that it begins with."""
    for subject in sorted(subjects, key=len, reverse=True):
        if text.casefold().startswith(f"{subject.casefold()}."):
            return subject, text[len(subject) + 1 :]
    return None


def _one_of(text: str, known: list[str], what: str) -> str:
    found = _named(text, known)
    if found is None:
        raise InputError(unknown(text, known, what))
    return found
