"""`symtrack recover`: opens a sealed diary with its recovery code, and gives it a new passphrase."""

from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.i18n import _


def command() -> click.Command:
    return click.Command(
        "recover",
        callback=recover,
        params=[
            click.Option(["--code-file"], required=True, metavar="FILE", help=_("A file with the recovery code.")),
            click.Option(["--new-passphrase-file"], metavar="FILE", help=_("A file with the new passphrase.")),
            options.diary(),
        ],
        help=_(
            "Opens a diary whose passphrase is forgotten with the recovery code from its sheet. With a new passphrase "
            "it is sealed anew, and a new code is printed; without one this only tries whether the code opens it."
        ),
        short_help=_("Opens a diary with its recovery code."),
    )


def recover(code_file: str, new_passphrase_file: str | None, diary: Path) -> int:
    from symtrack.cli.opening import first_line, in_file
    from symtrack.cli.sealing import sealed
    from symtrack.errors import InputError
    from symtrack.store import DiaryStore, lock, recovery

    code = recovery.read(first_line(Path(code_file)))
    new = in_file(Path(new_passphrase_file)) if new_passphrase_file is not None else None
    if new is not None:
        lock.refuse_when_held(diary)
    with DiaryStore.open(diary, secret=code) as store:
        if store.key is None:
            raise InputError(_("{path} has no passphrase.").format(path=diary))
        if new is not None:
            return sealed(store, new)
        output.saved({"opens": True, "diary": store.id})
    return 0
