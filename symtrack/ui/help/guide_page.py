"""A page for patients to read in the window, with its pictures."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from symtrack import guide
from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, flow
from symtrack.ui.widgets.points import point


class Picture(QWidget):
    """A picture as wide as there is room, but no wider than it is at this size of text."""

    def __init__(self, block: guide.Block, theme: Theme) -> None:
        super().__init__()
        self._picture = QPixmap(str(block.picture))
        self._most = QSize(theme.px(self._picture.width()), theme.px(self._picture.height()))
        self.setAccessibleName(_(block.words))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._most

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = min(width, self._most.width())
        return round(shown * self._most.height() / max(self._most.width(), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = min(self.width(), self._most.width())
        x = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - width
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(x, 0, width, self.heightForWidth(width)), self._picture, QRectF(self._picture.rect()))
        painter.end()


class GuidePage(QWidget):
    """A card for each part of the page: Tab goes from part to part. `put_away` comes with Escape or a button."""

    put_away = Signal()
    wanted = Signal(str)

    def __init__(self, key: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.key = key
        page = guide.load(key)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(flow(self._back()))
        self.cards = [self._card(section) for section in page.sections]
        for card in self.cards:
            self._column.addWidget(card)
        following = guide.KEYS[guide.KEYS.index(key) + 1 :]
        self._column.addWidget(flow(*([self._next(following[0])] if following else []), self._back()))
        self.setFocusProxy(self.cards[0])

    def _card(self, section: guide.Section) -> Card:
        title = _(section.title)
        card = Card(Text(title, "name"), name=title)
        card.column.setSpacing(8)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setAccessibleDescription(" ".join(_(block.words) for block in section.blocks))
        for block in section.blocks:
            if block.kind == "words":
                card.column.addWidget(Text(_(block.words)))
            elif block.kind == "picture":
                card.column.addWidget(Picture(block, self._theme))
                card.column.addWidget(Text(_(block.words), "small"))
            else:
                sign = _("{n}.").format(n=block.number) if block.kind == "step" else "•"
                card.column.addLayout(point(_(block.words), self._theme.px(24), sign=sign))
        return card

    def _back(self) -> Button:
        back = Button(_("Back to Help"), icon=self._theme.icon("back", "ink"), icon_size=self._theme.px(18))
        back.clicked.connect(self.put_away)
        return back

    def _next(self, key: str) -> Button:
        on = Button(_("Go on: {page}").format(page=_(guide.load(key).title)), "primary")
        on.clicked.connect(lambda: self.wanted.emit(key))
        return on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)
