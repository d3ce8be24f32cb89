"""`symtrack add`: records ratings, an event, or a stream of both; says so when they are durable."""

from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.cli.entries import Entry, converted, of_pairs
from symtrack.diary.day import parse_day
from symtrack.errors import InputError
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "add",
        callback=add,
        params=[
            click.Argument(["pairs"], nargs=-1, metavar="[KEY=VALUE]..."),
            click.Option(["--day"], type=parse_day, metavar="DAY", help=_("The day, if it is not today.")),
            click.Option(["--time"], metavar="HH:MM", help=_("The time of a single moment, such as 15:30.")),
            click.Option(["--by", "voice"], metavar="VOICE", help=_("Whose view it is: patient, or caregiver:NAME.")),
            click.Option(["--typed-by"], metavar="NAME", help=_("Who types what the patient says.")),
            click.Option(["--note"], metavar="TEXT", help=_("A note on the day.")),
            click.Option(["--private"], is_flag=True, help=_("On no paper unless it is asked for there.")),
            click.Option(["--event", "kind"], metavar="KIND", help=_("Record an event of this kind instead.")),
            click.Option(["--until"], type=parse_day, metavar="DAY", help=_("The last day of an event.")),
            click.Option(["--jsonl"], metavar="FILE", help=_("Read one entry a line, as JSON; “-” is standard input.")),
            options.diary(),
        ],
        help=_(
            "Records how it was: pain=7 nausea=2 appetite=declined fatigue=unwell. Higher is worse, from 0 to 10, and "
            "appetite is loss of appetite. Without a score: declined, unwell, asleep, hospital. With --event the pairs "
            "are what that event holds; a measurement is written as it was read, such as value=101.3 unit=F."
        ),
        short_help=_("Records ratings, notes and events."),
    )


@click.pass_context
def add(  # noqa: PLR0917 - click passes them by name
    ctx: click.Context,
    pairs: tuple[str, ...],
    day: date | None,
    time: str | None,
    voice: str | None,
    typed_by: str | None,
    note: str | None,
    private: bool,  # noqa: FBT001 - click passes it by name
    kind: str | None,
    until: date | None,
    jsonl: str | None,
    diary: Path,
) -> None:
    entry = Entry(
        day=day, until=until, time=time, voice=voice, typed_by=typed_by, note=note, private=private, kind=kind
    )
    if jsonl is not None:
        if pairs or entry != Entry():
            raise InputError(_("With --jsonl everything stands in the lines, and nothing beside it."))
        from symtrack.cli.stream import add_lines

        if not add_lines(diary, jsonl):
            ctx.exit(1)
        return
    if not pairs and note is None and kind is None:
        raise click.UsageError(_("There is nothing to record. It is written like pain=7."), ctx)
    save(diary, of_pairs(entry, options.pairs(pairs)))


def save(diary: Path, entry: Entry) -> None:
    from symtrack.cli.opening import opened

    with opened(diary, create=True) as store:
        day = entry.day or store.today
        ids = store.add(*entry.rows(day)).ids
    output.saved({"saved": list(ids), "day": day.isoformat()})
    if sentence := converted(entry):
        output.say(sentence)
