"""The rail of pages at the left, which becomes a bar along the bottom of a narrow window."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QSizePolicy, QWidget

from symtrack.i18n import N_, _
from symtrack.ui import icons
from symtrack.ui.theme import RADIUS, SMALL, TARGET, Theme
from symtrack.ui.widgets import Text
from symtrack.ui.widgets.drawn_button import DrawnButton
from symtrack.ui.widgets.mirrored import mirrored

ICON = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page in the rail: its key, its word in the source language, its icon, and the key that opens it."""

    key: str
    word: str
    icon: str
    shortcut: str
    at_foot: bool = False


MENU = Place(key="menu", word=N_("Menu"), icon="menu", shortcut="F10")


class RailButton(DrawnButton):
    """One page: icon and word side by side, or the word below the icon in the bar."""

    def __init__(self, place: Place, theme: Theme, *, stacked: bool) -> None:
        super().__init__()
        self._theme = theme
        self._stacked = stacked
        self._font = theme.font(SMALL if stacked else SMALL + 1)
        self._drawings = {token: icons.drawing(place.icon, getattr(theme, token)) for token in ("soft", "accent")}
        self.setText(_(place.word))
        self.setAccessibleName(_(place.word))
        self.setToolTip(place.shortcut)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # A screen reader calls it a radio button.
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", RADIUS - 2)
        wide = QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide if stacked else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, size: int) -> None:
        """Have the word in letters of that many pixels."""
        if size == self._font.pixelSize():
            return
        self._font.setPixelSize(size)
        self.updateGeometry()
        self.update()

    def wide(self, size: int) -> int:
        """How wide the button is in the bar, with its word in letters of that many pixels."""
        return max(QFontMetrics(self._bold(size)).horizontalAdvance(self.text()), self._theme.px(ICON)) + 14

    def sizeHint(self) -> QSize:
        word = self._metrics()
        icon = self._theme.px(ICON)
        if self._stacked:
            return QSize(self.wide(self._font.pixelSize()), icon + word.height() + 14)
        return QSize(icon + word.width() + 42, max(TARGET + 8, word.height() + 20))

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(self._theme.px(ICON) + 14, size.height()) if self._stacked else size

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or self.underMouse():
            edge = theme.line_width / 2
            painter.setPen(theme.color("accent") if theme.line_width > 1 and chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS - 2, RADIUS - 2)
        icon = theme.px(ICON)
        if self._stacked:
            mark = QRectF((self.width() - icon) / 2, 6, icon, icon)
            word = QRectF(0, mark.bottom() + 1, self.width(), self.height() - mark.bottom() - 4)
            placed = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        else:
            mark = self._mirrored(QRect(14, (self.height() - icon) // 2, icon, icon))
            word = self._mirrored(QRect(icon + 26, 0, self.width() - icon - 30, self.height()))
            placed = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._drawings["accent" if chosen else "soft"].render(painter, mark)
        painter.setFont(self._bold(self._font.pixelSize()) if chosen else self._font)
        painter.setPen(theme.color("accent" if chosen else "soft"))
        painter.drawText(word, placed, self.text())
        painter.end()

    def _mirrored(self, place: QRect) -> QRectF:
        return QRectF(mirrored(self, place))

    def _bold(self, size: int) -> QFont:
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(size)
        return font

    def _metrics(self) -> QSize:
        # Measured bold, so that choosing a page moves nothing.
        metrics = QFontMetrics(self._bold(self._font.pixelSize()))
        return QSize(metrics.horizontalAdvance(self.text()), metrics.height())


class Rail(QFrame):
    """All pages; `chosen` gives the key of the one that is pressed."""

    chosen = Signal(str)

    def __init__(self, places: tuple[Place, ...], theme: Theme, *, bar: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar, self._theme = bar, theme
        self.setObjectName("rail")
        self.setProperty("bar", "true" if bar else "false")
        self.setAccessibleName(_("Pages"))
        direction = QBoxLayout.Direction.LeftToRight if bar else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(*((8, 6, 8, 6) if bar else (12, 20, 12, 20)))
        layout.setSpacing(4 if bar else 6)
        if not bar:
            name = Text("symtrack", "answer", wrap=False)
            name.setContentsMargins(12, 4, 12, 14)
            layout.addWidget(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self.menu = RailButton(MENU, theme, stacked=bar)
        self.menu.setCheckable(False)
        for place in places:
            if place.at_foot and not bar:
                layout.addStretch(1)
                layout.addWidget(self.menu)
            button = RailButton(place, theme, stacked=bar)
            button.clicked.connect(lambda _checked=False, key=place.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[place.key] = button
            layout.addWidget(button)
        if bar:
            layout.addWidget(self.menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar all six words become smaller together, as far as they have to."""
        super().resizeEvent(event)
        if not self._bar:
            return
        layout, buttons = self.layout(), (*self._buttons.values(), self.menu)
        assert layout is not None
        margins = layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - layout.spacing() * (len(buttons) - 1)
        sizes = range(self._theme.px(SMALL), SMALL, -1)
        fitting = (size for size in sizes if sum(button.wide(size) for button in buttons) <= room)
        size = next(fitting, SMALL)
        for button in buttons:
            button.show_words(size)

    def show_page(self, key: str) -> None:
        """Mark the page that is open; one that has no place in the rail marks none."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)

    def button(self, key: str) -> RailButton:
        return self._buttons[key]
