"""`symtrack check`: whether the diary’s file is whole, and whether it says what its last good copy says."""

from collections.abc import Sequence
from pathlib import Path

import click

from symtrack.cli import options, output
from symtrack.errors import DiaryFileError, SealedError
from symtrack.i18n import _
from symtrack.store.copies import Copy


def command() -> click.Command:
    return click.Command(
        "check",
        callback=check,
        params=[options.diary(), options.as_json(_("One JSON object with a list of sentences, “findings”."))],
        help=_(
            "Reads every page and every row of the diary, compares it with its last good copy, and names what is "
            "wrong, one sentence each."
        ),
        short_help=_("Tells whether the diary is whole."),
    )


def check(diary: Path, *, as_json: bool) -> int:
    found = _findings(diary)
    if as_json:
        output.result({"findings": found})
    else:
        for sentence in found:
            output.text(sentence)
    if not found:
        output.say(_("Nothing is wrong with {path}.").format(path=diary))
    return 1 if found else 0


def _findings(diary: Path) -> list[str]:
    """A sentence for each thing that is wrong with the file, its rows, its copies."""
    from symtrack.cli.opening import opened
    from symtrack.store import backup, copies

    folder = options.copies_folder()
    try:
        with opened(diary) as store:
            found = store.findings()
            good, bad = backup.last_good(copies.found(folder, diary, store.id), secret=store.key)
            if good and not found:
                found = backup.compared(store, good.path)
    except DiaryFileError as error:
        made = copies.called(folder, diary)
        if not diary.is_file() or (isinstance(error, SealedError) and not _was_plain(made)):
            raise
        found = [str(error)]
        good, bad = backup.last_good(made)
    if found and good:
        output.say(_("The last good copy is {path}. “symtrack restore” puts it in place.").format(path=good.path))
    return found + bad


def _was_plain(copies: Sequence[Copy]) -> bool:
    """Whether the newest copy is plain: then what looks like a sealed diary is a damaged one."""
    from symtrack.store import looking

    return bool(copies) and looking.is_plain(copies[-1].path)
