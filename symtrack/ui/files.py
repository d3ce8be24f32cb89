"""The system's own dialogs for files and folders. A test gives its own answer in their place."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

from symtrack.i18n import _

AskFile = Callable[[QWidget, Path], Path | None]
"""Asks for a path, beginning at another; None when the person thinks better of it."""


def new_diary(parent: QWidget, diary: Path) -> Path | None:
    """A path for a new file, suggested in the person's home, since the diary's own place may be what is broken."""
    suggested = str(Path.home() / diary.with_stem(_("{name} kept").format(name=diary.stem)).name)
    # What is there already is never written over, so Qt need not ask about it.
    chosen = QtWidgets.QFileDialog.getSaveFileName(
        parent,
        _("Keep it in another place"),
        suggested,
        _diaries(),
        "",
        QtWidgets.QFileDialog.Option.DontConfirmOverwrite,
    )[0]
    path = Path(chosen)
    return (path if path.suffix else path.with_suffix(diary.suffix)) if chosen else None


def diary_there(parent: QWidget, diary: Path) -> Path | None:
    """A diary's file, wherever it is now."""
    chosen = QtWidgets.QFileDialog.getOpenFileName(parent, _("Look for the diary"), str(diary.parent), _diaries())[0]
    return Path(chosen) if chosen else None


def copy_there(parent: QWidget, diary: Path) -> Path | None:
    """A copy of the diary that came from another computer."""
    chosen = QtWidgets.QFileDialog.getOpenFileName(parent, _("Bring in a copy"), str(diary.parent), _diaries())[0]
    return Path(chosen) if chosen else None


def pdf_to_save(parent: QWidget, _diary: Path) -> Path | None:
    """Where the recovery sheet goes as a PDF."""
    return _to_save(parent, _("Save the sheet"), _("Recovery sheet") + ".pdf", _("PDF (*.pdf)"))


def picture_to_save(parent: QWidget, name: str) -> Path | None:
    """Where a picture goes; its ending says which kind, PNG where it has none."""
    return _to_save(
        parent, _("Save the picture"), f"{name}.png", _("Picture (*.png)"), _("Drawing (*.svg)"), _("PDF (*.pdf)")
    )


def calendar_to_save(parent: QWidget, _diary: Path) -> Path | None:
    """Where the reminder for the phone goes."""
    title = _("Save the reminder for the phone")
    return _to_save(parent, title, _("Diary reminder") + ".ics", _("Calendar (*.ics)"))


def file_to_bring_in(parent: QWidget, folder: Path) -> Path | None:
    """A file of another app or a spreadsheet."""
    chosen = QtWidgets.QFileDialog.getOpenFileName(parent, _("Bring in a file"), str(folder), _("Every file (*)"))[0]
    return Path(chosen) if chosen else None


def folder_to_bring_in(parent: QWidget, folder: Path) -> Path | None:
    """A folder that another app wrote."""
    chosen = QtWidgets.QFileDialog.getExistingDirectory(parent, _("Bring in a folder"), str(folder))
    return Path(chosen) if chosen else None


def shared_folder(parent: QWidget, folder: Path) -> Path | None:
    chosen = QtWidgets.QFileDialog.getExistingDirectory(parent, _("The shared folder"), str(folder))
    return Path(chosen) if chosen else None


def folder_for_copies(parent: QWidget, folder: Path) -> Path | None:
    chosen = QtWidgets.QFileDialog.getExistingDirectory(parent, _("Where copies go"), str(folder))
    return Path(chosen) if chosen else None


def _to_save(parent: QWidget, title: str, suggested: str, *kinds: str) -> Path | None:
    """The path of a new file, suggested in the person's home; without an ending it has that of the kind chosen."""
    chosen, kind = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(Path.home() / suggested), ";;".join(kinds))
    path, ending = Path(chosen), kind.rpartition("*")[2].rstrip(")") or Path(suggested).suffix
    return (path if path.suffix else path.with_suffix(ending)) if chosen else None


def _diaries() -> str:
    return _("Diaries (*.symtrack);;Every file (*)")
