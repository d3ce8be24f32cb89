"""The head of Today: the question, the date, and one press for a day without numbers."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from symtrack.diary.instrument import REASON_NAMES
from symtrack.i18n import _, capital
from symtrack.ui.today.day_strip import DayStrip
from symtrack.ui.widgets import Button, FlowLayout, Text, column

STRIP_PLACE = 1
OTHER_REASONS = ("asleep", "hospital", "declined")


class _Title(QWidget):
    """Wants each of its lines whole; a wrapped label alone would hint at half its length."""

    def __init__(self, *lines: Text) -> None:
        super().__init__()
        self._lines = lines
        self.setLayout(column(*lines, gap=2))

    def sizeHint(self) -> QSize:
        widest = max(line.fontMetrics().horizontalAdvance(line.text()) for line in self._lines) + 4
        return QSize(widest, self.heightForWidth(widest))


class Header(QWidget):
    """`reason` gives why there are no numbers for the day: one press fills what is not answered yet."""

    reason = Signal(str)

    def __init__(self, strip: DayStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._question = Text("", "heading")
        self._date = Text("", "soft")
        self._title = _Title(self._question, self._date)
        self._reasons = QWidget()
        flow = FlowLayout(self._reasons)
        unwell = Button(_("Too unwell to answer"))
        self._buttons = {"unwell": unwell}
        for reason in OTHER_REASONS:
            words = _(REASON_NAMES[reason])
            self._buttons[reason] = Button(capital(words), "quiet")
        for reason, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, reason=reason: self.reason.emit(reason))
            button.setAccessibleDescription(_("Fills in what is not answered yet."))
            flow.addWidget(button)
        unwell.setAccessibleDescription(_("Fills in what is not answered yet. The key U does too."))
        unwell.setToolTip("U")
        self._flow = FlowLayout(self, gap=10, at_end=strip)
        for part in (self._title, strip, self._reasons):
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def strip(self) -> DayStrip:
        return self._strip

    def button(self, reason: str) -> Button:
        return self._buttons[reason]

    def show_day(self, question: str, date_line: str) -> None:
        self._question.setText(question)
        self._date.setText(date_line)
        self._title.updateGeometry()

    def height_at(self, width: int) -> int:
        """The height with the strip beside the question or below it, wherever the strip stands now."""
        return self._flow.height_with(self._strip, STRIP_PLACE, width)

    def give_strip(self) -> DayStrip:
        """Hand the strip over: it stands elsewhere on a small screen."""
        self._flow.removeWidget(self._strip)
        return self._strip

    def take_strip(self) -> None:
        """Have the strip beside the question again."""
        self._flow.insert(STRIP_PLACE, self._strip)

    def date_text(self) -> str:
        return self._date.text()

    def question_text(self) -> str:
        return self._question.text()
