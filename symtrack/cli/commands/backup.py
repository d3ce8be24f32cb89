"""`symtrack backup`: a copy of the diary that was opened and checked before it got its name."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "backup",
        callback=backup,
        params=[click.Argument(["file"], required=False, metavar="[FILE]"), options.diary()],
        help=_(
            "Makes a copy of the diary and checks it before it gets its name. Without FILE it goes into the folder "
            "for copies, one a day. A FILE that is there is only written over if it is an earlier copy of this diary."
        ),
        short_help=_("Makes a checked copy of the diary."),
    )


def backup(file: str | None, diary: Path) -> None:
    from symtrack.cli.opening import opened
    from symtrack.errors import InputError
    from symtrack.store import backup as copies

    if file == "":
        raise InputError(_("A copy needs a name."))
    with opened(diary) as store:
        if file is None:
            path, kept = copies.into(store, options.copies_folder())
        else:
            path = Path(file)
            kept = copies.over(store, path)
    output.saved({"backup": str(path)})
    if kept:
        output.say(_("The copy that was there holds something else, and is kept as {path}.").format(path=kept))
