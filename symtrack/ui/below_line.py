"""What stands between the top line and the page: what could not be saved, and the panel that is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from symtrack.i18n import _
from symtrack.ui.theme import Theme, side_of
from symtrack.ui.widgets import Button, Card, FlowLayout, Text, announce, clear

if TYPE_CHECKING:
    from symtrack.ui.panels import Panel

PAGE = 270
"""The px that a panel leaves to the page and the line in a window that is not small."""
AROUND = 12
"""The px above and below it."""
LEAST, BAR = 45, 55
"""The px at 100 % that it leaves to the page in any window, and to the bar below a narrow one."""


class Offer(NamedTuple):
    """What can be done about a sentence: a button's words, and what it does."""

    words: str
    act: Callable[[], object]


class BelowLine(QFrame):
    """One panel at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("below")
        self._theme = theme
        self._panel: Panel | None = None
        self._opener: QWidget | None = None
        self._area: QScrollArea | None = None
        self._sentence = Text("", "strong")
        self._offers: tuple[str, ...] = ()
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._card = Card(self._sentence, self._buttons, heavy=True, name=_("Please read this"))
        self._notice = _scrolling(self._card)
        self._notice.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._notice)
        self._fit()

    @property
    def panel(self) -> "Panel | None":
        return self._panel

    def sentence(self) -> str:
        return self._sentence.text()

    def show_sentence(self, sentence: str, *offers: Offer) -> None:
        """Show what has to be read until it is settled, with what can be done; nothing without a sentence."""
        if sentence and sentence != self._sentence.text():
            announce(self, sentence)
        self._sentence.setText(sentence)
        self._show_offers(offers)
        self._notice.setVisible(bool(sentence))
        self._fit()

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        words = tuple(offer.words for offer in offers)
        if words != self._offers:  # Otherwise the focus may stand on one of them.
            clear(self._flow)
            for offer in offers:
                button = Button(offer.words)
                button.clicked.connect(offer.act)
                self._flow.addWidget(button)
            self._offers = words
        self._buttons.setVisible(bool(offers))

    def close_panel(self) -> None:
        """Put away whatever panel is open."""
        panel = self._panel
        if panel is None:
            return
        self._panel = None
        if self._opener is not None and isValid(self._opener) and self._opener.isVisible():
            self._opener.setFocus()
        area, self._area = self._area, None
        if area is not None:
            area.hide()
            area.deleteLater()
        self._fit()

    def open_panel(self, panel: "Panel", opener: QWidget | None) -> None:
        """Show the panel in place of the one that is open. The focus goes back to its opener when it is put away."""
        self.close_panel()
        panel.put_away.connect(self.close_panel)
        self._panel, self._opener = panel, opener
        self._area = _scrolling(panel)
        self._column.addWidget(self._area)
        self._fit()
        (panel.focusProxy() or panel.close_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each thing is as high as it needs to be, and scrolls where it would leave too little of the page."""
        side = side_of(self.width())
        self._column.setContentsMargins(side, AROUND, side, AROUND)
        high = self.window().height()
        most = high // 2
        if self._panel is not None and self._area is not None:
            bar = self._theme.px(BAR) if self.width() == self.window().width() else 0
            left = self._theme.px(LEAST) + bar + 2 * AROUND + self._theme.line_width
            room = high - self.mapTo(self.window(), QPoint()).y() - left
            needed = self._panel.heightForWidth(self.width() - 2 * side)
            self._area.setFixedHeight(min(needed, max(most, high - PAGE - bar), room))
        self._notice.setFixedHeight(min(self._card.heightForWidth(self.width() - 2 * side), most))
        self.setVisible(self._panel is not None or bool(self._sentence.text()))


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("scroll")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
