"""`symtrack demo`: an invented diary, to look around in."""

from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.diary.day import day_of, local_now, parse_day
from symtrack.errors import SymtrackError
from symtrack.i18n import _

TODAY = "today"
LONGEST = 3660


def command() -> click.Command:
    return click.Command(
        "demo",
        callback=demo,
        params=[
            options.diary(required=True),
            click.Option(
                ["--days"],
                type=options.whole("--days", 1, LONGEST),
                default="180",
                metavar="N",
                help=_("How many days it has."),
            ),
            click.Option(
                ["--seed"],
                type=options.whole("--seed", 0, 2**32 - 1),
                default="1",
                metavar="N",
                help=_("The same number gives the same diary."),
            ),
            click.Option(["--until"], default=TODAY, metavar="DAY", help=_("Its last day.")),
        ],
        help=_("Writes an invented diary that looks like a real one into a new file, which -d names."),
        short_help=_("Writes an invented diary into a new file."),
    )


def demo(diary: Path, days: int, seed: int, until: str) -> None:
    last: date = day_of(local_now()) if until == TODAY else parse_day(until)
    if diary.exists() or diary.is_symlink():
        raise SymtrackError(_("There is something at {path} already, and it stays.").format(path=diary))
    from symtrack.cli.opening import opened
    from symtrack.sample import build

    rows = build(days=days, seed=seed, until=last)
    with opened(diary, create=True) as store:
        store.take(rows)
    output.say(_("The invented diary is in {path}.").format(path=diary))
