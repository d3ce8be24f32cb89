"""Cards: their room, in either direction of reading."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from symtrack.ui.widgets import Card, Text
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
