"""Where a file goes: the system's own dialog, with the kinds of file that there are."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from symtrack.i18n import _

AskFile = Callable[[QWidget, str], str]
"""Asks for a path, beginning at one that is suggested; an empty string when the person thinks better of it."""


def ask_file(parent: QWidget, suggested: str) -> str:
    """The path that the person chooses. The suggested one's kind is the first of those that can be had."""
    kinds = paper_kinds() if Path(suggested).suffix in paper_kinds() else data_kinds()
    title = _("Save the paper") if kinds == paper_kinds() else _("A copy of the data")
    filters = ";;".join(f"{words} (*{kind})" for kind, words in kinds.items())
    chosen, said = QFileDialog.getSaveFileName(parent, title, suggested, filters)
    return ended(chosen, kinds, said.rpartition("*")[2].rstrip(")")) if chosen else ""


def paper_kinds() -> Mapping[str, str]:
    """What a paper can be saved as."""
    return {".pdf": _("PDF"), ".html": _("Web page"), ".txt": _("Plain text")}


def data_kinds() -> Mapping[str, str]:
    """What a copy of the data can be."""
    return {
        ".zip": _("Everything: the diary, its tables and the paper, private things too"),
        ".json": _("All that was written, private things too, to bring in again"),
        ".csv": _("A table for a spreadsheet, private things too"),
        ".fhir.json": _("For a hospital’s system (FHIR), without private things"),
    }


def ended(chosen: str, kinds: Mapping[str, str], otherwise: str = "") -> str:
    """The path, with an ending of a kind that there is: where it has none, this other one, or the first.

    The other one also goes before a shorter ending that is the end of it: .json may be meant as .fhir.json.
    """
    kind = kind_of(chosen, kinds)
    if otherwise in kinds and kind != otherwise and otherwise.endswith(kind or otherwise):
        return chosen[: len(chosen) - len(kind)] + otherwise
    return chosen if kind else chosen + next(iter(kinds))


def kind_of(chosen: str, kinds: Iterable[str]) -> str:
    """The kind that the path ends in, the longest one; nothing where it is none of them."""
    return max((kind for kind in kinds if chosen.lower().endswith(kind)), key=len, default="")


def in_documents(name: str) -> str:
    """A path of that name among the person's documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder, name))
