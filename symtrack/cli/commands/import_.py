"""`symtrack import`: takes in what a file has and the diary has not."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _, n_

SENTENCES = 10
"""So many answers that contradict the diary are named one by one."""


def command() -> click.Command:
    return click.Command(
        "import",
        callback=import_,
        params=[
            click.Argument(["file"], metavar="FILE"),
            click.Option(["--format", "form"], metavar="NAME", help=_("What it is, if it can’t be seen: csv or json.")),
            click.Option(["--dry-run"], is_flag=True, help=_("Only tell what it would add.")),
            options.diary(),
        ],
        help=_(
            "Brings a file into the diary: CSV with a column “day”, or symtrack’s own JSON. All of it or nothing; what "
            "is there already stays, and a second time nothing is added. “undo” takes a CSV back, whole."
        ),
        short_help=_("Brings a file into the diary."),
    )


def import_(file: str, form: str | None, diary: Path, *, dry_run: bool) -> None:
    from symtrack.cli.opening import opened
    from symtrack.exchange import files
    from symtrack.exchange.format import named, recognised
    from symtrack.exchange.importing import bring_in

    chosen = named(form) if form else None
    path = Path(file)
    content = files.content(path)
    chosen = chosen or recognised(content)
    with opened(diary, create=True) as store:
        brought = bring_in(store, path.name, content, chosen, dry_run=dry_run)
    output.result(
        {
            "file": path.name,
            "format": chosen.key,
            "dry_run": dry_run,
            "added": dict(brought.added),
            "skipped": {"same": brought.same, "different": brought.different},
        }
    )
    for sentence in brought.kept[:SENTENCES]:
        output.say(sentence)
    if len(brought.kept) > SENTENCES:
        more = len(brought.kept) - SENTENCES
        output.say(n_("And {n} more answer stays.", "And {n} more answers stay.", more).format(n=more))
    rows = sum(brought.added.values())
    if dry_run:
        output.say(n_("{n} row would be new.", "{n} rows would be new.", rows).format(n=rows))
    else:
        output.say(n_("{n} row is new.", "{n} rows are new.", rows).format(n=rows))
    if brought.same:
        output.say(
            n_("{n} row was there already.", "{n} rows were there already.", brought.same).format(n=brought.same)
        )
