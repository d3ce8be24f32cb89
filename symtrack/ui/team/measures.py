"""The days and values that a point speaks of: answers, sudden bad pain, weights, bowels, doses."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from symtrack.analysis.tally import measured, tally
from symtrack.diary.doses import when_needed
from symtrack.diary.flag import Flag
from symtrack.diary.record import Diary, Floats
from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.rules.weight_loss import unit

Dot = tuple[date, float]


def of(diary: Diary, flag: Flag) -> Iterator[tuple[str, tuple[Dot, ...]]]:
    """A name and its values for each thing that the point speaks of; none for what has no numbers, such as a tick."""
    match flag.rule:
        case "weight-loss":
            told = unit(diary, flag.voice, flag.last.toordinal())
            weights = told.of(1.0) * measured(diary, "weight", flag.voice)
            yield _("Weight in {unit}").format(unit=told.shown), _dots(diary, weights)
        case "bowels":
            yield _("A bowel movement"), _dots(diary, measured(diary, "bowels", flag.voice))
        case "pain-spells":
            spells = [event for event in diary.of_kind("episode") if event.body.get("item", "pain") == "pain"]
            yield _("Sudden bad pain, times a day"), _counted(diary, spells, flag.voice)
        case "more-doses":
            yield _("Doses a day"), _counted(diary, list(filter(when_needed, _doses(diary, flag))), flag.voice)
        case "doses-help-less":
            falls = ((event.day, _fall(event)) for event in _doses(diary, flag))
            yield _("Fall after each dose"), tuple((day, fall) for day, fall in falls if fall is not None)
        case _:
            for item in flag.items:
                series = diary.series.get((flag.voice, item))
                if series is not None:
                    yield _(diary.instrument.item(item).name), _dots(diary, series.scores)


def _dots(diary: Diary, values: Floats) -> tuple[Dot, ...]:
    places = np.flatnonzero(~np.isnan(values)).tolist()
    return tuple((date.fromordinal(diary.first + k), float(values[k])) for k in places)


def _counted(diary: Diary, events: list[Event], voice: str) -> tuple[Dot, ...]:
    """How many on each day, from the first on: a day without one is a 0 that was counted, as the rule counts it."""
    counts = tally((event for event in events if event.voice == voice), diary)
    return _dots(diary, np.where(np.cumsum(counts) > 0, counts, np.nan))


def _doses(diary: Diary, flag: Flag) -> Iterator[Event]:
    medicine = flag.names.get("medicine")
    return (
        event
        for event in diary.of_kind("dose")
        if event.voice == flag.voice and str(event.body.get("medicine")) == medicine
    )


def _fall(event: Event) -> float | None:
    before, after = event.body.get("before"), event.body.get("after")
    if event.body.get("taken") == "skipped" or not isinstance(before, int) or not isinstance(after, int):
        return None
    return float(before - after)
