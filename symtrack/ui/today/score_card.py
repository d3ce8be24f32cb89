"""The card of one item: its name, its answer in words, and the scale, all reached by keys."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QWidget

from symtrack.diary.instrument import LEAST, MOST, Item, answer_words
from symtrack.diary.rows import Answer, Rating
from symtrack.i18n import _
from symtrack.ui.theme import RADIUS, Theme
from symtrack.ui.today.picking import DECLINED, picked, picks
from symtrack.ui.today.scale import Scale
from symtrack.ui.widgets import Button, Text, announce, column

TITLE, SLACK = 190, 16
"""The width of the name beside the scale, and what the layout may take beyond what it hints at."""
EDGE = 2
"""What the edge of the card that is being answered is thicker than a line."""
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
MOST_WIDTH = 16_777_215
"""Qt's own: a widget without a greatest width."""
_IGNORED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Step(Enum):
    """Where a key leads from a card."""

    ON = 1
    BACK = -1


class ScoreCard(QGroupBox):
    """Asks one item. `given` comes when what is picked is to be saved, `stepped` when a key leads to another card.

    `noted` comes when a note on the answer is wanted, `unwell` when the person is too unwell to answer.
    """

    given = Signal()
    stepped = Signal(Step)
    noted = Signal()
    unwell = Signal()
    entered = Signal()

    def __init__(self, item: Item, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._theme = theme
        self.goes_on = False
        self._private = False
        self._standing: Answer | None = None
        self._picked: Answer | None = None
        self._last_key = ""
        self._wide: bool | None = None
        self._current = False
        self.setProperty("kind", "card")
        self.setProperty("radius", RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = Text(_(item.name), "name")
        self._answer = Text("", "answer")
        self._hint = Text("", "small")
        self._scale = Scale(item, theme)
        self._decline = Button(_("Prefer not to say"), "quiet")
        self._decline.setProperty("faint", "true")
        self._decline.setAccessibleName(_("{item}: prefer not to say").format(item=_(item.name)))
        self._scale.pressed.connect(self._press)
        self._decline.clicked.connect(lambda: self._press(None))
        self._title = QWidget()
        self._title.setLayout(column(self._name, self._answer, self._hint, gap=2))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 10)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._arrange(wide=True)
        self._show()

    @property
    def picked(self) -> Answer | None:
        """The score and reason that were picked and are not saved yet."""
        return self._picked

    @property
    def answered(self) -> bool:
        """Whether an answer of the day is saved."""
        return self._standing is not None

    @property
    def scale(self) -> Scale:
        return self._scale

    @property
    def decline(self) -> Button:
        return self._decline

    def texts(self) -> list[str]:
        """Everything that the card says beside its scale."""
        return [label.text() for label in (self._name, self._answer, self._hint) if not label.isHidden()]

    def answer_text(self) -> str:
        return self._answer.text()

    def show_answer(self, rating: Rating | None, *, hollow: bool = False) -> None:
        """Show the day's answer, `hollow` for a caregiver's own view. What is picked and not saved stays."""
        self._scale.draw_hollow(hollow)
        self._standing = rating.answer if rating else None
        self._private = rating is not None and rating.private
        if self._picked == self._standing:
            self._picked = None
        self._show()

    def settle(self) -> None:
        """What was picked is saved."""
        self._standing, self._picked = self._picked or self._standing, None
        self._show()

    def forget(self) -> None:
        """Leave what was picked: another day is shown."""
        self._picked = None

    def take_back(self) -> bool:
        """Leave what is picked and not given yet, for a card that shows no standing answer; whether there was any."""
        if self._picked is None:
            return False
        self.forget()
        self.show_answer(None)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
            return
        if event.modifiers() & _IGNORED or not self._key(Qt.Key(event.key()), event.text()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._last_key = ""
        self._mark_current(current=True)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_current(current=False)
        self._last_key = ""
        if self._picked is not None:
            self.given.emit()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.wide_at(self.width()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # The card itself is the stylesheet's; the frame of a group, which Qt would draw here, is none.
        if not self._current:
            return
        width = self._theme.line_width + EDGE
        inset, painter = width / 2, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), width))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset
        )
        painter.end()

    def wide_at(self, width: int) -> bool:
        """Whether name, scale and the last button stand side by side in a card of this width."""
        margins = self._grid.contentsMargins()
        room = width - margins.left() - margins.right() - 2 * self._grid.horizontalSpacing()
        return room >= self._theme.px(TITLE) + Scale.one_row() + self._decline.sizeHint().width() + SLACK

    def height_at(self, width: int) -> int:
        """The card's height at this width."""
        margins = self._grid.contentsMargins()
        room = width - margins.left() - margins.right()
        around = margins.top() + margins.bottom()
        if self.wide_at(width):
            spare = 2 * self._grid.horizontalSpacing() + self._theme.px(TITLE) + self._decline.sizeHint().width()
            return around + max(self._scale.heightForWidth(room - spare), self._title.sizeHint().height())
        title = max(self._title.sizeHint().height(), self._decline.sizeHint().height())
        return around + title + self._grid.verticalSpacing() + self._scale.heightForWidth(room)

    def _key(self, key: Qt.Key, text: str) -> bool:
        """Do what the key says; whether it says anything here."""
        before, self._last_key = self._last_key, text
        if picks(text):
            answer = picked(text, before)
            if answer is not None:
                self._pick(*answer)
                if self.goes_on and text != "1":
                    self._step(Step.ON)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._move(1 if (key == Qt.Key.Key_Right) != mirrored else -1)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._picked = None
            self._show()
        elif key in ENTER and self._shown is None:
            self._say_how_to_leave_open()
        else:
            return self._lead(key)
        return True

    def _lead(self, key: Qt.Key) -> bool:
        """Go where the key leads, with what is picked saved; whether it leads anywhere."""
        if key in {*ENTER, Qt.Key.Key_Down}:
            self._step(Step.ON)
        elif key == Qt.Key.Key_Up:
            self._step(Step.BACK)
        elif key in {Qt.Key.Key_N, Qt.Key.Key_U}:
            if self._picked is not None:
                self.given.emit()
            (self.noted if key == Qt.Key.Key_N else self.unwell).emit()
        else:
            return False
        return True

    def _press(self, score: int | None) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pick(score, None if score is not None else DECLINED)
        self.given.emit()

    def _pick(self, score: int | None, reason: str | None) -> None:
        self._picked = (score, reason)
        self._show()
        announce(self, self._answer.text())

    def _move(self, by: int) -> None:
        score = (self._shown or (None, None))[0]
        self._pick(LEAST if score is None else min(max(score + by, LEAST), MOST), None)

    def _step(self, step: Step) -> None:
        if self._picked is not None:
            self.given.emit()
        self.stepped.emit(step)

    def _show(self) -> None:
        shown = self._shown
        score, reason = shown or (None, None)
        words = "" if shown is None else answer_words(score, reason)
        if words and self._private:  # Another number in its place is private too.
            from symtrack.diary.event_words import as_private

            words = as_private(words)
        self._scale.show_score(score)
        self._answer.show_text(words)
        self._hint.setText(_(self.item.hint) if self.item.hint else "")
        self._hint.setVisible(bool(self.item.hint) and not words)
        self.setAccessibleName(
            _("{item}, from 0, {low}, to 10, {high}").format(
                item=_(self.item.name), low=_(self.item.low), high=_(self.item.high)
            )
        )
        self.setAccessibleDescription(words or _("Not answered yet."))

    @property
    def _shown(self) -> Answer | None:
        return self._picked or self._standing

    def _say_how_to_leave_open(self) -> None:
        """Enter alone answers nothing, so the second of two presses of it can't pass over a question."""
        self._hint.show_text(_("No answer yet: ↓ leaves it open."))
        announce(self, _("No answer yet. The arrow down leaves it open."))

    def _mark_current(self, *, current: bool) -> None:
        self._current = current
        self.update()

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._title.setMinimumWidth(self._theme.px(TITLE) if wide else 0)
        self._title.setMaximumWidth(self._theme.px(TITLE) if wide else MOST_WIDTH)
        centre = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._title, 0, 0, centre)
        if wide:
            self._grid.addWidget(self._scale, 0, 1)
            self._grid.addWidget(self._decline, 0, 2, centre)
        else:
            self._grid.addWidget(self._decline, 0, 1, centre)
            self._grid.addWidget(self._scale, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)
