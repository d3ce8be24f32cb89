"""A point as a card: its sentence, its picture, what one could ask, and the ways to deal with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from symtrack.diary import team_lines
from symtrack.diary.flag import Flag, Mark
from symtrack.diary.team import Contact
from symtrack.i18n import _, left_to_right
from symtrack.ui import ringing
from symtrack.ui.call_form import CallForm
from symtrack.ui.in_place import InPlace, Slot
from symtrack.ui.number_form import NumberForm
from symtrack.ui.team.course import Course
from symtrack.ui.team.picture import Picture
from symtrack.ui.team.why import Why
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Text, announce, column, flow

SIDE_BY_SIDE = 760
BESIDE, NARROW = 2, 240
"""So many pictures stand beside the words; more stand below them, so narrow at 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What a card shows. `number` is the team's for this hour, with its hours in words; empty when there is none."""

    flag: Flag
    courses: tuple[Course, ...]
    why: Why
    number: str = ""
    hours: str = ""
    who: str = ""
    known: tuple[Contact, ...] = ()


class PointCard(Card):
    """One point. `dealt` gives it and how it was dealt with, `phoned` whom and what they said as well."""

    dealt = Signal(Flag, Mark)
    phoned = Signal(Flag, str, str)
    number_given = Signal(object)

    def __init__(self, point: Point, theme: Theme) -> None:
        title = _kicker(point)
        super().__init__(heavy=point.flag.to_phone, name=f"{title}. {point.flag.text}")
        self._point, self._theme = point, theme
        self._buttons: dict[str, Button] = {}
        self._slot = Slot()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(Text(title, "accent"))
        for text in self._texts():
            left.addWidget(text)
        if point.flag.to_phone:
            self._add_number(left)
        left.addSpacing(4)
        left.addWidget(self._choices())
        left.addStretch(1)
        self._body.addLayout(left, 1)
        self._many = len(point.courses) > BESIDE
        if self._many:
            self._body.addWidget(self._row_of_pictures())
        else:
            self._body.addLayout(self._pictures())
        self.column.addLayout(self._body)
        self.column.addWidget(self._slot)

    @property
    def point(self) -> Point:
        return self._point

    @property
    def slot(self) -> Slot:
        """Where a form, or the explanation, opens."""
        return self._slot

    @property
    def asking(self) -> Button | None:
        """The button that asks for the team's number; None where the point is not to phone about, or has a number."""
        return self._buttons.get("number")

    def button(self, key: str) -> Button:
        """The button of a way to deal with the point, `why`, or `number`."""
        return self._buttons[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE) and not self._many
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _texts(self) -> list[QLabel]:
        flag = self._point.flag
        texts = [Text(flag.text, "name"), Text(_("You could ask: “{question}”").format(question=flag.question), "soft")]
        if flag.late:
            texts.append(Text(_("Some of it was entered two or more days late."), "small"))
        return list(texts)

    def _add_number(self, column: QVBoxLayout) -> None:
        if self._point.number:
            sign = QLabel()
            size = self._theme.px(26)
            sign.setPixmap(self._theme.icon("phone", "ink").pixmap(size, size))
            number = Text(left_to_right(self._point.number), "number", wrap=False)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(flow(sign, number))
            column.addWidget(Text(self._point.hours, "small"))
        else:
            column.addWidget(Text(ringing.without_number(), "strong"))
            write = Button(_("Write your team’s number here"), "accent")
            write.clicked.connect(lambda: self._open_number(write))
            self._buttons["number"] = write
            column.addWidget(write)

    def _choices(self) -> QWidget:
        first = (
            (Mark.TALKED, Button(_("We phoned…"), "primary"))
            if self._point.flag.to_phone
            else (Mark.LISTED, Button(_("Put on my list"), "primary"))
        )
        later = _("Later: tomorrow") if self._point.flag.to_phone else _("Later: in a week")
        ways = [first, (Mark.KNOWN, Button(_("My team knows"))), (Mark.LATER, Button(later))]
        if self._point.flag.urgency == "now":
            ways = [first]  # What the team's own list says to ring about is not put off.
        for how, button in ways:
            button.clicked.connect(lambda _checked=False, how=how: self._deal(how))
            self._buttons[how] = button
        self._buttons["why"] = Button(_("Why this?"), "quiet")
        self._buttons["why"].clicked.connect(self._explain)
        shown = [*(self._buttons[how] for how, _button in ways), self._buttons["why"]]
        for button in shown:
            button.setAccessibleDescription(self._point.flag.text)
        return flow(*shown)

    def _pictures(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        several = len(self._point.courses) > 1
        for course in self._point.courses:
            if several:
                column.addWidget(Text(course.name, "small"))
            column.addWidget(Picture(course, self._theme, low=several))
        column.addStretch(1)
        return column

    def _row_of_pictures(self) -> QWidget:
        """More than two stand side by side below the words, as many in a line as there is room for."""
        pictures = [QWidget() for _course in self._point.courses]
        for each, course in zip(pictures, self._point.courses, strict=True):
            each.setLayout(
                column(Text(course.name, "small", wrap=False), Picture(course, self._theme, low=True), gap=2)
            )
            each.setFixedWidth(self._theme.px(NARROW))
        return flow(*pictures, gap=16)

    def _deal(self, how: Mark) -> None:
        if how is Mark.TALKED:
            form = CallForm(self._point.who, self._theme)
            form.given.connect(lambda whom, said: self.phoned.emit(self._point.flag, whom, said))
            self._slot.open(form, self._buttons[how])
        else:
            self.dealt.emit(self._point.flag, how)

    def _open_number(self, opener: QWidget) -> None:
        form = NumberForm(next(iter(team_lines.lines(self._point.known)), None), self._theme)
        form.given.connect(self.number_given)
        self._slot.open(form, opener)

    def _explain(self) -> None:
        if isinstance(self._slot.form, Explanation):
            self._slot.close_form()
            return
        explanation = Explanation(self._point.why)
        self._slot.open(explanation, self._buttons["why"])
        announce(self, " ".join(explanation.sentences))


class Explanation(InPlace):
    """Why a point is shown, in place."""

    def __init__(self, why: Why) -> None:
        super().__init__(_("Why this?"))
        self._sentences = (why.criterion, why.numbers, why.source, _("No clinician has checked this rule."))
        labels = (_("What is looked for"), "", _("Where it comes from"), "")
        for label, sentence in zip(labels, self._sentences, strict=True):
            if label:
                self.column.addWidget(Text(label, "small"))
            self.column.addWidget(Text(sentence))
        self.setFocusProxy(self.add_buttons())

    @property
    def sentences(self) -> Sequence[str]:
        return self._sentences


def _kicker(point: Point) -> str:
    if point.flag.kind == "better":
        return _("What got better")
    return _("Phone the team") if point.flag.to_phone else _("At the next visit")
