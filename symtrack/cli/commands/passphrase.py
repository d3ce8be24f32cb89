"""`symtrack passphrase`: sets, changes or removes the passphrase of a diary and of its copies."""

from pathlib import Path

import click

from symtrack.cli import options
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "passphrase",
        callback=passphrase,
        params=[
            click.Option(["--set"], is_flag=True, help=_("Seal a plain diary.")),
            click.Option(["--change"], is_flag=True, help=_("Seal it with another passphrase.")),
            click.Option(["--remove"], is_flag=True, help=_("Make it a plain diary again.")),
            click.Option(
                ["--new-passphrase-file"],
                metavar="FILE",
                help=_("A file with the new passphrase; else it is asked for."),
            ),
            options.diary(),
        ],
        help=_(
            "Seals the diary and its copies with a passphrase, changes it, or takes it away. It prints a recovery "
            "code: keep it on paper, in a safe place. Whoever has lost both the passphrase and the code can’t open the "
            "diary any more, and nobody can help. Close the window before."
        ),
        short_help=_("Sets, changes or removes the passphrase."),
    )


@click.pass_context
def passphrase(ctx: click.Context, /, new_passphrase_file: str | None, diary: Path, **ways: bool) -> int:
    from symtrack.cli.opening import chosen, given, opened
    from symtrack.cli.sealing import sealed
    from symtrack.errors import InputError
    from symtrack.store import lock

    if sum(ways.values()) != 1:
        raise click.UsageError(_("One of --set, --change and --remove is needed."), ctx)
    if ways["remove"] and new_passphrase_file is not None:
        raise click.UsageError(_("With --remove there is no new passphrase."), ctx)
    lock.refuse_when_held(diary)
    with opened(diary) as store:
        if ways["set"] and store.key is not None:
            raise InputError(_("{path} has a passphrase already. --change gives it another one.").format(path=diary))
        if not ways["set"] and store.key is None:
            raise InputError(_("{path} has no passphrase.").format(path=diary))
        if ways["remove"]:
            return sealed(store, None)
        # A plain diary has no other passphrase that the usual ways could mean.
        new = given() if ways["set"] and new_passphrase_file is None else None
        return sealed(store, new or chosen(new_passphrase_file))
