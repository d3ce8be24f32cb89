"""`symtrack paper`: a sheet for the fridge, for the next caregiver, or to write a week on."""

from datetime import date
from pathlib import Path

import click

from symtrack import i18n
from symtrack.cli import options, output
from symtrack.cli.commands.report import PAPERS, locale
from symtrack.diary.day import parse_day
from symtrack.errors import InputError
from symtrack.i18n import _
from symtrack.report.keeping import KINDS as FILES

KINDS = ("week", "calls", "handoff")


def command() -> click.Command:
    return click.Command(
        "paper",
        callback=paper,
        params=[
            click.Option(
                ["-o", "--output", "target"],
                required=True,
                metavar="FILE.pdf|.html|.txt",
                help=_("The file, of the kind that its name ends in."),
            ),
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
            click.Option(
                ["--paper", "size"],
                type=options.one_of("--paper", PAPERS),
                default="a4",
                metavar="NAME",
                help=_("a4, or letter."),
            ),
            click.Option(["--language"], metavar="CODE", help=_("The paper’s language, such as en_US.")),
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
    size: str,
    language: str | None,
    diary: Path,
) -> None:
    path = Path(target)
    if path.suffix.lower() not in FILES:
        raise InputError(
            _("The sheet’s file is named {kinds}: a PDF, a web page or plain text. “{name}” is none of them.").format(
                kinds=", ".join(FILES), name=path.name
            )
        )
    if first is not None and kind != "week":
        raise InputError(_("Only the blank week has a first day: --from goes with “--kind week”."))
    with i18n.speaking(locale(language)):
        write(diary, path, kind, first, size, private=private)
    output.say(_("The sheet is in {path}.").format(path=path))


def write(diary: Path, path: Path, kind: str, first: date | None, size: str, *, private: bool) -> None:
    """The sheet shows the diary as it stands now."""
    from symtrack.cli.opening import opened
    from symtrack.diary.record import Diary
    from symtrack.exchange import files
    from symtrack.report import keeping
    from symtrack.report.sheet import Ground
    from symtrack.report.sheets import sheet
    from symtrack.rules import evaluate

    files.check_target(path)
    with opened(diary) as store:
        now, today, settings, events = store.clock(), store.today, store.settings(), store.events()
        ratings = store.ratings(*Ground.reach(today))
        read = Diary.of(store.columns(), events, until=today, settings=settings)
    ground = Ground.of(
        now=now,
        today=today,
        settings=settings,
        events=events,
        ratings=ratings,
        flags=evaluate(read) if kind == "handoff" else (),
        week=first,
        private=private,
    )
    keeping.write(sheet(kind).build(ground), path, paper="letter" if size == "letter" else "a4")
