"""One question for the team: read, changed in place, asked, or taken away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from symtrack.diary.event_words import as_private, one_line
from symtrack.diary.rows import Event
from symtrack.i18n import _
from symtrack.ui import shortcuts
from symtrack.ui.private_toggle import private_toggle
from symtrack.ui.widgets import Button, Rule, Text, TextField, flow
from symtrack.ui.widgets.toggle import Toggle

WIDE = 18
"""From this many heights of a button on, the buttons stand beside the question."""


class QuestionRow(QWidget):
    """Shows one open question. A field opens in place to change it, or to write what the team said.

    `changed` gives its words, and whether it is private.
    `moved` says by how many places down it is to go; Alt with an arrow does that too.
    """

    changed = Signal(str, bool)
    answered = Signal(str)
    taken_away = Signal()
    moved = Signal(int)

    def __init__(self, question: Event) -> None:
        super().__init__()
        self._question = question
        self._writing = ""
        self._first, self._last = True, True
        words = one_line(question.text)
        self._rule = Rule()
        self._text = Text(as_private(words) if question.private else words)
        self._field = TextField("")
        self._field.returnPressed.connect(self._finish)
        self._private = private_toggle(on=question.private)
        self._private.clicked.connect(self._field.setFocus)
        self._label = Text("", "small")
        self._keep = Button("", "primary")
        self._keep.clicked.connect(self._finish)
        self._put_away = Button(_("Put away"), "quiet")
        self._put_away.clicked.connect(self.put_away)
        self._buttons = {
            "asked": Button(_("Asked…")),
            "change": Button(_("Change…")),
            "up": Button(_("Up"), "quiet"),
            "down": Button(_("Down"), "quiet"),
            "away": Button(_("Take away"), "quiet"),
        }
        self._buttons["asked"].clicked.connect(lambda: self._write("answer"))
        self._buttons["change"].clicked.connect(lambda: self._write("text"))
        ways: dict[str, Callable[[], object]] = {"up": lambda: self._move(-1), "down": lambda: self._move(1)}
        for key, go in ways.items():
            self._buttons[key].clicked.connect(go)
        shortcuts.add(self, {f"Alt+{key}": go for key, go in ways.items()}, within=True)
        self._buttons["away"].clicked.connect(self.taken_away)
        self._lay_out(words)
        self.setFocusProxy(self._buttons["asked"])
        self._close()

    def _lay_out(self, words: str) -> None:
        buttons = (*self._buttons.values(), self._keep, self._put_away)
        for button in buttons:
            button.setAccessibleDescription(words)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(flow(*buttons))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(6)
        for part in (self._rule, self._label, self._field):
            self._column.addWidget(part)
        self._column.addWidget(self._private, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if self._wide() else QBoxLayout.Direction.TopToBottom)
        self._keep_places()

    @property
    def question(self) -> Event:
        return self._question

    @property
    def field(self) -> TextField:
        return self._field

    @property
    def private(self) -> Toggle:
        """Whether the question will be private once it is changed."""
        return self._private

    def button(self, key: str) -> Button:
        """The button `asked`, `change`, `up`, `down` or `away`."""
        return self._buttons[key]

    def show_place(self, place: int, count: int) -> None:
        """The first has nothing above it: neither a line nor a place to go up to. The last has none below it."""
        self._rule.setVisible(place > 0)
        self._first, self._last = place == 0, place + 1 == count
        self._keep_places()
        for key, button in self._buttons.items():
            button.setVisible(not self._writing and self._leads(key))

    def take_focus(self, key: str) -> None:
        """To that button, or to the first one where it leads nowhere."""
        self._buttons[key if self._leads(key) else "asked"].setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hand over what is written, if it differs from what stands. Once that is saved another row takes its place."""
        text = " ".join(self._field.text().split())
        if self._writing == "text" and text and self._differs(text):
            self.changed.emit(text, self._private.isChecked())
        elif self._writing == "answer" and text:
            self.answered.emit(text)

    def put_away(self) -> None:
        """Leave the field without what was written in it."""
        opener = self._buttons["change" if self._writing == "text" else "asked"]
        self._close()
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._writing:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _write(self, what: str) -> None:
        self._writing = what
        change = what == "text"
        self._field.setText(one_line(self._question.text) if change else "")
        self._field.setAccessibleName(_("The question") if change else _("What did they say?"))
        self._label.setText(self._field.accessibleName())
        self._keep.setText(_("Change it") if change else _("It was asked"))
        self._show_form(True)
        self._private.setVisible(change)
        # The question stands above what was said to it.
        self._column.insertWidget(1, self._text)
        self._text.setVisible(not change)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        text = " ".join(self._field.text().split())
        if self._writing == "answer":
            # Translators: Kept as the answer where nothing was written: the question was asked.
            self.answered.emit(text or _("asked"))
        elif text and self._differs(text):
            self.changed.emit(text, self._private.isChecked())
        else:
            self.put_away()

    def _differs(self, text: str) -> bool:
        return (text, self._private.isChecked()) != (one_line(self._question.text), self._question.private)

    def _close(self) -> None:
        self._writing = ""
        self._field.clear()
        self._private.setChecked(self._question.private)
        self._show_form(False)

    def _move(self, places: int) -> None:
        if not self._writing:
            self.moved.emit(places)

    def _wide(self) -> bool:
        return self.width() >= self._buttons["asked"].height() * WIDE

    def _keep_places(self) -> None:
        """Beside the questions the same buttons stand below each other: one that leads nowhere keeps its place."""
        for key in ("up", "down"):
            policy = self._buttons[key].sizePolicy()
            policy.setRetainSizeWhenHidden(self._wide() and not self._writing and not (self._first and self._last))
            self._buttons[key].setSizePolicy(policy)

    def _leads(self, key: str) -> bool:
        """Whether the button has anything to do where the question stands."""
        return not (key == "up" and self._first) and not (key == "down" and self._last)

    def _show_form(self, shown: bool) -> None:  # noqa: FBT001 - it is what the method is about
        for part in (self._label, self._field, self._private, self._keep, self._put_away):
            part.setVisible(shown)
        self._keep_places()
        for key, button in self._buttons.items():
            button.setVisible(not shown and self._leads(key))
        self._line.insertWidget(0, self._text, 1)
        self._text.setVisible(True)
