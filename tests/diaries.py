"""The diary notation: a diary as a picture that a clinician can read, and a bug report pastes straight in.

    pain                     2 3 3 . 4 10 8 x   # a number is a rating, . or - a day without one, x asked and declined
    nausea                   0011x010           # one figure a day may stand without spaces
    pain@caregiver:daughter  . . 5 5            # somebody else's own view
    late:pain                . . 3              # entered 3 days later (0 where nothing is said)
    goal:pain                . 3 . none         # the level chosen from that day on, or none
    event                    c . . c/skipped    # c: day 1 of a treatment cycle, or c/STATUS
    night:pain               . 5 . 4            # a moment noted at 23:30
    spells                   4 1 . 5            # sudden bad pain, so many times
    weight                   80 . 78.5          # kg; bowels 0 1 0 is no, yes, no
    dose:Morphine            1 1 2 3            # doses when needed, so many
    eased:Morphine           4 4 . 1            # one dose, after which the number was so much lower
    tick                     . shivering        # a line of the team's list, ticked
    treatment                FOLFOX . . other   # a treatment that begins

Every row may be somebody else's: spells@caregiver:Ana.

The first figure is the first day; a row may be shorter than the diary.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT, Event, RatingColumns

FIRST = date(2026, 3, 2)
GAPS = frozenset({".", "-"})
OTHER = frozenset({"event", "late", "goal", "spells", "weight", "bowels", "dose", "eased", "tick", "treatment"})
"""Rows that are no answers."""


def diary(picture: str, *, first: date = FIRST, until: date | None = None, events: Iterable[Event] = ()) -> Diary:
    """The diary drawn in `picture`, from the day `first` to `until` or the end of its longest row."""
    rows = dict(_rows(picture))
    length = max((len(marks) for marks in rows.values()), default=1)
    last = until or first + timedelta(days=length - 1)
    return Diary.of(columns(picture, first=first), [*drawn_events(rows, first), *events], until=last)


def columns(picture: str, *, first: date = FIRST) -> RatingColumns:
    """The ratings of the picture, as the store hands them out."""
    rows = dict(_rows(picture))
    found = []
    for name, marks in rows.items():
        if _kind(name) in OTHER:
            continue
        item, _at, voice = name.removeprefix("night:").partition("@")
        delays = rows.get(f"late:{name}", [])
        for k, mark in enumerate(marks):
            if mark in GAPS:
                continue
            score, reason = (None, "declined") if mark == "x" else (int(mark), None)
            late = int(delays[k]) if k < len(delays) and delays[k] not in GAPS else 0
            time = "23:30" if _kind(name) == "night" else None
            found.append((first.toordinal() + k, time, item, score, reason, voice or PATIENT, late))
    return RatingColumns(*zip(*found, strict=True)) if found else RatingColumns()


def drawn_events(rows: dict[str, list[str]], first: date) -> Iterator[Event]:
    """Everything that the rows draw and that is no answer."""
    for name, marks in rows.items():
        what, _at, voice = name.partition("@")
        for k, mark in enumerate(marks):
            if mark not in GAPS:
                for kind, text, body in _events(what, mark):
                    yield Event(kind=kind, day=first + timedelta(days=k), voice=voice or PATIENT, text=text, body=body)


def _events(what: str, mark: str) -> Iterator[tuple[str, str | None, dict[str, object]]]:
    """The kind, text and body of the events of one mark; none for a row of answers."""
    kind, _colon, name = what.partition(":")
    if what == "event":
        status = mark.partition("/")[2]
        yield "cycle", None, {"status": status} if status else {}
    elif kind == "goal":
        yield "goal", None, {"item": name, "value": None if mark == "none" else int(mark)}
    elif kind in {"spells", "dose"}:
        dose = {"medicine": name, "when": "needed", "taken": "yes"}
        for _time in range(int(mark)):
            yield ("dose", None, {**dose}) if kind == "dose" else ("episode", None, {"item": "pain"})
    elif what in {"weight", "bowels"}:
        yield "measurement", None, {"what": what, "value": float(mark) if "." in mark else int(mark)}
    elif kind == "eased":
        yield "dose", None, {"medicine": name, "when": "regular", "before": 8, "after": 8 - int(mark)}
    elif what == "tick":
        yield "teamlist", None, {"ticked": [mark], "part": "emergency"}
    elif what == "treatment":
        yield "treatment", mark, {"type": "other"}


def day(number: int, *, first: date = FIRST) -> date:
    """The date of the diary's day `number`, 1 for the first."""
    return first + timedelta(days=number - 1)


def _kind(name: str) -> str:
    return name.partition("@")[0].partition(":")[0]


def _rows(picture: str) -> Iterator[tuple[str, list[str]]]:
    for line in picture.splitlines():
        words = line.partition("#")[0].split()
        if words:
            name, marks = words[0], words[1:]
            yield name, list(marks[0]) if len(marks) == 1 and _one_figure_a_day(marks[0]) else marks


def _one_figure_a_day(marks: str) -> bool:
    return len(marks) > 1 and marks != "10" and set(marks) <= set("0123456789.-xc")
