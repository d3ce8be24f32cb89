"""What a file is called that somebody saves: the system's dialog answers, and its name gets an ending."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from symtrack.ui import files

PNG, SVG, PDF = "Picture (*.png)", "Drawing (*.svg)", "PDF (*.pdf)"


def _picture(parent: QWidget) -> Path | None:
    return files.picture_to_save(parent, "the last 4 weeks")


def _sheet(parent: QWidget) -> Path | None:
    return files.pdf_to_save(parent, Path("diary.symtrack"))


@pytest.mark.parametrize(
    ("ask", "answer", "wanted"),
    [
        (_picture, ("/home/eva/mine", SVG), "/home/eva/mine.svg"),
        (_picture, ("/home/eva/mine.pdf", PNG), "/home/eva/mine.pdf"),
        (_picture, ("/home/eva/mine", ""), "/home/eva/mine.png"),
        (_sheet, ("/home/eva/code", PDF), "/home/eva/code.pdf"),
        (_sheet, ("", ""), None),
    ],
)
def test_a_file_gets_the_ending_of_its_kind(
    ask: Callable[[QWidget], Path | None],
    answer: tuple[str, str],
    wanted: str | None,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An ending that was typed stays; without one it is that of the kind that was chosen, or of the suggestion."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask(parent) == (wanted and Path(wanted))
