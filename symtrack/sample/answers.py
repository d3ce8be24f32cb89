"""The answers of each evening, from `resources/sample/answers.toml`: numbers, gaps, and whose view it is."""

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any

from symtrack import paths
from symtrack.diary.rows import Rating
from symtrack.sample.entry import Entry
from symtrack.sample.scores import Course, unrest
from symtrack.sample.story import Told, cycles

ITEMS = ("pain", "nausea", "appetite", "fatigue")
ANSWERED_TODAY = 2
"""On the last day only the first two questions are answered yet: whoever opens the diary goes on from there."""
_EARLIEST, _LATEST, _NOON = 18 * 60 + 30, 21 * 60 + 20, 12 * 60 + 40
"""Minutes of the day at which somebody sits down with the diary; on the last day it is at noon."""
_SATURDAY = 5


def answered(there: Told, seed: int) -> Iterator[Entry]:
    """The entries that are answers, the patient's own and others' view, in no particular order."""
    table, scores = _answers(), _scores(there, seed)
    for day in there.period:
        ago = there.ago(day)
        if ago in _unwritten(table) or _missed(table, ago, seed):
            continue
        yield from _evening(there, ago, {item: scores[item][ago] for item in ITEMS}, seed)
    yield from _moments(there, table)
    yield from _own_views(there, table)


def _scores(there: Told, seed: int) -> dict[str, list[int]]:
    """Every item's numbers, by how many days ago."""
    length = there.ago(there.period.first) + 1
    weekends = frozenset(ago for ago in range(length) if there.day(ago).weekday() >= _SATURDAY)
    common = unrest(length, f"{seed} everything")
    return {
        item: course.scores(
            length, starts=cycles(), weekends=weekends, own=unrest(length, f"{seed} {item}"), common=common
        )
        for item, course in _courses().items()
    }


def _evening(there: Told, ago: int, scores: Mapping[str, int], seed: int) -> Iterator[Entry]:
    """One day's answers, one after the other; too unwell to answer is one action."""
    table, day = _answers(), there.day(ago)
    today = day == there.period.last
    draw = random.Random(f"{seed} evening {ago}")  # noqa: S311 - numbers of an invented diary keep no secret
    written = day if today else min(there.day(table["late"].get(str(ago), ago)), there.period.last)
    minute = _NOON if today else draw.randint(_EARLIEST, _LATEST)
    moment = datetime.combine(written, time(tzinfo=UTC)) + timedelta(minutes=minute, seconds=draw.randint(0, 59))
    if ago in table["unwell"]:
        yield Entry(moment=moment, rows=tuple(Rating(day=day, item=item, reason="unwell") for item in ITEMS))
        return
    for item in ITEMS[: ANSWERED_TODAY if today else len(ITEMS)]:
        declined = item in table["declined"].get(str(ago), ())
        rating = Rating(
            day=day,
            item=item,
            score=None if declined else scores[item],
            reason="declined" if declined else None,
            entered_by=table["entered_by"].get(str(ago)),
        )
        slip = next((each for each in table["corrected"] if (each["ago"], each["item"]) == (ago, item)), None)
        if slip is not None:
            slipped = f"{ago} {item}"
            yield Entry(moment=moment, rows=(replace(rating, id=slipped, score=slip["first"]),))
            moment += timedelta(seconds=4)
            rating = replace(rating, replaces=slipped)
        yield Entry(moment=moment, rows=(rating,))
        moment += timedelta(milliseconds=draw.randint(2_200, 8_900))


def _moments(there: Told, table: Mapping[str, Any]) -> Iterator[Entry]:
    for each in table["moment"]:
        day = there.day(each["ago"])
        if day in there.period:
            rating = Rating(day=day, time=each["time"], item=each["item"], score=each["score"])
            yield Entry(moment=datetime.combine(day, time.fromisoformat(each["time"]), UTC), rows=(rating,))


def _own_views(there: Told, table: Mapping[str, Any]) -> Iterator[Entry]:
    for view in table["own_view"]:
        for k in range(len(view[ITEMS[0]])):
            day = there.day(view["from"] - k)
            if day in there.period:
                moment = datetime.combine(day, time(21, 25), UTC)
                for n, item in enumerate(ITEMS):
                    rating = Rating(day=day, item=item, score=view[item][k], voice=view["voice"])
                    yield Entry(moment=moment + timedelta(seconds=5 * n), rows=(rating,))


def _unwritten(table: Mapping[str, Any]) -> frozenset[int]:
    return frozenset(ago for oldest, latest in table["gaps"] for ago in range(latest, oldest + 1))


def _missed(table: Mapping[str, Any], ago: int, seed: int) -> bool:
    """Whether nothing was written that day, for no reason at all; never on a day that the story needs."""
    near, little, far, much = table["written"]
    part = 0 if ago < near else little if ago < far else much
    drawn = random.Random(f"{seed} missed {ago}").random()  # noqa: S311 - numbers of an invented diary keep no secret
    return drawn < part and ago not in _needed(table)


def _needed(table: Mapping[str, Any]) -> set[int]:
    """The days, counted back, on which something happens that the story tells."""
    needed = {*table["unwell"], *(int(key) for name in ("declined", "entered_by", "late") for key in table[name])}
    needed |= {each["ago"] for name in ("moment", "corrected") for each in table[name]}
    return needed.union(*(course.fixed for course in _courses().values()))


@cache
def _courses() -> dict[str, Course]:
    return {
        item: Course(
            **{key: value for key, value in _answers()["item"][item].items() if key != "fixed"},
            fixed={
                part["from"] - k: score
                for part in _answers()["item"][item]["fixed"]
                for k, score in enumerate(part["scores"])
            },
        )
        for item in ITEMS
    }


@cache
def _answers() -> dict[str, Any]:
    return tomllib.loads(paths.resource("sample/answers.toml").read_text(encoding="utf-8"))
