"""`symtrack export`: the diary as a file that other programs read."""

import sys
from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.errors import InputError
from symtrack.i18n import _, n_


def command() -> click.Command:
    from symtrack.exchange.format import writers

    return click.Command(
        "export",
        callback=export,
        params=[
            click.Option(
                ["--format", "form"],
                type=options.one_of("--format", writers()),
                required=True,
                metavar="NAME",
                help=_("csv is a table that a spreadsheet opens, json is everything, corrections too."),
            ),
            click.Option(["-o", "--output", "target"], metavar="FILE", help=_("The file, if it is not the output.")),
            *options.days(),
            options.diary(),
        ],
        help=_("Writes the diary as CSV or JSON. Both can be brought in again with “import”."),
        short_help=_("Writes the diary as CSV or JSON."),
    )


def export(form: str, target: str | None, first: date | None, last: date | None, diary: Path) -> None:
    from symtrack.cli.opening import opened
    from symtrack.exchange import files
    from symtrack.exchange.format import writers

    chosen = writers()[form]
    options.check_days(first, last)
    if chosen.whole and (first or last):
        raise InputError(_("“{name}” is the whole diary; only “csv” can be a part of it.").format(name=form))
    with opened(diary) as store:
        parts = chosen.write(store, first, last)
        left_out = chosen.left_out(store, first, last)
        if target is None:
            sys.stdout.writelines(parts)
        else:
            files.put(Path(target), parts)
    if left_out:
        output.say(
            n_(
                "{n} event has no place in this format and is left out; “json” holds everything.",
                "{n} events have no place in this format and are left out; “json” holds everything.",
                left_out,
            ).format(n=left_out)
        )
    if target is not None:
        output.say(_("The file is {path}.").format(path=target))
