"""`symtrack import`: takes in what a file has and the diary has not."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from symtrack.cli import options, output
from symtrack.i18n import _, n_

if TYPE_CHECKING:
    from symtrack.exchange.importing import Brought

SENTENCES = 10
"""So many answers that contradict the diary are named one by one."""


def command() -> click.Command:
    return click.Command(
        "import",
        callback=import_,
        params=[
            click.Argument(["file"], metavar="FILE"),
            click.Option(["--format", "form"], metavar="NAME", help=_("What it is, if it can’t be seen.")),
            click.Option(
                ["--map", "mapped"],
                multiple=True,
                metavar="SUBJECT=TARGET",
                help=_(
                    "What a thing in the file becomes: “Schmerz=pain”, with its scale “Pain=pain:0-4”, turned round "
                    "“Mood=low_mood:1-5:better”, “Itching=new”, “Weight=weight:kg”, “Diary=note”, “Steps=out”. "
                    "“Pain.mild=2” gives a word its number. “Datum=column.day” says what a column is. Again for more."
                ),
            ),
            click.Option(
                ["--days", "order"],
                metavar="ORDER",
                help=_("dmy or mdy: whether 03/04 is in April or in March, where the file does not tell."),
            ),
            click.Option(["--dry-run"], is_flag=True, help=_("Only tell what it would add.")),
            options.diary(),
        ],
        help=_(
            "Brings a file into the diary: a table, symtrack’s own JSON, or what another app wrote. All of it or "
            "nothing; what is there already stays, and a second time nothing is added. Nothing is guessed: what is not "
            "sure is left out and named, and --map says what it is. “undo” takes an import back, whole."
        ),
        short_help=_("Brings a file into the diary."),
    )


def import_(
    file: str, form: str | None, mapped: tuple[str, ...], order: str | None, diary: Path, *, dry_run: bool
) -> None:
    from symtrack.cli import moving
    from symtrack.cli.opening import opened
    from symtrack.errors import InputError
    from symtrack.exchange.format import Own, named, recognised
    from symtrack.exchange.importing import bring_in
    from symtrack.exchange.source import Source

    chosen = named(form) if form else None
    source = Source.of_path(Path(file))
    chosen = chosen or recognised(source)
    if isinstance(chosen, Own):
        if mapped or order:
            raise InputError(_("symtrack’s own files need no --map and no --days: each thing is what it is called."))
        with opened(diary, create=True) as store:
            brought = bring_in(store, source, chosen, dry_run=dry_run)
        output.result(_result(source.name, chosen.key, brought, dry_run=dry_run))
        if chosen.lacks:
            output.say(_(chosen.lacks))
    else:
        moving_in = moving.Asked(chosen, source, mapped, order or "")
        with opened(diary, create=True) as store:
            brought = moving_in.bring(store, dry_run=dry_run)
        output.result(_result(source.name, chosen.key, brought, dry_run=dry_run) | moving_in.told(brought))
        moving_in.say(brought, dry_run=dry_run)
    _say(brought, dry_run=dry_run)


def _result(name: str, form: str, brought: "Brought", *, dry_run: bool) -> dict[str, object]:
    return {
        "file": name,
        "format": form,
        "dry_run": dry_run,
        "added": dict(brought.added),
        "skipped": {"same": brought.same, "different": brought.different},
    }


def _say(brought: "Brought", *, dry_run: bool) -> None:
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
