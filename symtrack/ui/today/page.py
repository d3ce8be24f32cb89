"""Today: one card an item, saved the moment that an answer is given."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symtrack.i18n import _
from symtrack.ui.journal import Journal
from symtrack.ui.pages import is_held
from symtrack.ui.resting import NORMAL
from symtrack.ui.theme import Theme
from symtrack.ui.today import day_words, moving, which_day
from symtrack.ui.today.after_dose import AfterDose
from symtrack.ui.today.cards import Cards
from symtrack.ui.today.day_strip import DayStrip
from symtrack.ui.today.foot import Foot
from symtrack.ui.today.header import Header
from symtrack.ui.today.instead import Instead
from symtrack.ui.today.notices import Notice, Notices
from symtrack.ui.today.offers import ITEMS, TEAM_LIST
from symtrack.ui.today.points import PointCard, Points
from symtrack.ui.today.room import Room
from symtrack.ui.today.score_card import ScoreCard
from symtrack.ui.today.ticked import Ticked
from symtrack.ui.today.under_way import UnderWay
from symtrack.ui.today.view_line import ViewLine
from symtrack.ui.today.weekly_card import WeeklyCard
from symtrack.ui.widgets import order_tabs, reveal, show_when


class TodayPage(QWidget):
    """The open day's cards, its strip, its offers. `asked` wants something of the window, such as `writer`."""

    asked = Signal(str)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self._journal = journal
        self._theme = theme
        self._today, self._day_start = journal.today, journal.day_start
        self._writer = self._before = journal.writer
        self._first_start = not journal.can_undo
        self._day = which_day.first(journal, begun=not self._first_start)
        self._stops: list[QWidget] = []
        self._left = False
        """Whether the diary may have changed while nobody saw the page."""
        self._build()
        journal.changed.connect(self._follow)
        self._refresh()

    @property
    def day(self) -> date:
        """The day whose cards are shown."""
        return self._day

    @property
    def cards(self) -> tuple[ScoreCard, ...]:
        return self._cards.cards

    @property
    def header(self) -> Header:
        return self._header

    @property
    def strip(self) -> DayStrip:
        return self._strip

    @property
    def foot(self) -> Foot:
        return self._foot

    @property
    def points(self) -> tuple[PointCard, ...]:
        """The points to phone about that stand in the page."""
        return self._points.cards

    @property
    def ticked(self) -> Ticked:
        """Whom to ring, after a tick on the team's list."""
        return self._ticked

    @property
    def view(self) -> ViewLine:
        return self._view

    @property
    def instead(self) -> Instead:
        """What stands in place of the questions while the diary asks less."""
        return self._instead

    @property
    def after_dose(self) -> AfterDose:
        return self._after

    @property
    def weekly(self) -> WeeklyCard:
        return self._weekly

    @property
    def notices(self) -> Notices:
        return self._notices

    def go_to(self, day: date) -> None:
        """Open another day; what was picked for this one is saved first."""
        if self.keep():
            self._day = min(day, self._journal.today)
            self._foot.status.show_end("")
            self._foot.say("")
            self._under_way.end()
            self._refresh()
            self._cards.begin()

    def grant(self, wish: str) -> None:
        """Have that offer open that another page asked for: the team's list, or a call."""
        if wish in {"teamlist", "call"}:
            self._foot.keep_open(wish)

    def take_focus(self) -> None:
        """Put the focus where answering goes on, so that a digit works at once."""
        if self._ticked.card is not None:
            self._ticked.card.setFocus()
            reveal(self._ticked.card)
        elif self._journal.mode == NORMAL:
            self._cards.current.setFocus()
        else:
            self._instead.take_focus()

    def keep(self) -> bool:
        """Save what is picked or written and not saved yet; whether all of it is."""
        kept = [self._give(card) for card in self._cards.cards]
        return all([*kept, self._after.keep(), self._instead.keep(), self._foot.keep()])

    def take_back(self) -> bool:
        """Leave what is picked and not saved yet; whether there was anything."""
        picked = [card for card in self._cards.cards if card.picked is not None]
        for card in picked:
            card.forget()
        self._foot.say("")
        self._refresh()
        return self._foot.take_back() or self._instead.take_back() or self._after.take_back() or bool(picked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (port := self.parentWidget()) is not None:
            port.installEventFilter(self)
        if self._left:
            self._left = False
            self._refresh()
        self._show_points()
        self._room.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()
        self._under_way.end()
        self._left = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.fit()
        grown = event.size().height() != event.oldSize().height()
        if grown and self._cards.current.hasFocus() and not is_held(self):
            # A point above pushes down the card that the keys are on: that one, and where there is room the question.
            reveal(self._header)
            reveal(self._cards.current)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._stops = order_tabs(self, self._stops)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._room.fit()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._strip = DayStrip(self._theme)
        self._strip.pressed.connect(self.go_to)
        self._header = Header(self._strip)
        self._header.reason.connect(self._fill)
        self._notices = Notices()
        self._ticked = Ticked(self._journal, self._theme)
        self._ticked.put_away.connect(self.take_focus)
        self._points = Points(self._journal, self._theme)
        self._points.taken_away.connect(self.take_focus)
        self._after = AfterDose(self._journal, self._theme)
        self._after.gone.connect(self.take_focus)
        self._cards = Cards(self._journal.items, self._theme)
        self._cards.given.connect(self._give)
        self._cards.ended.connect(self._end)
        self._under_way = UnderWay(self._cards)
        self._under_way.over.connect(self._show_points)
        self._points.minute.connect(self._show_points)
        self._foot = Foot(self._journal, self._theme)
        self._ticked.list_wanted.connect(partial(self._foot.keep_open, TEAM_LIST))
        self._after.noted.connect(self._foot.say)
        self._foot.day_chosen.connect(self.go_to)
        self._foot.asked.connect(self.asked)
        self._foot.opened.connect(self._show_parts)
        self._cards.unwell.connect(lambda: self._fill("unwell"))
        self._cards.note_wanted.connect(lambda item: self._foot.open("note", item))
        self._foot.status.back.connect(self._cards.end_back)
        self._foot.status.undo.connect(self._undo)
        self._view = ViewLine()
        self._instead = Instead(self._journal, self._theme)
        self._instead.given.connect(self._give)
        self._instead.page_wanted.connect(self.asked)
        self._weekly = WeeklyCard(self._journal)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        above = (self._ticked, self._points, self._view, self._after, self._notices)
        for part in (*above, self._header, self._instead, self._cards, self._weekly, self._foot):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._room = Room(self, self._column, self._header, self._cards, self._foot)

    def _follow(self) -> None:
        today = self._journal.today
        if today != self._today:
            # A new day began. Whoever is in the middle of yesterday's card stays there, and the heading says so; but
            # where the person themselves said when their day begins, they are on their way to it.
            said, self._today = self._journal.day_start != self._day_start, today
            if said and self.isVisible():
                self.go_to(today)
        self._day_start = self._journal.day_start
        if self._journal.writer != self._writer:
            self._before, self._writer = self._writer, self._journal.writer
        if self.isVisible():
            self._refresh()
        else:
            self._left = True

    def _refresh(self) -> None:
        journal = self._journal
        answers = journal.answers(self._day)
        self._cards.show_items(journal.items)
        self._cards.let_go_on(journal.preferences.goes_on_by_itself)
        self._cards.show_answers(answers, hollow=journal.writer.own_view)
        self._view.show_view(journal.writer, journal.person)
        asked = [item.key for item in journal.items]
        marks = day_words.marks(
            journal.ratings(journal.today - timedelta(days=day_words.DAYS - 1), journal.today),
            journal.writer.voice,
            asked,
            journal.today,
        )
        self._strip.show_days(marks, self._day)
        self._header.show_day(
            day_words.question(self._day, journal.today),
            day_words.date_line(self._day, journal.today, self._journal.now, answers.values(), journal.day_start),
        )
        self._foot.show_day(self._day)
        self._foot.status.show_saved(journal.saved, can_undo=journal.can_undo)
        self._show_notices()
        self._show_points()
        rests = self._instead.draw(answers)
        self._weekly.draw(self._day)
        self._show_parts()
        if rests and self.isVisible():
            self.take_focus()

    def _show_parts(self) -> None:
        """The questions stand there while they are asked, and nothing else is open in their place."""
        mode, offer = self._journal.mode, self._foot.offer
        asks = mode == NORMAL and not (offer is not None and offer.alone)
        for part in (self._header, self._cards):
            show_when(part, asks)
        show_when(self._strip, asks and (not self._first_start or self._journal.can_undo))
        self._notices.show_all(asks)
        show_when(self._weekly, asks and self._weekly.asked)
        self._foot.show_offers(mode)

    def _show_points(self) -> None:
        self._ticked.draw()
        self._points.draw(answering=self._under_way.now)
        if self.isVisible():  # It is said when it can be seen.
            self._after.draw(answering=self._under_way.now)

    def _show_notices(self) -> None:
        notices: list[Notice] = []
        if self._first_start and not self._journal.can_undo:
            notices.append(which_day.welcome(self.asked.emit, lambda: self._foot.open("more", ITEMS)))
        notices += which_day.of_the_day(self._journal, self._day, self.go_to)
        self._notices.show_notices([*notices, *moving.notices(self._journal, self._day, self._before)])

    def _fill(self, reason: str) -> None:
        for card in self._cards.cards:
            card.forget()
        answered = [answer.score is not None for answer in self._journal.answers(self._day).values()]
        full = len(answered) >= len(self._cards.cards) and all(answered)
        self._journal.rate_all(self._day, reason)
        self._foot.say(_("Every question has a number, and they stay as they are.") if full else "")

    def _give(self, card: ScoreCard) -> bool:
        if card.picked is None:
            return True
        score, reason = card.picked
        before = self._journal.answers(self._day).get(card.item.key)
        self._under_way.begin()
        if not self._journal.rate(self._day, card.item.key, score, reason=reason):
            return False
        card.settle()
        self._foot.say(day_words.kept(before, (score, reason), self._journal.writer, self._journal.person))
        return True

    def _undo(self) -> None:
        self._foot.say("")
        self._journal.undo()

    def _end(self) -> None:
        status = self._foot.status
        status.show_end(day_words.end_words(self._day, self._journal.today))
        status.end.setFocus()
