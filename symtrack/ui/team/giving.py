"""A copy of the data as a file that other programs read."""

from pathlib import Path

from symtrack.errors import SymtrackError
from symtrack.exchange import files
from symtrack.i18n import _, n_
from symtrack.ui.journal import Journal


def give(journal: Journal, path: Path) -> tuple[str, Path | None]:
    """Writes the whole diary at `path`, as its ending says; what became of it, and the file if there is one."""
    try:
        parts, left_out = journal.data(path.suffix.lower().removeprefix("."))
        files.put(path, parts)
    except SymtrackError as error:
        return str(error), None
    words = [_("Saved: {path}").format(path=path), _("All of the diary is in it, what is marked as private too.")]
    if left_out:
        words[1] = n_(
            "{n} event has no place in a table and is left out; what is marked as private is in it too.",
            "{n} events have no place in a table and are left out; what is marked as private is in it too.",
            left_out,
        ).format(n=left_out)
    return "\n".join(words), path
