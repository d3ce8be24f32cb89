"""The diary notation: a diary as a picture that a clinician can read, and a bug report pastes straight in.

    pain                     2 3 3 . 4 10 8 x   # a number is a rating, . or - a day without one, x asked and declined
    nausea                   0011x010           # one figure a day may stand without spaces
    pain@caregiver:daughter  . . 5 5            # somebody else's own view
    late:pain                . . 3              # entered 3 days later (0 where nothing is said)
    goal:pain                . 3 . none         # the level chosen from that day on, or none
    event                    c . . c/skipped    # c: day 1 of a treatment cycle, or c/STATUS

The first figure is the first day; a row may be shorter than the diary.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT, Event, RatingColumns

FIRST = date(2026, 3, 2)
GAPS = frozenset({".", "-"})


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
        if name == "event" or name.startswith(("late:", "goal:")):
            continue
        item, _at, voice = name.partition("@")
        delays = rows.get(f"late:{name}", [])
        for k, mark in enumerate(marks):
            if mark in GAPS:
                continue
            score, reason = (None, "declined") if mark == "x" else (int(mark), None)
            late = int(delays[k]) if k < len(delays) and delays[k] not in GAPS else 0
            found.append((first.toordinal() + k, None, item, score, reason, voice or PATIENT, late))
    return RatingColumns(*zip(*found, strict=True)) if found else RatingColumns()


def drawn_events(rows: dict[str, list[str]], first: date) -> Iterator[Event]:
    """The cycles and the levels chosen that the rows draw."""
    for name, marks in rows.items():
        for k, mark in enumerate(marks):
            day = first + timedelta(days=k)
            if mark in GAPS:
                continue
            if name == "event":
                _letter, _slash, status = mark.partition("/")
                yield Event(kind="cycle", day=day, body={"status": status} if status else {})
            elif name.startswith("goal:"):
                value = None if mark == "none" else int(mark)
                yield Event(kind="goal", day=day, body={"item": name.removeprefix("goal:"), "value": value})


def day(number: int, *, first: date = FIRST) -> date:
    """The date of the diary's day `number`, 1 for the first."""
    return first + timedelta(days=number - 1)


def _rows(picture: str) -> Iterator[tuple[str, list[str]]]:
    for line in picture.splitlines():
        words = line.partition("#")[0].split()
        if words:
            name, marks = words[0], words[1:]
            yield name, list(marks[0]) if len(marks) == 1 and _one_figure_a_day(marks[0]) else marks


def _one_figure_a_day(marks: str) -> bool:
    return len(marks) > 1 and marks != "10" and set(marks) <= set("0123456789.-xc")
