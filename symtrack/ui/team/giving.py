"""A copy of the data as a file that other programs read."""

from collections.abc import Iterator
from pathlib import Path

from symtrack.diary.period import Period
from symtrack.errors import SymtrackError
from symtrack.i18n import _, n_
from symtrack.report.orders import Told
from symtrack.store import outgoing
from symtrack.ui.journal import Journal
from symtrack.ui.team.asking import data_kinds, kind_of
from symtrack.ui.team.job import Use

FORMS = {".json": "json", ".csv": "csv"}
HOSPITAL = ".fhir.json"


def packing(journal: Journal, path: Path) -> Use:
    """Puts the paper that was made into one file with all of the diary."""

    def use(made: object) -> Iterator[str]:
        assert isinstance(made, bytes)
        journal.pack(made, path)
        yield "\n".join((_("Saved: {path}").format(path=path), _("All of the diary is in it, what is private too.")))

    return use


def give(journal: Journal, path: Path) -> tuple[str, Path | None]:
    """Writes the diary at `path`, as its ending says; what became of it, and the file if there is one."""
    try:
        parts, left_out = journal.data(FORMS[kind_of(path.name, data_kinds())])
        outgoing.write_text(path, parts)
    except SymtrackError as error:
        return str(error), None
    whole = "" if left_out else _("All of the diary is in it.")
    return _given(path, left_out, whole, _("What is marked as private is in it too.")), path


def bundling(journal: Journal, path: Path, period: Period) -> Use:
    """Puts the paper of the period that was made into one file with what a hospital's system can take of the diary."""

    def use(made: object) -> Iterator[str]:
        assert isinstance(made, Told)
        parts, left_out = journal.bundle(made, period)
        outgoing.write_text(path, parts)
        yield _given(path, left_out, _("The paper is in it."), _("What is marked as private is not in it."))

    return use


def _given(path: Path, left_out: int, *sentences: str) -> str:
    """Where it is, and below it what is in it and what is not."""
    lost = n_(
        "{n} event has no place in such a file and is left out.",
        "{n} events have no place in such a file and are left out.",
        left_out,
    ).format(n=left_out)
    told = [lost] if left_out else []
    return "\n".join((_("Saved: {path}").format(path=path), " ".join((*told, *filter(None, sentences)))))
