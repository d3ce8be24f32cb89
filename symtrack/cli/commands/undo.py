"""`symtrack undo`: takes back the last action, or the one that is named, whole."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "undo",
        callback=undo,
        params=[click.Argument(["action"], required=False), options.diary()],
        help=_(
            "Takes back what was done last, whole. ACTION, the first id that “add” printed, takes back that one "
            "instead."
        ),
        short_help=_("Takes back what was done last."),
    )


def undo(action: str | None, diary: Path) -> None:
    from symtrack.cli.opening import opened

    with opened(diary) as store:
        undone = store.undo(action)
    output.saved({"undone": undone})
