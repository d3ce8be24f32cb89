"""The invented diaries that are measured: ten items in two voices, 80 events a year, a tenth of the days unanswered."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from symtrack.diary import instrument
from symtrack.diary.rows import Event, Rating, Row, Setting
from symtrack.store import DiaryStore

YEAR, ITEMS, EVENTS = 365, 10, 80
ANSWERED, TREATMENT, KINDS = 0.9, 80, 4
"""The part of the days with answers, and every so many events a treatment begins."""
TODAY = date(2026, 5, 15)
NOON = datetime(2026, 5, 15, 14, 2, tzinfo=timezone(timedelta(hours=1)))
VOICES = ("patient", "caregiver:Anna")
AT_ONCE = 100
"""So many days are written in one transaction."""


def noon() -> datetime:
    """When it is, in each measured window."""
    return NOON


def keys() -> list[str]:
    """The items that are asked."""
    return [item.key for item in instrument.load().items[:ITEMS]]


def write(path: Path, years: float) -> Path:
    """Such a diary, with so many years up to today."""
    days = round(years * YEAR)
    with DiaryStore.open(path, create=True, clock=noon) as store, store.stream():
        store.add(Setting(key="items", value=keys()))
        draw = random.Random(1)  # noqa: S311 - numbers of an invented diary keep no secret
        for first in range(0, days, AT_ONCE):
            ago = range(first, min(days, first + AT_ONCE))
            store.add(*(row for back in ago for row in _answers(TODAY - timedelta(days=back), draw)))
        events = round(years * EVENTS)
        store.add(*(_event(number, TODAY - timedelta(days=number * days // events)) for number in range(events)))
    return path


def _answers(day: date, draw: random.Random) -> Iterator[Row]:
    if draw.random() < ANSWERED or day == TODAY:
        for voice in VOICES:
            for key in keys():
                yield Rating(day=day, item=key, voice=voice, score=min(10, max(0, round(draw.gauss(4, 2)))))


def _event(number: int, day: date) -> Event:
    match number % KINDS:
        case 0:
            return Event(kind="cycle", day=day)
        case 1:
            return Event(kind="dose", day=day, body={"medicine": "Morphine", "when": "needed", "taken": "yes"})
        case 2:
            return Event(kind="visit", day=day)
        case _ if number % TREATMENT < KINDS:
            return Event(kind="treatment", day=day, text="FOLFOX", body={"type": "chemotherapy"})
        case _:
            return Event(kind="scan", day=day, body={"modality": "ct", "result": "same"})
