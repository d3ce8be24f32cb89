"""Seven days by all questions, as a paper sheet has them: typed in with the keyboard alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from symtrack.diary.instrument import LETTERS, Item, answer_words
from symtrack.diary.rows import Answer
from symtrack.i18n import _, long_day, weekday
from symtrack.ui.theme import SCORE, SCORE_TARGET, SMALL, Theme
from symtrack.ui.today.day_strip import SHORT_REASONS
from symtrack.ui.today.picking import picked, picks
from symtrack.ui.widgets import reveal

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Place = tuple[date, str]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DELETE = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What the grid shows: the items, the days, up to which day there can be an answer, and the answers there are."""

    items: tuple[Item, ...]
    days: tuple[date, ...]
    today: date
    answers: Mapping[Place, Answer] = field(default_factory=dict)


class WeekModel(QAbstractTableModel):
    """A line an item and a column a day. What is typed and not given yet stands in its cell already."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.week = Week(items=(), days=(), today=date.min)
        self.typed: dict[Place, Answer] = {}
        self.narrow = False
        self.long: frozenset[str] = frozenset()
        """The items whose names take two lines."""

    def show(self, week: Week) -> None:
        same = (week.items, week.days) == (self.week.items, self.week.days)
        if same:
            self.week = week
            self.dataChanged.emit(self.index(0, 0), self.index(len(week.items) - 1, len(week.days) - 1))
        else:
            self.beginResetModel()
            self.week = week
            self.endResetModel()

    def place(self, index: Index) -> Place:
        return self.week.days[index.column()], self.week.items[index.row()].key

    def answer(self, index: Index) -> Answer | None:
        place = self.place(index)
        return self.typed.get(place) or self.week.answers.get(place)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.week.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.week.days)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.week.days[index.column()] > self.week.today:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        answer = self.answer(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if answer is None else short(answer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            day, item = self.week.days[index.column()], self.week.items[index.row()]
            said = answer_words(*answer) if answer else _("no answer")
            return _("{day}, {item}: {said}").format(day=long_day(day), item=_(item.name), said=said)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            item = self.week.items[section]
            return in_two(_(item.name)) if item.key in self.long else _(item.name)
        words = weekday(self.week.days[section])
        return words.replace(" ", "\n") if self.narrow else words


class Cell(QStyledItemDelegate):
    """Draws one answer: a number large, a reason as its word or, where that is too wide, its letter."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, WeekModel)
        theme, answer = self._theme, model.answer(index)
        rect: QRect = option.rect
        enabled = bool(model.flags(index) & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        painter.fillRect(rect, theme.color("panel" if enabled else "bg"))
        if index == self._view.currentIndex():
            focused = self._view.hasFocus()
            painter.setPen(QPen(theme.color("focus" if focused else "accent"), 3 if focused else 1))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
        if answer is not None:
            score, reason = answer
            painter.setFont(theme.font(SMALL if score is None else SCORE, bold=score is not None))
            words = short(answer)
            if reason and painter.fontMetrics().horizontalAdvance(words) > rect.width() - 10:
                words = next(letter for letter, each in LETTERS.items() if each == reason)
            painter.setPen(theme.color("ink"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class WeekGrid(QTableView):
    """`given` gives a day, an item's key and its answer, `cleared` a day and the item whose answer is taken away."""

    given = Signal(object, str, object)
    cleared = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = WeekModel(self)
        self._last_key = ""
        self.setModel(self._model)
        self.setItemDelegate(Cell(theme, self))
        self.setAccessibleName(_("The week"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setObjectName("week")
        self.horizontalHeader().setMinimumSectionSize(SCORE_TARGET)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def typed(self) -> bool:
        """Whether something is typed and not given yet."""
        return bool(self._model.typed)

    def show_week(self, week: Week) -> None:
        """Show these answers. What is typed and not given yet stays."""
        before, at = self._model.week, self.currentIndex()
        for place, answer in list(self._model.typed.items()):
            if week.answers.get(place) == answer:
                del self._model.typed[place]
        self._model.show(week)
        if (before.items, before.days) != (week.items, week.days):
            self._fit()
            days = sum(day <= week.today for day in week.days)
            if at.isValid() and before.days == week.days:
                self.go(min(at.row(), len(week.items) - 1), min(at.column(), days - 1))
            else:  # Another sheet begins at its top.
                self.go(0, 0)

    def go(self, row: int, column: int) -> None:
        """Put the keyboard on the cell."""
        self.setCurrentIndex(self._model.index(row, column))

    def text_at(self, day: date, item: str) -> str:
        """What stands in a cell."""
        week = self._model.week
        row = [each.key for each in week.items].index(item)
        return str(self._model.index(row, week.days.index(day)).data())

    def give(self) -> None:
        """Hand over what is typed."""
        for (day, item), answer in list(self._model.typed.items()):
            self.given.emit(day, item, answer)

    def forget(self) -> None:
        """Leave what is typed and not given yet."""
        self._model.typed.clear()
        self._last_key = ""
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._last_key = ""
        self.give()
        if self.hasFocus():
            reveal(self.viewport(), self.visualRect(current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._last_key = ""
        self.give()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text, at = event.key(), event.text(), self.currentIndex()
        before = self._last_key
        if event.modifiers() & _CHORD or not at.isValid():
            super().keyPressEvent(event)
        elif picks(text) or text.casefold() in LETTERS:
            if not event.isAutoRepeat():
                self._last_key = text
                self._type(at, text, before)
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self._go_on(at)
        elif key in _DELETE:
            if not event.isAutoRepeat():
                self._clear(at)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(600, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def _type(self, at: Index, text: str, before: str) -> None:
        letter = LETTERS.get(text.casefold())
        answer = (None, letter) if letter else picked(text, before)
        if answer is not None:
            self._model.typed[self._model.place(at)] = answer
            self._model.dataChanged.emit(at, at)

    def _clear(self, at: Index) -> None:
        place = self._model.place(at)
        self._last_key = ""
        if self._model.typed.pop(place, None) is None and place in self._model.week.answers:
            self.cleared.emit(*place)
        self.viewport().update()

    def _go_on(self, at: Index) -> None:
        """Down the day, then to the next one's top; on the last cell it only hands over what is typed."""
        week = self._model.week
        last = sum(day <= week.today for day in week.days) - 1
        if at.row() + 1 < len(week.items):
            self.go(at.row() + 1, at.column())
        elif at.column() < last:
            self.go(0, at.column() + 1)
        else:
            self.give()

    def _row_height(self) -> int:
        line = QFontMetrics(self._theme.font(SMALL)).lineSpacing()
        return max(SCORE_TARGET, self._theme.px(SCORE) + 22, 2 * line + 10 if self._model.long else 0)

    def _head_height(self) -> int:
        line = QFontMetrics(self._theme.font(SMALL)).lineSpacing()
        return max((2 if self._model.narrow else 1) * line + 18, 44)

    def _height(self) -> int:
        return self._head_height() + len(self._model.week.items) * self._row_height() + 2 * self.frameWidth()

    def _fit(self) -> None:
        """Each line is as high as a score is, and the names take as much room as they need, within limits."""
        week, metrics = self._model.week, QFontMetrics(self._theme.font(SMALL))
        widest = max((metrics.horizontalAdvance(_(item.name)) for item in week.items), default=0) + 30
        words = [weekday(day) for day in week.days]
        least = max((metrics.horizontalAdvance(part) for word in words for part in word.split()), default=0) + 10
        names = min(widest, self.width() - len(words) * max(least, SCORE_TARGET))
        day = max(map(metrics.horizontalAdvance, words), default=0) + 14
        room = names - 24
        self._model.long = frozenset(i.key for i in week.items if metrics.horizontalAdvance(_(i.name)) > room)
        self._model.narrow = (self.width() - names) // max(1, len(week.days)) < day
        self.verticalHeader().setFixedWidth(names)
        self.horizontalHeader().setFixedHeight(self._head_height())
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.setFixedHeight(self._height())


def short(answer: Answer) -> str:
    """7, or the short word for why there is no number."""
    score, reason = answer
    return str(score) if score is not None else _(SHORT_REASONS[reason or "declined"])


def in_two(words: str) -> str:
    """The words on two lines of nearly the same length."""
    breaks = [place for place, letter in enumerate(words) if letter == " "]
    middle = min(breaks, key=lambda place: abs(place - len(words) / 2), default=None)
    return words if middle is None else f"{words[:middle]}\n{words[middle + 1 :]}"
