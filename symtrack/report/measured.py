"""What was measured and counted over a period, in a sentence each: the values by day, in the unit that was typed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from symtrack.diary import places
from symtrack.diary.event_words import one_line
from symtrack.diary.measures import KINDS, amount, figures
from symtrack.diary.rows import Event
from symtrack.i18n import _, n_, number, short_day
from symtrack.report import phrases

Values = Mapping[date, float]
MOST_NAMED = 3
"""Places, and things that helped, by how often they were named."""


def _weight(values: Values, unit: str, _days: int) -> str:
    first, last = min(values), max(values)
    before, now = values[first], values[last]
    said = amount(KINDS["weight"], now, unit)
    if first == last or not before:
        return _("Weight {amount} ({day}).").format(amount=said, day=short_day(last))
    share = phrases.signed(100 * (now - before) / before)
    return _("Weight {first} → {amount} ({share} %) since {day}.").format(
        first=figures(KINDS["weight"], before, unit), amount=said, share=share, day=short_day(first)
    )


def _temperature(values: Values, unit: str, _days: int) -> str:
    day = max(values, key=lambda day: values[day])
    return n_(
        "Temperature measured on {n} day: {most} ({day}).",
        "Temperature measured on {n} days, highest {most} ({day}).",
        len(values),
    ).format(n=len(values), most=amount(KINDS["temperature"], values[day], unit), day=short_day(day))


def _vomiting(values: Values, _unit: str, _days: int) -> str:
    some = [value for value in values.values() if value]
    if not some:
        return n_("Vomiting: none, noted on {n} day.", "Vomiting: none, noted on {n} days.", len(values)).format(
            n=len(values)
        )
    return n_(
        "Vomiting noted on {n} day, {times} in all.", "Vomiting noted on {n} days, {times} in all.", len(some)
    ).format(n=len(some), times=number(sum(some)))


def _bowels(values: Values, _unit: str, days: int) -> str:
    """A day without a mark says nothing, and is counted apart."""
    no = sum(not value for value in values.values())
    return _("Bowels: “no” on {no} of {days} days, “yes” on {yes}, not marked on {open}.").format(
        no=no, days=days, yes=len(values) - no, open=days - len(values)
    )


def _fluids(values: Values, unit: str, _days: int) -> str:
    usual = amount(KINDS["fluids"], median(values.values()), unit)
    return n_(
        "Drinking noted on {n} day: {amount}.", "Drinking noted on {n} days, {amount} a day (median).", len(values)
    ).format(n=len(values), amount=usual)


SAID: Mapping[str, Callable[[Values, str, int], str]] = {
    "weight": _weight,
    "temperature": _temperature,
    "vomiting": _vomiting,
    "bowels": _bowels,
    "fluids": _fluids,
}
"""The sentence about each, from its values by day, its unit, and how many days the period has."""


def nights(worst: Values, woken: Values) -> str:
    """Pain noted at night, and how often it woke the person; nothing where neither was noted."""
    parts = []
    if worst:
        day = max(worst, key=lambda day: worst[day])
        parts.append(
            n_(
                "pain noted in {n} night, {worst} ({day})",
                "pain noted in {n} nights, worst {worst} ({day})",
                len(worst),
            ).format(n=len(worst), worst=number(worst[day]), day=short_day(day))
        )
    if woken:
        times = n_("woken by pain {n} time", "woken by pain {n} times", round(sum(woken.values())))
        asked = n_("{n} night noted", "{n} nights noted", len(woken)).format(n=len(woken))
        parts.append(f"{times.format(n=number(sum(woken.values())))} ({asked})")
    return _("Nights: {said}.").format(said="; ".join(parts)) if parts else ""


def spells(found: Sequence[Event], *, short: bool = False) -> str:
    """How often, how bad, where, and what helped; the places and helps that were named most come first.

    A `short` one ends with how bad, and says why the day's numbers may be lower.
    """
    days = len({event.day for event in found})
    times = n_("Sudden bad pain: {n} time", "Sudden bad pain: {n} times", len(found)).format(n=len(found))
    parts = [n_("{times} on {days} day", "{times} on {days} days", days).format(times=times, days=days)]
    worst = [score for event in found if isinstance(score := event.body.get("worst"), int)]
    if worst:
        parts.append(_("worst {worst}").format(worst=max(worst)))
    if short:
        return _("{spells}. Counted apart from the day’s pain.").format(spells=", ".join(parts))
    where = _named(places.name(str(place)) for event in found for place in _list(event.body.get("places")))
    helped = _named((one_line(event.body.get("helped")) for event in found), "; ")
    words = ", ".join([*parts, *filter(None, [where])])
    return _("{spells}; helped: {what}.").format(spells=words, what=helped) if helped else words + "."


def _named(words: Iterable[str], between: str = ", ") -> str:
    """Lower back (3), belly."""
    most = Counter(filter(None, words)).most_common(MOST_NAMED)
    return between.join(f"{word} ({n})" if n > 1 else word for word, n in most)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()
