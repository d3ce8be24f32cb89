"""A page of the paper on the screen, as it will print."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.i18n import _
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import roles

WIDEST = 820


class Sheet(QWidget):
    """One page, as wide as there is room; the Tab key stops at it, and a screen reader hears `words`."""

    accessible_role = roles.PICTURE

    def __init__(self, page: QPixmap, name: str, words: str, theme: Theme) -> None:
        super().__init__()
        self._page, self._theme = page, theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("radius", 2)
        self.setMaximumWidth(self._widest())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def page(self) -> QPixmap:
        return self._page

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self._widest()) * self._page.height() / self._page.width())

    def sizeHint(self) -> QSize:
        return QSize(self._widest(), self.heightForWidth(self._widest()))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = QRectF(0, 0, self.width(), self.width() * self._page.height() / self._page.width())
        painter.drawPixmap(shown, self._page, QRectF(self._page.rect()))
        painter.setPen(self._theme.color("line"))
        painter.drawRect(shown.adjusted(0, 0, -1, -1))
        painter.end()

    def _widest(self) -> int:
        return self._theme.px(WIDEST)


def sheets(pages: Sequence[bytes], words: str, theme: Theme) -> list[Sheet]:
    """The pages of one paper; the first carries the words of all of it."""
    made = []
    for k, png in enumerate(pages):
        page = QPixmap()
        page.loadFromData(png)
        name = _("Page {n} of {all}").format(n=k + 1, all=len(pages))
        made.append(Sheet(page, name, words if k == 0 else "", theme))
    return made
