"""`symtrack show`: what counts, day by day."""

from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.diary.rows import Event, Rating
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "show",
        callback=show,
        params=[*options.days(), options.diary(), options.as_json(_("One JSON object a line, one for each day."))],
        help=_("Shows what is in the diary, day by day."),
        short_help=_("Shows the diary, day by day."),
    )


def show(first: date | None, last: date | None, diary: Path, *, as_json: bool) -> None:
    from symtrack.store import DiaryStore

    options.check_days(first, last)
    first, last = first or date.min, last or date.max
    with DiaryStore.open(diary) as store:
        ratings = store.ratings(first, last)
        # That a file was brought in is kept, and undone, but it is nothing that happened to the person on that day.
        events = [event for event in store.events() if first <= event.day <= last and event.kind != "import"]
        columns = store.columns()
    late = {
        (day, time, item, voice): days
        for day, time, item, voice, days in zip(
            columns.day, columns.time, columns.item, columns.voice, columns.late, strict=True
        )
    }
    days: dict[date, tuple[list[Rating], list[Event]]] = {}
    for rating in ratings:
        days.setdefault(rating.day, ([], []))[0].append(rating)
    for event in events:
        days.setdefault(event.day, ([], []))[1].append(event)
    if as_json:
        for day in sorted(days):
            shown = [_rating(row, late[day.toordinal(), row.time, row.item, row.voice]) for row in days[day][0]]
            output.result({"day": day.isoformat(), "ratings": shown, "events": list(map(_event, days[day][1]))})
        return
    from symtrack.cli.day_table import day_table

    for line in day_table(days):
        output.text(line)
    if not days:
        output.say(_("There is nothing in the diary for these days."))


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
