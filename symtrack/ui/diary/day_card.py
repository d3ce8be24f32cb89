"""A day opened: its answers, with who gave them and when, and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary.event_words import said
from symtrack.diary.instrument import REASON_NAMES, load, severity
from symtrack.diary.rows import PATIENT, Event, Rating, Row, voice_name
from symtrack.i18n import _, clock, long_day, short_day
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Rule, Text, row


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDay:
    """What there is on one day, everybody's."""

    day: date
    today: date
    ratings: Sequence[Rating] = ()
    events: Sequence[Event] = ()


class DayCard(Card):
    """Shows one day. `answer_wanted` asks to fill it in or correct it, the others name the event they are about."""

    answer_wanted = Signal()
    add_wanted = Signal()
    correct_wanted = Signal(Event)
    take_away_wanted = Signal(Event)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Text("", "name")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._answer = Button("", "primary")
        self._answer.clicked.connect(self.answer_wanted)
        self._add = Button(_("Add what happened…"))
        self._add.clicked.connect(self.add_wanted)
        self.column.addWidget(self._title)
        self.column.addLayout(self._lines)
        buttons = row(self._answer, self._add)
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def show_day(self, opened: OpenedDay) -> None:
        """Show what there is on the day."""
        self._title.setText(long_day(opened.day))
        self.setAccessibleName(long_day(opened.day))
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for rating in opened.ratings:
            self._lines.addWidget(_Line(rating_words(rating), written(rating)))
        if opened.ratings and opened.events:
            self._lines.addWidget(Rule())
        for event in opened.events:
            self._lines.addWidget(self._event(event))
        if not opened.ratings and not opened.events:
            self._lines.addWidget(Text(_("Nothing was entered for this day. Nothing is assumed about it."), "soft"))
        future = opened.day > opened.today
        self._answer.setVisible(not future)
        self._answer.setText(_("Correct the answers") if opened.ratings else _("Fill in this day"))

    def _event(self, event: Event) -> QWidget:
        line = _Line(said(event), written(event))
        if event.kind in {"import", "flagmark"}:
            return line
        correct = Button(_("Correct"), "quiet", described=said(event))
        correct.clicked.connect(lambda: self.correct_wanted.emit(event))
        away = Button(_("Take away"), "quiet", described=said(event))
        away.clicked.connect(lambda: self.take_away_wanted.emit(event))
        buttons = row(correct, away)
        buttons.addStretch(1)
        line.column.addLayout(buttons)
        return line


class _Line(QWidget):
    """What it says, and below it, softer, who said so and when."""

    def __init__(self, words: str, small: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 2)
        self.column.setSpacing(0)
        self.column.addWidget(Text(words))
        self.column.addWidget(Text(small, "small"))


def rating_words(rating: Rating) -> str:
    """Pain 6, moderate; at 15:30 for a moment; the reason where there is no score."""
    name = _(load().item(rating.item).name)
    if rating.score is None:
        answer = _(REASON_NAMES[rating.reason]) if rating.reason else ""
        words = _("{item}: {reason}").format(item=name, reason=answer)
    else:
        words = _("{item} {score}, {severity}").format(item=name, score=rating.score, severity=severity(rating.score))
    return _("{words}, at {time}").format(words=words, time=rating.time) if rating.time else words


def written(row_: Row) -> str:
    """The patient, 14 May 19:02; who typed it, and whether it corrects something, are said."""
    moment = datetime.fromisoformat(row_.recorded_at)
    when = f"{short_day(moment.date())} {clock(moment)}"
    who = _("the patient") if row_.voice == PATIENT else voice_name(row_.voice)
    if row_.entered_by:
        who = _("the patient, typed by {name}").format(name=row_.entered_by)
    words = _("{who}, {when}").format(who=who, when=when)
    return _("{words}, corrected").format(words=words) if row_.replaces else words
