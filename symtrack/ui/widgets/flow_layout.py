"""A layout that puts things side by side and goes on in the next row where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows from left to right (or right to left, as the language runs), `gap` px apart, each thing at its own size.

    `right` moves every row to the end of the line, `at_end` only that widget, where it is the last of a row of several.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, right: bool = False, at_end: QWidget | None = None
    ) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._things: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._right = right
        self._at_end = at_end
        self._apart: QWidget | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._things.append(item)
        self._heights.clear()

    def insert(self, place: int, widget: QWidget) -> None:
        """Add a widget before the thing that is now in this place."""
        self.addWidget(widget)
        self._things.insert(place, self._things.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._things)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._things[index] if 0 <= index < len(self._things) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._things.pop(index) if 0 <= index < len(self._things) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # Qt asks for the same few widths again and again, until it says that something in here changed.
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def height_with(self, widget: QWidget, place: int, width: int) -> int:
        """The height at this width if the widget stood in that place among those shown, wherever it is now."""
        if any(item.widget() is widget for item in self._things):
            return self.heightForWidth(width)
        sizes = [self._size(item, width) for item in self._shown()]
        # Not as an item made for a moment: Qt gives its address away again, and the next item there is taken for it.
        least = widget.minimumSizeHint()
        size = widget.sizeHint().expandedTo(least)
        size.setWidth(min(size.width(), max(width, least.width())))
        if widget.hasHeightForWidth():
            size.setHeight(max(widget.heightForWidth(size.width()), least.height()))
        sizes.insert(place, size)
        rows = self._broken(sizes, width)
        return sum(max(sizes[k].height() for k in row) for row in rows) + self._gap * (len(rows) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def set_apart(self, widget: QWidget) -> None:
        """From now on this widget and all that follow it stand at the end of the line, unless it begins one."""
        self._apart = widget
        self.invalidate()

    def _ended(self, placed: list[tuple[QLayoutItem, QSize]]) -> list[tuple[QLayoutItem, QSize]]:
        """What of a row belongs at the end of the line; nothing where it is all of the row."""
        widgets = [item.widget() for item, _size in placed]
        if self._apart is not None and self._apart in widgets[1:]:
            return placed[widgets.index(self._apart) :]
        return placed[-1:] if len(placed) > 1 and widgets[-1] is self._at_end else []

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._things if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = self._shown()
        sizes = [self._size(item, width) for item in shown]
        return [[(shown[k], sizes[k]) for k in row] for row in self._broken(sizes, width)]

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint().expandedTo(item.minimumSize())
        size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
        if item.hasHeightForWidth():
            size.setHeight(max(item.heightForWidth(size.width()), item.minimumSize().height()))
        return size

    def _broken(self, sizes: list[QSize], width: int) -> list[list[int]]:
        """The places of the sizes, row by row."""
        rows: list[list[int]] = []
        used = 0
        for k, size in enumerate(sizes):
            if not rows or used + self._gap + size.width() > width:
                rows.append([])
                used = size.width()
            else:
                used += self._gap + size.width()
            rows[-1].append(k)
        return rows

    def _place(self, rect: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = rect.y()
        apart = False
        for placed in self._rows(rect.width()):
            height = max(size.height() for _, size in placed)
            length = sum(size.width() for _, size in placed) + self._gap * (len(placed) - 1)
            x = rect.right() + 1 - length if self._right != mirrored else rect.x()
            for item, size in reversed(placed) if mirrored else placed:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            if move:
                ended = placed if apart else self._ended(placed)
                apart = apart or any(item.widget() is self._apart for item, _size in ended)
                away = 0
                for item, size in reversed(ended):
                    at_end = rect.x() + away if mirrored else rect.right() + 1 - size.width() - away
                    item.setGeometry(QRect(QPoint(at_end, y + (height - size.height()) // 2), size))
                    away += size.width() + self._gap
            y += height + self._gap
        return max(0, y - rect.y() - self._gap)
