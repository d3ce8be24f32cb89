"""Text on a page: where a line may end, and on which side it begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from symtrack.ui.widgets import Text
from tests.ui.looking import astray

NUMBER = "01632 960 222"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """A window that runs from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def lines(label: QLabel, wide: int) -> list[str]:
    """What Qt would put on each line; the label's own words, as Qt has them."""
    layout = QTextLayout(QLabel.text(label), label.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        found.append(QLabel.text(label)[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


def test_a_telephone_number_stays_on_its_line(qtbot: QtBot) -> None:
    """Whoever dials it reads it in one piece, however narrow the page is."""
    label = Text(f"Day ward, until 17:00 (after that {NUMBER})")
    qtbot.addWidget(label)
    least = label.fontMetrics().horizontalAdvance(f"{NUMBER})") + 8
    for wide in range(least, 4 * least, 3):
        assert sum(NUMBER in line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(label, wide)) == 1
    assert label.text() == f"Day ward, until 17:00 (after that {NUMBER})"


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("words", ["my pain 2025.csv: טבלה", "Pain (0-10)", "01632 960 111", "כאב"])
def test_in_a_mirrored_window_a_text_begins_at_the_right(words: str, qtbot: QtBot) -> None:
    """Whatever its first letter is; a label that Qt places by itself is found."""

    def found(kind: type[QLabel]) -> list[str]:
        window = QWidget()
        qtbot.addWidget(window)
        label = kind(words, parent=window)
        label.setTextFormat(Qt.TextFormat.PlainText)
        window.show()
        assert label.text() == words
        return list(astray(window))

    assert found(Text) == []
    assert bool(found(QLabel)) == (words != "כאב")
