"""The top line of every page: whose diary, which page, who to ring, and who is writing."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from symtrack.diary.team import Ring
from symtrack.i18n import _
from symtrack.ui import ringing, writing
from symtrack.ui.journal import Writer
from symtrack.ui.theme import Theme, side_of
from symtrack.ui.widgets import Part, Pill, Text

GAP, ABOVE, BELOW = 10, 8, 7


class _Fitted(NamedTuple):
    page_shown: bool
    ring: tuple[Part, ...]
    writer: tuple[Part, ...]
    rows: int


class TopLine(QFrame):
    """Says as much as there is room for, in one row if it can; nothing is ever cut off."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topline")
        self._whose = Pill(theme, opens=True, quiet=True, parent=self)
        self._page = Text("", "strong", wrap=False, parent=self)
        self._ring = Pill(theme, "phone", parent=self)
        self._writer = Pill(theme, opens=True, parent=self)
        self._rings: list[tuple[Part, ...]] = []
        self._writers: list[tuple[Part, ...]] = []
        self._tinted = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def whose(self) -> Pill:
        return self._whose

    @property
    def ring(self) -> Pill:
        return self._ring

    @property
    def writer(self) -> Pill:
        return self._writer

    def show_line(self, *, person: str, page: str, ring: Ring | None, please: bool, writer: Writer) -> None:
        """Shows whose diary it is, the page's name, the number of this hour, and who is writing.

        With `please` there is something to phone about.
        """
        self._whose.show_parts(Part(writing.whose(person)))
        self._whose.setAccessibleName(writing.whose(person))
        self._whose.setAccessibleDescription(_("Opens another diary, or begins one."))
        self._page.setText("·  " + page)
        self._rings = ringing.ring_parts(ring, please=please)
        self._ring.fill(please)
        self._writers = writing.writer_parts(writer, person)
        self._ring.setAccessibleName("".join(part.text for part in self._rings[0]))
        self._ring.setAccessibleDescription(_("Shows every number in the page."))
        self._writer.setAccessibleName("".join(part.text for part in self._writers[0]))
        self._writer.setAccessibleDescription(_("Changes who is writing."))
        self._tint(bool(writer.name))
        self.updateGeometry()
        self._place()

    def texts(self) -> list[str]:
        """Whose diary it is and which page, as shown."""
        return [self._whose.accessibleName(), self._page.text()]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(self._fit(width - 2 * side_of(width)).rows)

    def sizeHint(self) -> QSize:
        return QSize(600, self._height(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _tint(self, tinted: bool) -> None:  # noqa: FBT001 - it is what the method is about
        if tinted != self._tinted:
            self._tinted = tinted
            self.setProperty("tinted", "true" if tinted else "false")
            self.style().unpolish(self)
            self.style().polish(self)

    def _height(self, rows: int) -> int:
        return ABOVE + BELOW + rows * self._ring.sizeHint().height() + (rows - 1) * GAP

    def _fit(self, width: int) -> _Fitted:
        whose, page = self._whose.sizeHint().width(), self._page.sizeHint().width()
        if not self._rings:
            return _Fitted(True, (), (), 1)
        for writer in self._writers[:2]:
            for page_shown in (True, False):
                left = width - whose - (page + GAP if page_shown else 0) - 2 * GAP - self._writer.width_of(writer)
                for ring in self._rings[:3]:
                    if self._ring.width_of(ring) <= left:
                        return _Fitted(page_shown, ring, writer, 1)
        ring = next((each for each in self._rings if self._ring.width_of(each) <= width), self._rings[-1])
        for writer in self._writers:
            for page_shown in (True, False):
                used = whose + (page + GAP if page_shown else 0) + GAP
                if self._writer.width_of(writer) + used <= width:
                    return _Fitted(page_shown, ring, writer, 2)
        writer = next((each for each in self._writers if self._writer.width_of(each) <= width), self._writers[-1])
        return _Fitted(False, ring, writer, 3)

    def _place(self) -> None:
        margin = side_of(self.width())
        fitted = self._fit(self.width() - 2 * margin)
        self._ring.show_parts(*fitted.ring)
        self._writer.show_parts(*fitted.writer, tinted=self._tinted)
        self._page.setVisible(fitted.page_shown)
        height, right = self._ring.sizeHint().height(), self.width() - margin
        most = self.width() - 2 * margin
        whose = QRect(margin, ABOVE, min(self._whose.sizeHint().width(), most), height)
        page = QRect(whose.right() + GAP, ABOVE, self._page.sizeHint().width(), height)
        writer = QRect(0, ABOVE, min(self._writer.sizeHint().width(), most), height)
        ring = QRect(0, ABOVE, min(self._ring.sizeHint().width(), most), height)
        step = height + GAP
        if fitted.rows == 1:
            writer.moveRight(right)
            ring.moveRight(writer.left() - GAP)
        elif fitted.rows == 2:
            writer.moveRight(right)
            ring.moveTopLeft(whose.topLeft())
            ring.translate(0, step)
        else:
            ring.moveTo(margin, ABOVE + step)
            writer.moveTo(margin, ABOVE + 2 * step)
        for widget, place in (
            (self._whose, whose),
            (self._page, page),
            (self._ring, ring),
            (self._writer, writer),
        ):
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            if mirrored:
                place.moveRight(self.width() - place.left())
            widget.setGeometry(place)
