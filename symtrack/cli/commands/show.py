"""`symtrack show`: what counts, day by day; with `--history` also what was replaced."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.cli.day_table import Day, day_table
from symtrack.cli.history import History
from symtrack.cli.opening import opened
from symtrack.diary import instrument
from symtrack.diary.rows import Event, Rating
from symtrack.i18n import _
from symtrack.store import DiaryStore


def command() -> click.Command:
    return click.Command(
        "show",
        callback=show,
        params=[
            *options.days(),
            options.diary(),
            click.Option(["--history"], is_flag=True, help=_("Also what was corrected, taken away or brought in.")),
            options.as_json(_("One JSON object a line, one for each day.")),
        ],
        help=_("Shows what is in the diary, day by day."),
        short_help=_("Shows the diary, day by day."),
    )


def show(first: date | None, last: date | None, diary: Path, *, history: bool, as_json: bool) -> None:
    options.check_days(first, last)
    first, last = first or date.min, last or date.max
    with opened(diary) as store:
        past = History.of(store, first, last) if history else None
        days = _counting(store, first, last)
        if as_json:
            for day in _everything(past) if past else _what_counts(store, days):
                output.result(day)
            return
        known = instrument.of(store.settings())
    changes = {changed: list(past.lines(changed, known)) for changed in past.days} if past else {}
    days = {changed: ([], []) for changed, lines in changes.items() if lines} | days
    for line in day_table(days, changes, known):
        output.text(line)
    if not days:
        output.say(_("There is nothing in the diary for these days."))


def _counting(store: DiaryStore, first: date, last: date) -> dict[date, Day]:
    """What counts, by day."""
    days: dict[date, tuple[list[Rating], list[Event]]] = {}
    for rating in store.ratings(first, last):
        days.setdefault(rating.day, ([], []))[0].append(rating)
    for event in store.events():
        # That a file was brought in is kept, and undone, but it is nothing that happened to the person on that day.
        if first <= event.day <= last and event.kind != "import":
            days.setdefault(event.day, ([], []))[1].append(event)
    return dict(days)


def _what_counts(store: DiaryStore, days: Mapping[date, Day]) -> Iterator[dict[str, object]]:
    columns = store.columns()
    places = zip(columns.day, columns.time, columns.item, columns.voice, strict=True)
    late = dict(zip(places, columns.late, strict=True))
    for day, (ratings, events) in sorted(days.items(), key=lambda each: each[0]):
        shown = [_rating(row, late[day.toordinal(), row.time, row.item, row.voice]) for row in ratings]
        yield {"day": day.isoformat(), "ratings": shown, "events": [_event(event) for event in events]}


def _everything(past: History) -> Iterator[dict[str, object]]:
    for day, rows in sorted(past.days.items()):
        ratings = [_rating(row, past.late[row.id]) | past.more(row) for row in rows if isinstance(row, Rating)]
        events = [_event(row) | past.more(row) for row in rows if isinstance(row, Event)]
        yield {"day": day.isoformat(), "ratings": ratings, "events": events}


def _rating(row: Rating, late: int) -> dict[str, object]:
    return {
        "id": row.id,
        "item": row.item,
        "score": row.score,
        "time": row.time,
        "reason": row.reason,
        "voice": row.voice,
        "entered_by": row.entered_by,
        "late_days": late,
    }


def _event(row: Event) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "time": row.time,
        "until": row.until.isoformat() if row.until else None,
        "text": row.text,
        "body": dict(row.body),
        "voice": row.voice,
    }
