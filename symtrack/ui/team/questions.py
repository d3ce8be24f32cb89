"""The part for what the person wants to ask: questions for the team, what matters, and the levels chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from symtrack.diary.instrument import Item
from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.ui.levels import LevelsCard
from symtrack.ui.private_toggle import private_toggle
from symtrack.ui.team.folding import Fold
from symtrack.ui.team.question_row import QuestionRow
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, TextField, announce, row
from symtrack.ui.widgets.toggle import Toggle


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsShown:
    """Everything that the part shows. `asked` are the questions that have an answer, in words with it.

    `levels` are the levels chosen, by item; None is none.
    """

    open: tuple[Event, ...]
    asked: tuple[str, ...]
    matters: str
    items: tuple[Item, ...]
    levels: Mapping[str, int | None]


class QuestionsPart(QWidget):
    """Gives out every change: `added` a text, `changed` and `answered` a question and its text, `moved` how far.

    `added` and `changed` also say whether the question is private.
    """

    added = Signal(str, bool)
    changed = Signal(Event, str, bool)
    answered = Signal(Event, str)
    taken_away = Signal(Event)
    moved = Signal(Event, int)
    matters_given = Signal(str)
    level_chosen = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[str, QuestionRow] = {}
        self._order: list[QuestionRow] = []
        self._shown: QuestionsShown | None = None
        self._moved: tuple[int, str] | None = None
        self._field = TextField(_("A question for your team"), hint=_("What to ask?"))
        self._field.returnPressed.connect(self.give)
        self._private = private_toggle()
        self._private.clicked.connect(self._field.setFocus)
        add = Button(_("Add"), "primary")
        add.clicked.connect(self.give)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._none = Text(_("Nothing on the list yet."), "soft")
        self._asked = Fold(theme)
        self._matters = TextField(_("What matters to me"), hint=_("One line. It is printed first."))
        self._matters.editingFinished.connect(self.give_matters)
        self._levels = LevelsCard(theme)
        self._levels.chosen.connect(self.level_chosen)
        questions = Card(Text(_("Questions for my team"), "name"), name=_("Questions for my team"))
        questions.column.addWidget(self._none)
        questions.column.addLayout(self._list)
        questions.column.addLayout(row(self._field, add))
        questions.column.addWidget(self._private, alignment=Qt.AlignmentFlag.AlignLeft)
        questions.column.addWidget(self._asked)
        matters = Card(
            Text(_("What matters to me"), "name"),
            Text(_("One line. It stands at the top of the paper."), "soft"),
            self._matters,
            name=_("What matters to me"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (questions, matters, self._levels):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def field(self) -> TextField:
        """Where a new question is written."""
        return self._field

    @property
    def private(self) -> Toggle:
        """Whether the new question will be private."""
        return self._private

    @property
    def matters(self) -> TextField:
        return self._matters

    @property
    def levels(self) -> LevelsCard:
        return self._levels

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """The open questions, as the paper has them."""
        return tuple(self._order)

    def show_questions(self, shown: QuestionsShown) -> None:
        """Show what changed; a question that is being written stays open."""
        before, self._shown = self._shown, shown
        if before is None or before.open != shown.open:
            self._show_open(shown.open)
        if before is None or before.asked != shown.asked:
            self._show_asked(shown.asked)
        if before is None or before.matters != shown.matters:
            self._matters.setText(shown.matters)
        self._levels.show_levels(shown.items, shown.levels)

    def give(self) -> None:
        """Hand over the new question, if one is written; the field stays for the next."""
        text = " ".join(self._field.text().split())
        if text:
            self.added.emit(text, self._private.isChecked())

    def settle(self) -> None:
        """The new question is saved."""
        announce(self, _("Added: {text}").format(text=self._field.text()))
        self._field.clear()
        self._private.setChecked(False)

    def give_matters(self) -> None:
        """Hand over what matters, if it was changed."""
        text = " ".join(self._matters.text().split())
        if self._shown is not None and text != self._shown.matters:
            self.matters_given.emit(text)

    def give_all(self) -> None:
        """Hand over whatever is written and not given yet."""
        self.give()
        self.give_matters()
        for each in self._order:
            each.give()

    def _show_open(self, questions: tuple[Event, ...]) -> None:
        now = QApplication.focusWidget() or self
        focused = next((k for k, each in enumerate(self._order) if each.isAncestorOf(now)), None)
        rows: dict[str, QuestionRow] = {}
        for question in questions:
            kept = self._rows.get(question.id)
            rows[question.id] = kept if kept is not None and kept.question == question else self._row(question)
        for each in self._order:
            self._list.removeWidget(each)
            if each not in rows.values():
                each.hide()
                each.deleteLater()
        self._rows, self._order = rows, list(rows.values())
        for place, each in enumerate(self._order):
            self._list.addWidget(each)
            each.show()
            each.show_place(place, len(self._order))
        self._none.setVisible(not self._order)
        if self._moved is not None:
            place, way = self._moved
            self._order[place].take_focus(way)
        elif focused is not None:
            near = self._order[min(focused, len(self._order) - 1)] if self._order else self._field
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, question: Event) -> QuestionRow:
        each = QuestionRow(question)
        each.changed.connect(lambda text, private: self.changed.emit(question, text, private))
        each.answered.connect(lambda text: self.answered.emit(question, text))
        each.taken_away.connect(lambda: self.taken_away.emit(question))
        each.moved.connect(lambda places: self._move(each, places))
        return each

    def _move(self, each: QuestionRow, places: int) -> None:
        to = self._order.index(each) + places
        if 0 <= to < len(self._order):
            self._moved = to, "up" if places < 0 else "down"
            self.moved.emit(each.question, places)
            self._moved = None
            announce(self, _("Now {place} of {count}").format(place=to + 1, count=len(self._order)))

    def _show_asked(self, questions: tuple[str, ...]) -> None:
        self._asked.show_things(_("Already asked ({n})").format(n=len(questions)), list(map(Text, questions)))
