"""`symtrack erase`: what rows said goes for good, from the diary and from its copies."""

from collections.abc import Iterable
from pathlib import Path

import click

from symtrack import paths
from symtrack.cli import options, output
from symtrack.cli.opening import opened
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.settings import Preferences
from symtrack.store import DiaryStore, backup
from symtrack.store.share import SharedFolder


def command() -> click.Command:
    return click.Command(
        "erase",
        callback=erase,
        params=[click.Argument(["ids"], nargs=-1, required=True, metavar="ID..."), options.diary()],
        help=_(
            "Erases for good what the entries with these ids say, with all that was said in their place before. It is "
            "gone from the diary’s file and from the copies beside it and in the folder for copies. There is no way "
            "back: to be able to take it back, use “undo”."
        ),
        short_help=_("Erases entries for good, from copies too."),
    )


def erase(ids: tuple[str, ...], diary: Path) -> int:
    with opened(diary) as store:
        erased = store.erase(*ids)
        output.saved({"erased": erased})
        folders = {diary.absolute().parent, options.copies_folder(), paths.backup_folder()}
        left = _from_copies(store, backup.holding(store, folders))
        _from_shared_folder(store)
    output.say(_("Copies in other places, files that were exported and papers that were printed may still hold it."))
    return 1 if left else 0


def _from_shared_folder(store: DiaryStore) -> None:
    """Our own change files are written anew; those of other computers, when they exchange the next time."""
    preferences = Preferences.load(paths.settings_file())
    if preferences.shared_folder:
        try:
            SharedFolder(Path(preferences.shared_folder), preferences.writer_of(store.path)).sync(store)
        except SymtrackError as error:
            output.say(_("The shared folder may still hold it. {why}").format(why=error))
        else:
            output.say(_("It is erased from this computer’s files in the shared folder too."))


def _from_copies(store: DiaryStore, copies: Iterable[Path]) -> list[Path]:
    """The copies from which it could not be erased."""
    left = []
    for copy in copies:
        try:
            store.renew(copy)
        except SymtrackError as error:
            left.append(copy)
            output.say(_("The copy {path} may still hold it. {why}").format(path=copy, why=error))
        else:
            output.say(_("It is erased from the copy {path} too.").format(path=copy))
    return left
