"""A layout that puts things side by side and goes on in the next row where there is no more room."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows from left to right (or right to left, as the language runs), `gap` px apart, each thing at its own size.

    What has no border has the property `air`: so much more is left free beside it, but not at the ends of a row.
    `right` moves every row to the end of the line, `at_end` only that widget, where it is the last of its row.
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
        air = [_air(item.widget()) for item in self._shown()]
        air.insert(place, _air(widget))
        rows = self._broken(sizes, air, width)
        return sum(max(sizes[k].height() for k in row) for row in rows) + self._gap * (len(rows) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown)
        width += sum(self._between(_air(a.widget()), _air(b.widget())) for a, b in pairwise(shown))
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
        return placed[-1:] if widgets[-1] is self._at_end else []

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._things if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = self._shown()
        sizes = [self._size(item, width) for item in shown]
        air = [_air(item.widget()) for item in shown]
        return [[(shown[k], sizes[k]) for k in row] for row in self._broken(sizes, air, width)]

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint().expandedTo(item.minimumSize())
        size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
        if item.hasHeightForWidth():
            size.setHeight(max(item.heightForWidth(size.width()), item.minimumSize().height()))
        return size

    def _between(self, air: int, other: int) -> int:
        """The px between two things that have so much air."""
        return self._gap + air + other

    def _broken(self, sizes: list[QSize], air: list[int], width: int) -> list[list[int]]:
        """The places of the sizes, row by row."""
        rows: list[list[int]] = []
        used = 0
        for k, size in enumerate(sizes):
            further = used + self._between(air[k - 1], air[k]) + size.width() if rows else width + 1
            if further > width:
                rows.append([])
            used = further if further <= width else size.width()
            rows[-1].append(k)
        return rows

    def _place(self, rect: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = rect.y()
        apart = False
        for placed in self._rows(rect.width()):
            height = max(size.height() for _, size in placed)
            between = [self._between(_air(a.widget()), _air(b.widget())) for (a, _), (b, _) in pairwise(placed)]
            length = sum(size.width() for _, size in placed) + sum(between)
            x = rect.right() + 1 - length if self._right != mirrored else rect.x()
            after = [*reversed(between), 0] if mirrored else [*between, 0]
            for (item, size), gap in zip(reversed(placed) if mirrored else placed, after, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + gap
            if move:
                ended = placed if apart else self._ended(placed)
                apart = apart or any(item.widget() is self._apart for item, _size in ended)
                away, before = 0, None
                for item, size in reversed(ended):
                    away += self._between(_air(item.widget()), _air(before)) if before is not None else 0
                    at_end = rect.x() + away if mirrored else rect.right() + 1 - size.width() - away
                    item.setGeometry(QRect(QPoint(at_end, y + (height - size.height()) // 2), size))
                    away += size.width()
                    before = item.widget()
            y += height + self._gap
        return max(0, y - rect.y() - self._gap)


def _air(widget: QWidget | None) -> int:
    """What the widget would have free beside it."""
    return int(widget.property("air") or 0) if widget is not None else 0
