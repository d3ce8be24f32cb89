"""`symtrack flags`: the points to talk about, of a diary or of everybody in a CSV file."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.diary.day import parse_day
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "flags",
        callback=flags,
        params=[
            click.Argument(["file"], required=False, metavar="[FILE.csv]"),
            click.Option(["--on"], type=parse_day, metavar="DAY", help=_("As if the diary had ended on this day.")),
            click.Option(["--all", "everything"], is_flag=True, help=_("Closed ones too, from the first day on.")),
            options.diary(),
            options.as_json(_("One JSON object a line.")),
        ],
        help=_(
            "Tells the points to talk about that are open on the last day: of the diary, or of everybody in a CSV file "
            "that has a column “person”."
        ),
        short_help=_("Tells the points to talk about."),
    )


def flags(file: str | None, on: date | None, diary: Path, *, everything: bool, as_json: bool) -> None:
    from symtrack.cli.points import of_diary, of_file, written

    if file is not None:
        with of_file(Path(file), on, everything=everything, as_json=as_json) as found:
            _print(found, as_json=as_json)
        return
    points = of_diary(diary, on, everything=everything)
    if points is None:
        output.say(_("In this diary points are switched off (flags=off)."))
        return
    _print(written(points, as_json=as_json), as_json=as_json)


def _print(parts: Iterable[str], *, as_json: bool) -> None:
    """The points; people are told when there are none."""
    none = True
    for part in parts:
        none = False
        sys.stdout.write(part)
    if none and not as_json:
        output.say(_("No patterns to point out from what was entered. If you feel unwell, ring your team."))
