"""What each subject could become. What is not sure is only offered: a scale is never taken for granted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from symtrack.diary import measures
from symtrack.diary.instrument import LEAST, MOST, OWN, Instrument, of
from symtrack.diary.rows import Event
from symtrack.errors import InputError
from symtrack.exchange.foreign import remembered
from symtrack.exchange.foreign.choice import AS_IT_IS, MEASURE, NEW, NOTE, OUT, Choice, Known, Scale, Suggestion, shown
from symtrack.exchange.foreign.entry import NOTE as FREE_TEXT
from symtrack.exchange.foreign.names import BETTER, EITHER, LIKE, WORSE, Meaning, Name, meaning, role
from symtrack.exchange.foreign.survey import Seen, Survey
from symtrack.exchange.format import Foreign
from symtrack.i18n import _

USUAL = tuple(Scale.of(low, high) for low, high in ((0, 3), (0, 4), (1, 4), (0, 5), (1, 5), (0, 10), (1, 10), (0, 100)))
LONGEST_WORD = 30
CLEARLY_TEN = 8
"""A number this high, and none above 10, is on no other usual scale; numbers up to 7 are on several."""


def suggestions(
    form: Foreign, survey: Survey, settings: Mapping[str, object], events: Iterable[Event] = ()
) -> dict[str, Suggestion]:
    """A suggestion for each subject.

    It is what the person said of the subject at an earlier import, which is among the `events`; otherwise what the
    format knows of its app's scales, or what the name says.
    """
    known = of(settings)
    before = remembered.choices(form.key, events, known)
    found = {}
    for seen in survey.subjects:
        said = form.suggests(seen)
        made = said if isinstance(said, Suggestion) else by_name(seen, known, said or Known())
        found[seen.subject] = _again(seen, before[seen.subject], made, form) if seen.subject in before else made
    targets = Counter(made.choice.target for made in found.values() if made.sure and made.choice.scored)
    return {
        subject: replace(made, sure=False, why=_("More than one thing in the file could be this question."))
        if made.sure and targets[made.choice.target] > 1
        else made
        for subject, made in found.items()
    }


def by_name(seen: Seen, known: Instrument, app: Known) -> Suggestion:
    """What the subject's name says, with what is known of the app's values.

    Sure is an item whose name leaves one meaning, with higher as worse, on a scale that the app or the name tells, or
    with numbers that fit 0 to 10 alone.
    """
    name = Name.of(seen.subject)
    app = replace(app, scale=app.scale or name.scale)
    if FREE_TEXT in {seen.subject, role(seen.subject)}:
        return Suggestion(choice=Choice(target=NOTE), sure=True)
    about = meaning(name) or _own(name, known)
    if about is None:
        return _unknown(seen, app)
    if about.measure:
        return _measure(seen, name, measures.KINDS[about.measure])
    return _item(seen, about, app, name.more)


def _again(seen: Seen, before: Choice, now: Suggestion, form: Foreign) -> Suggestion:
    """The same as at the last import; only offered of any table, since another may mean something else by the name."""
    fits = not before.scored or (_has_numbers(seen, before.words) and on_scale(seen, before.scale))
    same = now.sure and replace(now.choice, name="") == replace(before, name="")
    why = _("This is what you said of it last time. Please say whether it is so here too.")
    return Suggestion(choice=before, sure=same or (fits and not form.general), why=why, scales=fitting(seen))


def strange(offers: Mapping[str, Suggestion]) -> bool:
    """Whether nothing in the file is called like anything that a diary knows."""
    return all(offer.choice.target in {OUT, NEW} for offer in offers.values())


def _unknown(seen: Seen, app: Known) -> Suggestion:
    """A subject that no question is called like: notes, or a question of the person's own, if they like."""
    scales = fitting(seen)
    if _is_text(seen, app):
        return Suggestion(choice=Choice(target=NOTE), why=_("It is text, and no number. It can become notes."))
    if seen.numbers and not app.scale and not any(scale.high <= MOST for scale in scales):
        return Suggestion(choice=Choice(), why=_("There is no such question, and the numbers are on no usual scale."))
    return Suggestion(
        choice=Choice(target=NEW, scale=app.scale or AS_IT_IS, words=app.words, name=seen.subject),
        why=_("There is no such question. It can become one of your own."),
        scales=scales,
    )


