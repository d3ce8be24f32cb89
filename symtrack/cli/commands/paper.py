"""`symtrack paper`: a sheet for the fridge, for the next caregiver, or to write a week on."""

from datetime import date
from pathlib import Path

import click

from symtrack import i18n
from symtrack.cli import options, output, papers
from symtrack.diary.day import parse_day
from symtrack.errors import InputError
from symtrack.i18n import _

KINDS = ("week", "calls", "handoff")


def command() -> click.Command:
    return click.Command(
        "paper",
        callback=paper,
        params=[
            papers.target(),
            click.Option(
                ["--kind"],
                type=options.one_of("--kind", KINDS),
                default=KINDS[0],
                metavar="NAME",
                help=_("week: a blank week. calls: whom to ring. handoff: for the next caregiver."),
            ),
            click.Option(
                ["--from", "first"], type=parse_day, metavar="DAY", help=_("The blank week’s first day; else blank.")
            ),
            click.Option(["--private"], is_flag=True, help=_("With what is marked as private.")),
            papers.size(),
            papers.language(),
            options.diary(),
        ],
        help=_(
            "Writes a sheet to print: a blank week to fill in by hand, the call sheet for the fridge, or the hand-off "
            "sheet for the next caregiver."
        ),
        short_help=_("Writes a sheet to print: a blank week, the call sheet, the hand-off sheet."),
    )


def paper(  # noqa: PLR0917 - click passes them by name
    target: str,
    kind: str,
    first: date | None,
    private: bool,  # noqa: FBT001 - a flag of the command line
    size: str | None,
    language: str | None,
    diary: Path,
) -> None:
    path = papers.path_of(target)
    if first is not None and kind != "week":
        raise InputError(_("Only the blank week has a first day: --from goes with “--kind week”."))
    with i18n.speaking(papers.locale(language)):
        write(diary, path, kind, first, size, private=private)
    output.say(_("The sheet is in {path}.").format(path=path))


def write(diary: Path, path: Path, kind: str, first: date | None, size: str | None, *, private: bool) -> None:
    """The sheet shows the diary as it stands now."""
    from symtrack.cli.opening import opened
    from symtrack.diary.record import Diary
    from symtrack.report import keeping
    from symtrack.report.sheet import Ground
    from symtrack.report.sheets import sheet
    from symtrack.rules import evaluate
    from symtrack.store import outgoing

    outgoing.check(path)
    with opened(diary) as store:
        now, today, settings, events = store.clock(), store.today, store.settings(), store.events()
        ratings = store.ratings(*Ground.reach(today))
        shown = [event for event in events if private or not event.private]
        read = Diary.of(store.columns(private=private), shown, until=today, settings=settings)
        abouts = store.abouts(private=private)
    ground = Ground.of(
        now=now,
        today=today,
        settings=settings,
        events=events,
        ratings=ratings,
        flags=evaluate(read) if kind == "handoff" else (),
        abouts=abouts,
        week=first,
        private=private,
    )
    keeping.write(sheet(kind).build(ground), path, paper=papers.size_of(size))
