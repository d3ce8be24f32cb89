"""`symtrack sync`: exchanges change files with the other copies of the diary through a shared folder."""

from pathlib import Path

import click

from symtrack import paths
from symtrack.cli import options, output
from symtrack.i18n import _, n_
from symtrack.settings import Preferences


def command() -> click.Command:
    return click.Command(
        "sync",
        callback=sync,
        params=[click.Argument(["folder"], metavar="FOLDER"), options.diary()],
        help=_(
            "Writes what the other copies of this diary have not yet into FOLDER, as small sealed files, and takes in "
            "what they wrote there. FOLDER may be one that a sync program keeps the same on two computers, or lie on a "
            "stick. The diary itself must not lie in it."
        ),
        short_help=_("Exchanges changes through a shared folder."),
    )


def sync(folder: str, diary: Path) -> int:
    from symtrack.cli.opening import opened
    from symtrack.errors import InputError
    from symtrack.store.share import SharedFolder

    if not folder:
        raise InputError(_("The shared folder needs a name."))
    with opened(diary) as store:
        synced = SharedFolder(Path(folder), _writer(diary)).sync(store)
    output.saved(
        {"came": synced.came, "sent": synced.sent, "waiting": [path.name for path in synced.waiting]},
    )
    if synced.waiting:
        n = len(synced.waiting)
        output.say(
            n_(
                "{n} file has not come whole yet, and is taken in when it has.",
                "{n} files have not come whole yet, and are taken in when they have.",
                n,
            ).format(n=n)
        )
    if synced.strange:
        n = len(synced.strange)
        output.say(
            n_(
                "{n} file is sealed for another diary, or by a copy of this one that parted before its first entry.",
                "{n} files are sealed for another diary, or by a copy of this one that parted before its first entry.",
                n,
            ).format(n=n)
        )
    for sentence in synced.bad:
        output.say(sentence)
    return 1 if synced.bad else 0


def _writer(diary: Path) -> str:
    """What this copy of the diary is called in the folder; this computer gets a name the first time."""
    file = paths.settings_file()
    preferences = Preferences.load(file)
    named = preferences.with_device()
    if named != preferences:
        named.write(file)
    return named.writer_of(diary)
