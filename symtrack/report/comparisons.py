"""Comparisons in words: a cycle with the earlier ones, the days before a change with those after it, doses.

One place for the screen and the paper, so that both quote the same numbers. None of these sentences says that one thing
came from another.
"""

from symtrack.analysis.profile import Profile, SoFar
from symtrack.analysis.relief import Relief
from symtrack.analysis.summary import Measures
from symtrack.diary.instrument import SEVERE
from symtrack.i18n import _, n_, number

POINT = 1.0
"""Less than a point on average is “about as usual”: doi 10.1002/cncr.29437."""


def by_cycle(profile: Profile) -> str:
    """Usually worst on days 2–4: 6, otherwise 1. Cycle 3 is 2 points higher than usual so far: and so on."""
    parts = [usually(profile), so_far(profile.now.number, profile.so_far())]
    return " ".join(part for part in parts if part)


def usually(profile: Profile) -> str:
    """The usually worst days with the middle of the earlier cycles on them, and on the others."""
    worst = profile.worst()
    if worst is None:
        return _("No days of the cycle were worse than the others.")
    on, otherwise = (number(each) for each in profile.usual_on(worst))
    first, last = worst
    if first == last:
        return _("Usually worst on day {day}: {on}, otherwise {otherwise}.").format(
            day=first, on=on, otherwise=otherwise
        )
    return _("Usually worst on days {first}–{last}: {on}, otherwise {otherwise}.").format(
        first=first, last=last, on=on, otherwise=otherwise
    )


def so_far(cycle: int, compared: SoFar | None) -> str:
    """This cycle beside the usual, with both averages and the number of days that they rest on."""
    if compared is None:
        return _("Cycle {number} has too few days to compare.").format(number=cycle)
    if abs(compared.difference) < POINT:
        sentence = n_(
            "Cycle {number} is about as usual so far: {now} against {usual} on {n} day.",
            "Cycle {number} is about as usual so far: {now} against {usual} on {n} days.",
            compared.days,
        )
    elif compared.difference > 0:
        sentence = n_(
            "Cycle {number} is {points} higher than usual so far: {now} against {usual} on {n} day.",
            "Cycle {number} is {points} higher than usual so far: {now} against {usual} on {n} days.",
            compared.days,
        )
    else:
        sentence = n_(
            "Cycle {number} is {points} lower than usual so far: {now} against {usual} on {n} day.",
            "Cycle {number} is {points} lower than usual so far: {now} against {usual} on {n} days.",
            compared.days,
        )
    away = abs(compared.difference)
    return sentence.format(
        number=cycle,
        points=n_("{points} point", "{points} points", 1 if away == 1 else 2).format(points=number(away)),
        now=number(compared.now),
        usual=number(compared.usual),
        n=compared.days,
    )


def before_and_after(before: Measures, after: Measures) -> str:
    """Before: middle 3 on 12 of 14 days, 7 or more on 0. After: middle 6 on 14 of 14 days, 7 or more on 4."""
    return " ".join([_("Before: {side}.").format(side=side(before)), _("After: {side}.").format(side=side(after))])


def side(measures: Measures) -> str:
    """One side of a change: the middle, on how many days there was a number, and the days of 7 or more."""
    if measures.median is None:
        return _("no answers")
    return _("middle {middle} on {answered} of {days} days, {severe} or more on {many}").format(
        middle=number(measures.median),
        answered=measures.answered,
        days=measures.days,
        severe=SEVERE,
        many=measures.severe,
    )


def happened_together() -> str:
    """What stands below every comparison of before and after."""
    return _("These happened together. That does not say that one came from the other.")


def when_needed(relief: Relief) -> str:
    """12 doses on 8 of 30 days. After 9 of them the number fell by 3 in the middle, from 7 to 4, 60 minutes later."""
    doses = n_("{n} dose on {days} of {length} days.", "{n} doses on {days} of {length} days.", relief.doses).format(
        n=relief.doses, days=relief.days, length=relief.length
    )
    if relief.fall is None or relief.before is None or relief.after is None:
        return _("{doses} No numbers before and after.").format(doses=doses)
    many = len(relief.falls)
    if relief.fall > 0:
        fell = n_(
            "After {n} of them the number fell by {fall} in the middle, from {before} to {after}{later}.",
            "After {n} of them the number fell by {fall} in the middle, from {before} to {after}{later}.",
            many,
        )
    else:
        fell = n_(
            "After {n} of them the number did not fall in the middle, {before} and then {after}{later}.",
            "After {n} of them the number did not fall in the middle, {before} and then {after}{later}.",
            many,
        )
    # Translators: Put into the sentence “After 9 of them the number fell by 3” in the place of {later}.
    later = "" if relief.minutes is None else _(", {minutes} minutes later").format(minutes=round(relief.minutes))
    return f"{doses} " + fell.format(
        n=many, fall=number(relief.fall), before=number(relief.before), after=number(relief.after), later=later
    )
