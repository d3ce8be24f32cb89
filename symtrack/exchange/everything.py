"""All of a diary in one zip, for whoever wants to take it along: nothing in it needs symtrack to be read."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from symtrack.exchange.format import writers
from symtrack.i18n import _, dated
from symtrack.store import DiaryStore

DIARY, JSON, TABLE, PAPER, READ_ME = "diary.symtrack", "diary.json", "diary.csv", "summary.pdf", "read-me.txt"


def packed(store: DiaryStore, paper: bytes) -> bytes:
    """The zip: the diary's file as it is, all of it as JSON, its days as a table, the paper, and what is what.

    Of a sealed diary only that file is sealed. SymtrackError when no copy of it can be made.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in _parts(store, paper):
            # The same clock as the diary's, and no name or number of this computer.
            info = zipfile.ZipInfo(name, store.clock().timetuple()[:6])
            info.external_attr = 0o600 << 16
            pack.writestr(info, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _parts(store: DiaryStore, paper: bytes) -> Iterator[tuple[str, bytes]]:
    yield READ_ME, _read_me(store).encode()
    with TemporaryDirectory() as folder:
        copy = Path(folder, DIARY)
        store.back_up(copy)
        yield DIARY, copy.read_bytes()
    for name, form in ((JSON, "json"), (TABLE, "csv")):
        yield name, "".join(writers()[form].write(store, None, None)).encode()
    yield PAPER, paper


def _read_me(store: DiaryStore) -> str:
    """What each file is, and who can open it."""
    sealed = store.key is not None
    lines = [
        _("All of a symptom diary, as it was on {day}.").format(day=dated(store.today)),
        "",
        _("{file}: the diary itself. symtrack opens it, and so does any program for SQLite.").format(file=DIARY)
        if not sealed
        else _("{file}: the diary itself, sealed with its passphrase. symtrack opens it.").format(file=DIARY),
        _("{file}: everything that was ever written, corrections too. symtrack takes it in again.").format(file=JSON),
        _("{file}: a line a day, for a spreadsheet.").format(file=TABLE),
        _("{file}: the summary for the clinic.").format(file=PAPER),
        "",
        _("What is marked as private is in all of these but the summary."),
    ]
    if sealed:
        lines.append(_("Only the diary itself needs the passphrase. Anybody can read the other files."))
    lines.append(_("Nobody is watching: symtrack sends nothing to anyone."))
    return "\n".join(lines) + "\n"
