"""What stands between the top line and the page: what could not be saved, and the panel that is open."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from symtrack.diary.team import Contact
from symtrack.i18n import _
from symtrack.ui.journal import Writer
from symtrack.ui.panels import Panel, RingPanel, WriterPanel
from symtrack.ui.theme import NARROW_SIDE, SIDE, WIDE, Theme
from symtrack.ui.widgets import Card, Text, announce


class BelowLine(QWidget):
    """One panel at a time. `put_away` comes with the kind of panel that was closed."""

    writer_chosen = Signal(Writer)
    writer_named = Signal(str)
    put_away = Signal(type)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._panel: Panel | None = None
        self._area: QScrollArea | None = None
        self._sentence = Text("", "strong")
        self._card = Card(self._sentence, heavy=True, name=_("Please read this"))
        self._card.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._card)
        self._fit()

    @property
    def panel(self) -> Panel | None:
        return self._panel

    def sentence(self) -> str:
        return self._sentence.text()

    def show_sentence(self, sentence: str) -> None:
        """Show what has to be read until it is settled; nothing without a sentence."""
        if sentence and sentence != self._sentence.text():
            announce(self, sentence)
        self._sentence.setText(sentence)
        self._card.setVisible(bool(sentence))
        self._fit()

    def toggle_ring(self, known: tuple[Contact, ...], now: datetime) -> None:
        if not self.close_panel(RingPanel):
            self._open(RingPanel(self._theme, known, now))

    def toggle_writer(self, writer: Writer, person: str, names: tuple[str, ...]) -> None:
        if not self.close_panel(WriterPanel):
            panel = WriterPanel(self._theme, writer, person, names)
            panel.chosen.connect(self.writer_chosen)
            panel.named.connect(self.writer_named)
            self._open(panel)

    def close_panel(self, kind: type[Panel] = Panel) -> bool:
        """Put away whatever panel is open; whether it was one of this kind."""
        panel = self._panel
        if panel is None:
            return False
        self._panel = None
        self.put_away.emit(type(panel))
        area, self._area = self._area, None
        if area is not None:
            area.hide()
            area.deleteLater()
        self._fit()
        return isinstance(panel, kind)

    def _open(self, panel: Panel) -> None:
        panel.put_away.connect(self.close_panel)
        self._panel = panel
        self._area = QScrollArea()
        self._area.setObjectName("scroll")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(panel)
        self._column.addWidget(self._area)
        self._fit()
        panel.close_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A panel is as high as it needs to be, and scrolls where that is more than half of the window."""
        side = SIDE if self.width() > WIDE else NARROW_SIDE
        self._column.setContentsMargins(side, 12, side, 0)
        if self._panel is not None and self._area is not None:
            needed = self._panel.heightForWidth(self.width() - 2 * side)
            self._area.setFixedHeight(min(needed, self.window().height() // 2))
        self.setVisible(self._panel is not None or bool(self._sentence.text()))
