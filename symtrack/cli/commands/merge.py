"""`symtrack merge`: takes in what another copy of the diary has."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _, n_


def command() -> click.Command:
    return click.Command(
        "merge",
        callback=merge,
        params=[
            click.Argument(["other"], metavar="OTHER"),
            click.Option(
                ["--other-passphrase-file"],
                metavar="FILE",
                help=_("A file with the passphrase of OTHER, if it is not this diary’s."),
            ),
            options.diary(),
        ],
        help=_(
            "Takes in everything that OTHER, a copy of this diary from another computer, has and this one has not. "
            "Nothing is lost on either side, and nothing comes twice. OTHER stays as it is."
        ),
        short_help=_("Takes in what another copy of the diary has."),
    )


def merge(other: str, other_passphrase_file: str | None, diary: Path) -> None:
    from symtrack.cli.opening import opened, other_unlocked
    from symtrack.errors import InputError

    if not other:
        raise InputError(_("The other copy needs a name."))
    with opened(diary, create=True) as store:
        came = other_unlocked(other_passphrase_file, lambda secret: store.bring_in(Path(other), secret=secret))
    output.saved({"merged": other, "new": {f"{table}s": count for table, count in came.added.items()}})
    rows = sum(came.added.values())
    output.say(n_("{n} row is new.", "{n} rows are new.", rows).format(n=rows))
