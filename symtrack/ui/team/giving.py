"""A copy of the data as a file that other programs read."""

from collections.abc import Iterator
from pathlib import Path

from symtrack.errors import SymtrackError
from symtrack.i18n import _, n_
from symtrack.store import outgoing
from symtrack.ui.journal import Journal
from symtrack.ui.team.asking import data_kinds, kind_of
from symtrack.ui.team.job import Use

FORMS = {".json": "json", ".csv": "csv", ".fhir.json": "fhir"}


def packing(journal: Journal, path: Path) -> Use:
    """Puts the paper that was made into one file with all of the diary."""

    def use(made: object) -> Iterator[str]:
        assert isinstance(made, bytes)
        journal.pack(made, path)
        yield "\n".join((_("Saved: {path}").format(path=path), _("All of the diary is in it, what is private too.")))

    return use


def give(journal: Journal, path: Path) -> tuple[str, Path | None]:
    """Writes the diary at `path`, as its ending says; what became of it, and the file if there is one."""
    form = FORMS[kind_of(path.name, data_kinds())]
    try:
        parts, left_out = journal.data(form)
        outgoing.write_text(path, parts)
    except SymtrackError as error:
        return str(error), None
    words = [_("Saved: {path}").format(path=path)]
    if left_out:
        words.append(
            n_(
                "{n} event has no place in such a file and is left out.",
                "{n} events have no place in such a file and are left out.",
                left_out,
            ).format(n=left_out)
        )
    elif form != "fhir":
        words.append(_("All of the diary is in it."))
    words.append(
        _("What is marked as private is not in it.") if form == "fhir" else _("What is marked as private is in it too.")
    )
    return "\n".join([words[0], " ".join(words[1:])]), path
