"""`symtrack restore`: puts a copy where the diary is, and keeps what was there."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "restore",
        callback=restore,
        params=[click.Argument(["backup"], metavar="BACKUP"), options.diary()],
        help=_(
            "Puts BACKUP, a copy that “backup” made, where the diary is. The copy is checked first, and stays where it "
            "is; the diary that was there is kept beside it under a name that says when. Close the window before."
        ),
        short_help=_("Puts a copy where the diary is."),
    )


def restore(backup: str, diary: Path) -> None:
    from symtrack.cli.opening import unlocked
    from symtrack.store import backup as copies, lock, looking

    lock.refuse_when_held(diary)
    aside = unlocked(lambda secret: copies.restore(Path(backup), diary, secret=secret))
    output.saved({"restored": str(diary), "aside": str(aside) if aside else None})
    if aside:
        output.say(_("The diary that was there is kept as {path}.").format(path=aside))
        if looking.is_plain(aside) and not looking.is_plain(diary):
            output.say(_("It has no passphrase: whoever can open the files of this computer can read it."))
