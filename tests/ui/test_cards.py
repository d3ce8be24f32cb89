"""Cards and rows of buttons: their room, in either direction of reading."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from symtrack.ui.stylesheet import stylesheet
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, acts
from symtrack.ui.widgets.card import EDGE


def test_a_heavy_card_has_its_wider_margin_beside_the_thick_edge(qtbot: QtBot) -> None:
    """In a mirrored window the words would otherwise stand close to the edge, and far from the thin line."""
    text = Text("Phone the team")
    card = Card(text, heavy=True)
    qtbot.addWidget(card)
    card.resize(400, 200)
    card.show()
    left, right = text.x(), card.width() - text.geometry().right()
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: text.x() < left)
    assert (text.x(), card.width() - text.geometry().right()) == (left - EDGE, right + EDGE)


def test_the_words_of_quiet_buttons_begin_where_those_above_them_do(qtbot: QtBot) -> None:
    """Their padding would have them stand in a little, as if they belonged to something else."""
    button = Button("Correct this entry", "quiet")
    line = acts(button, Button("Take away", "quiet"))
    line.setStyleSheet(stylesheet(Theme.load("light")))
    qtbot.addWidget(line)
    line.show()
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert button.x() == 0
    assert button.width() - words <= 4
