"""The chart as a table: for a screen reader, and to copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from symtrack.diary.rows import PATIENT, Rating, voice_name
from symtrack.i18n import _
from symtrack.ui.journal import Writer
from symtrack.ui.theme import Theme
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.words import cell, day_name, happened, moments, reasons, whose

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
AROUND, LEAST, ASIDE = 10, 150, 360
"""The px at either side of a cell’s words; the least of the last column, and what it takes where it is out of sight and
scrolled to, at 100 % text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The words of the table: the headings, and a line a day and voice, the newest first."""

    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]

    @classmethod
    def of(
        cls, course: Course, first: int, last: int, ratings: Iterable[Rating], *, writer: Writer, person: str
    ) -> "Table":
        """The days `first` to `last` as far as the diary has them; the second column says who answered."""
        of_day: dict[int, list[Rating]] = {}
        for rating in ratings:
            of_day.setdefault(rating.day.toordinal(), []).append(rating)
        names = tuple(_(row.item.name) for row in course.rows)
        lines = []
        for day in range(min(last, course.until), max(first, course.first) - 1, -1):
            why = reasons(of_day.get(day, ()))
            for voice in (PATIENT, *course.voices):
                cells = tuple(
                    cell(row.own if voice == PATIENT else row.views.get(voice), day, why.get((voice, row.item.key)))
                    for row in course.rows
                )
                noted = moments(course, of_day.get(day, ()), voice)
                if voice == PATIENT:
                    what = ", ".join(part for part in (happened(course, day), noted) if part)
                    lines.append((day_name(day, course.until), whose(voice, writer, person), *cells, what))
                elif any(cells):
                    lines.append((day_name(day, course.until), _who(voice, writer), *cells, noted))
        return cls(headings=(_("Day"), _("Who"), *names, _("What happened")), lines=tuple(lines))


def _who(voice: str, writer: Writer) -> str:
    return _("me") if voice == writer.voice else voice_name(voice)


class TableModel(QAbstractTableModel):
    """Gives a Table's words to Qt. An empty answer is read out as “no answer”."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._lines: Sequence[tuple[str, ...]] = table.lines

    @property
    def lines(self) -> Sequence[tuple[str, ...]]:
        """The lines in the order in which they are shown."""
        return self._lines

    def show(self, table: Table) -> None:
        self.beginResetModel()
        self._table, self._lines = table, table.lines
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the lines by a column: the first one as they came, numbers by size, empty ones last either way."""
        self.layoutAboutToBeChanged.emit()
        back = order == Qt.SortOrder.DescendingOrder
        if column == 0:
            self._lines = self._table.lines if back else self._table.lines[::-1]
        else:
            given = [line for line in self._table.lines if line[column]]
            empty = [line for line in self._table.lines if not line[column]]
            self._lines = [*sorted(given, key=lambda line: _size(line[column]), reverse=back), *empty]
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = self._answers(index.column())
        text = self._lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text or (_("no answer") if answer else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(index.column())
        return None

    def _answers(self, column: int) -> bool:
        return 2 <= column < len(self._table.headings) - 1

    def _aligned(self, column: int) -> int:
        """Numbers in the middle, words at the beginning."""
        flags = Qt.AlignmentFlag
        return int((flags.AlignHCenter if self._answers(column) else flags.AlignLeft) | flags.AlignVCenter)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.headings[section]
        # Above what it is the name of, however wide the column is.
        return self._aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _size(text: str) -> tuple[bool, float, str]:
    """Numbers by size, before words in the order of the alphabet."""
    try:
        return False, float(text.replace(",", ".")), ""
    except ValueError:
        return True, 0.0, text.casefold()


class TableOfDays(QTableView):
    """The table. A press on a heading orders the lines by it, Enter by the column of the cell it is on.

    Ctrl+C copies what is selected, everything when nothing is, with tabs between the cells.
    """

    def __init__(self, theme: Theme, model: TableModel) -> None:
        super().__init__()
        self._days = model
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(_("The same as a table"))
        self.setAccessibleDescription(_("Enter orders the lines by the column, once more the other way round."))
        self.setProperty("radius", 8)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTableView::item { padding: 0 6px; } QHeaderView::section { padding: 8px; }")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(44, theme.px(17) + 16))
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        header.setResizeContentsPrecision(100)
        header.setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(max(240, theme.px(240)))
        model.modelReset.connect(self._fill)
        model.layoutChanged.connect(self._fill)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        """The last column takes the room that the others leave; long words go on in more lines."""
        header, last = self.horizontalHeader(), self._days.columnCount() - 1
        if last < 0:
            return
        # With it every heading would keep room for the arrow that one of them has.
        header.setSortIndicatorShown(False)
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(1, last):
            header.resizeSection(column, max(header.sectionSizeHint(column), self._longest_word(column)))
        header.setSortIndicatorShown(True)
        ordered = header.sortIndicatorSection()
        header.resizeSection(ordered, max(header.sectionSize(ordered), header.sectionSizeHint(ordered)))
        left = self.viewport().width() - header.length() + header.sectionSize(last)
        header.resizeSection(last, left if left >= self._theme.px(LEAST) else self._theme.px(ASIDE))
        self._heighten()

    def _longest_word(self, column: int) -> int:
        """The px that a column needs for it."""
        words = {word for text in {line[column] for line in self._days.lines} for word in text.split()}
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0) + 2 * AROUND

    def _heighten(self) -> None:
        """Each line as high as its words make it."""
        header, rows, metrics = self.horizontalHeader(), self.verticalHeader(), self.fontMetrics()
        widths = [header.sectionSize(column) - 2 * AROUND for column in range(header.count())]
        heights: dict[tuple[int, str], int] = {}
        for row, line in enumerate(self._days.lines):
            for place in enumerate(line):
                if place not in heights:
                    box = QRect(0, 0, widths[place[0]], 10_000)
                    heights[place] = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, place[1]).height() + AROUND
            height = max(rows.defaultSectionSize(), *(heights[place] for place in enumerate(line)))
            if rows.sectionSize(row) != height:
                rows.resizeSection(row, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.chosen_text())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _sort_by(self, column: int) -> None:
        header, orders = self.horizontalHeader(), Qt.SortOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == orders.DescendingOrder
        if column >= 0:
            self.sortByColumn(column, orders.AscendingOrder if again else orders.DescendingOrder)

    def chosen_text(self) -> str:
        """The selected cells, or all of them, with their headings."""
        model = self.model()
        chosen = self.selectionModel().selectedIndexes()
        whole = len(chosen) < 1
        rows = range(model.rowCount()) if whole else sorted({index.row() for index in chosen})
        columns = range(model.columnCount()) if whole else sorted({index.column() for index in chosen})
        lines = [[str(model.index(row, column).data() or "") for column in columns] for row in rows]
        if len(chosen) == 1:
            return lines[0][0]
        heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        return "\n".join("\t".join(line) for line in [heads, *lines])
