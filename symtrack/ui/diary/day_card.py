"""A day opened: its answers, with who gave them and when, what they said before, and what happened."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.analysis.next_cycles import Expected
from symtrack.diary import event_words
from symtrack.diary.change_words import moment, who
from symtrack.diary.event_words import SAYS_TIME, as_private, said, unseen
from symtrack.diary.instrument import REASON_NAMES, Instrument, severity
from symtrack.diary.night import at_night
from symtrack.diary.rows import LATE, Event, Rating, Row
from symtrack.i18n import _, clock_at, long_day, n_
from symtrack.ui.diary import regular_doses
from symtrack.ui.diary.day_line import Act, DayLine, LineShown
from symtrack.ui.diary.regular_doses import RegularDoses
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Button, Card, Reply, Rule, Text, clear, flow

OURS = frozenset({"import", "flagmark"})
"""Kinds that the program writes itself: they are not corrected by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDay:
    """What there is on one day, everybody's.

    `known` are the diary's questions, `changes` what became of a row, by its id; of those `corrected` something else
    was said before. `answers` are what was said at a visit, question by question, by its row's id. `imports` are
    actions.
    `about` gives the item of each answer that a note may be on, by the id of any of its versions. `spans` say from
    when until when what lasts lasts, `late` how many days after its day an answer was given, by the row's id.
    `hidden` are scans of which only that they were is shown; `expected` are cycles that are not in the diary.
    """

    day: date
    today: date
    known: Instrument
    ratings: Sequence[Rating] = ()
    events: Sequence[Event] = ()
    changes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    corrected: frozenset[str] = frozenset()
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    imports: frozenset[str] = frozenset()
    about: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, str] = field(default_factory=dict)
    late: Mapping[str, int] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    expected: Sequence[Expected] = ()


