"""Where in the treatment a day lies: days side by side, and no cause."""

from collections.abc import Sequence
from datetime import date

from symtrack.analysis.cycle import LAST_DAY
from symtrack.analysis.summary import numbered_cycles
from symtrack.diary import event_words
from symtrack.diary.rows import Event
from symtrack.diary.treatments import ONE_DAY
from symtrack.i18n import _, n_


def since(events: Sequence[Event], day: date) -> str:
    """“day 15 of cycle 2”, or how long after a treatment began; nothing where neither lies within 42 days before."""
    begun = [(event, number) for event, number in numbered_cycles(events) if event.day <= day]
    if begun and (day - begun[-1][0].day).days < LAST_DAY:
        event, number = begun[-1]
        return _("day {day} of cycle {number}").format(day=(day - event.day).days + 1, number=number)
    treatments = [event for event in events if event.kind == "treatment" and event.day <= day]
    if not treatments or (passed := (day - treatments[-1].day).days) >= LAST_DAY:
        return ""
    name = event_words.treatment(treatments[-1])
    if treatments[-1].body.get("type") in ONE_DAY:
        return n_("{n} day after: {treatment}", "{n} days after: {treatment}", passed).format(n=passed, treatment=name)
    return n_(
        "{n} day after the beginning of {treatment}", "{n} days after the beginning of {treatment}", passed
    ).format(n=passed, treatment=name)
