"""`doses-help-less`: the number falls less after a dose than it did."""

from collections.abc import Iterator, Mapping
from statistics import median

import numpy as np

from symtrack.diary.flag import Urgency
from symtrack.diary.record import Diary, Floats, Ints
from symtrack.diary.rows import Event
from symtrack.i18n import N_
from symtrack.rules import NO_ITEM, Evidence, Finding, Rule

RECENT, BEFORE, NEEDED = 14, 28, 5
"""The last two weeks, the four before them, and so many doses in each."""
LESS = 2.0
URGENCY: Mapping[str, Urgency] = {NO_ITEM: "visit"}


def check(diary: Diary) -> Iterator[Finding]:
    doses = [
        event for event in diary.of_kind("dose") if _fall(event) is not None and event.body.get("taken") != "skipped"
    ]
    for voice, medicine in sorted({(event.voice, str(event.body.get("medicine"))) for event in doses}):
        mine = [event for event in doses if (event.voice, str(event.body.get("medicine"))) == (voice, medicine)]
        places = np.array([event.day.toordinal() - diary.first for event in mine], np.int64)
        falls = np.array([_fall(event) for event in mine], np.float64)
        inside = (places >= 0) & (places <= diary.until - diary.first)
        yield _finding(medicine, voice, places[inside], falls[inside], diary.until - diary.first + 1)


def _fall(event: Event) -> int | None:
    before, after = event.body.get("before"), event.body.get("after")
    return before - after if isinstance(before, int) and isinstance(after, int) else None


def _finding(medicine: str, voice: str, places: Ints, falls: Floats, length: int) -> Finding:
    met, level = np.zeros(length, np.bool_), np.zeros(length)
    for day in np.unique(places).tolist():
        now, before = (falls[part].tolist() for part in _parts(places, day))
        if min(len(now), len(before)) >= NEEDED:
            level[day] = median(before) - median(now)
            met[day] = level[day] >= LESS

    def evidence(day: int) -> Evidence:
        now, before = _parts(places, day)
        return Evidence(
            numbers={
                "after": float(np.median(falls[now])),
                "doses": len(falls[now]),
                "before": float(np.median(falls[before])),
                "doses_before": len(falls[before]),
            },
            spans={
                "when": (int(places[now][0]), day),
                "when_before": (int(places[before][0]), int(places[before][-1])),
            },
            names={"medicine": medicine},
        )

    return Finding(
        items=(),
        voice=voice,
        met=met,
        level=level[np.newaxis],
        late=np.zeros(length, np.int64),
        evidence=evidence,
    )


def _parts(places: Ints, day: int) -> tuple[slice, slice]:
    """Which doses lie in the two weeks up to the day, and which in the four weeks before those."""
    first, then, last = np.searchsorted(places, (day - RECENT - BEFORE, day - RECENT, day), side="right").tolist()
    return slice(then, last), slice(first, then)


RULE = Rule(
    key="doses-help-less",
    kind="dose",
    urgency=URGENCY,
    shown="announced",
    criterion=N_(
        "The median fall from before a dose of one medicine to after it, in the last 2 weeks, is at least 2 points "
        "smaller than in the 4 weeks before them. At least 5 doses with both numbers in each."
    ),
    short=N_("fall after it 2 points smaller"),
    text=N_(
        "After a dose of {medicine} the number fell by {after} in the middle of {doses} doses ({when}); by {before} in "
        "the middle of {doses_before} doses before that ({when_before})."
    ),
    question=N_("What could we try when a dose does little?"),
    source=N_(
        "A fall of about 2 points of pain is one that people notice: Farrar and others, Pain 2001;94:149–58, "
        "doi 10.1016/S0304-3959(01)00349-9. Medians, 5 doses and the weeks are our own judgement."
    ),
    numbers={
        "after": N_("the middle fall now: {n}"),
        "before": N_("the middle fall before that: {n}"),
        "doses": N_("doses: {n}"),
        "doses_before": N_("doses before that: {n}"),
    },
    check=check,
)