class DayCard(Card):
    """Shows one day. `answer_wanted` asks to fill it in or correct it, the others name the row they are about."""

    answer_wanted = Signal()
    add_wanted = Signal()
    correct_wanted = Signal(Event)
    take_away_wanted = Signal(Event)
    take_back_wanted = Signal(str)
    erase_wanted = Signal(object, str)
    private_wanted = Signal(str, bool)
    given_wanted = Signal(Event)
    result_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: OpenedDay | None = None
        self._unfolded: set[str] = set()
        self._panel: QWidget | None = None
        self._title = Text("", "name")
        self._said = Reply()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._answer = Button("", "primary")
        self._answer.clicked.connect(self.answer_wanted)
        self._add = Button(_("Add what happened…"))
        self._add.clicked.connect(self.add_wanted)
        self.column.addWidget(self._title)
        self.column.addWidget(self._said)
        self.column.addLayout(self._lines)
        self.column.addWidget(flow(self._answer, self._add))
        self.say("")

    def show_day(self, opened: OpenedDay) -> None:
        """Show what there is on the day; what is shown already stays, with its folds and the focus."""
        if opened == self._shown:
            return
        if self._shown is None or opened.day != self._shown.day:
            self._unfolded.clear()
            self.say("")
        self._shown = opened
        self._title.setText(long_day(opened.day, year=opened.day.year != opened.today.year))
        self.setAccessibleName(self._title.text())
        self._panel = None
        clear(self._lines)
        together = Counter(each.action for each in (*opened.ratings, *opened.events))
        for rating in opened.ratings:
            self._lines.addWidget(self._line(rating, rating_words(rating, opened.known), opened, together))
        if opened.ratings and opened.events:
            self._lines.addWidget(Rule())
        self._show_events(opened, together)
        for expected in opened.expected:
            self._lines.addWidget(Text(expected_words(expected), "soft"))
        if not opened.ratings and not opened.events and not opened.expected:
            self._lines.addWidget(Text(_("Nothing was entered for this day. Nothing is assumed about it."), "soft"))
        future = opened.day > opened.today
        self._answer.setVisible(not future)
        self._answer.setText(_("Correct the answers") if opened.ratings else _("Fill in this day"))

    def _show_events(self, opened: OpenedDay, together: Mapping[str, int]) -> None:
        """A line for each; the regular doses of a part of the day in one."""
        regular = regular_doses.parts(opened.events)
        folded = {dose.id for doses in regular.values() for dose in doses}
        for event in opened.events:
            if event.id not in folded:
                self._lines.addWidget(self._line(event, event_in_words(event, opened), opened, together))
        for part, doses in regular.items():
            lines = [self._line(dose, event_in_words(dose, opened), opened, together) for dose in doses]
            fold = RegularDoses(regular_doses.counted(part, doses), lines, opened=part in self._unfolded)
            fold.folded.connect(partial(self._keep_fold, part))
            self._lines.addWidget(fold)

    def say(self, sentence: str) -> None:
        """Say what was just done with one of the lines, and put the focus where the day goes on."""
        self._said.say(sentence)
        if sentence:
            self.take_focus()

    def take_focus(self) -> None:
        """To what can be done with the day."""
        (self._answer if self._answer.isVisible() else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_below(self, id_: str, panel: QWidget) -> None:
        """Put a panel below the line of this row, in place of any other."""
        self.close_panel()
        for line in self.findChildren(DayLine):
            if line.shown.id == id_ and not line.isHidden():
                line.column.addWidget(panel)
                self._panel = panel

    def close_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _line(self, shown: Rating | Event, words: str, opened: OpenedDay, together: Mapping[str, int]) -> DayLine:
        line = DayLine(
            LineShown(
                id=shown.id,
                words=as_private(words) if shown.private else words,
                told=opened.answers.get(shown.id, ()),
                written=written(shown, opened.late.get(shown.id, 0), corrected=shown.id in opened.corrected),
                changes=opened.changes.get(shown.id, ()),
                acts=self._acts(shown, opened),
                more=self._more(shown, words, opened, together),
            ),
            opened=shown.id in self._unfolded,
        )
        line.folded.connect(partial(self._keep_fold, shown.id))
        return line

    def _acts(self, shown: Rating | Event, opened: OpenedDay) -> list[Act]:
        if not isinstance(shown, Event) or shown.kind in OURS:
            return []
        acts = []
        if shown.id in opened.hidden:
            acts.append(Act(words=_("Show what it showed"), do=partial(self.result_wanted.emit, shown.id)))
        if shown.kind == "cycle" and shown.body.get("status") == "planned" and shown.day <= opened.today:
            acts.append(Act(words=_("It was given"), do=partial(self.given_wanted.emit, shown)))
        if shown.kind != "goal":  # A level is chosen anew where it was chosen.
            acts.append(Act(words=_("Correct"), do=partial(self.correct_wanted.emit, shown)))
        return [*acts, Act(words=_("Take away"), do=partial(self.take_away_wanted.emit, shown))]

    def _more(self, shown: Rating | Event, words: str, opened: OpenedDay, together: Mapping[str, int]) -> list[Act]:
        if isinstance(shown, Event) and shown.kind == "import":
            return [
                Act(words=_("Take the whole import back"), do=partial(self.take_back_wanted.emit, shown.action)),
            ]
        wanted = not shown.private
        private = Act(
            words=_("Make it private") if wanted else _("Not private any more"),
            do=partial(self.private_wanted.emit, shown.id, wanted),
        )
        ours = isinstance(shown, Event) and shown.kind in OURS
        erase = Act(words=_("Erase for good…"), do=partial(self.erase_wanted.emit, shown, words))
        first = [] if ours else [private]
        # An event that was never corrected is taken away; an import is taken back at its own line, as a whole.
        if shown.action in opened.imports or (isinstance(shown, Event) and not shown.replaces):
            return [*first, erase]
        others = together[shown.action] - 1
        back = n_("Take this back, and {n} other", "Take this back, and {n} others", others).format(n=others)
        return [
            *first,
            Act(
                words=back if others else _("Take this back"),
                do=partial(self.take_back_wanted.emit, shown.action),
            ),
            erase,
        ]

    def _keep_fold(self, id_: str, opened: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if opened:
            self._unfolded.add(id_)
        else:
            self._unfolded.discard(id_)


def event_in_words(event: Event, opened: OpenedDay) -> str:
    """FOLFOX, first line, since 3 Mar 2026; of a scan that is hidden only which one it was."""
    shown = unseen(event) if event.id in opened.hidden else event
    words = said(shown, opened.known, opened.about.get(str(event.body.get("about")), ""))
    if event.time and event.kind not in SAYS_TIME:
        words = _("{time} {words}").format(time=clock_at(event.time), words=words)
    when = opened.spans.get(event.id)
    return _("{words}, {when}").format(words=words, when=when) if when else words


def expected_words(expected: Expected) -> str:
    """That a cycle is expected on the day, of which treatment, and where that comes from."""
    return _("Expected on this day: {cycle}. {treatment}. Counted on from the last cycle.").format(
        cycle=event_words.cycle(Event(kind="cycle", day=expected.day, body={"number": expected.number})),
        treatment=event_words.treatment(expected.treatment),
    )


def rating_words(rating: Rating, known: Instrument) -> str:
    """Pain 6, moderate; at 15:30 for a moment, at 02:00 in the night; the reason where there is no score."""
    name = _(known.item(rating.item).name)
    if rating.score is None:
        answer = _(REASON_NAMES[rating.reason]) if rating.reason else ""
        words = _("{item}: {reason}").format(item=name, reason=answer)
    else:
        words = _("{item} {score}, {severity}").format(item=name, score=rating.score, severity=severity(rating.score))
    if at_night(rating.time):
        return _("{words}, at {time} in the night").format(words=words, time=rating.time)
    return _("{words}, at {time}").format(words=words, time=rating.time) if rating.time else words


def written(row_: Row, late: int = 0, *, corrected: bool = False) -> str:
    """The patient, 14 May 19:02, 3 days later; who typed it, and whether it corrects something, are said."""
    words = _("{who}, {when}").format(who=who(row_), when=moment(row_))
    if late >= LATE:
        words = n_("{words}, {n} day later", "{words}, {n} days later", late).format(words=words, n=late)
    return _("{words}, corrected").format(words=words) if corrected else words