def fitting(seen: Seen) -> tuple[Scale, ...]:
    """The usual scales that all the numbers fit on, the shortest first."""
    if seen.lowest is None or seen.highest is None:
        return ()
    return tuple(scale for scale in USUAL if scale.low <= seen.lowest and seen.highest <= scale.high)


def on_scale(seen: Seen, scale: Scale) -> bool:
    """Whether every number is on the scale."""
    if seen.lowest is None or seen.highest is None:
        return True
    return scale.low <= seen.lowest and seen.highest <= scale.high


def _own(name: Name, known: Instrument) -> Meaning | None:
    """A question that the diary has by this very name; of the person's own one, another app may mean the opposite."""
    for item in known.items:
        if name.plain in {item.name.casefold(), _(item.name).casefold()}:
            return Meaning(item=item.key, higher=EITHER if item.key.startswith(OWN) else WORSE)
    return None


def _item(seen: Seen, about: Meaning, app: Known, more: str) -> Suggestion:
    turned = about.higher == BETTER
    scale = app.scale or (AS_IT_IS if _clearly_ten(seen) or not seen.numbers else None)
    scales = fitting(seen)
    offered = scale or (scales[0] if scales else AS_IT_IS)
    choice = Choice(target=about.item, scale=Scale(offered.low, offered.high, turned), words=app.words)
    if not _has_numbers(seen, app.words):
        why = _("Not every value is a number. Please say which word is which number.")
    elif more or about.higher == LIKE:
        why = _("The name does not say quite what the question does. Please say whether it is the same.")
    elif about.higher == EITHER:
        why = _("The name does not tell whether a higher number is better or worse. Please say which.")
    elif turned:
        why = _("A higher number looks better here, and in the diary it is worse. Please say that it is turned round.")
    elif scale is None:
        why = _("The numbers go from {low} to {high}, which may be on several scales. Please say on which.").format(
            low=shown(seen.lowest or Fraction(0)), high=shown(seen.highest or Fraction(0))
        )
    elif not on_scale(seen, scale):
        why = _("Some of the numbers are not on the scale. Please say which scale it is.")
    else:
        return Suggestion(choice=choice, sure=True, scales=scales)
    return Suggestion(choice=choice, why=why, scales=scales)


def _is_text(seen: Seen, app: Known) -> bool:
    """Whether it is text that somebody wrote, and not one of a few words again and again."""
    if seen.numbers or app.words:
        return False
    return seen.more or any(len(value) > LONGEST_WORD for value in seen.values)


def _has_numbers(seen: Seen, words: Mapping[str, int | None]) -> bool:
    """Whether every value is a number, or a word of which it is known."""
    return seen.numbers + sum(seen.values.get(word, 0) for word in words) >= seen.entries


def _clearly_ten(seen: Seen) -> bool:
    if seen.lowest is None or seen.highest is None:
        return False
    return seen.whole and seen.lowest >= LEAST and Fraction(CLEARLY_TEN) <= seen.highest <= MOST


def _measure(seen: Seen, name: Name, kind: measures.Kind) -> Suggestion:
    """A measurement is sure where its unit is told, and the first and last of its numbers can be right in it."""
    choice = Choice(target=MEASURE + kind.key, unit=name.unit)
    if not name.unit:
        return Suggestion(
            choice=Choice(target=MEASURE + kind.key, unit=kind.units[0].key), why=_("Please say in which unit it is.")
        )
    try:
        for number in (seen.lowest, seen.highest):
            measures.checked(kind, float(number or 0), name.unit)
    except InputError:
        return Suggestion(choice=choice, why=_("The numbers can’t be right in this unit."))
    return Suggestion(choice=choice, sure=seen.numbers == seen.entries, why=_("Not every value is a number."))
