"""For my team: three parts on one page, of which one is open."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.diary import goals, public_holidays, team_lines
from symtrack.diary.flag import Flag, Mark
from symtrack.diary.questions import open_questions
from symtrack.diary.rows import Event
from symtrack.diary.team_lines import Line
from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.team import dealing, keeping, numbers
from symtrack.ui.team.asking import AskFile, ask_file
from symtrack.ui.team.cards import Point
from symtrack.ui.team.course import courses
from symtrack.ui.team.paper_page import PaperKeeper
from symtrack.ui.team.points import Looking, PointsPart, PointsShown
from symtrack.ui.team.questions import QuestionsPart, QuestionsShown
from symtrack.ui.team.status import Status
from symtrack.ui.team.why import why
from symtrack.ui.theme import Theme, side_of
from symtrack.ui.widgets import ChoiceRow, FlowLayout, Text, order_tabs

MINUTE = 60_000
POINTS, QUESTIONS, PAPER = "points", "questions", "paper"


class TeamPage(QWidget):
    """Draws the open part from the journal, and writes what the person does into it."""

    def __init__(self, journal: Journal, theme: Theme, *, ask: AskFile = ask_file) -> None:
        super().__init__()
        self._journal = journal
        self._open = POINTS
        self._stops: list[QWidget] = []
        self._after: list[str] = []
        self._points = PointsPart(theme)
        self._questions = QuestionsPart(theme)
        self._paper = PaperKeeper(journal, theme, ask)
        self._status = Status(theme)
        self._choices = ChoiceRow(
            [(POINTS, _("What the numbers show")), (QUESTIONS, _("What I want to ask")), (PAPER, _("The paper"))],
            name=_("Part of the page"),
        )
        self._fill()
        self._listen()
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self._follow)
        self._minute.start()
        journal.changed.connect(self._follow)
        self.open(POINTS)

    @property
    def part(self) -> str:
        """The part that is open: `points`, `questions` or `paper`."""
        return self._open

    @property
    def choices(self) -> ChoiceRow:
        """The buttons of the three parts: `points`, `questions`, `paper`."""
        return self._choices

    @property
    def points(self) -> PointsPart:
        return self._points

    @property
    def questions(self) -> QuestionsPart:
        return self._questions

    @property
    def paper(self) -> PaperKeeper:
        return self._paper

    @property
    def status(self) -> Status:
        """The line that says what was just done."""
        return self._status

    def grant(self, wish: str) -> None:
        """Open the paper for another page that asked for it, or for a copy of the `data`, whose fate is said there."""
        if wish in {PAPER, "data"}:
            self.open(PAPER)
        if wish == "data":
            self._paper.give_data()

    def open(self, part: str) -> None:
        """Open a part: `points`, `questions` or `paper`. What was written in another is kept first."""
        self.keep()
        self._open = part
        self._status.show_sentence("")
        self._choices.show_choice(part)
        for key, widget in self._parts().items():
            widget.setVisible(key == part)
        self.setFocusProxy(self._choices.button(part))
        self._follow()

    def show_point(self, flag: Flag) -> None:
        """Show the point: its card, or where it stands among the earlier ones."""
        self.open(POINTS)
        self._points.show_point(flag)

    def keep(self) -> bool:
        """Save what is written and not saved yet; whether all of it is."""
        self._questions.give_all()
        return not self._questions.field.text().strip() or not self._journal.failure

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_of(self.width())
        self._column.setContentsMargins(side, 16, side, 16)

    def minimumSizeHint(self) -> QSize:
        # Cards need more room side by side than a narrow window has: the page must be free to become that narrow first.
        return QSize(0, super().minimumSizeHint().height())

    def _parts(self) -> dict[str, QWidget]:
        return {POINTS: self._points, QUESTIONS: self._questions, PAPER: self._paper}

    def _fill(self) -> None:
        heading = QWidget()
        flow = FlowLayout(heading, at_end=self._choices)
        flow.addWidget(Text(_("For my team"), "heading", wrap=False))
        flow.addWidget(self._choices)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        for part in (heading, self._status, *self._parts().values()):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _listen(self) -> None:
        journal = self._journal
        self._choices.chosen.connect(self.open)
        self._status.undo.connect(self._undo)
        self._points.dealt.connect(self._deal)
        self._points.phoned.connect(self._note_call)
        self._points.number_given.connect(self._keep_number)
        self._points.looking_wanted.connect(self._look_again)
        asked = self._questions
        asked.added.connect(self._add_question)
        asked.changed.connect(self._change_question)
        asked.answered.connect(self._answer)
        asked.taken_away.connect(self._take_away)
        asked.moved.connect(lambda event, places: journal.add(*keeping.moved(journal.events(), event, places)))
        asked.matters_given.connect(lambda text: journal.set("matters", text))
        asked.level_chosen.connect(self._choose_level)
        self._paper.part.visited.connect(self._mark_visit)
        self._paper.kept.connect(self._tell)
        self._paper.drawn.connect(self._order)

    def _answer(self, event: Event, text: str) -> None:
        journal = self._journal
        rows = keeping.answered(journal.events(), event, text, journal.today)
        if journal.add(*rows):
            self._tell(_("Asked. What they said is kept."))

    def _take_away(self, event: Event) -> None:
        if self._journal.withdraw(event.id):
            self._tell(_("Taken away."))

    def _order(self) -> None:
        self._stops = order_tabs(self, self._stops)

    def _choose_level(self, item: str, value: int | None) -> None:
        self._journal.add(goals.choosing(self._journal.events(), item, value, self._journal.today))

    def _follow(self) -> None:
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        events = self._journal.events()
        questions = open_questions(events)
        words = _("What I want to ask ({n})").format(n=len(questions)) if questions else _("What I want to ask")
        self._choices.button(QUESTIONS).setText(words)
        self._choices.button(QUESTIONS).setAccessibleName(words)
        if self._after and self._after != [event.id for event in events]:
            self._status.show_sentence("")
        if self._open == POINTS:
            self._draw_points(events)
        elif self._open == QUESTIONS:
            self._questions.show_questions(
                QuestionsShown(
                    open=questions,
                    asked=keeping.asked_words(events),
                    matters=str(self._journal.settings.get("matters") or ""),
                    items=self._journal.items,
                    levels=goals.levels(events, self._journal.today),
                )
            )
        else:
            self._paper.draw()
        self._order()

    def _draw_points(self, events: list[Event]) -> None:
        journal = self._journal
        flags, today = journal.flags, journal.today
        looking = Looking.SHOWN if journal.preferences.points else Looking.HIDDEN
        if journal.settings.get("flags") == "off":
            looking = Looking.OFF
        shown = looking is Looking.SHOWN
        self._points.show_points(
            PointsShown(
                looking=looking,
                waiting=tuple(map(self._point, dealing.waiting(flags, today))) if shown else (),
                earlier=dealing.earlier(flags, events, today) if shown else (),
                notes=dealing.notes(flags, today) if shown else (),
                known=journal.contacts,
                yours=not journal.writer.name,
            )
        )

    def _point(self, flag: Flag) -> Point:
        drawn = courses(self._journal.diary, flag, self._journal.today)
        if not flag.to_phone:
            return Point(flag=flag, courses=drawn, why=why(flag))
        known, ring = self._journal.contacts, self._journal.ring
        return Point(
            flag=flag,
            courses=drawn,
            why=why(flag),
            number=ring.number if ring else "",
            hours=numbers.whom_and_hours(ring, known, public_holidays.known(self._journal.settings)) if ring else "",
            who=ring.contact.who if ring else "",
            known=known,
        )

    def _deal(self, flag: Flag, how: Mark) -> None:
        phone = flag.to_phone
        sentence = {
            Mark.LISTED: _("On the list now: it stands under “What I want to ask”."),
            Mark.KNOWN: _("The team knows. This stays quiet for 14 days, unless it gets 2 points worse."),
            Mark.LATER: _("This comes back tomorrow.") if phone else _("This comes back in a week."),
        }[how]
        if keeping.deal(self._journal, flag, how):
            self._say(sentence)

    def _note_call(self, flag: Flag, whom: str, said: str) -> None:
        ring = self._journal.ring
        if self._journal.note_call(flag, whom, said, number=ring.number if ring else ""):
            self._say(_("The call is noted. If this goes on, it comes back after 14 days."))

    def _keep_number(self, line: Line) -> None:
        kept = team_lines.put(team_lines.lines(self._journal.contacts), line, 0)
        if self._journal.set("team", team_lines.setting(kept)):
            self._points.slot.close_form()
            self._say(_("Your team’s number is kept, and stands at the top of every page."))

    def _look_again(self, looking: str) -> None:
        if looking == Looking.OFF:
            self._journal.set("flags", "on")
        else:
            self._journal.set_preferences(points=True)
        self._choices.button(self._open).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_question(self, text: str, private: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if self._journal.add(keeping.question(self._journal, text, private=private)):
            self._questions.settle()

    def _change_question(self, event: Event, text: str, private: bool) -> None:  # noqa: FBT001 - the signal's own
        self._journal.add(*keeping.changed(self._journal.events(), event, text, private=private))

    def _mark_visit(self, whom: str, said: str, answers: Mapping[str, str]) -> None:
        if self._journal.add(*keeping.visit(self._journal, whom, said, answers)):
            self._paper.part.slot.close_form()
            self._say(_("The visit is marked. From tomorrow, “since the last visit” begins here."))

    def _undo(self) -> None:
        self._journal.undo()
        self._status.show_sentence("")
        self._choices.button(self._open).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, sentence: str) -> None:
        """Say what was done, with the way to take it back."""
        self._after = [event.id for event in self._journal.events()]
        self._status.show_sentence(sentence)
        self._order()

    def _say(self, sentence: str) -> None:
        """The same, with the focus on a safe place: the card that was pressed may be gone."""
        self._tell(sentence)
        self._choices.button(self._open).setFocus(Qt.FocusReason.OtherFocusReason)
