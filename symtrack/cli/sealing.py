"""What the commands that seal a diary share: the diary, then its copies, then the recovery code."""

from symtrack import paths
from symtrack.cli import options, output
from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.store import DiaryStore, copies, recovery
from symtrack.store.vault import Passphrase


def sealed(store: DiaryStore, new: Passphrase | None) -> int:
    """Seals the open diary and its copies with the passphrase, or with None makes them plain; the exit code."""
    before = store.key
    key = store.seal(new)
    output.saved({"sealed": key is not None, "recovery_code": recovery.written(key) if key is not None else None})
    left = 0
    folders = {store.path.absolute().parent, options.copies_folder(), paths.backup_folder()}
    for copy in copies.beside_it(store.path, folders):
        try:
            changed = store.seal_copy(copy, before)
        except SymtrackError as error:
            left += copies.is_named_after(copy, store.path)
            output.say(_("The copy {path} stays as it was. {why}").format(path=copy, why=error))
        else:
            if changed:
                output.say(_("The copy {path} was renewed too.").format(path=copy))
    return 1 if left else 0
